/** What wants to know when something may have happened to the page's inputs. */
export interface PressesHost {
  readonly isOurs: (input: EventTarget) => boolean;
  readonly read: () => void;
  readonly formData: (event: FormDataEvent) => void;
}

const EVENTS = ['click', 'input', 'change', 'submit'] as const;

/**
 * Watches for the moments at which a box of the page may have changed: by a person, which only a
 * trusted click says, or by a script, which says nothing and is looked for after each event.
 */
export class Presses {
  readonly #host: PressesHost;
  #listening: AbortController | undefined;
  #pressed: EventTarget | undefined;
  #isScripted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PressesHost) {
    this.#host = host;
  }

  watch(): void {
    this.rest();
    const { signal } = (this.#listening = new AbortController());
    window.addEventListener('click', this.#onPress, { capture: true, signal });
    window.addEventListener('formdata', this.#host.formData, { capture: true, signal });
    for (const name of EVENTS) {
      // Before the page's own listeners, after them, and once more where they stop the event.
      window.addEventListener(name, this.#onEvent, { capture: true, signal });
      window.addEventListener(name, this.#onEvent, { signal });
    }
    const observer = new MutationObserver(this.#host.read);
    // The form's inputs may stand anywhere in the page: `form="id"`.
    observer.observe(document, { childList: true, subtree: true });
    signal.addEventListener('abort', () => {
      observer.disconnect();
    });
  }

  /** Whether a person presses this input at this moment. */
  isPressed(input: EventTarget): boolean {
    return this.#pressed === input;
  }

  rest(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
    this.#timer = this.#pressed = undefined;
  }

  /** What a script presses brings trusted events, too: the click on a label's input, `change`. */
  readonly #onPress = (event: Event): void => {
    if (this.#isScripted) return;
    this.#isScripted = !event.isTrusted;
    this.#pressed = event.isTrusted ? event.composedPath()[0] : undefined;
    queueMicrotask(() => {
      this.#isScripted = false;
    });
  };

  readonly #onEvent = ({ type, target }: Event): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = this.#pressed = undefined;
      this.#host.read();
    });
    // A box changes before its click is through, and changes back where the page cancels it.
    if (type !== 'click' || target === null || !this.#host.isOurs(target)) this.#host.read();
  };
}
