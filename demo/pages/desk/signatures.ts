import type { CheckSignature } from '../../../src/model/verify-bundle.js';
import type { PublicKey } from '../../../src/receiver/ack-signer.js';
import { createSignatureCheck } from '../../../src/receiver/check-signature.js';
import { ask } from './ask.js';

interface KeySet {
  readonly keys: readonly PublicKey[];
}

/**
 * Checks signatures with the receiver's public keys, which are fetched when the first one is needed,
 * and once more when one was made with a key that is not among them: keys are changed.
 *
 * @returns undefined on an insecure origin, where browsers give no cryptography.
 */
export function signatureCheck(): CheckSignature | undefined {
  // What the types call always there is missing on http.
  if ((crypto as Partial<Crypto>).subtle === undefined) return undefined;
  const strange = new Set<string>();
  let loading: Promise<CheckSignature | undefined> | undefined;
  return async (ack) => {
    loading ??= load();
    const check = await loading;
    if (check === undefined) {
      loading = undefined;
      return 'unchecked';
    }
    const state = await check(ack);
    const [head = ''] = (ack.jws ?? '').split('.');
    if (state !== 'strange-key' || strange.has(head)) return state;
    strange.add(head);
    loading = load();
    return (await (await loading)?.(ack)) ?? state;
  };
}

async function load(): Promise<CheckSignature | undefined> {
  try {
    const { keys } = await ask<KeySet>('/consents/.well-known/dongui-keys.json');
    return createSignatureCheck(keys);
  } catch {
    return undefined;
  }
}
