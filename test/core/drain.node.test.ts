import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { backoffMs, isDue, pauseMs } from '../../src/core/drain.js';
import type { OutboxRow } from '../../src/core/entry.js';
import { seeded } from '../support/seeded.js';

const row: OutboxRow = {
  id: 'a',
  policy: 'haru',
  endpoint: 'https://a.example/',
  mode: 'hash',
  tries: 1,
  nextAt: 1_000,
};

describe('backoffMs()', () => {
  it('doubles up to five minutes', () => {
    const longest = 1 - Number.EPSILON;
    assert.deepEqual(
      [0, 1, 2, 3, 8, 9, 40, 2_000].map((failures) => Math.ceil(backoffMs(failures, longest))),
      [1_000, 2_000, 4_000, 8_000, 256_000, 300_000, 300_000, 300_000],
    );
    assert.equal(backoffMs(5, 0), 0);
  });

  it('spreads a thousand clients evenly after an outage (R7)', () => {
    const random = seeded(7);
    const clients = 1_000;
    const delays = Array.from({ length: clients }, () => pauseMs(12, {}, random()));
    const sorted = delays.map((delay) => (delay - 300_000) / 300_000).sort((a, b) => a - b);

    // Kolmogorov and Smirnov: 1.628 / sqrt(n) is the bound for p = 0.01.
    const distance = Math.max(
      ...sorted.map((x, i) => Math.max(Math.abs(x - i / clients), Math.abs(x - (i + 1) / clients))),
    );
    assert.ok(distance < 1.628 / Math.sqrt(clients), `${distance}`);
    const perMinute = [0, 0, 0, 0, 0];
    for (const x of sorted) perMinute[Math.floor(x * 5)]! += 1;
    assert.ok(Math.max(...perMinute) <= (2 * clients) / 5, String(perMinute));
  });
});

describe('pauseMs()', () => {
  it('rests five minutes more from the ninth failure, and where the endpoint is wrong', () => {
    assert.equal(pauseMs(8, {}, 0.5), 128_000);
    assert.equal(pauseMs(9, {}, 0.5), 450_000);
    assert.equal(pauseMs(1, { isMisconfigured: true }, 0.5), 301_000);
  });

  it('keeps what the endpoint asks for, with up to a fifth on top', () => {
    assert.equal(pauseMs(9, { afterMs: 10_000 }, 0), 10_000);
    assert.equal(pauseMs(9, { afterMs: 10_000 }, 0.5), 11_000);
    assert.equal(pauseMs(1, { afterMs: 0 }, 0.5), 1_000);
  });
});

describe('isDue()', () => {
  it('is when the time has come, or lies days ahead under another clock', () => {
    assert.equal(isDue(row, 999), false);
    assert.equal(isDue(row, 1_000), true);
    assert.equal(isDue({ ...row, nextAt: 3 * 86_400_000 }, 0), true);
    assert.equal(isDue({ ...row, nextAt: 2 * 86_400_000 }, 0), false);
  });

  it('is a dead letter after a day, or for another version', () => {
    assert.equal(isDue({ ...row, lib: '0.1.0' }, 999), false);
    assert.equal(isDue({ ...row, lib: '0.0.9' }, 999), true);
  });
});
