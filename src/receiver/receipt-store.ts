import type { BundledReceipt } from '../model/bundle.js';
import type { DueKind } from '../model/due-rules.js';
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
  /** What whoever sent it was answered, so that a reader of the feed can check that too. */
  readonly ack: Ack;
  /** The host's account, once it is linked. */
  readonly account?: string;
}

/** A line of the feed whose receipt was erased with its account: its hash and its place stay. */
export interface ErasedItem extends Omit<FeedItem, 'receipt' | 'account'> {
  /** The receipt's id. */
  readonly id: string;
  /** When, UTC with milliseconds. */
  readonly erased: string;
}

/** A part of the feed, oldest first, and where the next part begins. */
export interface FeedPage {
  readonly items: readonly (FeedItem | ErasedItem)[];
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

/** A receipt, by its id, and the account of the host that it belongs to. */
export interface AccountLink {
  readonly receipt: string;
  readonly account: string;
}

/** What became of a link. `awaited`: the receipt is not here yet; it is linked when it comes. */
export type LinkResult = 'linked' | 'awaited' | 'conflict' | 'erased';

/** One thing that is due. */
export interface DueItem {
  readonly kind: DueKind;
  /** The last day, `YYYY-MM-DD`, of Korea. */
  readonly due: string;
  /** Id of the receipt. */
  readonly receipt: string;
  readonly policy: string;
  readonly subject: string;
  readonly account?: string;
  /** Ids of the items that it is about; empty where it is about the whole receipt. */
  readonly items: readonly string[];
  /** Requirement by which it is due: `MKT-06`. */
  readonly requirement: string;
}

/** By what a list of what is due goes on: its last item. */
export type DueCursor = Pick<DueItem, 'due' | 'receipt' | 'kind'>;

export interface DueQuery {
  /** The last day that is asked for, `YYYY-MM-DD`. */
  readonly until: string;
  readonly after: DueCursor;
  readonly limit: number;
}

/** What is due, oldest first. */
export interface DuePage {
  readonly items: readonly DueItem[];
  /** Absent at the end. */
  readonly next?: DueCursor;
}

/** How often an item was answered. */
export interface ItemCount {
  readonly id: string;
  readonly given: number;
  readonly refused: number;
  /** Withdrawals and expiries of what was given on this notice. */
  readonly withdrawn: number;
}

/** Counts, of nobody in particular. Receipts that were erased do not count any more. */
export interface Stats {
  readonly notices: readonly {
    /** The notice's hash. */
    readonly notice: string;
    readonly policy: string;
    readonly surface: string;
    readonly version: string;
    readonly locale: string;
    /** Receipts that rest on it. */
    readonly receipts: number;
    readonly items: readonly ItemCount[];
  }[];
  /** The last fourteen days of Korea, oldest first, by the time of arrival. */
  readonly days: readonly {
    readonly day: string;
    readonly decisions: number;
    readonly withdrawals: number;
  }[];
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
  /** Those that are stored under these hashes, in any order. */
  getDocuments(hashes: readonly string[]): Promise<readonly StoredDocument[]>;
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
  /**
   * Links a receipt to an account of the host; what follows it in its chain goes with it.
   *
   * @param now Milliseconds since 1970.
   */
  linkAccount(link: AccountLink, now: number): Promise<LinkResult>;
  /** All receipts of an account, in the order of the log; undefined once it was erased. */
  readAccount(account: string): Promise<readonly BundledReceipt[] | undefined>;
  /**
   * Takes away all that the receipts of an account say; hash and place stay, so that the log can
   * still be checked.
   *
   * @returns How many receipts that was now.
   */
  eraseAccount(account: string, now: number): Promise<number>;
  readDue(query: DueQuery): Promise<DuePage>;
  /** Notes that it is done; false when no such thing was ever due. */
  settleDue(what: Pick<DueItem, 'receipt' | 'kind'>, now: number): Promise<boolean>;
  readStats(now: number, policy: string | undefined): Promise<Stats>;
}
