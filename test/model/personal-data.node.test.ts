import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { looksPersonal } from '../../src/model/personal-data.js';

const SEED = 24_2;

const personal = [
  ...['hong@example.com', 'mailto:hong@example.com', 'hong%40example.com', 'a@b'],
  ...[
    '010-1234-5678',
    '01012345678',
    '010.1234.5678',
    '011-123-4567',
    '02-123-4567',
    '02)123-4567',
  ],
  ...[
    'user:01012345678',
    'u_010-1234-5678',
    '+82-10-1234-5678',
    '+821012345678',
    '+1 (415) 555-2671',
  ],
  ...['900101-1234567', '9001011234567', 'rrn=900101-2234567', '990101-8234567'],
];

const opaque = [
  ...['u_5Jt0mXn4aB3dE6gH9kL2pQ', '1', '42', '1000000001', '20261122000123', 'member-000123'],
  ...['550e8400-e29b-41d4-a716-446655440000', '01a2008d-7400-7000-8000-000000000001'],
  ...['00123456-0123-0123-0123-012345678901', '9f86d081884c7d659a2feaa0c55ad015', 'abc+def/ghi=='],
];

describe('looksPersonal', () => {
  for (const text of personal)
    it(`is true of ${text}`, () => {
      assert.ok(looksPersonal(text));
    });
  for (const text of opaque)
    it(`is false of ${text}`, () => {
      assert.ok(!looksPersonal(text));
    });

  it('is false of every UUID', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => !looksPersonal(id)),
      { numRuns: 10_000, seed: SEED },
    );
    for (let i = 0; i < 10_000; i++) assert.ok(!looksPersonal(randomUUID()));
  });

  it('is false of the random subjects of the library', () => {
    for (let i = 0; i < 50_000; i++) {
      const subject = `u_${randomBytes(16).toString('base64url')}`;
      assert.ok(!looksPersonal(subject), subject);
    }
  });

  it('takes no time for a text that is made to take some', () => {
    // Work that this process did, and not time that passed: a busy machine changes nothing. Looked
    // at again from each of its characters, such a text would take minutes instead of milliseconds.
    const before = process.cpuUsage().user;
    for (const unit of ['0', '0-', '+0', '0 ', '010', '(0)']) looksPersonal(unit.repeat(200_000));
    assert.ok(process.cpuUsage().user - before < 20_000_000);
  });
});
