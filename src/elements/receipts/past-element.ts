import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';

import { pageDefaults } from '../../core/config.js';
import { type Delivery, type DeliveryEvent, getDelivery } from '../../core/delivery.js';
import { type BrowserPorts, browserPorts } from '../../core/ports.js';
import { LocalizeController } from '../../i18n/localize-controller.js';
import type { CreatedNotice } from '../../model/create-notice.js';
import { type DonguiErrorDetail, DonguiErrorEvent } from '../../ui/events.js';
import { innerRoot } from '../../ui/inner-root.js';
import type { Known } from '../../ui/known-bundles.js';
import {
  PolicyController,
  type PolicySource,
  type PolicyState,
} from '../../ui/policy-controller.js';
import { ClearedSignal } from './cleared-signal.js';
import { KnownSource, signatureCheck } from './known-source.js';
import {
  type MadeRecord,
  type PersonalPast,
  readPersonalPast,
  stillMissing,
  withMade,
} from './personal-past.js';
import { noticesOf, type Reading, standingOf } from './standing.js';

/**
 * Brings what an element shows of a person's consents: the policy document where there is one, what
 * this device keeps, what the page passes in. It follows what other windows do. A subclass draws.
 */
export abstract class PastElement extends LitElement implements PolicySource {
  static override readonly properties: PropertyDeclarations = {
    src: {},
    policy: { attribute: false },
    policyId: { attribute: 'policy-id' },
    known: {},
    subject: {},
  };

  /** Address of the policy document, relative to the page. */
  src: string = pageDefaults().src ?? '';

  /** The policy document itself, instead of an address. It has no attribute. */
  policy: object | undefined = undefined;

  /** Id of the policy, where the element has to do without the document: from the ledger alone. */
  policyId = '';

  /** What the host knows of this person: a bundle or a list of them; as attribute, their address. */
  known: Known | undefined = undefined;

  /** The host's own opaque name of the person. Absent: who began last at this browser. */
  subject = '';

  protected readonly localize: LocalizeController<'receipts'> = new LocalizeController(this, {
    part: 'receipts',
    onLangChange: () => {
      if (this.#hasDocument) this.#loader.langMayHaveChanged();
    },
  });
  protected readonly ports: BrowserPorts = browserPorts();
  protected reading: Reading = { status: 'loading' };
  /** Whether the policy was named and did not come. */
  protected isPolicyMissing = false;
  readonly #loader: PolicyController;
  readonly #known: KnownSource = new KnownSource((message) => {
    this.#fail({ reason: 'network', message });
  });
  #delivery: Delivery | undefined;
  #state: PolicyState = { status: 'loading' };
  #today: readonly CreatedNotice[] | undefined;
  #past: PersonalPast | undefined;
  /** What was made here and may not have come back from the database yet. */
  #fresh: readonly MadeRecord[] = [];
  #run = 0;
  #unsubscribe: (() => void) | undefined;
  #signal: ClearedSignal | undefined;

  constructor() {
    super();
    this.#loader = new PolicyController({
      source: this,
      changed: (state) => {
        this.#state = state;
        if (state.status === 'ready') this.#today = noticesOf(state.policy);
        else if (state.status === 'error') this.#today = undefined;
        this.#settle();
      },
      failed: (detail) => {
        this.#fail(detail);
      },
    });
  }

  /** @internal */
  get wantedLang(): string {
    return this.localize.wanted;
  }

  /** Reads again what is kept on this device, and fetches again what the page passes in. */
  async refresh(): Promise<void> {
    this.#known.forget();
    await this.#read();
  }

  /** Whether what the page knows did not come. */
  protected get isKnownMissing(): boolean {
    return this.#known.isMissing;
  }

  protected get delivery(): Delivery {
    return (this.#delivery ??= getDelivery(this.ports));
  }

  /** What another window, or this one, did with a receipt of the policy. */
  protected abstract onDelivery(event: DeliveryEvent): void;

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.delivery.subscribe((event) => {
      if (event.policy !== this.#policyId) return;
      this.onDelivery(event);
      void this.#read();
    });
    this.#signal = new ClearedSignal(this.ports, (policy) => {
      if (policy === this.#policyId) this.#forget();
    });
    if (this.hasUpdated) void this.#read();
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#signal?.close();
  }

  protected override createRenderRoot(): HTMLElement {
    return innerRoot(super.createRenderRoot());
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated || changed.has('src') || changed.has('policy')) this.load();
    else if (['policyId', 'known', 'subject'].some((name) => changed.has(name))) {
      this.#known.forget();
      this.#past = undefined;
      this.#settle();
    }
  }

  /** Loads the document, where one is named, and then the past; after a failure, all of it anew. */
  protected load(isAnew = false): void {
    if (isAnew) this.#known.forget();
    if (!this.#hasDocument) this.#settle();
    else if (isAnew) this.#loader.retry();
    else this.#loader.load();
  }

  /** Takes a receipt of this page into account before the database has it. */
  protected add(made: MadeRecord): void {
    this.#fresh = [...this.#fresh, made];
    this.#derive();
  }

  /** Forgets the records of the policy on this device, here and in the other windows. */
  protected async clearDevice(): Promise<void> {
    await this.delivery.clear(this.#policyId);
    this.#signal?.tell(this.#policyId);
    this.#forget();
  }

  #forget(): void {
    this.#fresh = [];
    void this.#read();
  }

  get #policyId(): string {
    const state = this.#state;
    return this.policyId || (state.status === 'ready' ? state.policy.id : '');
  }

  get #hasDocument(): boolean {
    const child = this.querySelector('script[type="application/json"]');
    return this.policy !== undefined || this.src !== '' || child !== null;
  }

  async #read(): Promise<void> {
    const run = ++this.#run;
    const policy = this.#policyId;
    if (policy === '') return;
    try {
      const bundles = await this.#known.bring(this.known);
      const { subject, ports } = this;
      const query = { policy, subject, bundles, ...signatureCheck(ports) };
      const past = await readPersonalPast(this.delivery, query);
      if (run === this.#run) this.#take(past);
    } catch (error) {
      if (run !== this.#run) return;
      this.#give({ status: 'error', reason: 'network' });
      this.#fail({ reason: 'network', message: `This device: ${(error as Error).message}` });
    }
  }

  #take(past: PersonalPast): void {
    this.#past = past;
    this.#fresh = stillMissing(past, this.#fresh);
    this.#derive();
  }

  #give(reading: Reading): void {
    this.reading = reading;
    this.requestUpdate();
  }

  #fail(detail: DonguiErrorDetail): void {
    console.error(`[dongui] <${this.localName}>: ${detail.message}`);
    this.dispatchEvent(new DonguiErrorEvent(detail));
  }

  /** The document is there, or is not to be had: then the past comes. */
  #settle(): void {
    const hasDocument = this.#hasDocument;
    const { status } = this.#state;
    this.isPolicyMissing = hasDocument && status === 'error';
    if (this.#past?.policy !== this.#policyId) this.#give({ status: 'loading' });
    else this.#derive();
    if (hasDocument && status === 'loading') return;
    if (this.#policyId !== '') void this.#read();
    else this.#giveUp();
  }

  /** Nothing tells of which policy the past is wanted. */
  #giveUp(): void {
    const state = this.#state;
    const isBroken = this.#hasDocument && state.status === 'error';
    this.#give({ status: 'error', reason: isBroken ? state.reason : 'document' });
    if (isBroken) return;
    const message = 'No policy. Give the element src="/policy.json", or policy-id="...".';
    this.#fail({ reason: 'document', message });
  }

  #derive(): void {
    if (this.#past === undefined) return;
    const past = withMade(this.#past, this.#fresh);
    const standing = standingOf(past, this.#today, this.ports.Date.now());
    this.#give({ status: 'ready', standing });
  }
}
