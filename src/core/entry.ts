import type { CreatedNotice } from '../model/create-notice.js';
import type { Notice } from '../model/notice.js';
import type { Ack, Delivery, Receipt } from '../model/receipt.js';

/** Where a receipt is kept on this device: `idb` ledger, `journal` in localStorage, or nowhere. */
export type Kept = Delivery['persisted'];

/** What the endpoint said: an answer that names the hash, or a bare 2xx where that is enough. */
export type Acknowledgement = Ack | 'status';

/** What counts as an acknowledgement: an answer that names the hash, or any 2xx. */
export type AckMode = Delivery['ack'];

/** A long text of a notice and its hash, as `createNotice()` makes them. */
export type NoticeText = CreatedNotice['texts'][number];

/** A receipt that waits for an acknowledgement: a row of the outbox, `o/<receipt id>`. */
export interface OutboxRow {
  /** Id of the receipt. */
  readonly id: string;
  /** Id of the policy whose ledger holds the receipt. */
  readonly policy: string;
  /** Absolute address. Each row keeps its own, so that a page with the script alone delivers it. */
  readonly endpoint: string;
  readonly mode: AckMode;
  /** How often it has been sent. */
  readonly tries: number;
  /** Not to be sent before, in ms since 1970. */
  readonly nextAt: number;
  /** True when the endpoint asked for the wait (`Retry-After`). */
  readonly asked?: true;
  /** A dead letter: why the endpoint refuses the receipt. It is kept, and tried again once a day. */
  readonly rejected?: string;
  /** Version of the library that was refused. Another one tries at once. */
  readonly lib?: string;
}

/** A receipt on its way, with all that the ledger and the endpoint need. Plain JSON. */
export interface Entry {
  readonly receipt: Receipt;
  /** SHA-256 of the canonical JSON of the receipt, base64url. */
  readonly hash: string;
  readonly notice?: Notice;
  readonly texts?: readonly NoticeText[];
  /** Absent when there is no endpoint, or when it has acknowledged. */
  readonly row?: OutboxRow;
  readonly ack?: Acknowledgement;
}

/** An entry that has an endpoint, and no acknowledgement yet. */
export type Outgoing = Entry & { readonly row: OutboxRow };

/** The end of a subject's chain in this browser. */
export interface Head {
  readonly subject: string;
  readonly chain: string;
  /** Of the newest receipt; 0 before the first. */
  readonly seq: number;
  /** Of the newest receipt; null before the first. */
  readonly hash: string | null;
  /** What the newest receipts name as `prev`: one that is named twice is a fork. */
  readonly prevs?: readonly (string | null)[];
}

/** What became of a receipt after it was made. Stands beside it, never in it (DESIGN 5). */
export interface DeliveryState {
  readonly persisted: Kept;
  readonly attempts: number;
  readonly ack?: Acknowledgement;
  readonly rejected?: string;
}

/** A receipt as the ledger holds it. */
export interface LedgerRecord {
  readonly receipt: Receipt;
  readonly hash: string;
  /** True when another tab had continued the chain first: two receipts name the same `prev`. */
  readonly fork?: true;
  readonly delivery: DeliveryState;
}
