import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ProblemError } from '../../src/receiver/problem.js';
import { createRateLimiter } from '../../src/receiver/rate-limit.js';

const requestOf = (client: string): Request =>
  new Request('http://localhost/', { headers: { client } });

function setUp({ perMinute = 60, burst = 10 }) {
  const limit = createRateLimiter({
    ...{ perMinute, burst },
    clientOf: ({ headers }) => headers.get('client') ?? undefined,
  });
  /** Undefined when it passes, else the seconds to wait. */
  const call = (client: string, now: number): number | undefined => {
    try {
      limit(requestOf(client), now);
      return undefined;
    } catch (error) {
      assert.ok(error instanceof ProblemError && error.code === 'rate-limited');
      return Number(error.headers['retry-after']);
    }
  };
  return { limit, call };
}

describe('createRateLimiter', () => {
  it('lets pass what it says and not 1 % more, at ten times the rate for 30 s', () => {
    const { call } = setUp({ perMinute: 60, burst: 10 });
    let passed = 0;
    for (let now = 0; now < 30_000; now += 100) if (call('a', now) === undefined) passed += 1;
    // 10 at once and one a second: the rate times ten is a call each 100 ms.
    assert.ok(passed >= 39 && passed <= 40, String(passed));
  });

  it('lets everything of a client arrive that waits as long as it is told', () => {
    const { call } = setUp({ perMinute: 30, burst: 3 });
    let now = 0;
    for (let sent = 0; sent < 50;) {
      const wait = call('a', now);
      if (wait === undefined) sent += 1;
      else {
        assert.ok(wait >= 1 && wait <= 2, String(wait));
        now += wait * 1_000;
        assert.equal(call('a', now), undefined);
        sent += 1;
      }
    }
  });

  it('tells clients apart, and does not limit who has no name', () => {
    const { limit, call } = setUp({ perMinute: 1, burst: 1 });
    assert.deepEqual([call('a', 0), call('a', 0), call('b', 0)], [undefined, 60, undefined]);
    for (let i = 0; i < 100; i++) limit(new Request('http://localhost/'), 0);
  });

  it('is not fooled by a clock that is set back', () => {
    const { call } = setUp({ perMinute: 60, burst: 1 });
    assert.equal(call('a', 100_000), undefined);
    assert.equal(call('a', 0), 1);
    assert.equal(call('a', 1_000), undefined);
  });

  it('remembers at most 10,000 clients', () => {
    const { call } = setUp({ perMinute: 1, burst: 1 });
    call('first', 0);
    for (let i = 0; i < 9_999; i++) call(`client ${i}`, 0);
    assert.equal(call('first', 0), 60);
    call('one too many', 0);
    assert.equal(call('client 0', 0), undefined);
  });
});
