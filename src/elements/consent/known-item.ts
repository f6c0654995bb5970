import { type Answer, type Answers, answerTo, isAvailable } from '../../model/decisions.js';
import type { ItemState, Receipt, ReceiptItem } from '../../model/receipt.js';
import type { SurfaceItem } from '../../model/surface.js';

/** What stands of one item, and where that is known from. */
export interface KnownItem {
  readonly state: 'given' | 'refused' | 'withdrawn';
  /**
   * `stands`: recorded, and drawn as decided. `stated`: the page says so; its box stands as ever.
   * `page`: recorded on this page by a form that always records the whole (a signup).
   */
  readonly from: 'stands' | 'stated' | 'page';
  /** The receipt that made it so, where one is known. */
  readonly receipt?: Receipt | undefined;
  /** When it came to be so: UTC. */
  readonly since?: string | undefined;
}

/** How everything stood before anybody pressed anything. */
export interface Standing {
  /** The items that a person decides. */
  readonly items: readonly SurfaceItem[];
  readonly known: ReadonlyMap<string, KnownItem>;
  readonly initial: Answers;
  /** Ids of what is asked again because its consent holds no longer. */
  readonly stale: readonly string[];
}

const isGiving = (state: ItemState): boolean => state === 'given' || state === 'renewed';

/** What is known of an item after a receipt; undefined where nothing is known any more. */
export function knownAfter(
  state: ItemState,
  receipt: Receipt,
  { from, since }: Pick<KnownItem, 'from' | 'since'>,
): KnownItem | undefined {
  if (from === 'page' && !isGiving(state)) return undefined;
  const now = isGiving(state) ? 'given' : state === 'withdrawn' ? 'withdrawn' : 'refused';
  // A renewal does not begin anew: reconfirmation counts from the first consent.
  const first = state === 'renewed' ? since : undefined;
  return { state: now, from, receipt, since: first ?? receipt.at };
}

/** Whether an item hangs on another to which the person says no on this page. */
export function isOrphan(
  item: SurfaceItem,
  answers: Answers,
  { items, initial, stale }: Standing,
): boolean {
  const given: Answer = { given: true, by: 'button' };
  // Who has not answered a question anew says no to nothing yet.
  const asStale = Object.fromEntries(stale.map((id) => [id, given]));
  const isFree = (each: Answers): boolean => isAvailable(item, items, { ...asStale, ...each });
  return !isFree(answers) && isFree(initial);
}

/** What was given, and is not any more by these answers. */
export function takenBack(answers: Answers, standing: Standing): readonly ReceiptItem[] {
  return standing.items.flatMap((item): ReceiptItem[] => {
    const { id } = item;
    const answer = answerTo(item, answers);
    const hangs = isOrphan(item, answers, standing);
    const isGiven = answer?.given === true && !hangs;
    if (standing.known.get(id)?.state !== 'given' || isGiven) return [];
    const by = hangs || answer === undefined ? 'parent' : answer.by;
    return [{ id, state: 'withdrawn', by }];
  });
}
