import type { ItemFacts } from './notice.js';
import type { Checked } from './presets.js';
import type { RetentionRule } from './retention.js';

// When something falls due after a consent: pure reckoning, the same in browser, receiver and desk.

/** A duty that comes back, with its source. */
export interface DutyPreset extends Checked {
  /** Requirement: `MKT-08`. */
  readonly requirement: string;
  readonly statute: string;
  readonly years: number;
}

/**
 * Who agreed to receive advertising is asked every two years whether that still holds. Silence keeps
 * the consent: it is due, it does not end.
 */
export const RECONFIRMATION: DutyPreset = {
  requirement: 'MKT-08',
  statute:
    '정보통신망 이용촉진 및 정보보호 등에 관한 법률 제50조 제8항, 같은 법 시행령 제62조의3 제1항·제2항',
  years: 2,
  checkedOn: '2026-11-21',
  confidence: 'high',
};

/** Legal dates are days of Korea (requirement REC-10), which knows no summer time. */
const KOREA_MS = 9 * 3_600_000;

/**
 * The words by which a policy counts from the consent itself, or from the collection that comes with
 * it, in the languages we write. Any other `from` is an event of which nobody here knows the day.
 */
const FROM_CONSENT =
  /^(?:(?:동의|수집)(?:일|한 ?날|하신 ?날| ?시점|를 받은 날)?|(?:the )?(?:day of )?(?:your )?(?:consent|collection)|you (?:consent|agree)|(?:同意|収集|取得)(?:日|した日)?)$/i;

/** The day that it is in Korea at a moment, `YYYY-MM-DD`. */
export function koreanDay(moment: number): string {
  return new Date(moment + KOREA_MS).toISOString().slice(0, 10);
}

const dayOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

const partsOf = (day: string): readonly [year: number, month: number, day: number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month - 1, date];
};

const isAdvertising = ({ kind }: Pick<ItemFacts, 'kind'>): boolean =>
  kind === 'advertising' || kind === 'advertising-night';

/**
 * The last day on which the sender of advertising may ask whether a consent still holds: the day
 * before the date of the first consent comes back in each second year (MKT-08; Network Act 50(8),
 * Decree 62-3(1)). A confirmation settles the day that it is nearest to: a late one is not taken for
 * an early one.
 *
 * @param since When consent was first given, as `MatterState.since` has it: UTC.
 * @param confirmed When it was last confirmed; absent where it was not.
 * @returns `YYYY-MM-DD`; undefined for what is no advertising.
 */
export function reconfirmationDay(
  since: string,
  item: Pick<ItemFacts, 'kind'>,
  confirmed: string = since,
): string | undefined {
  if (!isAdvertising(item)) return undefined;
  const [year, month, day] = partsOf(koreanDay(Date.parse(since)));
  const dueIn = (spans: number): string =>
    dayOf(year + spans * RECONFIRMATION.years, month, day - 1);
  const [confirmedYear, ...date] = partsOf(koreanDay(Date.parse(confirmed)));
  const settled = dayOf(confirmedYear + 1, ...date);
  let spans = 1;
  while (dueIn(spans) < settled) spans += 1;
  return dueIn(spans);
}

/** A day so much later; where the month has no such day, its last one (Civil Act 160(3)). */
function daysLater(from: string, period: string): string {
  const amount = (unit: string): number =>
    Number(new RegExp(`(\\d+)${unit}`).exec(period)?.[1] ?? 0);
  const [year, month, day] = partsOf(from);
  const [years, months] = [amount('Y'), amount('M')];
  const monthEnd = partsOf(dayOf(year + years, month + months + 1, 0))[2];
  const date = Math.min(day, monthEnd) + amount('W') * 7 + amount('D');
  return dayOf(year + years, month + months, date);
}

/** Whether a period is counted from the consent: the recipient's own is counted from the provision. */
function isFromConsent({ from, statute, condition }: RetentionRule, item: ExpiringItem): boolean {
  if (statute !== undefined || condition !== undefined) return false;
  if (from !== undefined) return FROM_CONSENT.test(from.trim());
  return item.kind !== 'third-party' && item.kind !== 'overseas';
}

/** The facts by which a consent ends. */
export type ExpiringItem = Pick<ItemFacts, 'kind' | 'retention' | 'uses'>;

/**
 * The last day of a consent that ends by the document's own period: what it is given for is kept for
 * a time from the consent, or until a day, and is destroyed then (PIPA 21(1)). The first rule is the
 * entry's own; statutes and conditions are exceptions to it. The first day does not count (Civil Act
 * 157).
 *
 * @param since When consent was given, UTC.
 * @returns `YYYY-MM-DD`; undefined where it ends by an event, or by a withdrawal alone.
 */
export function expiryDay(since: string, item: ExpiringItem): string | undefined {
  const ends = (item.uses ?? [item]).map(({ retention: [rule] = [] }) => {
    if (rule === undefined) return undefined;
    const { period, until } = rule;
    if (period === undefined) return until === 'purpose-met' ? undefined : until;
    return isFromConsent(rule, item) ? daysLater(koreanDay(Date.parse(since)), period) : undefined;
  });
  // Of several purposes the last one ends it.
  return ends.includes(undefined) ? undefined : ends.sort().at(-1);
}
