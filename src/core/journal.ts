import type { Entry } from './entry.js';
import type { TextStorage } from './ports.js';

/** Receipts that are not known to be in the ledger, one key each, by receipt id. */
export const JOURNAL = 'dongui/j/';

/** Receipts of which it is not known whether the person has sent them (DESIGN 4, case 2). */
export const PROVISIONAL = 'dongui/p/';

/** There as long as something waits for an endpoint, so that a page can know without a database. */
const WAITS = 'dongui/waits';

type JournalStorage = TextStorage | undefined;

function put(storage: JournalStorage, key: string, value: string): boolean {
  try {
    storage?.setItem(key, value);
    return storage !== undefined;
  } catch {
    return false;
  }
}

/** Deletes a key; where that fails, the key is found and seen to later. */
export function removeKey(storage: JournalStorage, key: string): void {
  try {
    storage?.removeItem(key);
  } catch {
    // Blocked storage: what could not be written need not be deleted.
  }
}

/** Notes down whether something waits for an endpoint. */
export function markWaiting(storage: JournalStorage, waits: boolean): void {
  if (waits) put(storage, WAITS, '1');
  else removeKey(storage, WAITS);
}

/**
 * Writes an entry synchronously: whole, or, where that does not fit or the rest is held elsewhere,
 * without the notice and its long texts, which the receipt names by hash.
 *
 * @returns whether it is written.
 */
export function writeEntry(
  storage: JournalStorage,
  key: string,
  { notice, texts, ...bare }: Entry,
): boolean {
  return [{ ...bare, notice, texts }, { ...bare, notice }, bare].some((value) =>
    put(storage, key, JSON.stringify(value)),
  );
}

/** Whether an earlier page left something to deliver. Opens no database. */
export function somethingWaits(storage: JournalStorage): boolean {
  try {
    return storage?.getItem(WAITS) != null;
  } catch {
    return false;
  }
}
