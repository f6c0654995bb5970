import {
  type Answers,
  missingRequired,
  resolveDecisions,
  restoreAnswers,
} from '../model/decisions.js';
import type { Channel } from '../model/policy-marketing.js';
import type { ReceiptItem } from '../model/receipt.js';
import type { SurfaceItem } from '../model/surface.js';
import type { AskedSurface } from './asked-surface.js';
import type { Decisions } from './events.js';
import type { Spoken } from './view-context.js';

/** What a form keeps for Back: the answers, and the notice that they were given on. */
interface KeptAnswers {
  readonly notice?: unknown;
  readonly answers?: unknown;
}

/**
 * What a form submits: `<prefix>[<id>]` is `given` or `refused`.
 *
 * @param name of the control; it is the prefix, which is `consent` where there is none.
 */
export function formDataOf(decisions: Decisions, name: string): FormData {
  const data = new FormData();
  for (const [id, state] of Object.entries(decisions))
    data.append(`${name || 'consent'}[${id}]`, state);
  return data;
}

/** What is asked, and what the person answered so far. It knows nothing of forms and of drawing. */
export class Asking {
  #asked: AskedSurface | undefined;
  #answers: Answers = {};
  #kept: KeptAnswers | undefined;
  #notice: string | undefined;
  #isRestored = false;

  get asked(): AskedSurface | undefined {
    return this.#asked;
  }

  get items(): readonly SurfaceItem[] {
    return this.#asked?.surface.items ?? [];
  }

  /** What the policy calls its channels of advertising. */
  get channelTitles(): ReadonlyMap<Channel, string> {
    const titles = new Map<Channel, string>();
    for (const { channel, title } of this.items) if (channel && title) titles.set(channel, title);
    return titles;
  }

  /** What a view speaks about: in whose language, and with which names. */
  get spoken(): Spoken {
    return { locale: this.#asked?.policy.locale ?? '', channelTitles: this.channelTitles };
  }

  get answers(): Answers {
    return this.#answers;
  }

  /** True while answers from before a Back stand here unchanged. */
  get isRestored(): boolean {
    return this.#isRestored;
  }

  /** Asks something else, or nothing. Answers never cross from one notice to another. */
  ask(asked: AskedSurface | undefined): void {
    this.#asked = asked;
    this.#notice = undefined;
    this.answer({});
  }

  /** Says which notice the items stand on, as soon as its hash is known. */
  standOn(notice: string): void {
    this.#notice = notice;
    this.#bringBack();
  }

  answer(answers: Answers): void {
    this.#answers = answers;
    this.#isRestored = false;
  }

  /** The required items that are not given. */
  missing(): readonly SurfaceItem[] {
    return missingRequired(this.items, this.#answers);
  }

  /** Every item as a receipt holds it: what is left open is refused. */
  receiptItems(): readonly ReceiptItem[] {
    return resolveDecisions(this.items, this.#answers);
  }

  decisions(): Decisions {
    return Object.fromEntries(
      this.receiptItems().map(({ id, state }) => [id, state === 'given' ? 'given' : 'refused']),
    );
  }

  /** Ids of the items that were answered otherwise before. */
  changedSince(before: Answers): readonly string[] {
    const ids = new Set([...Object.keys(before), ...Object.keys(this.#answers)]);
    return [...ids].filter((id) => before[id]?.given !== this.#answers[id]?.given);
  }

  /** For the browser to keep. */
  keep(): string {
    return JSON.stringify({ notice: this.#notice, answers: this.#answers });
  }

  /** What the browser kept; taken up as soon as the very same notice is asked. */
  restore(kept: string): void {
    try {
      this.#kept = JSON.parse(kept) as KeptAnswers;
    } catch {
      return;
    }
    this.#bringBack();
  }

  #bringBack(): void {
    if (this.#notice === undefined || this.#kept?.notice !== this.#notice) return;
    // Who has begun to answer anew is not overruled.
    if (Object.keys(this.#answers).length > 0) return;
    this.#answers = restoreAnswers(this.items, this.#kept.answers);
    this.#isRestored = Object.keys(this.#answers).length > 0;
    this.#kept = undefined;
  }
}
