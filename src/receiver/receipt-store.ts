import type { LogHead } from '../model/log.js';
import type { Ack, Delivery, Receipt } from '../model/receipt.js';

/** Whether the notice comes from a document that the receiver was given. */
export type NoticeStatus = Ack['notice'];

/** A notice or text part, stored once under its hash. */
export interface StoredDocument {
  /** SHA-256 of `body`, base64url. */
  readonly sha256: string;
  readonly kind: 'notice' | 'text';
  /** Canonical JSON. */
  readonly body: string;
}

/** A receipt that has passed every check, as it is offered to the store. */
export interface OfferedReceipt {
  readonly receipt: Receipt;
  readonly hash: string;
  readonly status: NoticeStatus;
  readonly delivery: Delivery;
  /** Milliseconds since 1970, by the receiver's clock. */
  readonly receivedAt: number;
  /** Whether the person's clock and ours are more than a day apart. */
  readonly skewed: boolean;
  /** The very bytes of the answer: kept, and given again to whoever sends the receipt again. */
  readonly ack: string;
}

/** `missing`: nothing was stored, because the notice is not. `ack` is the one stored first. */
export type AddResult =
  | { readonly outcome: 'stored' | 'known'; readonly ack: string }
  | { readonly outcome: 'conflict' | 'missing' };

/** One line of the feed. */
export interface FeedItem {
  readonly receipt: Receipt;
  readonly hash: string;
  /** UTC with milliseconds, by the receiver's clock. */
  readonly receivedAt: string;
  /** The notice's hash. */
  readonly notice: string;
  readonly status: NoticeStatus;
  readonly delivery: Delivery;
  /** What is worth a look: `clock-skew`, when the two clocks are more than 24 h apart. */
  readonly flags: readonly 'clock-skew'[];
  /** The host's account, once it is linked. */
  readonly account?: string;
}

/** A part of the feed, oldest first, and where the next part begins. */
export interface FeedPage {
  readonly items: readonly FeedItem[];
  /** Position of the last item, or the one asked with where there was none. */
  readonly next: string;
}

export interface FeedQuery {
  /** A position that an earlier page gave as `next`: decimal digits; `0` for the beginning. */
  readonly after: string;
  readonly limit: number;
  /** Only receipts of this policy id. */
  readonly policy?: string;
}

/** A part of the log: hashes of receipts in the order of the feed, and the heads sealed among them. */
export interface LogPage {
  /** The head of everything before. */
  readonly from: LogHead;
  readonly hashes: readonly string[];
  readonly seals: readonly LogHead[];
}

/**
 * Where a receiver keeps what it was given. Append-only, and safe to share by any number of
 * receivers. Every promise rejects when the database cannot be reached.
 */
export interface ReceiptStore {
  /** Brings the tables to what this version needs. Cheap when they are. */
  open(): Promise<void>;
  /** Stores a notice or text once; true when it was not there. */
  putDocument(document: StoredDocument): Promise<boolean>;
  getDocument(sha256: string): Promise<StoredDocument | undefined>;
  /** Those of the hashes under which nothing is stored. */
  missingDocuments(hashes: readonly string[]): Promise<readonly string[]>;
  /** Stores a receipt once, by its id. Another content under a known id is a conflict, and noted. */
  addReceipt(offered: OfferedReceipt): Promise<AddResult>;
  /** The ack of a receipt that is stored with this very hash. */
  findAck(id: string, hash: string): Promise<string | undefined>;
  /** A page of the feed. What it has passed by once never gets a line before it. */
  readFeed(query: FeedQuery): Promise<FeedPage>;
  /**
   * Gives every receipt its place and seals the log up to the newest.
   *
   * @param now Milliseconds since 1970.
   * @returns the newest head.
   */
  sealLog(now: number): Promise<LogHead>;
  /** The log after its first `after` receipts, at most `limit` of them. */
  readLog(after: number, limit: number): Promise<LogPage>;
}
