import type { Entry } from './entry.js';
import {
  JOURNAL,
  type JournalPorts,
  memoryOf,
  PROVISIONAL,
  removeKey,
  tryStorage,
} from './journal.js';
import { parseObject } from './post.js';

/** A note that no page made a receipt of within this time is of a page that is gone. */
const NOTE_LIFE_MS = 3_600_000;

/** The entries under a prefix, each chain in its order. What is no entry is left alone. */
function readEntries(ports: JournalPorts, prefix: string): readonly Entry[] {
  const stored = tryStorage(ports, (storage) =>
    Object.keys(storage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key, parseObject(storage.getItem(key) ?? '')]),
  );
  return ([...(stored ?? []), ...memoryOf(ports)] as [string, Partial<Entry>][])
    .flatMap(([key, entry]) =>
      entry.receipt && key === prefix + entry.receipt.id ? (entry as Entry) : [],
    )
    .sort((a, b) => a.receipt.seq - b.receipt.seq);
}

/** Receipts that are not known to be in the ledger, of this page and of those before. */
export function readJournal(ports: JournalPorts): readonly Entry[] {
  return readEntries(ports, JOURNAL);
}

/** Deletes the notes of pages that went without sending: nobody decided anything (DESIGN 4). */
export function dropStaleNotes(ports: JournalPorts, now: number): void {
  for (const { receipt } of readEntries(ports, PROVISIONAL)) {
    // An hour ahead was written under another clock.
    if (Math.abs(now - Date.parse(receipt.at)) > NOTE_LIFE_MS) {
      removeKey(ports, PROVISIONAL + receipt.id);
    }
  }
}
