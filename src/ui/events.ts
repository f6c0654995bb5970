import type { Ack, Receipt } from '../model/receipt.js';

/** What a person has decided so far, by item id. */
export type Decisions = Readonly<Record<string, 'given' | 'refused'>>;

const composed = { bubbles: true, composed: true };

/** A person changed one or more decisions. Not dispatched when a script or a reset does. */
export class ConsentChangeEvent extends CustomEvent<ConsentChangeDetail> {
  static readonly type = 'dongui-consent-change';

  constructor(detail: ConsentChangeDetail) {
    super(ConsentChangeEvent.type, { ...composed, detail });
  }
}

export interface ConsentChangeDetail {
  readonly decisions: Decisions;
  /** Ids of the items that this press changed, parents and children included. */
  readonly changed: readonly string[];
}

/** The receipt is durable on this device: it survives a crash and waits for the endpoint. */
export class ReceiptStoredEvent extends CustomEvent<ReceiptStoredDetail> {
  static readonly type = 'dongui-receipt-stored';

  constructor(detail: ReceiptStoredDetail) {
    super(ReceiptStoredEvent.type, { ...composed, detail });
  }
}

export interface ReceiptStoredDetail {
  readonly receipt: Receipt;
  readonly hash: string;
  /** `idb`: in the ledger. `journal`: in `localStorage`. `none`: in memory only. */
  readonly persisted: 'idb' | 'journal' | 'none';
}

/** The endpoint has acknowledged the receipt by its hash. */
export class ReceiptDeliveredEvent extends CustomEvent<ReceiptDeliveredDetail> {
  static readonly type = 'dongui-receipt-delivered';

  constructor(detail: ReceiptDeliveredDetail) {
    super(ReceiptDeliveredEvent.type, { ...composed, detail });
  }
}

export interface ReceiptDeliveredDetail {
  readonly id: string;
  readonly hash: string;
  /** Absent where the endpoint can only say that it succeeded (`ack="status"`). */
  readonly ack?: Ack;
  /** Of the ack, where the page has keys: `unchecked` where the browser can't check it (http). */
  readonly signature?: 'valid' | 'unchecked';
}

/** The endpoint refuses the receipt for good. It stays on this device as a dead letter. */
export class ReceiptRejectedEvent extends CustomEvent<ReceiptRejectedDetail> {
  static readonly type = 'dongui-receipt-rejected';

  constructor(detail: ReceiptRejectedDetail) {
    super(ReceiptRejectedEvent.type, { ...composed, detail });
  }
}

export interface ReceiptRejectedDetail {
  readonly id: string;
  readonly hash: string;
  readonly reason: string;
}

/** The element can't do its work: the document did not load, or asks for what it may not. */
export class DonguiErrorEvent extends CustomEvent<DonguiErrorDetail> {
  static readonly type = 'dongui-error';

  constructor(detail: DonguiErrorDetail) {
    super(DonguiErrorEvent.type, { ...composed, detail });
  }
}

export interface DonguiErrorDetail {
  /** `network`: nothing came. `document`: what came is no usable policy document. */
  readonly reason: 'network' | 'document';
  /** For the developer, in English, with the JSON path where there is one. */
  readonly message: string;
}

declare global {
  interface HTMLElementEventMap {
    'dongui-consent-change': ConsentChangeEvent;
    'dongui-receipt-stored': ReceiptStoredEvent;
    'dongui-receipt-delivered': ReceiptDeliveredEvent;
    'dongui-receipt-rejected': ReceiptRejectedEvent;
    'dongui-error': DonguiErrorEvent;
  }
}
