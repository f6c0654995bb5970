import type { Entry, Kept } from './entry.js';
import { parseObject } from './parse-object.js';
import type { BrowserPorts } from './ports.js';

/** Receipts that are not known to be in the ledger, one key each, by receipt id. */
export const JOURNAL = 'dongui/j/';

/** There as long as something waits for an endpoint, so that a page can know without a database. */
export const WAITS = 'dongui/waits';

/** Where the journal is: asking for `localStorage` may throw. */
export type JournalPorts = Pick<BrowserPorts, 'localStorage'>;

/** What localStorage answers; undefined where it is full or blocked. */
function tryStorage<Value>(
  ports: JournalPorts,
  use: (storage: JournalPorts['localStorage']) => Value,
): Value | undefined {
  try {
    return use(ports.localStorage);
  } catch {
    return undefined;
  }
}

/** Writes a key. Returns undefined where that fails. */
export function put(ports: JournalPorts, key: string, value: unknown): true | undefined {
  return tryStorage(ports, (storage) => {
    storage.setItem(key, JSON.stringify(value));
    return true;
  });
}

/**
 * Writes an entry synchronously; where it does not fit, without the notice and its long texts, which
 * the receipt names by hash.
 */
export function writeEntry(ports: JournalPorts, entry: Entry): Kept {
  const { documents: _documents, ...bare } = entry;
  const key = JOURNAL + entry.receipt.id;
  return (put(ports, key, entry) ?? put(ports, key, bare)) ? 'journal' : 'none';
}

/** The entries that pages left. What is no entry is left alone. */
export function readEntries(ports: JournalPorts): readonly Entry[] {
  const entries = tryStorage(ports, (storage) =>
    Object.keys(storage)
      .filter((key) => key.startsWith(JOURNAL))
      .map((key) => parseObject(storage.getItem(key) ?? '') as Partial<Entry>),
  );
  return (entries ?? []).filter(({ receipt }) => receipt) as readonly Entry[];
}

/** Deletes a key. */
export function removeKey(ports: JournalPorts, key: string): void {
  tryStorage(ports, (storage) => {
    storage.removeItem(key);
  });
}

/** Whether an earlier page left something to deliver. Opens no database. */
export function somethingWaits(ports: JournalPorts): boolean {
  return tryStorage(ports, (storage) => storage.getItem(WAITS)) != null;
}
