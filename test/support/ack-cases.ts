import type { Ack } from '../../src/model/receipt.js';
import {
  type AckSigningKey,
  base64url,
  jwsOf,
  newAckKey,
  type SignatureCurve,
} from './signed-acks.js';

/** What is checked against the receiver's key. */
export interface HostileAck {
  readonly what: string;
  readonly make: (key: AckSigningKey, ack: Ack) => Promise<Ack>;
}

const withJws = (ack: Ack, jws: string): Ack => ({ ...ack, jws });

/** Another answer: of another receipt, or of another moment. */
const other = (ack: Ack, changes: Partial<Ack>): Ack => ({ ...ack, ...changes });

const OTHER_HASH = 'B'.repeat(43);
const OTHER_ID = '01a2008d-7400-7000-8000-0000000000ff';

/** Answers in the receiver's place, none of which may count. */
export function hostileAcks(curve: SignatureCurve): readonly HostileAck[] {
  const alg = curve === 'P-256' ? 'ES256' : 'EdDSA';
  return [
    { what: 'no signature', make: (_key, ack) => Promise.resolve(ack) },
    { what: 'an empty one', make: (_key, ack) => Promise.resolve(withJws(ack, '')) },
    { what: 'no JWS', make: (_key, ack) => Promise.resolve(withJws(ack, 'a.b')) },
    {
      what: 'another key under the same name',
      make: async (key, ack) => {
        const stranger = await newAckKey(key.jwk.kid, curve);
        return withJws(ack, await jwsOf(stranger, ack));
      },
    },
    {
      what: 'a key of another name',
      make: async (_key, ack) => {
        const stranger = await newAckKey('stranger', curve);
        return withJws(ack, await jwsOf(stranger, ack));
      },
    },
    {
      what: 'the signature of another receipt’s answer',
      make: async (key, ack) => withJws(ack, await jwsOf(key, other(ack, { rh: OTHER_HASH }))),
    },
    {
      what: 'the answer of another receipt, whole',
      make: async (key, ack) => {
        const whole = other(ack, { rh: OTHER_HASH });
        return withJws(whole, await jwsOf(key, whole));
      },
    },
    {
      what: 'another id under the same hash',
      make: async (key, ack) => {
        const whole = other(ack, { id: OTHER_ID });
        return withJws(whole, await jwsOf(key, whole));
      },
    },
    {
      what: 'another time than was signed',
      make: async (key, ack) => withJws(other(ack, { iat: ack.iat + 1 }), await jwsOf(key, ack)),
    },
    {
      what: 'another state of the notice than was signed',
      make: async (key, ack) => {
        const jws = await jwsOf(key, ack);
        return withJws(other(ack, { notice: 'unverified' }), jws);
      },
    },
    {
      what: 'alg none',
      make: async (key, ack) => {
        const { kid } = key.jwk;
        const [, body = ''] = (await jwsOf(key, ack)).split('.');
        return withJws(ack, `${base64url(JSON.stringify({ alg: 'none', kid }))}.${body}.`);
      },
    },
    {
      what: 'alg none with a signature',
      make: async (key, ack) =>
        withJws(ack, await jwsOf(key, ack, { header: { alg: 'none', kid: key.jwk.kid } })),
    },
    {
      what: 'an algorithm that is not the key’s',
      make: async (key, ack) => {
        const wrong = alg === 'ES256' ? 'EdDSA' : 'ES256';
        return withJws(ack, await jwsOf(key, ack, { header: { alg: wrong, kid: key.jwk.kid } }));
      },
    },
    {
      what: 'HS256 with the public key as secret',
      make: async (key, ack) =>
        withJws(ack, await jwsOf(key, ack, { header: { alg: 'HS256', kid: key.jwk.kid } })),
    },
    {
      what: 'a key that it brings along',
      make: async (_key, ack) => {
        const stranger = await newAckKey('own', curve);
        const header = { alg, kid: 'own', jwk: stranger.jwk };
        return withJws(ack, await jwsOf(stranger, ack, { header }));
      },
    },
    {
      what: 'a header that wants more understood',
      make: async (key, ack) => {
        const header = { alg, kid: key.jwk.kid, crit: ['b64'], b64: false };
        return withJws(ack, await jwsOf(key, ack, { header }));
      },
    },
    {
      what: 'no name of a key',
      make: async (key, ack) => withJws(ack, await jwsOf(key, ack, { header: { alg } })),
    },
    {
      what: 'one changed character',
      make: async (key, ack) => {
        const jws = await jwsOf(key, ack);
        const at = jws.lastIndexOf('.') + 5;
        const changed = jws[at] === 'A' ? 'B' : 'A';
        return withJws(ack, jws.slice(0, at) + changed + jws.slice(at + 1));
      },
    },
    {
      what: 'another spelling of the same bytes',
      make: async (key, ack) => withJws(ack, `${await jwsOf(key, ack)}=`),
    },
    {
      what: 'something behind it',
      make: async (key, ack) => withJws(ack, `${await jwsOf(key, ack)}.e30`),
    },
    {
      what: 'a signature cut short',
      make: async (key, ack) => withJws(ack, (await jwsOf(key, ack)).slice(0, -8)),
    },
  ];
}
