import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import {
  type Answers,
  answerItem,
  answerTo,
  bulkState,
  clearOrphans,
  isAvailable,
  missingRequired,
  pressBulk,
  resolveDecisions,
  restoreAnswers,
} from '../../src/model/decisions.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { SurfaceItem } from '../../src/model/surface.js';
import { authoredPolicy, processingEntry } from '../support/policy-fixtures.js';

const { items } = deriveSurface(authoredPolicy(), 'signup');
const BOXES = items.filter(({ kind }) => kind !== 'information').map(({ id }) => id);
const CHANNELS = ['advertising-email', 'advertising-sms', 'advertising-push'];

const itemOf = (id: string, from: readonly SurfaceItem[] = items): SurfaceItem => {
  const item = from.find((each) => each.id === id);
  assert.ok(item, `no item "${id}"`);
  return item;
};

/** The answers after the person pressed these boxes one after the other. */
const tick = (...ids: readonly string[]): Answers =>
  ids.reduce<Answers>(
    (answers, id) => answerItem(items, answers, { id, given: true, by: 'checkbox' }),
    {},
  );
const untick = (answers: Answers, id: string): Answers =>
  answerItem(items, answers, { id, given: false, by: 'checkbox' });

const given = (answers: Answers): string[] =>
  BOXES.filter((id) => answerTo({ id }, answers)?.given === true);

const ALL: Answers = pressBulk(items, {}, { by: 'agree-all' });
const REQUIRED_ONLY: Answers = pressBulk(items, {}, { by: 'required-only' });

/** The surface with entries of its own in place of the usual ones. */
function surfaceOf(...entries: Parameters<typeof processingEntry>[0][]): readonly SurfaceItem[] {
  const processing = entries.map(processingEntry);
  const surfaces = { own: processing.map(({ id }) => id) };
  return deriveSurface(authoredPolicy({ processing, surfaces }), 'own').items;
}

describe('an answer', () => {
  it('is missing until the person gives one', () => {
    assert.equal(answerTo(itemOf('birthday'), {}), undefined);
    assert.equal(answerTo({ id: 'constructor' }, {}), undefined);
  });

  it('says what the box says now and what brought it there', () => {
    const answer = { id: 'birthday', given: true, by: 'checkbox', dt: 4210 } as const;
    const answers = answerItem(items, {}, answer);
    assert.deepEqual(answers, { birthday: { given: true, by: 'checkbox', dt: 4210 } });
    assert.deepEqual(untick(answers, 'birthday'), { birthday: { given: false, by: 'checkbox' } });
    assert.equal(answerTo(itemOf('birthday'), answers)?.dt, 4210);
  });

  it('survives JSON', () => {
    const answers = untick(ALL, 'birthday');
    assert.deepEqual(JSON.parse(JSON.stringify(answers)), answers);
  });
});

describe('a box', () => {
  const isOpen = (id: string, answers: Answers): boolean => isAvailable(itemOf(id), items, answers);

  it('without parents can always be ticked', () => {
    assert.ok(['age', 'birthday', 'marketing-use'].every((id) => isOpen(id, {})));
  });

  it('of a channel waits for the use of data for promotion', () => {
    assert.equal(isOpen('advertising-email', {}), false);
    assert.equal(isOpen('advertising-email', tick('marketing-use')), true);
    assert.equal(
      isOpen('advertising-email', untick(tick('marketing-use'), 'marketing-use')),
      false,
    );
  });

  it('for the night waits for a channel other than e-mail', () => {
    assert.equal(isOpen('advertising-night', tick('marketing-use', 'advertising-email')), false);
    assert.equal(isOpen('advertising-night', tick('marketing-use', 'advertising-push')), true);
  });

  it('does not wait for what is given already and not asked again', () => {
    const rest = items.filter(({ id }) => id !== 'marketing-use');
    assert.equal(isAvailable(itemOf('advertising-email'), rest, {}), true);
    const night = items.filter(({ id }) => !CHANNELS.includes(id));
    assert.equal(isAvailable(itemOf('advertising-night'), night, {}), true);
  });
});

describe('unticking a parent', () => {
  it('takes children and their children with it', () => {
    const answers = untick(ALL, 'marketing-use');
    assert.deepEqual(given(answers), ['age', 'terms', 'kitchen', 'birthday', 'translation']);
    assert.equal(answerTo({ id: 'advertising-sms' }, answers), undefined);
  });

  it('leaves the night while another channel for it is given', () => {
    const one = untick(ALL, 'advertising-sms');
    assert.ok(given(one).includes('advertising-night'));
    assert.equal(given(untick(one, 'advertising-push')).includes('advertising-night'), false);
  });

  it('changes nothing where nothing hangs on it', () => {
    assert.equal(clearOrphans(items, ALL), ALL);
  });
});

describe('missingRequired', () => {
  const missing = (answers: Answers, of = items): string[] =>
    missingRequired(of, answers).map(({ id }) => id);

  it('is every required item that is not given, in order', () => {
    assert.deepEqual(missing({}), ['age', 'terms', 'kitchen']);
    assert.deepEqual(missing(tick('terms')), ['age', 'kitchen']);
    assert.deepEqual(missing(untick(tick('age', 'terms', 'kitchen'), 'age')), ['age']);
    assert.deepEqual(missing(REQUIRED_ONLY), []);
  });

  it('asks for a required child only where its parent is given', () => {
    const own = surfaceOf({ id: 'club' }, { id: 'card', required: true, dependsOn: ['club'] });
    assert.deepEqual(missing({}, own), []);
    const answers = answerItem(own, {}, { id: 'club', given: true, by: 'checkbox' });
    assert.deepEqual(missing(answers, own), ['card']);
    assert.deepEqual(missing(pressBulk(own, {}, { by: 'required-only' }), own), []);
    assert.equal(bulkState(own, {}).excluded, 2);
  });
});

describe('resolveDecisions', () => {
  it('refuses what was left open, and what hangs on it', () => {
    const decisions = resolveDecisions(items, tick('age'));
    assert.deepEqual(decisions, [
      { id: 'age', state: 'given', by: 'checkbox' },
      { id: 'terms', state: 'refused', by: 'unticked' },
      { id: 'kitchen', state: 'refused', by: 'unticked' },
      { id: 'birthday', state: 'refused', by: 'unticked' },
      { id: 'allergy', state: 'refused', by: 'unticked' },
      { id: 'translation', state: 'refused', by: 'unticked' },
      { id: 'marketing-use', state: 'refused', by: 'unticked' },
      ...CHANNELS.map((id) => ({ id, state: 'refused', by: 'parent' })),
      { id: 'advertising-night', state: 'refused', by: 'parent' },
    ]);
  });

  it('tells an explicit no from a box that was left alone', () => {
    const answers = untick(tick('birthday'), 'birthday');
    const [, , , birthday, allergy] = resolveDecisions(items, answers);
    assert.deepEqual([birthday?.state, birthday?.by], ['refused', 'checkbox']);
    assert.deepEqual([allergy?.state, allergy?.by], ['refused', 'unticked']);
    const [, , , refused, , , , channel] = resolveDecisions(items, REQUIRED_ONLY);
    assert.deepEqual([refused?.by, channel?.by], ['required-only', 'parent']);
  });

  it('says when a box was last pressed', () => {
    const answers = answerItem(items, {}, { id: 'terms', given: true, by: 'checkbox', dt: 0 });
    const [age, terms] = resolveDecisions(items, answers);
    assert.deepEqual([age && 'dt' in age, terms?.dt], [false, 0]);
  });

  it('never records a child as given without its parent, whatever the answers say', () => {
    const forged: Answers = { 'advertising-night': { given: true, by: 'checkbox' } };
    const night = resolveDecisions(items, forged).at(-1);
    assert.deepEqual(night, { id: 'advertising-night', state: 'refused', by: 'parent' });
  });

  it('says nothing of information', () => {
    assert.deepEqual(
      resolveDecisions(items, {}).map(({ id }) => id),
      BOXES,
    );
  });
});

describe('restoreAnswers', () => {
  it('brings back what the person did on the same notice, and marks it', () => {
    const before = untick(tick('terms', 'birthday'), 'birthday');
    assert.deepEqual(restoreAnswers(items, JSON.parse(JSON.stringify(before))), {
      terms: { given: true, by: 'restored' },
      birthday: { given: false, by: 'restored' },
    });
  });

  it('leaves out what is not asked here, what hangs on nothing, and what is no answer', () => {
    const stored = {
      account: { given: true },
      elsewhere: { given: true },
      terms: { given: 'yes' },
      age: null,
      kitchen: true,
      'advertising-sms': { given: true, by: 'checkbox' },
    };
    assert.deepEqual(restoreAnswers(items, stored), {});
  });

  for (const stored of [undefined, null, 'on', 7, [], [{ given: true }]]) {
    it(`is empty for ${JSON.stringify(stored)}`, () => {
      assert.deepEqual(restoreAnswers(items, stored), {});
    });
  }
});

describe('any sequence of presses', () => {
  const press = fc.oneof(
    fc.record({ id: fc.constantFrom(...BOXES), given: fc.boolean() }),
    fc.constantFrom('agree-all' as const, 'required-only' as const),
  );
  const anyAnswers = fc
    .array(press, { maxLength: 30 })
    .map((presses) =>
      presses.reduce<Answers>(
        (answers, each) =>
          typeof each === 'string'
            ? pressBulk(items, answers, { by: each })
            : isAvailable(itemOf(each.id), items, answers)
              ? answerItem(items, answers, { ...each, by: 'checkbox' })
              : answers,
        {},
      ),
    );

  it('leaves no child given whose parents are not', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        for (const id of given(answers)) assert.ok(isAvailable(itemOf(id), items, answers), id);
        const kept = resolveDecisions(items, answers).filter(({ state }) => state === 'given');
        assert.deepEqual(
          kept.map(({ id }) => id),
          given(answers),
        );
      }),
      { seed: 20261121, numRuns: 1000 },
    );
  });

  it('makes each button pressed by its own press, and the same again by a second', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const all = pressBulk(items, answers, { by: 'agree-all' });
        assert.equal(bulkState(items, all).agreeAll, true);
        assert.deepEqual(pressBulk(items, all, { by: 'agree-all' }), all);
        const required = pressBulk(items, answers, { by: 'required-only' });
        assert.equal(bulkState(items, required).requiredOnly, true);
        assert.equal(bulkState(items, required).agreeAll, false);
        assert.deepEqual(pressBulk(items, required, { by: 'required-only' }), required);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});
