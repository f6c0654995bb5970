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
  /**
   * Ids of items that the person saw standing as they were decided before. Where a first decision
   * of a chain leaves them out, it names them with what was not visible: nothing goes before it.
   */
  readonly standing?: readonly string[];
};

/** What a receipt is made of besides. */
export interface ReceiptContext {
  readonly ports: BrowserPorts;
  readonly notice: Receipt['notice'];
  /** What the receipt continues. */
  readonly head: Head;
}

/** Milliseconds as a receipt holds them: whole, never negative. */
const round = <Timed extends { readonly dt?: number }>(timed: Timed): Timed =>
  timed.dt === undefined ? timed : { ...timed, dt: Math.max(0, Math.round(timed.dt)) };

/** Builds a receipt (DESIGN 5): who, when, on which notice, after which receipt, what was decided. */
export function makeReceipt(
  { standing = [], ...input }: RecordInput,
  { ports, notice, head }: ReceiptContext,
): Receipt {
  const { timeZone: tz } = ports.Intl.DateTimeFormat().resolvedOptions();
  const { subject, chain, seq, hash: prev } = head;
  const now = ports.Date.now();
  const { shown } = input;
  const hidden = seq > 0 || input.event ? shown.hidden : [...shown.hidden, ...standing];
  return {
    event: 'decision',
    ...input,
    schema: 'dongui/receipt@1',
    id: createUuidV7(now, ports),
    at: new Date(now).toISOString(),
    tz,
    subject,
    chain,
    seq: seq + 1,
    prev,
    notice,
    shown: { ...shown, hidden },
    items: input.items.map(round),
    submit: round(input.submit),
    client: { lib: VERSION, origin: ports.location.origin, secure: ports.isSecureContext },
  };
}
