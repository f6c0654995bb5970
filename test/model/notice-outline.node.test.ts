import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { misfitsOf, outlineOf } from '../../src/model/notice-outline.js';
import type { Receipt } from '../../src/model/receipt.js';
import { POLICY, receiptOn, show } from '../support/receiver-fixtures.js';

const WITH_AGE = {
  ...POLICY,
  age: { threshold: 14, guardianMethods: ['card', 'email'], revision: '2026-11-01' },
  surfaces: { ...POLICY.surfaces, signup: ['age', ...POLICY.surfaces['signup']!] },
} as const;

/** A guardian's first decision: what every other item asks, and nothing of the age. */
function byGuardian(changes: Partial<Receipt> = {}): readonly string[] {
  const shown = show(WITH_AGE);
  const receipt = receiptOn(shown, { actor: 'guardian', guardian: { method: 'card' } });
  const items = receipt.items.filter(({ id }) => id !== 'age');
  const whole = { ...receipt, items, shown: { ...receipt.shown, hidden: ['age'] }, ...changes };
  return misfitsOf(whole, outlineOf(shown.notice)).map(({ code, path }) => `${code} ${path}`);
}

describe('misfitsOf a guardian’s receipt', () => {
  it('is nothing where the age is not answered and the notice offers the method', () => {
    assert.deepEqual(byGuardian(), []);
    assert.deepEqual(byGuardian({ guardian: { method: 'email' } }), []);
  });

  it('names a method that the notice does not offer', () => {
    const misfits = byGuardian({ guardian: { method: 'phone-call' } });
    assert.deepEqual(misfits, ['guardian-method $.guardian.method']);
  });

  it('takes any method where the notice names none', () => {
    const shown = show(POLICY);
    const guardian = { method: 'phone-call' } as const;
    const receipt = receiptOn(shown, { actor: 'guardian', guardian });
    assert.deepEqual(misfitsOf(receipt, outlineOf(shown.notice)), []);
  });

  it('lets no guardian say that a child is old enough', () => {
    const age = { id: 'age', state: 'given', by: 'checkbox' } as const;
    const { items } = receiptOn(show(WITH_AGE));
    const rest = items.filter(({ id }) => id !== 'age');
    assert.deepEqual(byGuardian({ items: [age, ...rest] }), ['item-not-asked $.items[0].id']);
  });

  it('lets a person say so', () => {
    const shown = show(WITH_AGE);
    assert.deepEqual(misfitsOf(receiptOn(shown), outlineOf(shown.notice)), []);
  });
});
