import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { after, before, describe, it } from 'node:test';

import { canonicalJson } from '../../src/model/canonical-json.js';
import type { Ack } from '../../src/model/receipt.js';
import {
  createReceiver,
  createSignatureCheck,
  createSqlStore,
  type PublicKey,
  type Receiver,
} from '../../src/receiver/index.js';
import { newSigningKey } from '../support/bundle-fixtures.js';
import { envelopeOf, POLICY, receiptOn, show } from '../support/receiver-fixtures.js';
import { type OpenDatabase, openPglite } from '../support/receiver-mounts.js';

const AT = 'https://records.example/consents';

/** What anybody can do with Node alone: another implementation than the one that signed. */
function verifyByNode(jws: string, key: PublicKey): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
  const isValid = verify(
    key.crv === 'Ed25519' ? null : 'sha256',
    Buffer.from(`${header}.${payload}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  assert.ok(isValid);
  return Buffer.from(payload, 'base64url').toString();
}

describe('a receiver with a signing key', () => {
  let opened: OpenDatabase;
  const shown = show(POLICY);
  const first = newSigningKey();
  const second = newSigningKey('Ed25519');

  before(async () => {
    opened = await openPglite();
  });
  after(() => opened.close());

  const receiverWith = (options: object): Receiver =>
    createReceiver({
      store: createSqlStore(opened.database),
      policies: [POLICY],
      allowedOrigins: [],
      ...options,
    });

  const keysOf = async (receiver: Receiver): Promise<readonly PublicKey[]> => {
    const response = await receiver(new Request(`${AT}/.well-known/dongui-keys.json`));
    assert.equal(response.status, 200);
    return ((await response.json()) as { keys: PublicKey[] }).keys;
  };

  const post = async (receiver: Receiver, receipt: ReturnType<typeof receiptOn>) => {
    const body = JSON.stringify(envelopeOf(receipt, shown.notice));
    const headers = { 'content-type': 'application/json' };
    const response = await receiver(
      new Request(`${AT}/receipts`, { method: 'POST', headers, body }),
    );
    const text = await response.text();
    return { status: response.status, text, ack: JSON.parse(text) as Ack };
  };

  it('signs each answer, so that anybody can check it with the public key', async () => {
    for (const signingKey of [first, second]) {
      const receiver = receiverWith({ signingKey });
      const { status, ack } = await post(receiver, receiptOn(shown));
      assert.equal(status, 201);
      const [key] = await keysOf(receiver);
      assert.ok(key);
      assert.ok(!('d' in key));
      const { jws = '', ...words } = ack;
      assert.equal(verifyByNode(jws, key), canonicalJson(words));
      assert.equal(await createSignatureCheck([key])(ack), 'valid');
    }
  });

  it('answers the same bytes again, though each signature is another', async () => {
    const receiver = receiverWith({ signingKey: first });
    const receipt = receiptOn(shown);
    const one = await post(receiver, receipt);
    const two = await post(receiver, receipt);
    assert.deepEqual([one.status, two.status], [201, 200]);
    assert.equal(one.text, two.text);
  });

  it('keeps what an earlier key has signed provable after a change of keys', async () => {
    const receipt = receiptOn(shown);
    const { ack } = await post(receiverWith({ signingKey: first }), receipt);
    const later = receiverWith({ signingKey: second, retiredKeys: [first] });
    const keys = await keysOf(later);
    assert.equal(keys.length, 2);
    assert.ok(keys.every((key) => !('d' in key)));
    assert.equal(await createSignatureCheck(keys)(ack), 'valid');
    assert.equal(await createSignatureCheck(keys.slice(0, 1))(ack), 'strange-key');
  });

  it('publishes no key and signs nothing where it has none', async () => {
    const receiver = receiverWith({});
    assert.deepEqual(await keysOf(receiver), []);
    assert.ok(!('jws' in (await post(receiver, receiptOn(shown))).ack));
  });

  it('says which keys it can use', () => {
    assert.throws(
      () => receiverWith({ signingKey: { ...first, crv: 'P-521' } }),
      /curve "P-521": take P-256 \(ES256\) or Ed25519/,
    );
  });

  it('believes no signature over other words, in another spelling or by another algorithm', async () => {
    const receiver = receiverWith({ signingKey: first });
    const { ack } = await post(receiver, receiptOn(shown));
    const check = createSignatureCheck(await keysOf(receiver));
    const [header = '', payload = '', signature = ''] = (ack.jws ?? '').split('.');
    const none = Buffer.from(
      JSON.stringify({
        ...(JSON.parse(Buffer.from(header, 'base64url').toString()) as object),
        alg: 'none',
      }),
    ).toString('base64url');
    const last = signature.at(-1) ?? '';
    // The last character of 64 bytes carries two bits that mean nothing.
    const twin = String.fromCharCode(last.charCodeAt(0) + 1);
    const broken: readonly Ack[] = [
      { ...ack, iat: ack.iat + 1 },
      { ...ack, jws: `${none}.${payload}.` },
      { ...ack, jws: `${none}.${payload}.${signature}` },
      { ...ack, jws: `${header}.${payload}.${signature.slice(0, -1)}${twin}` },
      { ...ack, jws: 'no signature' },
    ];
    for (const each of broken) assert.equal(await check(each), 'invalid', each.jws);
  });
});
