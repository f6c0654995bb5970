import { DRAFTS } from './left-drafts.js';
import { navigationType } from './navigation.js';

/** How long an answer may come back: the time that filling in a form again takes. */
const LIFE_MS = 30 * 60_000;

/** The element whose answers are kept. */
export interface DraftedControl extends HTMLElement {
  readonly form: HTMLFormElement | null;
  readonly surface: string;
  /** Brings answers back that were given on the very same notice, as after Back. */
  formStateRestoreCallback(state: string, mode: 'restore'): void;
}

/** What was answered, as a form keeps it for Back. */
export interface DraftedAnswers {
  readonly answers: unknown;
  /** What stood before anybody answered: the same object as long as nobody did. */
  readonly initial: unknown;
  keep(): string;
}

/** A draft as it is stored. */
interface Draft {
  /** When it was written, in ms since 1970. */
  readonly at: number;
  /** Of which document load it is. */
  readonly load: number;
  readonly answers: string;
}

function read(key: string): Partial<Draft> {
  try {
    return Object(JSON.parse(sessionStorage.getItem(key) ?? '{}')) as Partial<Draft>;
  } catch {
    return {};
  }
}

function write(key: string, draft: Draft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A browser without storage, or with a full one, keeps no drafts.
  }
}

/** What an earlier page left, where it may come back. */
function comeBack(key: string): string | undefined {
  const { at = 0, load, answers } = read(key);
  if (navigationType() === 'reload' || Math.abs(Date.now() - at) > LIFE_MS) {
    write(key, undefined);
    return undefined;
  }
  // In the same document nobody was sent back: a fresh form there is a new question.
  return load === performance.timeOrigin ? undefined : answers;
}

/** Keeps the draft of one element. */
class Keeper {
  readonly #element: DraftedControl;
  readonly #asking: DraftedAnswers;
  readonly #key: string;
  readonly #watch: AbortController = new AbortController();
  #submitted: Event | undefined;
  #isDone = false;

  constructor(element: DraftedControl, policy: string, asking: DraftedAnswers) {
    this.#element = element;
    this.#asking = asking;
    this.#key = `${DRAFTS}${policy}/${element.surface}`;
    const before = comeBack(this.#key);
    if (before !== undefined) element.formStateRestoreCallback(before, 'restore');
    const { signal } = this.#watch;
    for (const type of ['dongui-consent-change', 'dongui-receipt-stored'])
      element.addEventListener(type, this, { signal });
    for (const type of ['submit', 'reset', 'pagehide'])
      window.addEventListener(type, this, { capture: true, signal });
  }

  stop(): void {
    this.#watch.abort();
  }

  handleEvent(event: Event): void {
    const { type, target } = event;
    if ((type === 'reset' || type === 'submit') && target !== this.#element.form) return;
    if (type === 'submit') this.#submitted = event;
    // The form is reset once all have heard of it.
    else if (type === 'reset')
      setTimeout(() => {
        this.#save();
      });
    else {
      if (type === 'dongui-consent-change') this.#isDone = false;
      // A page that stays shows by itself what its server said; nobody is sent back to it.
      if (type === 'dongui-receipt-stored')
        this.#isDone = this.#submitted?.defaultPrevented === true;
      this.#save();
    }
  }

  #save(): void {
    const { answers, initial } = this.#asking;
    const isNone = this.#isDone || !this.#element.isConnected || answers === initial;
    const { timeOrigin: load } = performance;
    const draft = { at: Date.now(), load, answers: this.#asking.keep() };
    write(this.#key, isNone ? undefined : draft);
  }
}

const keepers = new WeakMap<Element, Keeper>();

/**
 * Keeps what is answered in this tab, so that it comes back when the server refuses the form and
 * shows it again (a wrong captcha). It is for the tab alone, for half an hour, and for the very same
 * notice; it is drawn and recorded as brought back. A reset, a reload, and a signup that a script
 * has sent and that was recorded end it.
 */
export function keepDraft(element: DraftedControl, policy: string, asking: DraftedAnswers): void {
  keepers.get(element)?.stop();
  keepers.set(element, new Keeper(element, policy, asking));
}
