import type { PropertyValues } from 'lit';

import { navigationType } from '../host/navigation.js';
import { LocalizeController } from '../i18n/localize-controller.js';
import type { Part } from '../i18n/parts.js';
import { type Answers, answerItem } from '../model/decisions.js';
import type { Receipt, ReceiptItem } from '../model/receipt.js';
import type { Asking } from './asking.js';
import {
  ConsentChangeEvent,
  type Decisions,
  type DonguiErrorDetail,
  DonguiErrorEvent,
  type ReceiptStoredDetail,
} from './events.js';
import { FieldsController } from './fields-controller.js';
import type { ValidityProblem } from './form-control-element.js';
import { isFirstInvalid } from './form-state.js';
import { notReadyProblem } from './not-ready.js';
import { PolicyControlElement } from './policy-control-element.js';
import { Problems } from './problems.js';
import { RecordingController } from './recording-controller.js';
import type { RecordingHost } from './recording-host.js';
import { SurfaceController, type SurfaceHost } from './surface-controller.js';
import { createViewContext, type ViewContext } from './view-context.js';

/**
 * What every element that asks for consent inside a form does: it brings the policy document, asks
 * for the items of one surface, takes part in the form, and records. A subclass draws.
 */
export abstract class ConsentFormElement
  extends PolicyControlElement
  implements SurfaceHost, RecordingHost
{
  /** Whose texts. Every part of an element that asks holds those of the consent form. */
  protected static readonly textPart: Part = 'consent';

  protected readonly localize: LocalizeController = new LocalizeController(this, {
    part: (this.constructor as typeof ConsentFormElement).textPart as 'consent',
    onLangChange: () => {
      this.source.langMayHaveChanged();
    },
  });
  /** @internal */ readonly recorder: RecordingController = new RecordingController(this);
  protected readonly source: SurfaceController = new SurfaceController(this);
  /** @internal */ readonly asking: Asking = this.source.asking;
  protected readonly problems: Problems = new Problems(this);

  /** @internal */
  readonly fields: FieldsController = new FieldsController({
    element: this,
    isDisabled: () => this.isDisabled,
    answered: (id, given, by) => {
      const before = this.asking.answers;
      const dt = by === 'checkbox' && { dt: this.recorder.elapsed };
      this.setAnswers(answerItem(this.asking.open, before, { id, given, by, ...dt }));
      // The page's own box has told of itself; what a script did is no person's press.
      if (by === 'checkbox') this.#tell(this.asking.changedSince(before));
    },
    moved: this.commit.bind(this),
    adopting: () => this.adopting?.(),
    focusItem: this.problems.focusOn.bind(this.problems),
    token: () => this.recorder.token(),
  });

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
    const { receipt, hash, stored } = this.recorder.recordByScript(this.asking.resolved);
    await stored;
    return { receipt, hash };
  }

  /** Moves the focus to what needs it first: a problem, else the first box. */
  override focus(options?: FocusOptions): void {
    this.problems.focus(options);
  }

  /** @internal */
  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('invalid', this.#onInvalid);
    this.recorder.attach();
    this.fields.page?.watch();
  }

  /** @internal */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('invalid', this.#onInvalid);
    this.recorder.detach();
    this.fields.page?.rest();
  }

  /** @internal */
  formAssociatedCallback(): void {
    if (this.isConnected) this.recorder.attach();
  }

  /** @internal */
  override formResetCallback(): void {
    this.problems.hide();
    this.recorder.startOver();
    this.fields.page?.reset();
    this.setAnswers(this.asking.initial);
  }

  /** @internal Back brings back what was ticked on this notice; autofill and a reload nothing (L80). */
  override formStateRestoreCallback(state: unknown, mode?: 'restore' | 'autocomplete'): void {
    const isNew = mode === 'autocomplete' || navigationType() === 'reload';
    if (isNew || typeof state !== 'string') return;
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
    this.fields.page?.read();
    return this.isDisabled || this.validityProblem() === null;
  }

  /** @internal */
  missing(): ReturnType<Asking['missing']> {
    return this.asking.missing();
  }

  /** @internal */
  showProblems(): void {
    this.problems.show();
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
    return this.problems.texts(this.context);
  }

  /** @internal State, then form value; the caller dispatches events afterwards. */
  setAnswers(answers: Answers): void {
    this.asking.answer(answers);
    this.commit();
  }

  /** @internal Tells the page what a person's press changed. */
  announce(changed: readonly string[]): void {
    this.dispatchEvent(new Event('change', { bubbles: true }));
    this.#tell(changed);
  }

  #tell(changed: readonly string[]): void {
    this.dispatchEvent(new ConsentChangeEvent({ decisions: this.decisions, changed }));
  }

  /** Fetches what draws items that have a box of the page. */
  protected adopting?(): Promise<unknown>;

  /** @internal First the page's boxes: what they say may be news. */
  override commit(): void {
    this.fields.page?.show(this.asking.asked && this.decisions);
    super.commit();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const has = (...names: string[]): boolean => names.some((name) => changed.has(name));
    const isOther = this.hasUpdated && has('known', 'subject');
    if (isOther) this.asking.restore(this.asking.keep());
    if (!this.hasUpdated || isOther || has('src', 'policy', 'surface')) this.source.load();
    else if (has('endpoint')) this.recorder.forget();
  }

  protected override updated(): void {
    if (this.context !== undefined) this.source.prepare(this.recorder);
    super.updated();
  }

  protected override formValue(): FormData | null {
    return this.recorder.isPrepared ? this.fields.value(this.decisions) : null;
  }

  protected override formState(): string {
    return this.asking.keep();
  }

  protected override validityProblem(): ValidityProblem | null {
    const { context, problems, source } = this;
    return context !== undefined && this.recorder.isPrepared
      ? problems.validity(context)
      : notReadyProblem(context, source.state, problems.anchor());
  }

  /** Where a person pressed the button, the browser's own bubble would only repeat what stands there. */
  readonly #onInvalid = (event: Event): void => {
    this.problems.reveal();
    if (!this.recorder.isPressed) return;
    event.preventDefault();
    if (isFirstInvalid(this) && !this.recorder.sendLater()) this.showProblems();
  };
}
