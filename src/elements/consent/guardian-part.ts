import { nothing } from 'lit';

import { LocalizeController, type LocalizedHost } from '../../i18n/localize-controller.js';
import { guardianDueDay } from '../../model/guardian-due.js';
import type { Age, GuardianMethod } from '../../model/policy-about.js';
import { looksNamed } from '../../model/looks-named.js';
import { looksPersonal } from '../../model/personal-data.js';
import type { Receipt } from '../../model/receipt.js';
import type { SurfaceItem } from '../../model/surface.js';
import type { AskedSurface } from '../../ui/asked-surface.js';
import type { Asking } from '../../ui/asking.js';
import type { ReceiptStoredDetail } from '../../ui/events.js';
import type { ItemState } from '../../ui/item-view.js';
import { safeHref } from '../../ui/safe-href.js';
import type { SurfaceController } from '../../ui/surface-controller.js';
import type { ViewContext } from '../../ui/view-context.js';
import type { GroupsView, GuardianTexts } from './groups-view.js';
import {
  childWordsView,
  type GuardianFacts,
  guardianHeadView,
  type GuardianSpeaker,
  provisionalView,
  routeView,
} from './guardian-view.js';
import { guardianStyles } from './guardian.styles.js';

/** What the part asks of its element. */
export interface GuardianHost extends LocalizedHost {
  readonly view: GroupsView | undefined;
}

/** What brings the surface, and says what is wrong with it. */
type SurfaceSource = Pick<SurfaceController, 'attempt' | 'load'>;

const ATTRIBUTES = ['guardian-method', 'guardian-ref', 'guardian-at'] as const;

/** A method that the document offers (CHD-03). */
function readMethod(host: Element, { guardianMethods = [] }: Partial<Age>): GuardianMethod {
  const text = host.getAttribute('guardian-method') ?? '';
  const method = guardianMethods.find((each) => each === text);
  if (method !== undefined) return method;
  throw new Error(
    guardianMethods.length === 0
      ? 'actor="guardian" needs age.guardianMethods in the policy document: the ways to confirm a guardian (PIPA Decree 17-2).'
      : `guardian-method="${text}": the policy document offers ${guardianMethods.join(', ')}. Set one of them, or add the method to age.guardianMethods.`,
  );
}

/** A reference that says nothing of the guardian (REC-03). */
function readReference(host: Element): Pick<GuardianFacts, 'ref'> {
  const ref = host.getAttribute('guardian-ref') ?? '';
  if (ref === '') return {};
  if (/^[!-~]{1,128}$/.test(ref) && !looksPersonal(ref) && !looksNamed(ref)) return { ref };
  throw new Error(
    'guardian-ref looks like a name, an e-mail address, a phone number or a registration number. Set the id of your own record of the check: 1-128 printable ASCII characters without a blank.',
  );
}

function readTime(host: Element): Pick<GuardianFacts, 'at'> {
  const text = host.getAttribute('guardian-at') ?? '';
  if (text === '') return {};
  const time = new Date(text);
  const isTime = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/i.test(text);
  if (isTime && !Number.isNaN(time.getTime())) return { at: time.toISOString() };
  throw new Error(
    `guardian-at="${text}" is no time like 2026-11-22T03:04:05Z. Leave it out while nobody has confirmed the guardian.`,
  );
}

/**
 * What a page needs on which a child can't go on alone: the way to the guardian, and, with
 * `actor="guardian"`, what the guardian decides by. No page for persons of age loads it.
 */
export class GuardianPart implements GuardianTexts {
  readonly #host: GuardianHost;
  readonly #asking: Pick<Asking, 'asked'>;
  readonly #source: SurfaceSource;
  readonly #localize: LocalizeController<'guardian'>;
  /** How the guardian decides; undefined on a page for the person. */
  #facts: GuardianFacts | undefined;

  constructor(host: GuardianHost, asking: Pick<Asking, 'asked'>, source: SurfaceSource) {
    this.#host = host;
    this.#asking = asking;
    this.#source = source;
    this.#localize = new LocalizeController(host, { part: 'guardian' });
    const root = host.shadowRoot;
    const sheet = guardianStyles.styleSheet;
    if (root && sheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    // The guardian may be confirmed while the page is open.
    new MutationObserver(() => {
      this.#readAgain();
    }).observe(host, { attributeFilter: [...ATTRIBUTES] });
    host.requestUpdate();
  }

  /** Who decides; undefined where the person does. */
  get decider(): Pick<Receipt, 'actor' | 'guardian'> | undefined {
    return this.#facts && { actor: 'guardian', guardian: this.#facts };
  }

  /**
   * What a guardian is asked: all but whether the person is old enough.
   *
   * @throws Error with what to do, where the page or the document does not say how it is confirmed.
   */
  asks({ policy, surface }: AskedSurface): readonly SurfaceItem[] | undefined {
    this.#facts = undefined;
    if (this.#host.getAttribute('actor') !== 'guardian') return undefined;
    this.#read(policy.age);
    return surface.items.filter(({ kind }) => kind !== 'age');
  }

  /** What the guardian is told before the items. */
  head(): unknown {
    const { speaker } = this;
    if (this.#facts === undefined || speaker === undefined) return nothing;
    const now = new Date().toISOString();
    const due = this.decider && guardianDueDay(this.decider, now);
    return guardianHeadView({ age: this.#age, facts: this.#facts, speaker, due });
  }

  above(item: SurfaceItem, { error }: ItemState): unknown {
    const { speaker } = this;
    const context = this.#host.view?.context;
    if (speaker === undefined || context === undefined) return undefined;
    const { contentLang } = context;
    if (this.#facts !== undefined) return childWordsView(item, this.#age, { speaker, contentLang });
    return item.kind === 'age' && error !== undefined
      ? this.#route(item, speaker, context)
      : undefined;
  }

  /** What a record says that nobody has confirmed; nothing of any other. */
  storedNote({ receipt }: ReceiptStoredDetail): unknown {
    const due = guardianDueDay(receipt, receipt.at);
    const { speaker } = this;
    return due === undefined || speaker === undefined ? nothing : provisionalView(due, speaker);
  }

  /** The reader's language; undefined while its texts are on their way. */
  get speaker(): GuardianSpeaker | undefined {
    return this.#localize.speak(this.#localize.wanted, this.#policy?.locale ?? '', 'en');
  }

  get #policy(): AskedSurface['policy'] | undefined {
    return this.#asking.asked?.policy;
  }

  get #age(): number {
    return this.#policy?.age?.threshold ?? 0;
  }

  #route(item: SurfaceItem, speaker: GuardianSpeaker, { contentLang }: ViewContext): unknown {
    const href = item.guardianUrl && safeHref(item.guardianUrl, document.baseURI);
    const policy = this.#policy;
    if (href === undefined || policy === undefined) return undefined;
    return routeView({ item, href, policy, speaker, contentLang });
  }

  #read(age: Partial<Age> = {}): void {
    const host = this.#host;
    this.#facts = { method: readMethod(host, age), ...readReference(host), ...readTime(host) };
  }

  /** Answers stay where only the confirmation changed; what is wrong is told as at the beginning. */
  #readAgain(): void {
    if (this.#facts === undefined) this.#source.load();
    else if (
      this.#source.attempt(() => {
        this.#read(this.#policy?.age);
      })
    )
      this.#host.requestUpdate();
  }
}
