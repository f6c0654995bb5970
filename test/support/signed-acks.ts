import type { AckKey } from '../../src/core/config.js';
import { canonicalJson } from '../../src/model/canonical-json.js';
import type { Ack } from '../../src/model/receipt.js';

/** A key pair of a receiver, made by Web Crypto, in Node as in a browser. */
export interface AckSigningKey {
  readonly jwk: AckKey & { readonly kid: string };
  sign(text: string): Promise<Uint8Array>;
}

/** Of which kind a signature is made. */
export type SignatureCurve = 'P-256' | 'Ed25519';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Base64url without padding. */
export function base64url(value: string | Uint8Array): string {
  const bytes = typeof value === 'string' ? bytesOf(value) : value;
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export async function newAckKey(
  kid: string,
  curve: SignatureCurve = 'P-256',
): Promise<AckSigningKey> {
  const { subtle } = globalThis.crypto;
  const [made, way] =
    curve === 'P-256'
      ? ([
          { name: 'ECDSA', namedCurve: 'P-256' },
          { name: 'ECDSA', hash: 'SHA-256' },
        ] as const)
      : ([{ name: 'Ed25519' }, { name: 'Ed25519' }] as const);
  const pair = await subtle.generateKey(made as EcKeyGenParams, true, ['sign', 'verify']);
  const { kty = '', crv = '', x = '', y } = await subtle.exportKey('jwk', pair.publicKey);
  return {
    jwk: { kty, crv, x, ...(y !== undefined && { y }), kid },
    sign: async (text) => new Uint8Array(await subtle.sign(way, pair.privateKey, bytesOf(text))),
  };
}

/** What may be wrong with a signature. */
export interface Flaws {
  readonly header?: object;
  readonly payload?: string;
}

/** A compact JWS of an answer, as a receiver makes it (RFC 7515), or with what is wrong put in. */
export async function jwsOf(key: AckSigningKey, ack: Ack, flaws: Flaws = {}): Promise<string> {
  const { jws: _jws, ...said } = ack;
  const alg = key.jwk.crv === 'P-256' ? 'ES256' : 'EdDSA';
  const header = flaws.header ?? { alg, kid: key.jwk.kid };
  const signed = `${base64url(JSON.stringify(header))}.${base64url(flaws.payload ?? canonicalJson(said))}`;
  return `${signed}.${base64url(await key.sign(signed))}`;
}

/** An answer with its signature. */
export async function signedAck(key: AckSigningKey, ack: Ack, flaws: Flaws = {}): Promise<Ack> {
  return { ...ack, jws: await jwsOf(key, ack, flaws) };
}
