import type { Notice, NoticeItem } from './notice.js';
import type { GuardianMethod } from './policy-about.js';
import type { Receipt } from './receipt.js';

/** One thing that does not fit between a receipt and its notice. */
export interface Misfit {
  /** JSON path in the receipt: `$.items[0].id`. */
  readonly path: string;
  readonly code:
    'not-in-notice' | 'item-not-asked' | 'item-unknown' | 'item-unanswered' | 'guardian-method';
  /** Id of the item of the notice that is meant. */
  readonly item?: string;
}

/** As much of a notice as a receipt is held against. */
export interface NoticeOutline {
  /** What a receipt says of its notice, apart from the hash. */
  readonly head: Omit<Receipt['notice'], 'sha256'>;
  /** Ids of the items that a person decides. */
  readonly asked: ReadonlySet<string>;
  /** Ids of all items. */
  readonly items: ReadonlySet<string>;
  /** Ids of the items by which a person says to be old enough. */
  readonly ages: ReadonlySet<string>;
  /** Ways to confirm a guardian that the notice offers; absent where it names none. */
  readonly guardianMethods?: readonly GuardianMethod[];
  /** Hashes of the texts that must be stored before a receipt is acknowledged. */
  readonly texts: readonly string[];
}

/** A text that stands at an address has its hash so that it can be compared; it need not be here. */
function textOf({ terms }: NoticeItem): readonly string[] {
  return terms?.sha256 === undefined || terms.url !== undefined ? [] : [terms.sha256];
}

/** Reads off a notice what its receipts are checked by. */
export function outlineOf({ policy, surface, locale, items }: Notice): NoticeOutline {
  const asked = items.filter(({ kind }) => kind !== 'information');
  const ages = items.filter(({ kind }) => kind === 'age');
  const [guardianMethods] = ages.flatMap((age) =>
    age.guardianMethods ? [age.guardianMethods] : [],
  );
  return {
    head: { policy: policy.id, surface, version: policy.version, locale },
    asked: new Set(asked.map(({ id }) => id)),
    items: new Set(items.map(({ id }) => id)),
    ages: new Set(ages.map(({ id }) => id)),
    ...(guardianMethods && { guardianMethods }),
    texts: items.flatMap(textOf),
  };
}

function headErrors({ notice }: Receipt, { head }: NoticeOutline): Misfit[] {
  return (['policy', 'surface', 'version', 'locale'] as const)
    .filter((name) => notice[name] !== head[name])
    .map((name) => ({ path: `$.notice.${name}`, code: 'not-in-notice' }));
}

/**
 * A guardian decides in one of the ways that the notice offers (CHD-03), and does not say of a child
 * that it is old enough (CHD-02).
 */
function guardianErrors(receipt: Receipt, { ages, guardianMethods }: NoticeOutline): Misfit[] {
  const { actor, guardian, items } = receipt;
  if (actor !== 'guardian' || guardian === undefined) return [];
  const isOffered = guardianMethods?.includes(guardian.method) ?? true;
  return [
    ...(isOffered ? [] : [{ path: '$.guardian.method', code: 'guardian-method' } as const]),
    ...items.flatMap(({ id }, i): Misfit[] =>
      ages.has(id) ? [{ path: `$.items[${i}].id`, code: 'item-not-asked' }] : [],
    ),
  ];
}

/**
 * What does not fit between a receipt and its notice; empty when all does (requirement REC-02).
 *
 * Each answer is about an item that the notice asks. A first decision answers all that the person
 * could see of them, what was refused as well as what was given; a later one in the same chain
 * leaves out what is given and not asked again. A withdrawal, a renewal and a decision that follows
 * a withdrawal name only what they are about.
 */
export function misfitsOf(receipt: Receipt, outline: NoticeOutline): Misfit[] {
  const { items, shown, event, prev, ref } = receipt;
  const strangers = items.flatMap(({ id }, i): Misfit[] => {
    if (outline.asked.has(id)) return [];
    const code = outline.items.has(id) ? 'item-not-asked' : 'item-unknown';
    return [{ path: `$.items[${i}].id`, code }];
  });
  const hidden = shown.hidden.flatMap((id, i): Misfit[] =>
    outline.items.has(id) ? [] : [{ path: `$.shown.hidden[${i}]`, code: 'item-unknown' }],
  );
  const accounted = new Set([...items.map(({ id }) => id), ...shown.hidden]);
  const isFirst = event === 'decision' && prev === null && ref === undefined;
  const open = isFirst ? [...outline.asked].filter((id) => !accounted.has(id)) : [];
  const unanswered = open.map((item): Misfit => ({
    ...{ path: '$.items', code: 'item-unanswered', item },
  }));
  return [
    ...headErrors(receipt, outline),
    ...strangers,
    ...guardianErrors(receipt, outline),
    ...hidden,
    ...unanswered,
  ];
}
