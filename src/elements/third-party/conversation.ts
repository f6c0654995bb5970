import type { Answers } from '../../model/decisions.js';
import type { Recall } from '../../model/recall-answers.js';
import type { Receipt, ReceiptItem } from '../../model/receipt.js';
import type { SurfaceItem } from '../../model/surface.js';
import type { Asking } from '../../ui/asking.js';
import type { Decisions } from '../../ui/events.js';
import { Questions, type Standing } from './questions.js';

/** The questions of one element as they are put: which is open, since when, and what is new. */
export class Conversation {
  /** Undefined while it is not known what is asked. */
  questions: Questions | undefined;
  readonly #asking: Asking;
  /** The item that the person wants to decide anew. */
  #changing: string | undefined;
  /** When an item was answered on this page, in ms since 1970. */
  readonly #times = new Map<string, number>();
  #card: { readonly id: string | undefined; readonly at: number } = { id: undefined, at: 0 };

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  begin(items: readonly SurfaceItem[], recall: Recall): void {
    this.questions = new Questions(items, recall);
  }

  end(): void {
    this.questions = this.#changing = undefined;
  }

  /** Opens the question of an item again; undefined: of none. */
  change(id: string | undefined): void {
    this.#changing = id;
  }

  /** The item whose question is open. */
  get openId(): string | undefined {
    return this.#changing ?? this.questions?.open(this.#asking.answers)[0]?.id;
  }

  get decisions(): Decisions {
    return this.questions?.decisions(this.#asking.answers) ?? {};
  }

  /** What a receipt would hold that none holds yet; undefined while nothing is asked. */
  get fresh(): readonly ReceiptItem[] | undefined {
    return this.questions?.fresh(this.#asking.answers);
  }

  /** The newest receipt, where it and older ones hold everything. */
  get whole(): Receipt | undefined {
    return this.fresh?.length === 0 ? this.questions?.newest : undefined;
  }

  missing(): readonly SurfaceItem[] {
    return this.questions?.missing(this.#asking.answers) ?? [];
  }

  standingOf(id: string): Standing | undefined {
    return this.questions?.standing(id, this.#asking.answers, this.#times.get(id));
  }

  /** The answers after one more. What stands in the ledger already is no answer. */
  answered(id: string, given: boolean): Answers {
    const { [id]: _old, ...rest } = this.#asking.answers;
    this.change(undefined);
    this.#times.set(id, Date.now());
    if (this.questions?.stands(id, given) === true) return rest;
    const dt = Math.round(performance.now() - this.#card.at);
    return { ...rest, [id]: { given, by: 'button', dt } };
  }

  /** The answers after a receipt of this page: without those that it holds. */
  taken(receipt: Receipt): Answers {
    this.questions?.take(receipt);
    return this.#open();
  }

  /** Before a render: what came back with Back and is in the ledger is no answer any more. */
  tidy(): void {
    const open = this.#open();
    const { answers } = this.#asking;
    if (Object.keys(open).length < Object.keys(answers).length) this.#asking.answer(open);
    const id = this.openId;
    if (this.#card.id !== id) this.#card = { id, at: performance.now() };
  }

  #open(): Answers {
    const answers = Object.entries(this.#asking.answers);
    return Object.fromEntries(
      answers.filter(([id, { given }]) => this.questions?.stands(id, given) !== true),
    );
  }
}
