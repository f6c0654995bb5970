import { koreanDay } from '../../../src/model/due-dates.js';
import { type Entry, isReceipt, verdictOf } from './entry.js';

const DAY_MS = 86_400_000;

/** What stands on top of the desk. */
export interface Figures {
  /** Receipts of today and of yesterday, of Korea, by the receiver's clock. */
  readonly today: number;
  readonly yesterday: number;
  /** Receipts that were verified, and how they came out. */
  readonly verified: number;
  readonly intact: number;
  readonly broken: number;
  /** Those whose text is not one of the published policies, or is not there. */
  readonly unverified: number;
}

/**
 * Counts what the desk has read.
 *
 * @param now In ms since 1970.
 */
export function figuresOf(entries: readonly Entry[], now: number): Figures {
  const days = entries.map(({ item }) => koreanDay(Date.parse(item.receivedAt)));
  const on = (day: string): number => days.filter((each) => each === day).length;
  const verdicts = entries.filter(isReceipt).map(verdictOf);
  const count = (...which: readonly string[]): number =>
    verdicts.filter((each) => which.includes(each)).length;
  return {
    today: on(koreanDay(now)),
    yesterday: on(koreanDay(now - DAY_MS)),
    verified: verdicts.length,
    intact: count('intact'),
    broken: count('broken'),
    unverified: count('unverified', 'no-notice'),
  };
}
