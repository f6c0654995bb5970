import type { Notice } from '../model/notice.js';
import type { Receipt, ReceiptItem } from '../model/receipt.js';
import type { Head } from './entry.js';
import type { BrowserPorts } from './ports.js';
import { createUuidV7 } from './uuid.js';
import { VERSION } from './version.js';

/** What a person did, as the page knows it. Times are whole milliseconds. */
export type RecordInput = Pick<Receipt, 'shown' | 'submit' | 'actor' | 'guardian' | 'ref'> & {
  readonly items: readonly ReceiptItem[];
  /** Absent: `decision`. */
  readonly event?: Receipt['event'];
};

/** What the receipts of one notice have in common. */
export interface ReceiptSource {
  readonly ports: BrowserPorts;
  readonly notice: Notice;
  /** Address of the notice. */
  readonly hash: string;
}

/** Builds a receipt (DESIGN 5): who, when, on which notice, after which receipt, what was decided. */
export function makeReceipt(
  input: RecordInput,
  { ports, notice, hash: sha256 }: ReceiptSource,
  head: Head,
): Receipt {
  const { surface, locale, policy } = notice;
  const { subject, chain, seq, hash: prev } = head;
  const now = ports.Date.now();
  return {
    event: 'decision',
    ...input,
    schema: 'dongui/receipt@1',
    id: createUuidV7(now, ports),
    at: new Date(now).toISOString(),
    tz: ports.Intl.DateTimeFormat().resolvedOptions().timeZone,
    subject,
    chain,
    seq: seq + 1,
    prev,
    notice: { policy: policy.id, surface, version: policy.version, locale, sha256 },
    client: { lib: VERSION, origin: ports.location.origin, secure: ports.isSecureContext },
  };
}
