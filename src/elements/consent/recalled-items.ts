import type { Begun } from '../../host/page-fields.js';
import { type Answer, type Answers, answerTo, resolveDecisions } from '../../model/decisions.js';
import type { Recall } from '../../model/recall-answers.js';
import type { Receipt, ReceiptItem } from '../../model/receipt.js';
import type { SurfaceItem } from '../../model/surface.js';
import type { Earlier, News, Recalled, Sequel } from '../../ui/recalled.js';
import { RecordedNews } from '../../ui/recorded-news.js';
import type { KnownViews } from './groups-view.js';
import { earlierOf } from '../../ui/earlier.js';
import { isOrphan, knownAfter, type KnownItem, type Standing, takenBack } from './known-item.js';

/** What is asked, and what is known of it. */
export interface RecalledItemsOptions {
  /** Absent: nothing is looked up; what this page records is remembered. */
  readonly recall?: Recall;
  /** Whether every decision is of the whole surface: of a signup, that is. */
  readonly isWhole: boolean;
  /** Whether the page has a box of its own for an item: it stays, and says how the item stands. */
  readonly hasBox: (id: string) => boolean;
  /** The answers of the form as they are. */
  readonly answers: () => Answers;
  /** Called with the answers after a receipt. */
  readonly changed: (answers: Answers) => void;
  /** What the record is called where the page's own box says how an item stands. */
  readonly source?: string;
}

const NOTHING: Recall = { known: new Map(), stale: new Map() };

const isAsked = ({ kind }: SurfaceItem): boolean => kind !== 'information';

/** The items of one form with what was decided of them before, on other pages and on this one. */
export class RecalledItems implements Recalled {
  #initial: Answers = {};
  #items: readonly SurfaceItem[] = [];
  readonly #options: RecalledItemsOptions;
  readonly #known = new Map<string, KnownItem>();
  /** Ids of what the person wants to decide anew. */
  readonly #opened = new Set<string>();
  #newest: Earlier | undefined;
  readonly news: News;
  /** What draws them, once it is made. */
  views: KnownViews | undefined;

  constructor(options: RecalledItemsOptions) {
    const { answers, changed } = options;
    this.#options = options;
    this.news = new RecordedNews({
      withdrawal: () => this.withdrawal(answers()),
      earlier: () => this.earlier(answers()),
      isFresh: () => this.fresh(answers()).length > 0,
      take: (recording) => {
        changed(this.take(recording, answers()));
      },
    });
  }

  get initial(): Answers {
    return this.#initial;
  }

  get recall(): Recall {
    return this.#options.recall ?? NOTHING;
  }

  begin({ items, answers }: Begun): Begun {
    this.#items = items;
    const initial: Record<string, Answer> = {};
    for (const item of items) {
      const stated = answerTo(item, answers);
      const answer = stated ? this.#state(item, stated) : this.#remember(item);
      if (answer !== undefined) initial[item.id] = answer;
    }
    this.#initial = initial;
    return { items, answers: initial };
  }

  /** The receipt and the time by which an item stands; undefined where nothing is known. */
  known(id: string): KnownItem | undefined {
    return this.#known.get(id);
  }

  /** Whether an item is drawn as decided: nobody has touched it here. */
  isSettled(item: SurfaceItem, answers: Answers): boolean {
    const { id } = item;
    const { from, state } = this.#known.get(id) ?? {};
    if (from !== 'stands' || this.#opened.has(id) || this.#options.hasBox(id)) return false;
    if (answers[id] !== this.#initial[id]) return false;
    return state !== 'given' || !this.#isOrphan(item, answers);
  }

  /** Whether the person has opened the question of an item again. */
  isOpened(id: string): boolean {
    return this.#opened.has(id);
  }

  open(answers: Answers): readonly SurfaceItem[] {
    return this.#items.filter((item) => !this.isSettled(item, answers));
  }

  resolved(answers: Answers): readonly ReceiptItem[] {
    const open = this.open(answers);
    const asked = new Map(resolveDecisions(open, answers).map((item) => [item.id, item]));
    return this.#items.filter(isAsked).map(({ id }) => {
      const state = this.#known.get(id)?.state === 'given' ? 'given' : 'refused';
      return asked.get(id) ?? { id, state, by: 'button' };
    });
  }

  fresh(answers: Answers): readonly ReceiptItem[] {
    return resolveDecisions(this.open(answers), answers).filter(({ id, state }) => {
      const known = this.#known.get(id);
      if (known === undefined) return true;
      const wasGiven = known.state === 'given';
      const isGiven = state === 'given';
      // What was given and is not any more is taken back, which is a receipt of its own.
      if (wasGiven && !isGiven) return false;
      return known.from === 'page' || (isGiven !== wasGiven && answers[id] !== undefined);
    });
  }

  withdrawal(answers: Answers): Sequel | undefined {
    return this.#sequel(this.#takenBack(answers));
  }

  /** What a press on one item's own button takes back: the item, and what hangs on it. */
  withdrawalOf(id: string, answers: Answers): Sequel | undefined {
    const refused = { ...answers, [id]: { given: false, by: 'button' } } as const;
    const before = new Set([id, ...this.#takenBack(answers).map((item) => item.id)]);
    const orphans = this.#takenBack(refused).filter((item) => !before.has(item.id));
    return this.#sequel([{ id, state: 'withdrawn', by: 'button' }, ...orphans]);
  }

  /** What a press confirms: that consents still hold (requirement MKT-08). */
  renewalOf(ids: readonly string[]): Sequel | undefined {
    const items = ids.map((id): ReceiptItem => ({ id, state: 'renewed', by: 'button' }));
    return this.#sequel(items, 'renewal');
  }

  earlier(answers: Answers): Earlier | null | undefined {
    if (this.#options.isWhole && this.#newest === undefined) return undefined;
    const isDone = this.fresh(answers).length === 0 && this.#takenBack(answers).length === 0;
    return isDone ? (this.#newest ?? null) : undefined;
  }

  take(recording: Earlier, answers: Answers): Answers {
    const { receipt } = (this.#newest = recording);
    const initial = new Map(Object.entries(this.#initial));
    const next = new Map(Object.entries(answers));
    for (const item of receipt.items) {
      const { id } = item;
      const { from = this.#options.isWhole ? 'page' : 'stands', since } = this.#known.get(id) ?? {};
      const known = knownAfter(item.state, receipt, { from, since });
      if (known === undefined) this.#known.delete(id);
      else this.#known.set(id, known);
      if (from === 'page') continue;
      const answer = this.#answerAfter(item, from);
      for (const map of [initial, next])
        if (answer === undefined) map.delete(id);
        else map.set(id, answer);
    }
    this.#initial = Object.fromEntries(initial);
    return Object.fromEntries(next);
  }

  /** How an item stands after a receipt; what was only left open is no answer: its box stands. */
  #answerAfter({ id, state, by }: ReceiptItem, from: KnownItem['from']): Answer | undefined {
    const isOpen = state === 'withdrawn' || by === 'unticked' || by === 'parent';
    if (from === 'stands' && isOpen) {
      this.#opened.add(id);
      return undefined;
    }
    this.#opened.delete(id);
    return { given: state === 'given' || state === 'renewed', by: 'button' };
  }

  /** Opens a question that is not asked: what stands goes on until it is answered. */
  reopen(id: string, answers: Answers): Answers {
    this.#opened.add(id);
    const { [id]: _answer, ...rest } = answers;
    return rest;
  }

  /** What was opened is closed; what a signup has recorded was of another try. */
  reset(): void {
    this.#opened.clear();
    for (const [id, { from }] of this.#known) if (from === 'page') this.#known.delete(id);
  }

  /** What the page says of an item; of a signup it is recorded like any answer. */
  #state({ id }: SurfaceItem, stated: Answer): Answer {
    const recorded = this.recall.known.get(id);
    const receipt = recorded?.state === 'given' && stated.given ? recorded.receipt : undefined;
    if (receipt !== undefined) this.#see(receipt);
    if (!this.#options.isWhole || receipt !== undefined) {
      const state = stated.given ? 'given' : 'refused';
      this.#known.set(id, { state, from: 'stated', receipt });
    }
    return stated;
  }

  /** What the ledger says of an item. A refusal does not keep what nothing goes on without. */
  #remember({ id, required }: SurfaceItem): Answer | undefined {
    const recorded = this.recall.known.get(id);
    if (recorded === undefined || (required && recorded.state !== 'given')) return undefined;
    const { state, receipt, since } = recorded;
    this.#known.set(id, { state, from: 'stands', receipt, since });
    this.#see(receipt);
    const { source } = this.#options;
    const elsewhere = source === undefined ? {} : { source, at: since };
    return { given: state === 'given', by: 'button', ...elsewhere };
  }

  #see(receipt: Receipt): void {
    if (this.#newest !== undefined && this.#newest.receipt.at > receipt.at) return;
    this.#newest = earlierOf(receipt);
  }

  #isOrphan(item: SurfaceItem, answers: Answers): boolean {
    return isOrphan(item, answers, this.#standing);
  }

  #takenBack(answers: Answers): readonly ReceiptItem[] {
    return takenBack(answers, this.#standing);
  }

  get #standing(): Standing {
    const stale = [...this.recall.stale.keys()];
    return { items: this.#items, known: this.#known, initial: this.#initial, stale };
  }

  #sequel(
    items: readonly ReceiptItem[],
    event: Receipt['event'] = 'withdrawal',
  ): Sequel | undefined {
    if (items.length === 0) return undefined;
    // One receipt names one other: the newest of those that it is about.
    const [newest] = items
      .flatMap(({ id }) => this.#known.get(id)?.receipt ?? [])
      .sort((one, other) => (one.at < other.at ? 1 : -1));
    return { event, items, ...(newest && { ref: newest.id }) };
  }
}
