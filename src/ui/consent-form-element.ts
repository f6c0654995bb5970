import type { PropertyDeclarations, PropertyValues } from 'lit';

import { pageDefaults } from '../core/config.js';
import { LocalizeController } from '../i18n/localize-controller.js';
import type { Part } from '../i18n/parts.js';
import type { Answers } from '../model/decisions.js';
import type { Receipt, ReceiptItem } from '../model/receipt.js';
import { type Asking, formDataOf } from './asking.js';
import { choiceOf } from './attribute.js';
import {
  ConsentChangeEvent,
  type Decisions,
  type DonguiErrorDetail,
  DonguiErrorEvent,
  type ReceiptStoredDetail,
} from './events.js';
import { FormControlElement, type ValidityProblem } from './form-control-element.js';
import { isFirstInvalid, isReload } from './form-state.js';
import { errorText } from './item-view.js';
import { notReadyProblem } from './not-ready.js';
import { RecordingController, type RecordingHost } from './recording-controller.js';
import { SurfaceController, type SurfaceHost } from './surface-controller.js';
import { createViewContext, type ViewContext } from './view-context.js';

/**
 * What every element that asks for consent inside a form does: it brings the policy document, asks
 * for the items of one surface, takes part in the form, and records. A subclass draws.
 */
export abstract class ConsentFormElement
  extends FormControlElement
  implements SurfaceHost, RecordingHost
{
  static override readonly properties: PropertyDeclarations = {
    src: {},
    policy: { attribute: false },
    surface: {},
    endpoint: {},
    subject: {},
    support: {},
  };

  /** Whose texts. Every part of an element that asks holds those of the consent form. */
  protected static readonly textPart: Part = 'consent';

  /** Address of the policy document, relative to the page. */
  src: string = pageDefaults().src ?? '';

  /** The policy document itself, instead of an address. It has no attribute. */
  policy: object | undefined = undefined;

  /** Which of the document's surfaces to ask for. */
  surface = 'signup';

  /** The exact address that receipts are posted to. Without it they stay on this device. */
  endpoint: string = pageDefaults().endpoint ?? '';

  /** Who decides, as an opaque id of the page's own: never an e-mail address or a phone number. */
  subject = '';

  /** Where a person turns to when the document does not load: an e-mail address or a page. */
  support = '';

  protected readonly localize: LocalizeController = new LocalizeController(this, {
    part: (this.constructor as typeof ConsentFormElement).textPart as 'consent',
    onLangChange: () => {
      this.source.langMayHaveChanged();
    },
  });
  protected readonly recorder: RecordingController = new RecordingController(this);
  protected readonly source: SurfaceController = new SurfaceController(this);
  protected readonly asking: Asking = this.source.asking;
  #showsErrors = false;

  /** What the person has decided so far, by item id. An item that is left open is refused. */
  get decisions(): Decisions {
    return this.asking.decisions();
  }

  /**
   * Records the decisions as they are now: for apps that send JSON.
   *
   * @returns the receipt and its hash, once it is durable on this device.
   * @throws Error while nothing is shown, or what is required not given: that is shown then.
   */
  async record(): Promise<{ readonly receipt: Receipt; readonly hash: string }> {
    await this.recorder.ready();
    if (!this.isComplete()) {
      this.showProblems();
      throw new Error(`[dongui] Not recorded: ${this.validationMessage}`);
    }
    const { receipt, hash, stored } = this.recorder.recordNow({ by: 'script', trusted: false });
    await stored;
    return { receipt, hash };
  }

  /** Moves the focus to what needs it first: a problem, else the first box. */
  override focus(options?: FocusOptions): void {
    (this.#firstProblem() ?? this.renderRoot.querySelector('input'))?.focus(options);
  }

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('invalid', this.#onInvalid);
    choiceOf(this, 'mode', ['form']);
    this.recorder.attach();
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('invalid', this.#onInvalid);
    this.recorder.detach();
  }

  /** @internal */
  formAssociatedCallback(): void {
    if (this.isConnected) this.recorder.attach();
  }

  /** @internal */
  override formResetCallback(): void {
    this.#showsErrors = false;
    this.setAnswers({});
  }

  /** @internal Back brings back what was ticked on this notice; autofill and a reload nothing (L80). */
  override formStateRestoreCallback(state: unknown, mode?: 'restore' | 'autocomplete'): void {
    if (mode === 'autocomplete' || isReload() || typeof state !== 'string') return;
    this.asking.restore(state);
    this.commit();
  }

  /** @internal */
  get wantedLang(): string {
    return this.localize.wanted;
  }

  /** @internal */
  receiptItems(): readonly ReceiptItem[] | undefined {
    return this.recorder.isPrepared ? this.asking.receiptItems() : undefined;
  }

  /** @internal */
  isComplete(): boolean {
    return this.isDisabled || this.validityProblem() === null;
  }

  /** @internal */
  missing(): ReturnType<Asking['missing']> {
    return this.asking.missing();
  }

  /** @internal */
  showProblems(): void {
    this.#showsErrors = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.#firstProblem()?.focus());
  }

  /** @internal */
  surfaceReady(): void {
    this.commit();
  }

  /** @internal */
  abstract recorded(detail: ReceiptStoredDetail): void;

  /** @internal */
  surfaceChanged(): void {
    this.recorder.forget();
    this.commit();
  }

  /** @internal */
  surfaceFailed(detail: DonguiErrorDetail): void {
    console.error(`[dongui] <${this.localName}>: ${detail.message}`);
    this.dispatchEvent(new DonguiErrorEvent(detail));
  }

  /** Both languages; `undefined` while their texts are on their way. */
  protected get context(): ViewContext | undefined {
    const { asking, surface } = this;
    return createViewContext(this.localize, { ...asking.spoken, surface });
  }

  /** What is wrong, by item id; empty until the person tried to send. */
  protected get errors(): ReadonlyMap<string, string> {
    const { context } = this;
    if (!this.#showsErrors || context === undefined) return new Map();
    return new Map(this.missing().map((item) => [item.id, errorText(item, context)]));
  }

  /** State, then form value; the caller dispatches events afterwards. */
  protected setAnswers(answers: Answers): void {
    this.asking.answer(answers);
    this.commit();
  }

  /** Tells the page what a person's press changed. */
  protected announce(changed: readonly string[]): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
    this.dispatchEvent(new ConsentChangeEvent({ decisions: this.decisions, changed }));
  }

  protected override willUpdate(changed: PropertyValues): void {
    const has = (...names: string[]): boolean => names.some((name) => changed.has(name));
    if (!this.hasUpdated || has('src', 'policy', 'surface')) this.source.load();
    else if (has('endpoint', 'subject')) this.recorder.forget();
  }

  protected override updated(): void {
    if (this.context !== undefined) this.source.prepare(this.recorder);
    super.updated();
  }

  protected override formValue(): FormData | null {
    return this.recorder.isPrepared ? formDataOf(this.decisions, this.name) : null;
  }

  protected override formState(): string {
    return this.asking.keep();
  }

  protected override validityProblem(): ValidityProblem | null {
    const { context, source } = this;
    const anchor = this.#firstProblem();
    const isReady = this.recorder.isPrepared && context !== undefined;
    if (!isReady) return notReadyProblem(context, source.state, anchor);
    const [first] = this.missing();
    if (first === undefined) return null;
    return { flags: { valueMissing: true }, message: errorText(first, context), anchor };
  }

  #firstProblem(): HTMLElement | undefined {
    const [first] = this.missing();
    const selector = first === undefined ? '#problem' : `#box-${first.id}`;
    return this.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
  }

  /** Where a person pressed the button, the browser's own bubble would only repeat what stands there. */
  readonly #onInvalid = (event: Event): void => {
    this.#showsErrors = true;
    this.requestUpdate();
    if (!this.recorder.isPressed) return;
    event.preventDefault();
    if (isFirstInvalid(this) && !this.recorder.sendLater()) this.showProblems();
  };
}
