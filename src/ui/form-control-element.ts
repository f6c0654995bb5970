import { LitElement } from 'lit';

import { innerRoot } from './inner-root.js';

/** Why a control may not be submitted. `null` from `validityProblem()` means that it may. */
export interface ValidityProblem {
  readonly flags: ValidityStateFlags;
  readonly message: string;
  /** The element in the shadow root that the browser points its message at and focuses. */
  readonly anchor: HTMLElement | undefined;
}

/**
 * The part of a form-associated custom element that is the same for each of them: it forwards to
 * `ElementInternals` and offers the members that native controls have. A subclass answers three
 * questions (value, state, problem) and calls `commit()` after each change of its own state.
 */
export abstract class FormControlElement extends LitElement {
  static readonly formAssociated = true;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'name', 'disabled'];
  }

  readonly #internals = this.attachInternals();

  /**
   * The name under which the value is submitted.
   *
   * @attr
   */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }
  set name(value: string) {
    this.setAttribute('name', value);
  }

  /**
   * Takes the control out of submission and validation.
   *
   * @attr
   */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }
  set disabled(value: boolean | null | undefined) {
    this.toggleAttribute('disabled', Boolean(value));
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get labels(): NodeList {
    return this.#internals.labels;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** @internal */
  override attributeChangedCallback(
    attribute: string,
    previous: string | null,
    value: string | null,
  ): void {
    super.attributeChangedCallback(attribute, previous, value);
    // Before the first update there is nothing to commit, and nothing to point a message at.
    if (this.hasUpdated && (attribute === 'name' || attribute === 'disabled')) this.commit();
  }

  /**
   * Only renders. Writing the `disabled` attribute here would leave the control disabled for ever
   * once a fieldset had disabled it (whatwg/html#8365).
   *
   * @internal
   */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  /** @internal */
  abstract formResetCallback(): void;

  /** @internal */
  abstract formStateRestoreCallback(
    state: string | File | FormData | null,
    mode?: 'restore' | 'autocomplete',
  ): void;

  protected override createRenderRoot(): HTMLElement {
    return innerRoot(super.createRenderRoot());
  }

  /** True when this control or a fieldset around it is disabled. */
  protected get isDisabled(): boolean {
    return this.matches(':disabled');
  }

  /** What the form submits. */
  protected abstract formValue(): FormData | null;

  /** What the browser gives back to `formStateRestoreCallback()`. */
  protected abstract formState(): string;

  protected abstract validityProblem(): ValidityProblem | null;

  /**
   * Hands the current value and validity to the form and asks for a render. Synchronous, so that a
   * listener that reads `new FormData(form)` right after an event sees the new value.
   */
  protected commit(): void {
    this.#sync();
    this.requestUpdate();
  }

  /** The anchor and the language of a validity message are known only after a render. */
  protected override updated(): void {
    this.#sync();
  }

  #sync(): void {
    this.#internals.setFormValue(this.formValue(), this.formState());
    const problem = this.validityProblem();
    if (problem === null) this.#internals.setValidity({});
    else this.#internals.setValidity(problem.flags, problem.message, problem.anchor);
  }
}
