import type { Decisions } from '../../ui/events.js';

/** What a page may say when it asks. */
export interface AskOptions {
  /** Ends the wait. What the person has answered by then stays answered. */
  readonly signal?: AbortSignal;
}

interface Call {
  readonly resolve: (decisions: Decisions) => void;
  readonly reject: (reason: unknown) => void;
}

const aborted = (why: string): DOMException => new DOMException(`[dongui] ${why}`, 'AbortError');

/**
 * A page's calls of `ask()` that have no answer yet, and the dialog around the element, where there
 * is one: it is opened for the question, and closing it is no decision (requirement CTL-12).
 */
export class Asker {
  readonly #host: HTMLElement;
  readonly #calls = new Set<Call>();
  #dialog: HTMLDialogElement | null = null;
  #isShown = false;
  #hasOpened = false;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  get isWaiting(): boolean {
    return this.#calls.size > 0;
  }

  /** Waits for an answer. */
  wait(signal: AbortSignal | undefined): Promise<Decisions> {
    return new Promise((resolve, reject) => {
      const call: Call = { resolve, reject };
      this.#calls.add(call);
      const onAbort = (): void => {
        if (!this.#calls.delete(call)) return;
        reject(signal?.reason as Error);
        if (!this.isWaiting) this.#rest();
      };
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /**
   * Brings the element before the person, once for all calls that wait.
   *
   * @returns whether it was brought by this call.
   */
  show(): boolean {
    if (!this.isWaiting || this.#isShown) return false;
    this.#isShown = true;
    this.#host.hidden = false;
    const dialog = (this.#dialog = this.#host.closest('dialog'));
    this.#hasOpened = dialog?.open === false;
    if (this.#hasOpened) dialog?.showModal();
    dialog?.addEventListener('close', this.#onClose);
    return true;
  }

  resolve(decisions: Decisions): void {
    this.#end(({ resolve }) => {
      resolve(decisions);
    });
  }

  reject(reason: Error): void {
    this.#end(({ reject }) => {
      reject(reason);
    });
  }

  /** The element went away from the page; one that is only moved is back within the task. */
  leave(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.reject(aborted('The element was removed.'));
    });
  }

  readonly #onClose = (): void => {
    this.reject(aborted('The dialog was closed without a decision.'));
  };

  #end(tell: (call: Call) => void): void {
    if (!this.isWaiting) return;
    const calls = [...this.#calls];
    this.#calls.clear();
    this.#rest();
    calls.forEach(tell);
  }

  #rest(): void {
    const dialog = this.#dialog;
    dialog?.removeEventListener('close', this.#onClose);
    if (this.#hasOpened) dialog?.close();
    this.#dialog = null;
    this.#isShown = this.#hasOpened = false;
  }
}
