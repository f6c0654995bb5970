import type { LogHead } from './log.js';
import type { Notice } from './notice.js';
import type { GuardianMethod } from './policy-about.js';

/** What a receipt records: a first answer, or what followed it. */
export type ReceiptEvent = 'decision' | 'withdrawal' | 'renewal' | 'expiry' | 'correction';

/** The state that a matter has after the receipt. There is no state before an answer. */
export type ItemState = 'given' | 'refused' | 'withdrawn' | 'renewed' | 'expired';

/**
 * How the state came about. `checkbox`: the person pressed this item's own box. `agree-all`,
 * `required-only`: by one of the two buttons. `unticked`: left open when the form was sent.
 * `parent`: an item it depends on was not given. `restored`: ticked earlier by the same person on
 * the same notice and brought back. `button`: an answer button of its own. `host`: by the page, either
 * its own control that ticks several boxes, or at another place, which `source` names. `clock`: expired.
 */
export type DecidedBy =
  | 'checkbox'
  | 'agree-all'
  | 'required-only'
  | 'unticked'
  | 'parent'
  | 'restored'
  | 'button'
  | 'host'
  | 'clock';

export interface ReceiptItem {
  readonly id: string;
  readonly state: ItemState;
  readonly by: DecidedBy;
  /** Milliseconds from when the item was shown to the last press. Absent when nothing was pressed. */
  readonly dt?: number;
  /** Who says so, where it was decided at another place (`by: "host"`): a service, never a person. */
  readonly source?: string;
  /** When it was decided there: UTC with milliseconds. */
  readonly at?: string;
}

/** What one person decided, when, how, and on which notice. Closed schema; never overwritten. */
export interface Receipt {
  readonly schema: 'dongui/receipt@1';
  /** UUIDv7 (RFC 9562), lower case. */
  readonly id: string;
  readonly event: ReceiptEvent;
  /** UTC with milliseconds: `2026-11-22T00:12:34.567Z`, by the person's clock. */
  readonly at: string;
  /** IANA time zone of the browser, where known. */
  readonly tz?: string;
  /** Client clock minus server clock in ms, where a server's time is known. */
  readonly skew?: number;
  /** Random, `u_` and 22 base64url characters unless the host passes its own opaque one. */
  readonly subject: string;
  readonly actor: 'self' | 'guardian' | 'system';
  readonly guardian?: {
    readonly method: GuardianMethod;
    readonly ref?: string;
    readonly at?: string;
  };
  /** Random, `c_` and 22 base64url characters: this subject's chain in this browser. */
  readonly chain: string;
  /** 1 for the first receipt of the chain. */
  readonly seq: number;
  /** Hash of the receipt before it in the chain; null for the first. */
  readonly prev: string | null;
  /**
   * Id of the receipt that a withdrawal, renewal, expiry or correction is about; of a decision, of
   * the withdrawal after which a person gave something again.
   */
  readonly ref?: string;
  readonly notice: {
    readonly policy: string;
    readonly surface: string;
    readonly version: string;
    readonly locale: string;
    readonly sha256: string;
  };
  readonly shown: {
    /** Hash of the texts that were in the DOM, in their order. */
    readonly sha256: string;
    /** Ids of items that were not visible when the form was sent, or not asked there. */
    readonly hidden: readonly string[];
    /** True inside a frame. */
    readonly framed: boolean;
  };
  readonly items: readonly ReceiptItem[];
  readonly submit: {
    /** `submit`: the form's submit event. `formdata`: `form.submit()`. `script`: `record()`. */
    readonly by: 'submit' | 'formdata' | 'script' | 'button';
    /** Whether the browser says that a person caused the event. */
    readonly trusted: boolean;
    /** Milliseconds from when the surface was shown. */
    readonly dt: number;
  };
  readonly client: {
    /** Version of this library. */
    readonly lib: string;
    readonly origin: string;
    /** Whether the page was a secure context; false on plain http. */
    readonly secure: boolean;
  };
}

/** Where the receipt was kept when it was sent. Stands beside the receipt, never in it. */
export interface Delivery {
  readonly persisted: 'idb' | 'journal' | 'none';
  /** 1 for the first try. */
  readonly attempt: number;
  readonly ack: 'hash' | 'status';
}

/** The body of `POST /receipts`. */
export interface ReceiptEnvelope {
  readonly receipt: Receipt;
  /** SHA-256 of the canonical JSON of the receipt, base64url. */
  readonly hash: string;
  /** Travels along while the body stays within 48 KiB. */
  readonly notice?: Notice;
  readonly delivery: Delivery;
}

/** The receiver's answer. It names the receipt's hash. */
export interface Ack {
  readonly rh: string;
  readonly id: string;
  /** Seconds since 1970 at which the receiver first stored it. */
  readonly iat: number;
  readonly notice: 'published' | 'unverified';
  /** How far the receiver's log had come: with it, every visitor is a witness of the log. */
  readonly log?: LogHead;
  /** Compact JWS, when the receiver has a key. */
  readonly jws?: string;
}
