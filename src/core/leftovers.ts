import type { Entry } from './entry.js';
import { JOURNAL, PROVISIONAL, removeKey } from './journal.js';
import type { TextStorage } from './ports.js';

/** A note that no page made a receipt of within this time is of a page that is gone. */
const NOTE_LIFE_MS = 3_600_000;

function isEntry(value: unknown): value is Entry {
  const entry = value as Partial<Entry> | null;
  return typeof entry?.hash === 'string' && typeof entry.receipt?.at === 'string';
}

/** The entries under a prefix. What cannot be read is left alone. */
function entriesUnder(storage: TextStorage, prefix: string): Entry[] {
  const keys = Array.from({ length: storage.length }, (_none, i) => storage.key(i) ?? '');
  return keys.flatMap((key) => {
    if (!key.startsWith(prefix)) return [];
    try {
      const value: unknown = JSON.parse(storage.getItem(key) ?? '');
      return isEntry(value) ? [value] : [];
    } catch {
      return [];
    }
  });
}

const orderOf = ({ receipt }: Entry): string => receipt.at + String(receipt.seq).padStart(9, '0');

/** Receipts that pages left in the journal, in the order in which they were made. */
export function readJournal(storage: TextStorage | undefined): readonly Entry[] {
  try {
    const entries = storage ? entriesUnder(storage, JOURNAL) : [];
    return entries.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  } catch {
    return [];
  }
}

/** Deletes the notes of pages that went without sending: nobody decided anything (DESIGN 4). */
export function dropStaleNotes(storage: TextStorage | undefined, now: number): void {
  try {
    if (!storage) return;
    for (const { receipt } of entriesUnder(storage, PROVISIONAL)) {
      if (Math.abs(now - Date.parse(receipt.at)) > NOTE_LIFE_MS)
        removeKey(storage, PROVISIONAL + receipt.id);
    }
  } catch {
    // Blocked storage holds no notes.
  }
}
