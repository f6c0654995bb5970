import { hashOf } from './sha256.js';

/**
 * How far a receiver's log had come: the hash of everything in it, in its order. Whoever holds one
 * can tell later whether a receipt before it was changed, left out, put in or moved.
 */
export interface LogHead {
  /** Number of receipts that it covers. */
  readonly size: number;
  /** SHA-256, base64url. */
  readonly head: string;
}

/** The log without a receipt. */
export const EMPTY_LOG: LogHead = { size: 0, head: hashOf(['dongui/log@1']) };

/** The log with one more: its head is the hash of the head before and the receipt's hash. */
export function appendToLog({ size, head }: LogHead, receiptHash: string): LogHead {
  return { size: size + 1, head: hashOf([head, receiptHash]) };
}

/** A receiver's log as it gives it away: the hashes of the receipts alone, and the heads it sealed. */
export interface LogExport {
  readonly schema: 'dongui/log@1';
  /** What the first of `hashes` follows. */
  readonly from: LogHead;
  /** Hashes of the receipts, in the order of the log. */
  readonly hashes: readonly string[];
  /** Heads that were sealed among them. */
  readonly seals: readonly LogHead[];
}
