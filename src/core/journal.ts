import type { Entry, Kept } from './entry.js';
import type { BrowserPorts } from './ports.js';

/** Receipts that are not known to be in the ledger, one key each, by receipt id. */
export const JOURNAL = 'dongui/j/';

/** Receipts of which it is not known whether the person has sent them (DESIGN 4, case 2). */
export const PROVISIONAL = 'dongui/p/';

/** There as long as something waits for an endpoint, so that a page can know without a database. */
const WAITS = 'dongui/waits';

/** Where the journal is: asking for `localStorage` may throw. */
export type JournalPorts = Pick<BrowserPorts, 'localStorage'>;

/** What localStorage answers; undefined where it is full or blocked. */
export function tryStorage<Value>(
  ports: JournalPorts,
  use: (storage: JournalPorts['localStorage']) => Value,
): Value | undefined {
  try {
    return use(ports.localStorage);
  } catch {
    return undefined;
  }
}

const put = (ports: JournalPorts, key: string, value: unknown): true | undefined =>
  tryStorage(ports, (storage) => {
    storage.setItem(key, JSON.stringify(value));
    return true;
  });

/** What localStorage did not take, by page and key: kept for as long as the page lives. */
const memories = new WeakMap<JournalPorts, Map<string, Entry>>();

/** The part of the journal that is in memory alone. */
export function memoryOf(ports: JournalPorts): Map<string, Entry> {
  let memory = memories.get(ports);
  if (!memory) memories.set(ports, (memory = new Map<string, Entry>()));
  return memory;
}

/**
 * Writes an entry synchronously; where it does not fit, without the notice and its long texts, which
 * the receipt names by hash; and where that does not fit either, to memory.
 */
export function writeEntry(ports: JournalPorts, prefix: string, entry: Entry): Kept {
  const { notice: _notice, texts: _texts, ...bare } = entry;
  const key = prefix + entry.receipt.id;
  if (put(ports, key, entry) ?? put(ports, key, bare)) return 'journal';
  const persisted = 'none';
  memoryOf(ports).set(key, { ...entry, delivery: { ...entry.delivery, persisted } });
  return persisted;
}

/** Deletes a key of the journal. */
export function removeKey(ports: JournalPorts, key: string): void {
  memoryOf(ports).delete(key);
  tryStorage(ports, (storage) => {
    storage.removeItem(key);
  });
}

/** Notes down whether something waits for an endpoint. */
export function markWaiting(ports: JournalPorts, waits: boolean): void {
  if (waits) put(ports, WAITS, 1);
  else removeKey(ports, WAITS);
}

/** Whether an earlier page left something to deliver. Opens no database. */
export function somethingWaits(ports: JournalPorts): boolean {
  return tryStorage(ports, (storage) => storage.getItem(WAITS)) != null;
}
