import type { Receipt, ReceiptItem } from '../model/receipt.js';
import type { Head } from './entry.js';
import type { BrowserPorts } from './ports.js';
import { createUuidV7 } from './uuid.js';
import { VERSION } from './version.js';

/** What a person did, as the page knows it. Fractions of milliseconds are rounded. */
export type RecordInput = Pick<Receipt, 'shown' | 'submit' | 'actor' | 'guardian' | 'ref'> & {
  readonly items: readonly ReceiptItem[];
  /** Absent: `decision`. */
  readonly event?: Receipt['event'];
};

/** Where and when a receipt is made. */
export interface ReceiptContext {
  readonly ports: BrowserPorts;
  readonly notice: Receipt['notice'];
  /** What the receipt continues. */
  readonly head: Head;
  /** Client clock minus server clock in ms, where known. */
  readonly skew: number | undefined;
}

const round = (ms: number): number => Math.max(0, Math.round(ms));

/** Builds a receipt (DESIGN 5): who, when, on which notice, after which receipt, what was decided. */
export function makeReceipt(input: RecordInput, context: ReceiptContext): Receipt {
  const { event = 'decision', items, submit, shown, actor, guardian, ref } = input;
  const { ports, notice, head, skew } = context;
  const now = ports.now();
  const tz = ports.timeZone();
  return {
    schema: 'dongui/receipt@1',
    id: createUuidV7(now, ports.randomBytes),
    event,
    at: new Date(now).toISOString(),
    ...(tz !== undefined && { tz }),
    ...(skew !== undefined && { skew }),
    subject: head.subject,
    actor,
    ...(guardian && { guardian }),
    chain: head.chain,
    seq: head.seq + 1,
    prev: head.hash,
    ...(ref !== undefined && { ref }),
    notice,
    shown,
    items: items.map((item) => (item.dt === undefined ? item : { ...item, dt: round(item.dt) })),
    submit: { ...submit, dt: round(submit.dt) },
    client: { lib: VERSION, origin: ports.origin, secure: ports.secure },
  };
}
