import { koreanDay } from './due-dates.js';
import type { Day } from './formats.js';
import type { Checked } from './presets.js';
import type { Receipt } from './receipt.js';

/** A period after which something has to be gone, with its source. */
export interface DeletionPreset extends Checked {
  readonly requirement: string;
  readonly statute: string;
  readonly days: number;
}

/** What is kept of a guardian who refused, or whom nobody could confirm, is destroyed by then. */
export const GUARDIAN_CONFIRMATION: DeletionPreset = {
  requirement: 'CHD-05',
  statute: '표준 개인정보 보호지침 제13조',
  days: 5,
  checkedOn: '2026-11-21',
  confidence: 'high',
};

const DAY_MS = 86_400_000;

/** As much of a receipt as says who decided. */
export type Decider = Pick<Receipt, 'actor' | 'guardian'>;

/** Whether a guardian decided whom nobody has confirmed yet: the receipt is provisional (CHD-01). */
export function isUnconfirmed({ actor, guardian }: Decider): boolean {
  return actor === 'guardian' && guardian?.at === undefined;
}

/**
 * The last day on which an unconfirmed guardian's decision, and what a child said to reach the
 * guardian, may still be there (CHD-05, REC-12). The day on which it was collected does not count
 * itself (Civil Act 157).
 *
 * @param since When it was collected, RFC 3339: the receiver's time where one is known, else the
 *   receipt's own.
 * @returns undefined for what a person decided themselves, and for a guardian who was confirmed.
 */
export function guardianDueDay(decider: Decider, since: string): Day | undefined {
  if (!isUnconfirmed(decider)) return undefined;
  return koreanDay(Date.parse(since) + GUARDIAN_CONFIRMATION.days * DAY_MS);
}
