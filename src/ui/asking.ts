import type { Begun } from '../host/page-fields.js';
import {
  type Answers,
  clearOrphans,
  missingRequired,
  resolveDecisions,
  restoreAnswers,
} from '../model/decisions.js';
import type { Channel } from '../model/policy-marketing.js';
import type { ReceiptItem } from '../model/receipt.js';
import type { SurfaceItem } from '../model/surface.js';
import type { AskedSurface } from './asked-surface.js';
import type { Decisions } from './events.js';
import type { Recalled } from './recalled.js';
import type { Spoken } from './view-context.js';

/** What a form keeps for Back: the answers, and the notice that they were given on. */
interface KeptAnswers {
  readonly notice?: unknown;
  readonly answers?: unknown;
}

const NOTHING: Begun = { items: [], answers: {} };

/** What is asked, and what the person answered so far. It knows nothing of forms and of drawing. */
export class Asking {
  #asked: AskedSurface | undefined;
  #begun: Begun = NOTHING;
  #answers: Answers = {};
  #kept: KeptAnswers | undefined;
  #notice: string | undefined;
  #isRestored = false;
  /** What is known of earlier decisions, where it is asked for. */
  recalled: Recalled | undefined;

  get asked(): AskedSurface | undefined {
    return this.#asked;
  }

  get items(): readonly SurfaceItem[] {
    return this.#begun.items;
  }

  /** The items that wait for an answer: without those that are decided already. */
  get open(): readonly SurfaceItem[] {
    return this.recalled?.open(this.#answers) ?? this.items;
  }

  /** Ids of what stands on the surface and not on this page. */
  get notAsked(): readonly string[] {
    const items = this.#asked?.surface.items ?? [];
    return items.filter((item) => !this.items.includes(item)).map(({ id }) => id);
  }

  /** Ids of what stands on this page as it was decided before. */
  get standing(): readonly string[] {
    return this.items.filter((item) => !this.open.includes(item)).map(({ id }) => id);
  }

  /** What stands before anybody pressed anything: what was decided already, or at another place. */
  get initial(): Answers {
    return this.recalled?.initial ?? this.#begun.answers;
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
  ask(asked?: AskedSurface, begun: Begun = NOTHING, recalled?: Recalled): void {
    this.#asked = asked;
    this.#begun = begun;
    this.recalled = recalled;
    this.#notice = undefined;
    this.answer(this.initial);
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
    return missingRequired(this.open, this.#answers);
  }

  /** Every item as a receipt holds it: what is left open is refused. */
  receiptItems(): readonly ReceiptItem[] {
    return this.recalled?.fresh(this.#answers) ?? this.resolved;
  }

  decisions(): Decisions {
    return Object.fromEntries(
      this.resolved.map(({ id, state }) => [id, state === 'given' ? 'given' : 'refused']),
    );
  }

  /** Every item of the page as it would be submitted. */
  get resolved(): readonly ReceiptItem[] {
    return this.recalled?.resolved(this.#answers) ?? resolveDecisions(this.items, this.#answers);
  }

  /** Ids of the items that were answered otherwise before. */
  changedSince(before: Answers): readonly string[] {
    const ids = new Set([...Object.keys(before), ...Object.keys(this.#answers)]);
    return [...ids].filter((id) => before[id]?.given !== this.#answers[id]?.given);
  }

  /** For the browser to keep. */
  keep(): string {
    const answers = Object.entries(this.#answers);
    const own = answers.filter(([id, answer]) => answer !== this.initial[id]);
    return JSON.stringify({ notice: this.#notice, answers: Object.fromEntries(own) });
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
    if (this.#answers !== this.initial) return;
    const kept = Object.entries(restoreAnswers(this.open, this.#kept.answers));
    // What was decided at another place, and still stands so, is no answer of this page.
    const restored = Object.fromEntries(
      kept.filter(([id, { given }]) => this.initial[id]?.given !== given),
    );
    this.#isRestored = Object.keys(restored).length > 0;
    if (this.#isRestored) this.#answers = clearOrphans(this.open, { ...this.initial, ...restored });
    this.#kept = undefined;
  }
}
