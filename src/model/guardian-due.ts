import type { Day } from './formats.js';
import type { Receipt } from './receipt.js';

const DAY_MS = 86_400_000;

/** Korea is nine hours ahead of UTC all year: legal dates count there (requirement REC-10). */
const SEOUL_MS = 9 * 3_600_000;

/** Days within which what nobody confirmed is destroyed (표준지침 13; requirements CHD-05, REC-12). */
const UNCONFIRMED_DAYS = 5;

/** As much of a receipt as says who decided. */
type Decided = Pick<Receipt, 'actor' | 'guardian' | 'at'>;

/** Whether a guardian decided whom nobody has confirmed yet: the receipt is provisional (CHD-01). */
export function isUnconfirmed({ actor, guardian }: Decided): boolean {
  return actor === 'guardian' && guardian?.at === undefined;
}

/**
 * The last day on which an unconfirmed guardian's decision, and what a child said to reach the
 * guardian, may still be there: five days after the day on which it was collected, which does not
 * count itself (Civil Act 157), in Seoul.
 *
 * @param since When it was collected, RFC 3339: the receiver's time where one is known, else the
 *   receipt's own.
 * @returns undefined for what a person decided themselves, and for a guardian who was confirmed.
 */
export function guardianDueDay(receipt: Decided, since: string = receipt.at): Day | undefined {
  if (!isUnconfirmed(receipt)) return undefined;
  const day = new Date(Date.parse(since) + SEOUL_MS + UNCONFIRMED_DAYS * DAY_MS);
  return day.toISOString().slice(0, 10);
}
