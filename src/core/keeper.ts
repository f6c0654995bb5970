import type { Acknowledgement, Entry, Kept, LedgerRecord, OutboxRow, Outgoing } from './entry.js';
import { JOURNAL, markWaiting, removeKey, writeEntry } from './journal.js';
import type { Ledger } from './ledger.js';
import { readJournal } from './leftovers.js';
import type { BrowserPorts } from './ports.js';

/** Rows that are read at a time. */
const BATCH = 50;

/**
 * Keeps entries where they can be kept: in the ledger, and while that fails, in memory and in the
 * journal, until the ledger takes them.
 */
export class Keeper {
  readonly #ports: BrowserPorts;
  readonly #ledger: Ledger;
  /** What the ledger has not taken, by receipt id. */
  readonly #unsaved = new Map<string, Entry>();

  constructor(ports: BrowserPorts, ledger: Ledger) {
    this.#ports = ports;
    this.#ledger = ledger;
  }

  /** Where an entry is kept now. */
  keptIn(id: string): Kept {
    if (!this.#unsaved.has(id)) return 'idb';
    try {
      return this.#ports.localStorage?.getItem(JOURNAL + id) == null ? 'none' : 'journal';
    } catch {
      return 'none';
    }
  }

  /** Brings an entry into the ledger and then out of the journal. Never rejects. */
  async append(entry: Entry): Promise<Kept> {
    const { localStorage } = this.#ports;
    const { id } = entry.receipt;
    try {
      await this.#ledger.append(entry);
      // Before the journal's key goes: whoever looks meanwhile finds the one or the other.
      if (entry.row) markWaiting(localStorage, true);
      removeKey(localStorage, JOURNAL + id);
      this.#unsaved.delete(id);
    } catch {
      this.#unsaved.set(id, entry);
    }
    return this.keptIn(id);
  }

  /** What is not in the ledger though it should be, here or left by another page, oldest first. */
  leftovers(): readonly Entry[] {
    const entries = readJournal(this.#ports.localStorage);
    const left = new Map(entries.map((entry) => [entry.receipt.id, entry]));
    return [...new Map([...left, ...this.#unsaved]).values()];
  }

  /** All rows that wait: of the ledger, as far as it can be read, and of what it did not take. */
  async *rows(): AsyncGenerator<OutboxRow, void> {
    for (const { row } of [...this.#unsaved.values()]) if (row) yield row;
    let after: string | undefined;
    do {
      const page = await this.#ledger.outbox({ after, limit: BATCH }).catch(() => []);
      yield* page;
      after = page.at(-1)?.id;
    } while (after !== undefined);
  }

  /** All that a row needs to be sent; undefined when its receipt is gone. */
  async entry(row: OutboxRow): Promise<Outgoing | undefined> {
    const entry = this.#unsaved.get(row.id);
    return entry ? { ...entry, row } : this.#ledger.entry(row);
  }

  /** A notice or a long text that an entry names. */
  async document({ receipt, notice, texts = [] }: Entry, hash: string): Promise<unknown> {
    const { policy, sha256 } = receipt.notice;
    if (hash === sha256) return notice ?? this.#ledger.notice(policy, hash);
    return texts.find((text) => text.hash === hash)?.part ?? this.#ledger.text(policy, hash);
  }

  /** Notes what an attempt brought: the row as it is now, or the acknowledgement that ends it. */
  async settle(row: OutboxRow, ack?: Acknowledgement): Promise<void> {
    const entry = this.#unsaved.get(row.id);
    if (!entry) return this.#ledger.settle(row, ack);
    const { row: _row, ...rest } = entry;
    const next: Entry = ack === undefined ? { ...rest, row } : { ...rest, ack };
    this.#unsaved.set(row.id, next);
    if (this.keptIn(row.id) === 'journal') {
      writeEntry(this.#ports.localStorage, JOURNAL + row.id, next);
    }
  }

  /** Receipts of a policy, oldest first, also those that the ledger did not take. */
  async receipts(policy: string): Promise<readonly LedgerRecord[]> {
    const stored = await this.#ledger.receipts(policy).catch(() => []);
    const others = [...this.#unsaved.values()]
      .filter(({ receipt }) => receipt.notice.policy === policy)
      .map(({ receipt, hash, row, ack }): LedgerRecord => {
        const { tries: attempts = 1, rejected } = row ?? {};
        const state = ack === undefined ? rejected !== undefined && { rejected } : { ack };
        const persisted = this.keptIn(receipt.id);
        return { receipt, hash, delivery: { persisted, attempts, ...state } };
      });
    return [...stored, ...others];
  }

  /** Forgets receipts on this device: of a policy, or all. */
  async clear(policy?: string): Promise<void> {
    for (const { receipt } of this.leftovers()) {
      if (policy !== undefined && receipt.notice.policy !== policy) continue;
      removeKey(this.#ports.localStorage, JOURNAL + receipt.id);
      this.#unsaved.delete(receipt.id);
    }
    await this.#ledger.clear(policy);
  }

  /** Corrects the mirror by which a page knows, without a database, that something waits. */
  async mirror(): Promise<void> {
    const { localStorage } = this.#ports;
    // Gone first, then looked again: what another tab adds meanwhile is seen by one of us.
    markWaiting(localStorage, false);
    const isLeft = this.leftovers().some(({ row }) => row !== undefined);
    const rows = await this.#ledger.outbox({ limit: 1 }).catch(() => [undefined]);
    if (isLeft || rows.length > 0) markWaiting(localStorage, true);
  }
}
