import type { Notice, TextPart } from './notice.js';
import { outlineOf } from './notice-outline.js';
import type { Ack, Receipt } from './receipt.js';

/** A receipt with what is needed to prove it. */
export interface BundledReceipt {
  readonly receipt: Receipt;
  /** SHA-256 of the canonical JSON of the receipt, base64url. */
  readonly hash: string;
  /** The receiver's answer, where it has come. */
  readonly ack?: Ack;
}

/**
 * What a person downloads and an auditor verifies: receipts, and everything that they name by hash,
 * so that nothing has to be fetched.
 */
export interface Bundle {
  readonly schema: 'dongui/bundle@1';
  readonly receipts: readonly BundledReceipt[];
  /** Every notice that a receipt names; each once. */
  readonly notices: readonly Notice[];
  /** The long texts that the notices name; each once. */
  readonly texts: readonly TextPart[];
}

/** Where notices and texts are found by their hash. What is not there stays away from the bundle. */
export interface BundleSources {
  readonly notices: ReadonlyMap<string, Notice>;
  readonly texts: ReadonlyMap<string, TextPart>;
}

/** Puts receipts together with what they name, each notice and text once, in the order of use. */
export function createBundle(
  receipts: readonly BundledReceipt[],
  { notices, texts }: BundleSources,
): Bundle {
  const pick = <Part>(from: ReadonlyMap<string, Part>, hashes: readonly string[]): Part[] =>
    [...new Set(hashes)].flatMap((hash) => from.get(hash) ?? []);
  const used = pick(
    notices,
    receipts.map(({ receipt }) => receipt.notice.sha256),
  );
  return {
    schema: 'dongui/bundle@1',
    receipts: receipts.map(({ receipt, hash, ack }) => ({ receipt, hash, ...(ack && { ack }) })),
    notices: used,
    texts: pick(
      texts,
      used.flatMap((notice) => outlineOf(notice).texts),
    ),
  };
}
