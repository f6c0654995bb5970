import { RECONFIRMATION, koreanDay, reconfirmationDay } from './due-dates.js';
import type { Day } from './formats.js';
import { GUARDIAN_CONFIRMATION, guardianDueDay } from './guardian-due.js';
import type { ItemKind } from './notice.js';
import type { Checked } from './presets.js';
import type { Receipt, ReceiptItem } from './receipt.js';

/** What a receipt makes due. */
export type DueKind = 'result-notice' | 'reconfirmation' | 'guardian' | 'unlinked';

/** By which rule something falls due. */
export interface DueRule extends Checked {
  /** Requirement: `MKT-06`. */
  readonly requirement: string;
  /** The article; absent where the period is ours. */
  readonly statute?: string;
  /** Days after the day of the receipt; absent where the rule reckons by years. */
  readonly days?: number;
}

/** Within so many days the result of advertising's question is told (MKT-06). */
const RESULT_DAYS = 14;

/** A receipt that no account has taken by then is nobody's; a period of our own (REC-05). */
const LINK_DAYS = 30;

/** Every rule by which a receipt makes something due, in one place; years stand in `due-dates.ts`. */
export const DUE_RULES: Readonly<Record<DueKind, DueRule>> = {
  'result-notice': {
    requirement: 'MKT-06',
    statute:
      '정보통신망 이용촉진 및 정보보호 등에 관한 법률 제50조 제7항, 같은 법 시행령 제62조의2',
    days: RESULT_DAYS,
    checkedOn: '2026-11-21',
    confidence: 'high',
  },
  reconfirmation: RECONFIRMATION,
  guardian: GUARDIAN_CONFIRMATION,
  // Receipts go with the data that they are about (REC-05), and that is found by the account.
  unlinked: { requirement: 'REC-05', days: LINK_DAYS, checkedOn: '2026-11-21', confidence: 'low' },
};

/** One thing that is due of a receipt. */
export interface Due {
  readonly kind: DueKind;
  /** The item that it is about; absent where it is about the whole receipt. */
  readonly item?: string;
  /** The last day on which it may be done, of Korea. */
  readonly due: Day;
}

/** A receipt as its due dates are reckoned. */
export interface DueSource {
  readonly receipt: Pick<Receipt, 'actor' | 'guardian' | 'items'>;
  /** What each item of its notice is. */
  readonly kinds: ReadonlyMap<string, ItemKind>;
  /** When it was decided, in ms since 1970, by a clock that is believed. */
  readonly at: number;
}

const DAY_MS = 86_400_000;

const isAdvertising = (kind: ItemKind | undefined): boolean =>
  kind === 'advertising' || kind === 'advertising-night';

/** What was left open, or followed from another answer, was not said by the person. */
const isSaid = ({ state, by }: ReceiptItem): boolean =>
  state === 'given' ||
  state === 'withdrawn' ||
  (state === 'refused' && by !== 'unticked' && by !== 'parent');

/**
 * All that a receipt makes due: the notice of the result to who agreed, refused or took back
 * advertising; the question whether advertising is still wanted; the record of a child whose guardian
 * has not confirmed; and a link to the host's account. What happened since, such as a withdrawal, is
 * not looked at.
 */
export function duesOf({ receipt, kinds, at }: DueSource): readonly Due[] {
  const after = (days: number): Day => koreanDay(at + days * DAY_MS);
  const since = new Date(at).toISOString();
  const guardian = guardianDueDay(receipt, since);
  const advertising = receipt.items.filter(({ id }) => isAdvertising(kinds.get(id)));
  return [
    ...advertising.filter(isSaid).map(({ id }): Due => ({
      ...{ kind: 'result-notice', item: id, due: after(RESULT_DAYS) },
    })),
    ...advertising.flatMap(({ id, state }): Due[] => {
      const isStanding = state === 'given' || state === 'renewed';
      const due = isStanding && reconfirmationDay(since, { kind: 'advertising' });
      return due ? [{ kind: 'reconfirmation', item: id, due }] : [];
    }),
    ...(guardian === undefined ? [] : [{ kind: 'guardian', due: guardian } as const]),
    { kind: 'unlinked', due: after(LINK_DAYS) },
  ];
}
