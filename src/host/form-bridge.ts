/** How the form was sent: the rule by which a person's decision counts (see `FormBridge`). */
export type SubmitCause = 'submit' | 'formdata';

/** What the bridge asks of the element it serves. */
export interface BridgedControl {
  readonly form: HTMLFormElement | null;
  /** False while disabled, without a surface, or with `recording="manual"`. */
  canRecord(): boolean;
  /** Whether every required item is given. */
  isComplete(): boolean;
  /** A text that is equal as long as the decisions are. */
  decisionsKey(): string;
  /**
   * Records for good and answers the token that rides in the form.
   *
   * @param stays whether the page stays: the host cancels the submit and sends by script. It may
   *   do so only after it has read the form.
   */
  record(cause: SubmitCause, trusted: boolean, stays: () => boolean): string;
  /**
   * Notes down what may turn out to be a pre-check only, and answers its token: the same one for the
   * same decisions, as Chromium asks a second time by itself after `form.submit()`.
   */
  recordProvisionally(): string;
  /** Makes the last provisional note a receipt. The page is going away: no transaction. */
  keepProvisional(): void;
  /** Whether the form will be sent again as soon as recording is ready. */
  sendLater(): boolean;
  /** Shows what is missing and moves the focus there. */
  showProblems(): void;
}

/** Longest time between a `submit` event and the `formdata` that belongs to it, in ms. */
const SUBMIT_WINDOW_MS = 30_000;

/** The field in which the token travels to the host's server. */
export const TOKEN_FIELD = 'dongui_receipt';

/** What a token of ours has been put into. */
const carriers = new WeakSet<FormData>();

/**
 * Watches somebody else's form for the moment at which a person has decided:
 *
 * 1. `formdata` in the task of, or within 30 s after, a `submit` event that passed validity, with
 *    the decisions unchanged since: native submit, `requestSubmit()`, AJAX with `new FormData()`.
 * 2. `formdata` without a `submit`: provisional. It counts when the page really goes
 *    (`form.submit()`), and is dropped when other decisions are sent instead (a pre-check).
 *
 * The third way, `record()`, is the element's own.
 */
export class FormBridge {
  readonly #control: BridgedControl;
  readonly #now: () => number;
  #form: HTMLFormElement | null = null;
  #submit: { at: number; key: string; event: SubmitEvent } | undefined;
  #pressed: HTMLElement | undefined;

  constructor(control: BridgedControl, now: () => number = () => Date.now()) {
    this.#control = control;
    this.#now = now;
  }

  /** The form's submit button, in the task in which a person pressed it. */
  get pressed(): HTMLElement | undefined {
    return this.#pressed;
  }

  /** Moves to the form that the control belongs to now. */
  attach(form: HTMLFormElement | null): void {
    if (form === this.#form) return;
    this.detach();
    this.#form = form;
    form?.addEventListener('click', this.#onClick, true);
    // At the window ahead of what captures at the document; a submit in a shadow root stays there.
    window.addEventListener('submit', this.#onSubmit, true);
    form?.addEventListener('submit', this.#onSubmit, true);
    form?.addEventListener('formdata', this.#onFormData);
    window.addEventListener('pagehide', this.#onPageHide);
  }

  detach(): void {
    this.#form?.removeEventListener('click', this.#onClick, true);
    window.removeEventListener('submit', this.#onSubmit, true);
    this.#form?.removeEventListener('submit', this.#onSubmit, true);
    this.#form?.removeEventListener('formdata', this.#onFormData);
    window.removeEventListener('pagehide', this.#onPageHide);
    this.#form = null;
    this.#submit = undefined;
  }

  readonly #onClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLInputElement>('button, input');
    if (button === null || !/^(submit|image)$/.test(button.type)) return;
    this.#pressed = button;
    setTimeout(() => {
      this.#pressed = undefined;
    });
  };

  /** A form with `novalidate` is submitted unchecked; a consent that is missing still stops it. */
  readonly #onSubmit = (event: SubmitEvent): void => {
    const control = this.#control;
    if (event.target !== this.#form) return;
    if (!control.isComplete()) {
      event.preventDefault();
      // As after the browser's own validation, the page's listeners see no submit that is refused.
      event.stopImmediatePropagation();
      if (!control.sendLater()) control.showProblems();
      return;
    }
    this.#submit = { at: this.#now(), key: control.decisionsKey(), event };
  };

  /** Records what the page takes out of the form now; `''` while nothing can be recorded. */
  token(): string {
    const control = this.#control;
    if (!control.canRecord()) return '';
    const submit = this.#submit;
    const counts =
      submit !== undefined &&
      this.#now() - submit.at <= SUBMIT_WINDOW_MS &&
      submit.key === control.decisionsKey();
    return counts
      ? control.record('submit', submit.event.isTrusted, () => submit.event.defaultPrevented)
      : control.recordProvisionally();
  }

  readonly #onFormData = (event: FormDataEvent): void => {
    const token = this.token();
    if (token === '') return;
    // Each element of a form has a token of its own; one that the page sent back gives way.
    if (carriers.has(event.formData)) event.formData.append(TOKEN_FIELD, token);
    else event.formData.set(TOKEN_FIELD, token);
    carriers.add(event.formData);
  };

  readonly #onPageHide = (): void => {
    this.#control.keepProvisional();
  };
}
