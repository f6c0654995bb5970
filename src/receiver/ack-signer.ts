import { canonicalJson } from '../model/canonical-json.js';
import type { Ack } from '../model/receipt.js';

/** A public key as JSON (RFC 7517): `EC` with `P-256`, or `OKP` with `Ed25519`. */
export interface PublicKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string;
  /** Names the key in signatures. Absent: its thumbprint (RFC 7638). */
  readonly kid?: string;
}

/** A private key as JSON. Only its public part ever leaves the receiver. */
export interface SigningKey extends PublicKey {
  readonly d: string;
}

/** Signs what the receiver answers, and says by which keys. */
export interface AckSigner {
  /** The answer with its signature: a compact JWS (RFC 7515) of its canonical JSON. */
  sign(ack: Ack): Promise<Ack>;
  /** The public keys, the present one first, as a JWK Set (RFC 7517, 5). */
  keys(): Promise<{ readonly keys: readonly object[] }>;
}

const ALGORITHMS: Readonly<Record<string, string>> = { 'P-256': 'ES256', Ed25519: 'EdDSA' };

/** @throws TypeError that names the curves there are. */
function algorithmOf({ crv }: PublicKey): string {
  const algorithm = ALGORITHMS[crv];
  if (algorithm !== undefined) return algorithm;
  throw new TypeError(`[dongui] A key of curve "${crv}": take P-256 (ES256) or Ed25519 (EdDSA).`);
}

/** The key without what is secret. */
async function publish(key: PublicKey): Promise<PublicKey & { readonly kid: string }> {
  const { calculateJwkThumbprint } = await import('jose');
  const { kty, crv, x, y, kid } = key;
  const bare = { kty, crv, x, ...(y !== undefined && { y }) };
  const named = { ...bare, kid: kid ?? (await calculateJwkThumbprint(bare)) };
  return { ...named, ...{ alg: algorithmOf(key), use: 'sig' } };
}

/**
 * Signs with one key, and publishes it with those that signed before it: keys rotate, receipts stay.
 *
 * @param retired Keys whose signatures are out there. Their private part is not needed.
 * @throws TypeError when a key is of another curve than P-256 and Ed25519.
 */
export function createAckSigner(key: SigningKey, retired: readonly PublicKey[] = []): AckSigner {
  for (const each of [key, ...retired]) algorithmOf(each);
  const load = async (): Promise<{ kid: string; secret: CryptoKey | Uint8Array }> => {
    const { importJWK } = await import('jose');
    const { kid } = await publish(key);
    return { kid, secret: await importJWK({ ...key }, algorithmOf(key)) };
  };
  let loading: ReturnType<typeof load> | undefined;
  return {
    async sign(ack) {
      const { CompactSign } = await import('jose');
      const { kid, secret } = await (loading ??= load());
      const payload = new TextEncoder().encode(canonicalJson(ack));
      const header = { alg: algorithmOf(key), kid };
      const jws = await new CompactSign(payload).setProtectedHeader(header).sign(secret);
      return { ...ack, jws };
    },
    async keys() {
      return { keys: await Promise.all([key, ...retired].map(publish)) };
    },
  };
}
