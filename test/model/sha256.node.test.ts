import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';

import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';

import { hashOf, sha256 } from '../../src/model/sha256.js';

const SEED = 1804;

const byNode = (text: string): string => createHash('sha256').update(text).digest('base64url');
const byNoble = (text: string): string =>
  Buffer.from(nobleSha256(new TextEncoder().encode(text))).toString('base64url');

const assertAsOthers = (text: string): void => {
  const hash = sha256(text);
  assert.equal(hash, byNode(text));
  assert.equal(hash, byNoble(text));
};

describe('sha256', () => {
  // NIST, FIPS 180-4 examples and the CAVP short and long messages that are text.
  const vectors: readonly (readonly [string, string, string])[] = [
    ['nothing', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'the message of 448 bits',
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    [
      'the message of 896 bits',
      'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
      'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
    ],
    [
      'a million times a',
      'a'.repeat(1_000_000),
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    ],
  ];
  for (const [name, text, hex] of vectors) {
    it(`answers the vector "${name}"`, () => {
      assert.equal(sha256(text), Buffer.from(hex, 'hex').toString('base64url'));
    });
  }

  it('is right on both sides of each block border', () => {
    for (let length = 0; length <= 200; length++) {
      assertAsOthers('a'.repeat(length));
      assertAsOthers('가'.repeat(length));
    }
  });

  it('is right on a text of a megabyte', () => {
    assertAsOthers('동의 consent \u{1f600} '.repeat(45_000));
  });

  it('equals two other implementations on generated texts', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), assertAsOthers), {
      seed: SEED,
      numRuns: 2000,
    });
  });

  it('is 43 characters of base64url', () => {
    for (let i = 0; i < 200; i++) assert.match(sha256(String(i)), /^[\w-]{43}$/);
  });

  it('hashes the same text to the same value after other texts', () => {
    const first = sha256('abc');
    sha256('something else');
    assert.equal(sha256('abc'), first);
  });
});

describe('hashOf', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    assert.equal(hashOf({ b: [1, '동의'], a: null }), byNode('{"a":null,"b":[1,"동의"]}'));
  });

  it('does not depend on the order of keys, and on everything else', () => {
    const hash = hashOf({ a: 1, b: [1, 2] });
    assert.equal(hashOf({ b: [1, 2], a: 1 }), hash);
    assert.notEqual(hashOf({ b: [2, 1], a: 1 }), hash);
    assert.notEqual(hashOf({ b: [1, 2], a: '1' }), hash);
  });

  it('refuses what has no canonical JSON', () => {
    assert.throws(() => hashOf({ a: '\ud800' }), TypeError);
  });
});
