import { assert } from '@open-wc/testing';

import { checkAck } from '../../src/core/check-ack.js';
import { browserPorts } from '../../src/core/ports.js';
import type { Ack, Receipt } from '../../src/model/receipt.js';
import { hostileAcks } from '../support/ack-cases.js';
import { newAckKey, signedAck } from '../support/signed-acks.js';

const ACK: Ack = {
  rh: 'A'.repeat(43),
  id: '01a2008d-7400-7000-8000-000000000001',
  iat: 1_795_305_600,
  notice: 'published',
  log: { size: 12, head: 'H'.repeat(43) },
};

/** All that is asked of a receipt here. */
const ENTRY = { receipt: { id: ACK.id } as Receipt, hash: ACK.rh };
const INVALID = { isMisconfigured: true };

for (const curve of ['P-256', 'Ed25519'] as const)
  describe(`checkAck() in a browser: ${curve}`, () => {
    it('takes what the receiver signed', async () => {
      const key = await newAckKey('one', curve);
      const ack = await signedAck(key, ACK);
      const keys = { keys: [(await newAckKey('old', curve)).jwk, key.jwk] };

      const result = await checkAck(browserPorts(), ENTRY, { ack, keys });

      assert.deepEqual(result, { ack, signature: 'valid' });
    });

    for (const { what, make } of hostileAcks(curve))
      it(`takes no answer with ${what}`, async () => {
        const key = await newAckKey('one', curve);
        const ack = await make(key, ACK);

        const result = await checkAck(browserPorts(), ENTRY, { ack, keys: { keys: [key.jwk] } });

        assert.deepEqual(result, INVALID);
      });
  });

describe('checkAck() with keys of an address', () => {
  it('asks the address, which is relative to the page', async () => {
    const key = await newAckKey('one');
    const ack = await signedAck(key, ACK);
    const address = URL.createObjectURL(new Blob([JSON.stringify({ keys: [key.jwk] })]));
    const asked: string[] = [];
    const ports = {
      ...browserPorts(),
      AbortSignal,
      Date,
      crypto,
      document,
      location,
      fetch: (url: string) => {
        asked.push(url);
        return fetch(address);
      },
    } as unknown as ReturnType<typeof browserPorts>;

    const result = await checkAck(ports, ENTRY, { ack, keys: '/consents/keys.json' });

    assert.equal(result.signature, 'valid');
    assert.deepEqual(asked, [`${location.origin}/consents/keys.json`]);
  });
});
