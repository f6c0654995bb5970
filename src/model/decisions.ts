import type { DecidedBy, ReceiptItem } from './receipt.js';
import type { SurfaceItem } from './surface.js';

/** What a person did with one box: what it says now, and by what it came to say so. */
export interface Answer {
  readonly given: boolean;
  readonly by: DecidedBy;
  /** Milliseconds from when the item was shown to the last press, where one was. */
  readonly dt?: number;
  /** Where it was decided, and when: see `ReceiptItem`. */
  readonly source?: string;
  readonly at?: string;
}

/**
 * What a person did so far, by item id. A missing id is not answered, which is neither given nor
 * refused until the form is sent. Plain JSON, so that a form can keep it and bring it back.
 *
 * The functions here take the items that are asked for, in the order of their surface. An item that
 * another depends on and that is not among them is not asked again: it stands as its answer says,
 * where there is one, and is given already where there is none.
 */
export type Answers = Readonly<Record<string, Answer>>;

/** An answer to one item. */
export interface ItemAnswer extends Answer {
  readonly id: string;
}

/** A press of one of the two buttons that answer many items at once. */
export interface BulkPress {
  readonly by: 'agree-all' | 'required-only';
  readonly dt?: number;
}

/** As `aria-pressed` says it. */
export type Pressed = boolean | 'mixed';

/** What each of the two buttons touches, and how it stands (requirements CTL-06, CTL-07, CTL-08). */
export interface BulkState {
  /** Whether every box that "agree to all" ticks is ticked; `mixed` for some of them. */
  readonly agreeAll: Pressed;
  /**
   * Whether it stands as "required only" leaves it: its required boxes ticked and every optional
   * one answered with no; `mixed` for a part of that.
   */
  readonly requiredOnly: Pressed;
  /** Number of optional boxes that "agree to all" ticks. */
  readonly included: number;
  /** Number of optional boxes, all of which "required only" leaves out. */
  readonly excluded: number;
  /** The boxes that "agree to all" does not tick: each takes a press of its own (CTL-09). */
  readonly apart: readonly SurfaceItem[];
}

type Items = readonly SurfaceItem[];

const boxesOf = (items: Items): Items => items.filter(({ kind }) => kind !== 'information');

const isOptional = ({ group }: SurfaceItem): boolean => group !== 'required';

/** The answer to an item; undefined while there is none. */
export function answerTo({ id }: Pick<SurfaceItem, 'id'>, answers: Answers): Answer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

const isGiven = (item: Pick<SurfaceItem, 'id'>, answers: Answers): boolean =>
  answerTo(item, answers)?.given === true;

/** Whether all that an item depends on is given, so that its box can be ticked (MKT-03). */
export function isAvailable(item: SurfaceItem, items: Items, answers: Answers): boolean {
  const { dependsOn = [], dependsOnAny } = item;
  const isMet = (id: string): boolean =>
    answerTo({ id }, answers)?.given ?? !items.some((other) => other.id === id);
  return dependsOn.every(isMet) && (!dependsOnAny || dependsOnAny.some(isMet));
}

/** Takes back what was given to items whose parents are no longer given, children of children too. */
export function clearOrphans(items: Items, answers: Answers): Answers {
  const isOrphan = (item: SurfaceItem): boolean =>
    isGiven(item, answers) && !isAvailable(item, items, answers);
  const orphans = items.filter(isOrphan).map(({ id }) => id);
  if (orphans.length === 0) return answers;
  const kept = Object.entries(answers).filter(([id]) => !orphans.includes(id));
  return clearOrphans(items, Object.fromEntries(kept));
}

/** The answers after one more. What hangs on an item that is no longer given goes with it. */
export function answerItem(items: Items, answers: Answers, answer: ItemAnswer): Answers {
  const { id, ...rest } = answer;
  return clearOrphans(items, { ...answers, [id]: rest });
}

/**
 * The answers after a press of "agree to all" or "required only". Both leave alone what is sensitive,
 * location or credit data and required (CTL-09); "required only" refuses every optional item. A box
 * that already stands as the button would leave it keeps how it came to stand so.
 */
export function pressBulk(items: Items, answers: Answers, press: BulkPress): Answers {
  const next: Record<string, Answer> = { ...answers };
  for (const item of boxesOf(items)) {
    const given = press.by === 'agree-all' || !isOptional(item);
    if (given && !(item.bulk && isAvailable(item, items, next))) continue;
    if (answerTo(item, next)?.given !== given) next[item.id] = { ...press, given };
  }
  return next;
}

function pressed(isWhole: boolean, isPart: boolean): Pressed {
  return isWhole || (isPart && 'mixed');
}

/** How the two buttons stand and what they say. See `BulkState`. */
export function bulkState(items: Items, answers: Answers): BulkState {
  const boxes = boxesOf(items);
  const optional = boxes.filter(isOptional);
  const all = pressBulk(items, answers, { by: 'agree-all' });
  const covered = boxes.filter((item) => item.bulk && isGiven(item, all));
  const given = covered.filter((item) => isGiven(item, answers));
  const required = covered.filter((item) => !isOptional(item));
  const isAnswered = (item: SurfaceItem): boolean =>
    answerTo(item, answers) !== undefined || !isAvailable(item, items, answers);
  const hasNoOptional = boxes.length > 0 && !optional.some((item) => isGiven(item, answers));
  const requiredOnly = pressed(
    hasNoOptional && optional.every(isAnswered) && required.every((item) => isGiven(item, answers)),
    hasNoOptional && boxes.some((item) => answerTo(item, answers)),
  );
  return {
    agreeAll: pressed(
      covered.length > 0 && given.length === covered.length,
      given.length > 0 && requiredOnly !== true,
    ),
    requiredOnly,
    included: covered.length - required.length,
    excluded: optional.length,
    apart: boxes.filter((item) => !covered.includes(item)),
  };
}

/**
 * The required items that are not given, in their order: the form does not go on without them. One
 * that hangs on an item which is not given is not among them.
 */
export function missingRequired(items: Items, answers: Answers): Items {
  return items.filter(
    (item) => item.required && !isGiven(item, answers) && isAvailable(item, items, answers),
  );
}

/**
 * What a receipt records when the form is sent: every item that was asked for, given or refused.
 * What was left open is refused, `unticked`; what could not be given, `parent` (DESIGN 5).
 */
export function resolveDecisions(items: Items, answers: Answers): readonly ReceiptItem[] {
  return boxesOf(items).map((item) => {
    const { given = false, by = 'unticked', dt, ...elsewhere } = answerTo(item, answers) ?? {};
    const isOpen = isAvailable(item, items, answers);
    return {
      id: item.id,
      state: given && isOpen ? 'given' : 'refused',
      by: isOpen ? by : 'parent',
      ...(dt !== undefined && { dt }),
      ...(isOpen && elsewhere),
    };
  });
}

/**
 * What the same person did earlier on the same notice, brought back by the form (DESIGN 4): marked
 * as `restored`, without what is not asked for here. Takes anything; what is no answer is left out.
 */
export function restoreAnswers(items: Items, stored: unknown): Answers {
  const restored: Record<string, Answer> = {};
  const answers = Object(stored) as Answers;
  for (const item of boxesOf(items)) {
    const given: unknown = answerTo(item, answers)?.given;
    if (typeof given === 'boolean') restored[item.id] = { given, by: 'restored' };
  }
  return clearOrphans(items, restored);
}
