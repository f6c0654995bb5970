import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { type Decider, guardianDueDay, isUnconfirmed } from '../../src/model/guardian-due.js';

const at = '2026-11-22T00:00:00.000Z';
const byGuardian = { actor: 'guardian', guardian: { method: 'card' } } as const;

describe('isUnconfirmed', () => {
  const cases: readonly [what: string, Decider, boolean][] = [
    ['a guardian without a time', byGuardian, true],
    ['a guardian with a time', { ...byGuardian, guardian: { method: 'card', at } }, false],
    ['a person', { actor: 'self' }, false],
    ['a clock', { actor: 'system' }, false],
  ];
  for (const [what, receipt, expected] of cases)
    it(`is ${String(expected)} of ${what}`, () => {
      assert.equal(isUnconfirmed(receipt), expected);
      assert.equal(guardianDueDay(receipt, at) === undefined, !expected);
    });
});

describe('guardianDueDay', () => {
  const days: readonly [since: string, day: string][] = [
    ['2026-11-22T00:00:00.000Z', '2026-11-27'],
    ['2026-11-22T14:59:59.999Z', '2026-11-27'],
    // Midnight in Seoul: the next day.
    ['2026-11-22T15:00:00.000Z', '2026-11-28'],
    ['2026-11-23T00:00:00+09:00', '2026-11-28'],
    ['2028-02-25T00:00:00.000Z', '2028-03-01'],
    ['2026-12-28T00:00:00.000Z', '2027-01-02'],
  ];
  for (const [since, day] of days)
    it(`is ${day} for what was collected at ${since}`, () => {
      assert.equal(guardianDueDay(byGuardian, since), day);
    });
});
