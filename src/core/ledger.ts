import type { Notice, TextPart } from '../model/notice.js';
import type { Entry, Head, LedgerRecord, OutboxRow } from './entry.js';
import type { Changes, KeySpan, KeyValueStore } from './storage/key-value-store.js';

const headKey = (policy: string, subject?: string): string =>
  `${policy}/${subject === undefined ? 'newest' : `head/${subject}`}`;

/** The keys that begin so. */
const span = (from: string): KeySpan => ({ from, to: `${from}\uffff` });

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
export class Ledger {
  readonly #store: KeyValueStore;

  constructor(store: KeyValueStore) {
    this.#store = store;
  }

  /**
   * Adds a receipt with its notice, texts, head and outbox row in one transaction, issued at once
   * where the database is open. What is there already stays as it is. Where another tab has continued
   * the chain first, the receipt is stored as it was hashed, and marked as a fork.
   */
  append(entry: Entry): Promise<void> {
    const { notice, texts = [], receipt } = entry;
    const { policy, sha256 } = receipt.notice;
    const parts: [string, unknown][] = [
      [`${policy}/n/${sha256}`, notice],
      ...texts.map(({ hash, part }): [string, unknown] => [`${policy}/t/${hash}`, part]),
    ];
    const keys = [`${policy}/r/${receipt.id}`, headKey(policy, receipt.subject), headKey(policy)];
    return this.#store.transact(
      [...keys, ...parts.map(([key]) => key)],
      ([record, head, newest, ...held]) => ({
        ...Object.fromEntries(parts.filter(([, part], i) => part && !held[i])),
        ...(!record && addReceipt(entry, head as Head | undefined, newest as Head | undefined)),
      }),
    );
  }

  /** Receipts of a policy, oldest first. */
  receipts(policy: string): Promise<readonly LedgerRecord[]> {
    return this.#list(span(`${policy}/r/`));
  }

  /** One receipt; undefined when it is not there. */
  receipt(policy: string, id: string): Promise<LedgerRecord | undefined> {
    return this.#one(`${policy}/r/${id}`);
  }

  /** The end of a subject's chain; without a subject, of the newest one's. */
  head(policy: string, subject?: string): Promise<Head | undefined> {
    return this.#one(headKey(policy, subject));
  }

  /** A notice by its hash; undefined when no receipt here names it. */
  notice(policy: string, hash: string): Promise<Notice | undefined> {
    return this.#one(`${policy}/n/${hash}`);
  }

  /** A long text by its hash. */
  text(policy: string, hash: string): Promise<TextPart | undefined> {
    return this.#one(`${policy}/t/${hash}`);
  }

  /** What waits for an endpoint, oldest first; dead letters too. */
  outbox(): Promise<readonly OutboxRow[]> {
    // Ids of receipts are hexadecimal: the keys of a policy called "o" lie behind them.
    return this.#list({ from: 'o/', to: 'o/g' });
  }

  /** Notes beside the receipt what became of it. An acknowledgement alone ends its row. */
  settle({ receipt, delivery, row }: Entry): Promise<void> {
    const keys = [`${receipt.notice.policy}/r/${receipt.id}`, `o/${receipt.id}`] as const;
    return this.#store.transact(keys, ([value, waiting]) => {
      const record = value as LedgerRecord | undefined;
      // It was acknowledged in another tab, or cleared by the person.
      if (!record || record.delivery.ack) return { [keys[1]]: undefined };
      return {
        [keys[0]]: { ...record, delivery: { ...delivery, persisted: 'idb' } },
        [keys[1]]: waiting && row,
      };
    });
  }

  /** Forgets the receipts of a policy on this device; also those that still wait. */
  async clear(policy: string): Promise<void> {
    const rows = await this.outbox();
    return this.#store.remove([
      { from: `${policy}/h`, to: `${policy}/\uffff` },
      ...rows.flatMap((row) => (row.policy === policy ? span(`o/${row.id}`) : [])),
    ]);
  }

  async #one<Value>(key: string): Promise<Value | undefined> {
    const [value] = await this.#store.read([key]);
    return value as Value | undefined;
  }

  async #list<Value>(keys: KeySpan): Promise<readonly Value[]> {
    return (await this.#store.list(keys)) as readonly Value[];
  }
}
