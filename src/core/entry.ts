import type { CreatedNotice } from '../model/create-notice.js';
import type { Notice } from '../model/notice.js';
import type { Ack, Delivery, Receipt } from '../model/receipt.js';
import type { AckKeys } from './config.js';

/** Where a receipt is kept on this device: `idb` ledger, `journal` in localStorage, or nowhere. */
export type Kept = Delivery['persisted'];

/** What counts as an acknowledgement: an answer that names the hash, or any 2xx. */
export type AckMode = Delivery['ack'];

/** What the endpoint said: an answer that names the hash, or a bare 2xx where that is enough. */
export type Acknowledgement = Ack | 'status';

/** A long text of a notice and its hash, as `createNotice()` makes them. */
export type NoticeText = CreatedNotice['texts'][number];

/** What became of a receipt after it was made. Stands beside it, never in it (DESIGN 5). */
export interface DeliveryState {
  readonly persisted: Kept;
  /** How often it has been sent. */
  readonly attempts: number;
  readonly ack?: Acknowledgement | undefined;
  /**
   * Of the acknowledgement, where the page has keys: `unchecked` where the browser can't check (plain
   * http). Absent: no keys are known.
   */
  readonly signature?: 'valid' | 'unchecked' | undefined;
  /** Why the endpoint refuses it: a dead letter. */
  readonly rejected?: string | undefined;
}

/** A receipt as the ledger holds it. */
export interface LedgerRecord {
  readonly receipt: Receipt;
  /** SHA-256 of the canonical JSON of the receipt, base64url. */
  readonly hash: string;
  /** True when the chain had gone on meanwhile, in another tab. */
  readonly fork?: boolean;
  readonly delivery: DeliveryState;
}

/** A receipt that waits for an acknowledgement: a row of the outbox, `o/<receipt id>`. */
export interface OutboxRow {
  /** Id of the receipt. */
  readonly id: string;
  /** Id of the policy whose ledger holds the receipt. */
  readonly policy: string;
  /** Absolute address. Each row keeps its own, so that a page with the script alone delivers it. */
  readonly endpoint: string;
  readonly mode: AckMode;
  /** By which keys its acknowledgement has to be signed, as the page had it; absolute. */
  readonly keys?: AckKeys | undefined;
  /** How often it has been sent. */
  readonly tries: number;
  /** Not to be sent before, in ms since 1970: what the endpoint asked for. */
  readonly nextAt: number;
  /** The version of this library that was refused. Another one, or another day, tries again. */
  readonly lib?: string | undefined;
}

/** A receipt on its way, with all that the ledger and the endpoint need. Plain JSON. */
export interface Entry extends LedgerRecord {
  readonly notice?: Notice | undefined;
  readonly texts?: readonly NoticeText[] | undefined;
  /** Absent when there is no endpoint, or when it has acknowledged. */
  readonly row?: OutboxRow | undefined;
}

/** An entry that has an endpoint, and no acknowledgement yet. */
export interface Outgoing extends Entry {
  readonly row: OutboxRow;
}

/** The end of a subject's chain in this browser. */
export interface Head {
  readonly subject: string;
  readonly chain: string;
  /** Of the newest receipt; 0 before the first. */
  readonly seq: number;
  /** Of the newest receipt; null before the first. */
  readonly hash: string | null;
}
