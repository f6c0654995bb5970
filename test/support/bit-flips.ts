import { hashOf } from '../../src/model/sha256.js';
import { type CheckSignature, verifyBundle } from '../../src/model/verify-bundle.js';
import { createAckSigner } from '../../src/receiver/ack-signer.js';
import { createSignatureCheck } from '../../src/receiver/check-signature.js';
import { ackOf, bundleOf, newSigningKey } from './bundle-fixtures.js';
import { demoPolicies } from './generated-bundles.js';
import { POLICY, receiptOn, show } from './receiver-fixtures.js';

/** A signed bundle as a file, and the check of its signature. */
export interface BundleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly check: CheckSignature;
}

/** Twenty signed bundles: the fixtures' smallest, and one of every surface of the demo that asks. */
export async function twentyBundles(): Promise<readonly BundleFile[]> {
  const signer = createAckSigner(newSigningKey('Ed25519'));
  const { keys } = await signer.keys();
  const check = createSignatureCheck(keys as Parameters<typeof createSignatureCheck>[0]);
  const surfaces = [...demoPolicies()].flatMap(([name, policy]) =>
    Object.keys(policy.surfaces).map((surface) => ({ name, policy, surface })),
  );
  const files: BundleFile[] = [];
  for (const { name, policy, surface } of [
    { name: 'shop', policy: POLICY, surface: 'event' },
    ...surfaces,
  ]) {
    const shown = show(policy, surface);
    if (shown.notice.items.every(({ kind }) => kind === 'information')) continue;
    const receipt = receiptOn(shown);
    const ack = await signer.sign(ackOf(receipt));
    const bundle = bundleOf([{ receipt, hash: hashOf(receipt), ack }], [shown]);
    const bytes = new TextEncoder().encode(JSON.stringify(bundle));
    files.push({ name: `${name}, ${surface}`, bytes, check });
  }
  return files;
}

/** Whether a file with one bit changed passes for an intact bundle. */
async function passes({ bytes, check }: BundleFile, bit: number): Promise<boolean> {
  const changed = Uint8Array.from(bytes);
  changed[bit >> 3]! ^= 1 << (bit & 7);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(changed));
  } catch {
    return false;
  }
  return (await verifyBundle(value, check)).isIntact;
}

/** Bits of a file that can be changed without anybody seeing it, of those that are tried. */
export async function unseenFlips(file: BundleFile, bits: Iterable<number>): Promise<number[]> {
  const unseen: number[] = [];
  for (const bit of bits) if (await passes(file, bit)) unseen.push(bit);
  return unseen;
}
