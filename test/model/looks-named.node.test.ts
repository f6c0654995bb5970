import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';

import { looksNamed } from '../../src/model/looks-named.js';

describe('looksNamed', () => {
  for (const text of [
    ...['minsu.kim', 'KimMinsu', 'KIM', 'kim_min-su', "o'hara", '김민수', '홍 길동', 'ЖАННА'],
  ])
    it(`is true of ${text}`, () => {
      assert.ok(looksNamed(text));
    });

  for (const text of [
    ...[
      '',
      'a',
      'check-1',
      'u_5Jt0mXn4aB3dE6gH9kL2pQ',
      '20261122000123',
      'CI7f83b1657ff1fc53b92dc18',
    ],
    ...['xQfbZkLmNpQrStUvWxYzAb', 'abc+def/ghi==', 'a'.repeat(41), '김'.repeat(200_000)],
  ])
    it(`is false of ${text.slice(0, 45)}`, () => {
      assert.ok(!looksNamed(text));
    });

  it('is false of every UUID', () => {
    for (let i = 0; i < 10_000; i++) assert.ok(!looksNamed(randomUUID()));
  });
});
