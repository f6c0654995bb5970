import { generateKeyPairSync } from 'node:crypto';

import { type Bundle, type BundledReceipt, createBundle } from '../../src/model/bundle.js';
import type { Ack, Receipt } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import { createAckSigner, type SigningKey } from '../../src/receiver/ack-signer.js';
import { NOW, POLICY, receiptOn, show, type Shown } from './receiver-fixtures.js';

/** A private key that exists for one run. */
export function newSigningKey(curve: 'P-256' | 'Ed25519' = 'P-256'): SigningKey {
  const { privateKey } =
    curve === 'P-256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'jwk' }) as unknown as SigningKey;
}

/** What a receiver answers to a receipt, without a signature. */
export function ackOf(receipt: Receipt, changes: Partial<Ack> = {}): Ack {
  const iat = Math.floor(NOW / 1_000);
  return { rh: hashOf(receipt), id: receipt.id, iat, notice: 'published', ...changes };
}

/** A chain of receipts on the notices that are given, each naming the one before it. */
export function chainOn(shown: readonly Shown[]): readonly Receipt[] {
  const receipts: Receipt[] = [];
  for (const each of shown) {
    const before = receipts.at(-1);
    const link = before && {
      ...{ subject: before.subject, chain: before.chain, seq: before.seq + 1 },
      prev: hashOf(before),
    };
    receipts.push(receiptOn(each, link));
  }
  return receipts;
}

export interface BundleFixture {
  readonly bundle: Bundle;
  readonly key: SigningKey;
}

/** Three decisions of one person in the shop of the fixtures, acknowledged and signed. */
export async function signedBundle(key: SigningKey = newSigningKey()): Promise<BundleFixture> {
  const signup = show(POLICY);
  const event = show(POLICY, 'event');
  const signer = createAckSigner(key);
  const receipts: BundledReceipt[] = [];
  for (const receipt of chainOn([signup, event, event])) {
    receipts.push({ receipt, hash: hashOf(receipt), ack: await signer.sign(ackOf(receipt)) });
  }
  return { bundle: bundleOf(receipts, [signup, event]), key };
}

/** A bundle of receipts on these notices. */
export function bundleOf(receipts: readonly BundledReceipt[], shown: readonly Shown[]): Bundle {
  return createBundle(receipts, {
    notices: new Map(shown.map(({ sha256, notice }) => [sha256, notice])),
    texts: new Map(shown.flatMap(({ texts }) => texts.map(({ hash, part }) => [hash, part]))),
  });
}
