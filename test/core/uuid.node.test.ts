import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { describe, it } from 'node:test';

import { parse, v7, validate, version } from 'uuid';

import { createToken, createUuidV7 } from '../../src/core/uuid.js';

const chance = (bytes: Uint8Array) => ({
  crypto: {
    getRandomValues: (array: Uint8Array<ArrayBuffer>) => {
      array.set(bytes);
      return array;
    },
  },
});

const real = {
  crypto: { getRandomValues: (array: Uint8Array<ArrayBuffer>) => webcrypto.getRandomValues(array) },
};

describe('createUuidV7()', () => {
  it('is what the oracle calls a UUID of version 7, with the time in front', () => {
    for (let i = 0; i < 1_000; i++) {
      const now = Math.floor(Math.random() * 2 ** 45);
      const id = createUuidV7(now, real);
      assert.ok(validate(id), id);
      assert.equal(version(id), 7);
      assert.equal(id, id.toLowerCase());
      const bytes = parse(id);
      const time = bytes.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
      assert.equal(time, now);
    }
  });

  it('has the time and the layout of RFC 9562, A.6', () => {
    const id = createUuidV7(0x017f22e279b0, real);
    assert.match(id, /^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(v7({ msecs: 0x017f22e279b0 }).slice(0, 15), id.slice(0, 15));
  });

  it('takes every variant and no other', () => {
    const variants = new Set<string>();
    for (let byte = 0; byte < 256; byte++) {
      variants.add(createUuidV7(0, chance(new Uint8Array(16).fill(byte))).charAt(19));
    }
    assert.deepEqual([...variants].sort(), ['8', '9', 'a', 'b']);
  });

  it('sorts by time', () => {
    const ids = [1, 2 ** 32, 2 ** 40, Date.now()].map((now) => createUuidV7(now, real));
    assert.deepEqual([...ids].sort(), ids);
  });
});

describe('createToken()', () => {
  it('is a prefix and 22 characters of base64url that do not repeat', () => {
    const tokens = Array.from({ length: 1_000 }, () => createToken('u_', real));
    assert.ok(tokens.every((token) => /^u_[A-Za-z0-9_-]{22}$/.test(token)));
    assert.equal(new Set(tokens).size, 1_000);
    assert.match(createToken('c_', real), /^c_/);
  });
});
