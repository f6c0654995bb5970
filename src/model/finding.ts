/**
 * What verification can say. The first group breaks a proof; the second leaves something unproved;
 * the third is what a reader of the record should know.
 */
export type FindingCode =
  | 'bundle-invalid'
  | 'bundle-version'
  | 'receipt-invalid'
  | 'receipt-hash'
  | 'receipt-twice'
  | 'notice-invalid'
  | 'document-unused'
  | 'item-hash'
  | 'text-invalid'
  | 'misfit'
  | 'site-other'
  | 'ack-invalid'
  | 'ack-other'
  | 'ack-signature'
  | 'ack-strange-key'
  | 'chain-broken'
  | 'chain-subject'
  | 'log-invalid'
  | 'log-seal'
  | 'log-witness'
  | 'log-absent'
  | 'notice-missing'
  | 'text-missing'
  | 'ack-missing'
  | 'ack-unsigned'
  | 'ack-unchecked'
  | 'notice-unverified'
  | 'chain-gap'
  | 'chain-fork'
  | 'facts-unstated'
  | 'guardian-unconfirmed'
  | 'clock-skew'
  | 'insecure'
  | 'framed'
  | 'hidden'
  | 'untrusted';

/** `broken`: what is there contradicts itself. `unproved`: something is not there. `note`: neither. */
export type FindingLevel = 'broken' | 'unproved' | 'note';

/** One thing that verification found. */
export interface Finding {
  readonly level: FindingLevel;
  readonly code: FindingCode;
  /** JSON path in the bundle: `$.receipts[3].receipt.items[0].state`. */
  readonly path: string;
  /** What stands there or is meant, for a sentence: ids, a hash, a code of the parser. */
  readonly detail?: string;
}

const NOTES: readonly FindingCode[] = [
  'chain-fork',
  'clock-skew',
  'insecure',
  'framed',
  'hidden',
  'untrusted',
];

const UNPROVED: readonly FindingCode[] = [
  'notice-missing',
  'text-missing',
  'ack-missing',
  'ack-unsigned',
  'ack-unchecked',
  'notice-unverified',
  'chain-gap',
  'facts-unstated',
  'guardian-unconfirmed',
];

/** A finding with the level that its code has. */
export function finding(code: FindingCode, path: string, detail?: string): Finding {
  const level = NOTES.includes(code) ? 'note' : UNPROVED.includes(code) ? 'unproved' : 'broken';
  return { level, code, path, ...(detail !== undefined && { detail }) };
}
