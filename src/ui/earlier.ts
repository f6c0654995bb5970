import type { Receipt } from '../model/receipt.js';
import { hashOf } from '../model/sha256.js';
import type { Earlier } from './recalled.js';

/** A receipt of the past as one that a form names again. */
export function earlierOf(receipt: Receipt): Earlier {
  const hash = hashOf(receipt);
  return { receipt, hash, token: `${receipt.id}.${hash}`, stored: Promise.resolve() };
}
