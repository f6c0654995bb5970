import type { Notice, TextPart } from '../model/notice.js';
import type { Entry, Head, LedgerRecord, OutboxRow } from './entry.js';
import type { Changes, KeyValueStore } from './storage/key-value-store.js';

/** The head of a subject's chain; of the subject that was begun last, under no subject. */
const headKey = (policy: string, subject = ''): string => `${policy}/head/${subject}`;

/** The changes by which a receipt is added; `head` and `newest` are what the database has. */
function addReceipt(entry: Entry, head?: Head, newest?: Head): Changes {
  const { receipt, hash, delivery, row } = entry;
  const { id, subject, chain, seq, prev, notice } = receipt;
  const { policy } = notice;
  // A receipt that was left behind may come after those that follow it.
  const end: Head = head && head.seq > seq ? head : { subject, chain, seq, hash };
  return {
    [`${policy}/r/${id}`]: {
      receipt,
      hash,
      ...(head && head.hash !== prev && { fork: true }),
      delivery: { ...delivery, persisted: 'idb' },
    } satisfies LedgerRecord,
    [headKey(policy, subject)]: end,
    // The newest subject is the one that was begun last, whoever withdraws something meanwhile.
    ...((!head || newest?.subject === subject) && { [headKey(policy)]: end }),
    ...(row && { [`o/${id}`]: row }),
  };
}

/**
 * The receipts of this browser: append-only, one key each, so that the 100,000th costs what the
 * first did. Everything but the outbox belongs to one policy id (DESIGN 5, scope).
 */
export interface Ledger {
  /**
   * Adds a receipt with its notice, texts, head and outbox row in one transaction, issued at once
   * where the database is open. What is there already stays as it is. Where another tab has continued
   * the chain first, the receipt is stored as it was hashed, and marked as a fork.
   */
  append(entry: Entry): Promise<void>;
  /** Receipts of a policy, oldest first. */
  receipts(policy: string): Promise<readonly LedgerRecord[]>;
  /** One receipt; undefined when it is not there. */
  receipt(policy: string, id: string): Promise<LedgerRecord | undefined>;
  /** The end of a subject's chain; without a subject, of the newest one's. */
  head(policy: string, subject?: string): Promise<Head | undefined>;
  /** A notice, or a long text that one names, by its hash; undefined when no receipt here has it. */
  notice<Part extends Notice | TextPart = Notice>(
    policy: string,
    hash: string,
  ): Promise<Part | undefined>;
  /** What waits for an endpoint, oldest first; dead letters too. */
  outbox(): Promise<readonly OutboxRow[]>;
  /** Notes beside the receipt what became of it. An acknowledgement alone ends its row. */
  settle(entry: Entry): Promise<void>;
  /** Forgets everything on this device; also what still waits. */
  clear(): Promise<void>;
}

function append(store: KeyValueStore, entry: Entry): Promise<void> {
  const { documents = [], receipt } = entry;
  const { policy } = receipt.notice;
  const parts = documents.map(([hash, part]) => [`${policy}/n/${hash}`, part] as const);
  const keys = [`${policy}/r/${receipt.id}`, headKey(policy, receipt.subject), headKey(policy)];
  return store.transact(
    [...keys, ...parts.map(([key]) => key)],
    ([record, head, newest, ...held]) => ({
      ...Object.fromEntries(parts.filter((_part, i) => !held[i])),
      ...(!record && addReceipt(entry, head as Head | undefined, newest as Head | undefined)),
    }),
  );
}

function settle(store: KeyValueStore, { receipt, delivery, row }: Entry): Promise<void> {
  const [key, waiting] = [`${receipt.notice.policy}/r/${receipt.id}`, `o/${receipt.id}`] as const;
  return store.transact([key, waiting], ([value, waits]) => {
    const record = value as LedgerRecord | undefined;
    // It was acknowledged in another tab, or cleared by the person.
    if (!record || record.delivery.ack) return { [waiting]: undefined };
    return {
      [key]: { ...record, delivery: { ...delivery, persisted: 'idb' } },
      [waiting]: waits && row,
    };
  });
}

/** A ledger over a store. */
export function createLedger(store: KeyValueStore): Ledger {
  const get = <Value>(key: string): Promise<Value | undefined> =>
    store.get(key) as Promise<Value | undefined>;
  const list = <Value>(from: string, to: string): Promise<readonly Value[]> =>
    store.list({ from, to }) as Promise<readonly Value[]>;
  return {
    append: (entry) => append(store, entry),
    receipts: (policy) => list(`${policy}/r/`, `${policy}/r0`),
    receipt: (policy, id) => get(`${policy}/r/${id}`),
    head: (policy, subject) => get(headKey(policy, subject)),
    notice: (policy, hash) => get(`${policy}/n/${hash}`),
    // Ids of receipts are hexadecimal: the keys of a policy called "o" lie behind them.
    outbox: () => list('o/', 'o/g'),
    settle: (entry) => settle(store, entry),
    clear: () => store.clear(),
  };
}
