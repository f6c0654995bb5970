import { canonicalJson } from '../model/canonical-json.js';
import type { Ack } from '../model/receipt.js';
import type { CheckSignature } from '../model/verify-bundle.js';
import type { PublicKey } from './ack-signer.js';

/** Base64url has several spellings of one value; a signature has one. */
async function isOnlySpelling(jws: string): Promise<boolean> {
  const { base64url } = await import('jose');
  return jws.split('.').every((part) => base64url.encode(base64url.decode(part)) === part);
}

/** What is signed: the answer itself. */
function signedText({ jws: _jws, ...ack }: Ack): string {
  return canonicalJson(ack);
}

/**
 * Checks the signatures of answers against a JWK Set: by the key that the signature names, over
 * exactly what the answer says.
 *
 * @param keys as `GET /.well-known/dongui-keys.json` gives them. None other is believed.
 */
export function createSignatureCheck(
  keys: readonly (PublicKey & { readonly kid?: string })[],
): CheckSignature {
  return async (ack) => {
    const { jws = '' } = ack;
    const { compactVerify, decodeProtectedHeader, importJWK } = await import('jose');
    try {
      const { alg, kid, ...others } = decodeProtectedHeader(jws);
      const key = keys.find((each) => each.kid === kid);
      if (kid === undefined || key === undefined) return 'strange-key';
      if (Object.keys(others).length > 0 || !(await isOnlySpelling(jws))) return 'invalid';
      const secret = await importJWK({ ...key }, String(alg));
      const { payload } = await compactVerify(jws, secret, { algorithms: ['ES256', 'EdDSA'] });
      return new TextDecoder().decode(payload) === signedText(ack) ? 'valid' : 'invalid';
    } catch {
      return 'invalid';
    }
  };
}
