import { type Answers, answerTo, isAvailable, resolveDecisions } from '../../model/decisions.js';
import type { KnownAnswer, Recall, StaleAnswer } from '../../model/recall-answers.js';
import type { Receipt, ReceiptItem } from '../../model/receipt.js';
import type { SurfaceItem } from '../../model/surface.js';
import type { Decisions } from '../../ui/events.js';

/** Where one recipient stands at the moment. */
export interface Standing {
  readonly state: 'given' | 'refused' | 'withdrawn';
  /** Ms since 1970; undefined for what was brought back. */
  readonly since: number | undefined;
  /** Whether it was decided before this page was opened, and is recorded. */
  readonly isEarlier: boolean;
}

/** What the ledger knows of an item, and how it came to know. */
interface Known extends KnownAnswer {
  /** Whether the person said so; what was left open when a form was sent is still asked. */
  readonly isDecided: boolean;
  readonly isEarlier: boolean;
}

/** Whose questions are asked, what is known already, and what is still to be recorded. No drawing. */
export class Questions {
  /** Recipients that are asked about or shown, in the order of their surface. */
  readonly items: readonly SurfaceItem[];
  /** Those of them that a person decides. */
  readonly asked: readonly SurfaceItem[];
  readonly stale: ReadonlyMap<string, StaleAnswer>;
  readonly #known = new Map<string, Known>();
  #newest: Receipt | undefined;

  constructor(items: readonly SurfaceItem[], { known, stale }: Recall) {
    this.items = items;
    this.asked = items.filter(({ kind }) => kind !== 'information');
    this.stale = stale;
    for (const { id } of this.asked) {
      const answer = known.get(id);
      if (answer === undefined) continue;
      this.#remember(id, { ...answer, isDecided: true, isEarlier: true });
    }
  }

  /** The receipt by which an item is given now; undefined while it is not. */
  given(id: string): Receipt | undefined {
    const known = this.#known.get(id);
    return known?.state === 'given' ? known.receipt : undefined;
  }

  /** The newest receipt that one of the items rests on. */
  get newest(): Receipt | undefined {
    return this.#newest;
  }

  /** Whether an answer is what stands in the ledger already. */
  stands(id: string, given: boolean): boolean {
    const known = this.#known.get(id);
    return known?.isDecided === true && (known.state === 'given') === given;
  }

  /** How an item stands, given what the person answered on this page; undefined while it is open. */
  standing(id: string, answers: Answers, at: number | undefined): Standing | undefined {
    const answer = answerTo({ id }, answers);
    if (answer !== undefined) {
      return { state: answer.given ? 'given' : 'refused', since: at, isEarlier: false };
    }
    const known = this.#known.get(id);
    if (known?.isDecided !== true) return undefined;
    const { state, since, isEarlier } = known;
    return { state, since: Date.parse(since), isEarlier };
  }

  /** The items that wait for an answer. What hangs on another that is not given is not among them. */
  open(answers: Answers): readonly SurfaceItem[] {
    const all = this.#whole(answers);
    return this.asked.filter(
      (item) =>
        answerTo(item, answers) === undefined &&
        this.#known.get(item.id)?.isDecided !== true &&
        isAvailable(item, this.asked, all),
    );
  }

  /** The required items that are not given. */
  missing(answers: Answers): readonly SurfaceItem[] {
    const all = this.#whole(answers);
    return this.asked.filter(
      (item) =>
        item.required && answerTo(item, all)?.given !== true && isAvailable(item, this.asked, all),
    );
  }

  /** What a receipt would hold that no receipt holds yet; open questions are refused, `unticked`. */
  fresh(answers: Answers): readonly ReceiptItem[] {
    return resolveDecisions(this.asked, this.#whole(answers)).filter(({ id, state }) => {
      const known = this.#known.get(id);
      if (known === undefined) return true;
      return (
        answerTo({ id }, answers) !== undefined && (known.state === 'given') !== (state === 'given')
      );
    });
  }

  decisions(answers: Answers): Decisions {
    const all = resolveDecisions(this.asked, this.#whole(answers));
    return Object.fromEntries(
      all.map(({ id, state }) => [id, state === 'given' ? 'given' : 'refused']),
    );
  }

  /** Takes a receipt of this page into account. */
  take(receipt: Receipt): void {
    const since = receipt.at;
    for (const { id, state, by } of receipt.items) {
      if (this.#isOlder(receipt, id)) continue;
      const now = state === 'given' || state === 'withdrawn' ? state : 'refused';
      const isDecided = by !== 'unticked' && by !== 'parent';
      this.#remember(id, { state: now, receipt, since, isDecided, isEarlier: false });
    }
  }

  /** Whether something later is known already: a withdrawal is, before it is durable. */
  #isOlder({ chain, seq }: Receipt, id: string): boolean {
    const known = this.#known.get(id)?.receipt;
    return known?.chain === chain && known.seq > seq;
  }

  #remember(id: string, known: Known): void {
    this.#known.set(id, known);
    const { receipt } = known;
    if (this.#newest === undefined || this.#newest.at <= receipt.at) this.#newest = receipt;
  }

  /** The answers, and what is given already beneath them. */
  #whole(answers: Answers): Answers {
    const given = [...this.#known].filter(([, { state }]) => state === 'given');
    const beneath = given.map(([id]): [string, Answers[string]] => [
      id,
      { given: true, by: 'button' },
    ]);
    return { ...Object.fromEntries(beneath), ...answers };
  }
}
