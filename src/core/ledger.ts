import type { Notice, TextPart } from '../model/notice.js';
import type { Acknowledgement, Entry, Head, LedgerRecord, OutboxRow, Outgoing } from './entry.js';
import type { Changes, KeySpan, KeyValueStore } from './storage/key-value-store.js';

/** A part of a list: what comes after an id, and at most how many. */
export interface Page {
  readonly after?: string | undefined;
  readonly limit?: number;
}

/** How many predecessors a head remembers. */
const REMEMBERED = 16;

const receiptKey = (policy: string, id = ''): string => `${policy}/r/${id}`;
const noticeKey = (policy: string, hash = ''): string => `${policy}/n/${hash}`;
const textKey = (policy: string, hash = ''): string => `${policy}/t/${hash}`;
const headKey = (policy: string, subject = ''): string => `${policy}/head/${subject}`;
const newestKey = (policy: string): string => `${policy}/newest`;
const rowKey = (id: string): string => `o/${id}`;

/** Behind every key that begins so. */
const endOf = (prefix: string): string => `${prefix}\uffff`;

/** This key alone. */
const only = (key: string): KeySpan => ({ from: key, to: `${key}\u0000` });

/** The keys that begin so, behind the one with the id. */
const span = (prefix: string, after?: string): KeySpan => ({
  from: after === undefined ? prefix : only(prefix + after).to,
  to: endOf(prefix),
});

/** What appending finds in the database. */
interface Found {
  readonly record: LedgerRecord | undefined;
  readonly head: Head | undefined;
  readonly newest: Head | undefined;
}

/** The end of the chain after a receipt, which may be of an earlier time than what is there. */
function headAfter({ receipt, hash }: Entry, head: Head | undefined): Head {
  const { subject, chain, seq, prev } = receipt;
  const same = head?.chain === chain ? head : undefined;
  const prevs = [...(same?.prevs ?? []), prev].slice(-REMEMBERED);
  return same && same.seq > seq ? { ...same, prevs } : { subject, chain, seq, hash, prevs };
}

function addReceipt(entry: Entry, { head, newest }: Found): Changes {
  const { receipt, hash, ack, row } = entry;
  const { id, subject, notice } = receipt;
  const isFork = head?.chain === receipt.chain && head.prevs?.includes(receipt.prev) === true;
  const record: LedgerRecord = {
    receipt,
    hash,
    ...(isFork && { fork: true }),
    delivery: { persisted: 'idb', attempts: row?.tries ?? 0, ...(ack !== undefined && { ack }) },
  };
  const after = headAfter(entry, head);
  // The newest subject is the one that was begun last, whoever withdraws something meanwhile.
  const isNewest = !newest || newest.subject === subject || !head;
  return {
    [receiptKey(notice.policy, id)]: record,
    [headKey(notice.policy, subject)]: after,
    ...(isNewest && { [newestKey(notice.policy)]: after }),
    ...(row && { [rowKey(id)]: row }),
  };
}

/** A receipt that is there already stays as it is. Only that it was acknowledged may be news. */
function noteAck({ ack }: Entry, { receipt, ...rest }: LedgerRecord): Changes {
  if (ack === undefined || rest.delivery.ack !== undefined) return {};
  const record: LedgerRecord = { receipt, ...rest, delivery: { ...rest.delivery, ack } };
  return {
    [receiptKey(receipt.notice.policy, receipt.id)]: record,
    [rowKey(receipt.id)]: undefined,
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
   * where the database is open. Where another tab has continued the chain first, the receipt is
   * stored as it was hashed, and marked as a fork.
   */
  append(entry: Entry): Promise<void> {
    const { notice, texts = [], receipt } = entry;
    const { policy, sha256 } = receipt.notice;
    const parts: [string, unknown][] = texts.map(({ hash, part }) => [textKey(policy, hash), part]);
    if (notice) parts.push([noticeKey(policy, sha256), notice]);
    const keys = [
      receiptKey(policy, receipt.id),
      headKey(policy, receipt.subject),
      newestKey(policy),
      ...parts.map(([key]) => key),
    ];
    return this.#store.transact(keys, ([record, head, newest, ...held]) => {
      const found = { record, head, newest } as Found;
      return {
        ...Object.fromEntries(parts.filter((_part, i) => held[i] === undefined)),
        ...(found.record ? noteAck(entry, found.record) : addReceipt(entry, found)),
      };
    });
  }

  /** Receipts of a policy, oldest first. */
  receipts(policy: string, page: Page = {}): Promise<readonly LedgerRecord[]> {
    return this.#list(span(receiptKey(policy), page.after), page);
  }

  /** One receipt; undefined when it is not there. */
  receipt(policy: string, id: string): Promise<LedgerRecord | undefined> {
    return this.#one(receiptKey(policy, id));
  }

  /** The end of a subject's chain; without a subject, of the newest one's. */
  head(policy: string, subject?: string): Promise<Head | undefined> {
    return this.#one(subject === undefined ? newestKey(policy) : headKey(policy, subject));
  }

  /** A notice by its hash; undefined when no receipt here names it. */
  notice(policy: string, hash: string): Promise<Notice | undefined> {
    return this.#one(noticeKey(policy, hash));
  }

  /** A long text by its hash. */
  text(policy: string, hash: string): Promise<TextPart | undefined> {
    return this.#one(textKey(policy, hash));
  }

  /** What waits for an endpoint, oldest first; dead letters too. */
  outbox(page: Page = {}): Promise<readonly OutboxRow[]> {
    // Ids of receipts are hexadecimal; so the keys of a policy called "o" sort behind all rows.
    return this.#list({ ...span('o/', page.after), to: 'o/g' }, page);
  }

  /** A row with its receipt and notice; undefined when it waits no longer. */
  async entry(row: OutboxRow): Promise<Outgoing | undefined> {
    const record = await this.receipt(row.policy, row.id);
    if (!record || record.delivery.ack !== undefined) return undefined;
    const { receipt, hash } = record;
    const notice = await this.notice(row.policy, receipt.notice.sha256);
    return { receipt, hash, row, ...(notice && { notice }) };
  }

  /**
   * Notes beside the receipt what an attempt brought: the row as it is now, or the acknowledgement,
   * which alone ends the row.
   */
  settle(row: OutboxRow, ack?: Acknowledgement): Promise<void> {
    const [key, waiting] = [receiptKey(row.policy, row.id), rowKey(row.id)];
    return this.#store.transact([key, waiting], ([value, stored]) => {
      const record = value as LedgerRecord | undefined;
      if (!record || record.delivery.ack !== undefined) return { [waiting]: undefined };
      const { tries, rejected } = row;
      const news = ack === undefined ? rejected !== undefined && { rejected } : { ack };
      const delivery = { persisted: 'idb', attempts: tries, ...news };
      return {
        [key]: { ...record, delivery },
        // A row that is gone was acknowledged in another tab, or cleared by the person.
        [waiting]: ack === undefined && stored ? row : undefined,
      };
    });
  }

  /** Forgets the receipts of a policy, or all, on this device; also those that still wait. */
  async clear(policy?: string): Promise<void> {
    if (policy === undefined) return this.#store.remove([span('')]);
    const rows = (await this.outbox()).filter((row) => row.policy === policy);
    const prefixes = [receiptKey, noticeKey, textKey, headKey].map((key) => key(policy));
    return this.#store.remove([
      ...prefixes.map((prefix) => span(prefix)),
      ...[newestKey(policy), ...rows.map(({ id }) => rowKey(id))].map(only),
    ]);
  }

  async #one<Value>(key: string): Promise<Value | undefined> {
    const [value] = await this.#store.read([key]);
    return value as Value | undefined;
  }

  async #list<Value>(keys: KeySpan, { limit }: Page): Promise<readonly Value[]> {
    return (await this.#store.list(keys, limit)) as readonly Value[];
  }
}
