import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  type Answers,
  answerItem,
  answerTo,
  bulkState,
  pressBulk,
} from '../../src/model/decisions.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { SurfaceItem } from '../../src/model/surface.js';
import { authoredPolicy, datum, processingEntry } from '../support/policy-fixtures.js';

const { items } = deriveSurface(authoredPolicy(), 'signup');
const BOXES = items.filter(({ kind }) => kind !== 'information').map(({ id }) => id);
const CHANNELS = ['advertising-email', 'advertising-sms', 'advertising-push'];
const OPTIONAL = [
  ...['birthday', 'allergy', 'translation', 'marketing-use'],
  ...CHANNELS,
  'advertising-night',
];

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

describe('"agree to all"', () => {
  it('ticks every box but those of sensitive data, and says by what', () => {
    assert.deepEqual(
      given(ALL),
      BOXES.filter((id) => id !== 'allergy'),
    );
    assert.deepEqual(answerTo({ id: 'terms' }, ALL), { given: true, by: 'agree-all' });
    assert.equal(answerTo({ id: 'allergy' }, ALL), undefined);
    assert.equal(answerTo({ id: 'account' }, ALL), undefined);
  });

  it('keeps how a box came to be ticked, and ticks again what was unticked', () => {
    const before = untick(tick('terms'), 'birthday');
    const answers = pressBulk(items, before, { by: 'agree-all', dt: 900 });
    assert.deepEqual(answerTo({ id: 'terms' }, answers), { given: true, by: 'checkbox' });
    const pressed = { given: true, by: 'agree-all', dt: 900 };
    assert.deepEqual(answerTo({ id: 'birthday' }, answers), pressed);
  });

  it('leaves sensitive data as the person left it', () => {
    assert.ok(given(pressBulk(items, tick('allergy'), { by: 'agree-all' })).includes('allergy'));
  });

  it('does not tick what hangs on a box that it may not tick', () => {
    const own = surfaceOf(
      { id: 'health', data: [datum('sensitive')] },
      { id: 'advice', dependsOn: ['health'] },
    );
    assert.deepEqual(pressBulk(own, {}, { by: 'agree-all' }), {});
    assert.deepEqual(bulkState(own, {}).included, 0);
    const ticked = answerItem(own, {}, { id: 'health', given: true, by: 'checkbox' });
    assert.equal(bulkState(own, ticked).included, 1);
    assert.equal(pressBulk(own, ticked, { by: 'agree-all' })['advice']?.given, true);
  });

  it('is pressed when all it ticks is ticked, mixed in between, by whatever way', () => {
    assert.equal(bulkState(items, {}).agreeAll, false);
    assert.equal(bulkState(items, tick('age')).agreeAll, 'mixed');
    assert.equal(bulkState(items, tick('birthday')).agreeAll, 'mixed');
    assert.equal(bulkState(items, tick('allergy')).agreeAll, false);
    assert.equal(bulkState(items, ALL).agreeAll, true);
    assert.equal(bulkState(items, untick(ALL, 'terms')).agreeAll, 'mixed');
    const byHand = tick(...BOXES.filter((id) => id !== 'allergy'));
    assert.equal(bulkState(items, byHand).agreeAll, true);
    assert.equal(bulkState(items, REQUIRED_ONLY).agreeAll, false);
  });
});

describe('"required only"', () => {
  it('ticks what is required and answers every optional box with no', () => {
    assert.deepEqual(given(REQUIRED_ONLY), ['age', 'terms', 'kitchen']);
    for (const id of OPTIONAL) {
      assert.deepEqual(answerTo({ id }, REQUIRED_ONLY), { given: false, by: 'required-only' });
    }
  });

  it('takes back what was ticked, also sensitive data, and keeps what was refused', () => {
    const before = untick(tick('allergy', 'birthday', 'translation'), 'translation');
    const answers = pressBulk(items, before, { by: 'required-only', dt: 5 });
    const refused = { given: false, by: 'required-only', dt: 5 };
    assert.deepEqual(answerTo({ id: 'allergy' }, answers), refused);
    assert.deepEqual(answerTo({ id: 'translation' }, answers), { given: false, by: 'checkbox' });
    assert.deepEqual(given(answers), ['age', 'terms', 'kitchen']);
  });

  it('leaves required sensitive data to a press of its own', () => {
    const own = surfaceOf({ id: 'health', data: [datum('sensitive')], required: true });
    assert.deepEqual(pressBulk(own, {}, { by: 'required-only' }), {});
    assert.deepEqual(
      bulkState(own, {}).apart.map(({ id }) => id),
      ['health'],
    );
  });

  it('is pressed when every optional box is answered with no, mixed on the way there', () => {
    assert.equal(bulkState(items, {}).requiredOnly, false);
    assert.equal(bulkState(items, tick('age')).requiredOnly, 'mixed');
    assert.equal(bulkState(items, tick('age', 'birthday')).requiredOnly, false);
    assert.equal(bulkState(items, tick('age', 'terms', 'kitchen')).requiredOnly, 'mixed');
    assert.equal(bulkState(items, REQUIRED_ONLY).requiredOnly, true);
    assert.equal(bulkState(items, untick(REQUIRED_ONLY, 'terms')).requiredOnly, 'mixed');
    assert.equal(bulkState(items, ALL).requiredOnly, false);
  });

  it('is pressed too when the person said no by hand, where children cannot be answered', () => {
    const refused = ['birthday', 'allergy', 'translation', 'marketing-use'].reduce(
      untick,
      tick('age', 'terms', 'kitchen'),
    );
    const state = bulkState(items, refused);
    assert.deepEqual([state.requiredOnly, state.agreeAll], [true, false]);
  });
});

describe('what the two buttons say', () => {
  it('is how many optional boxes they touch, channels and night too (look, Choose)', () => {
    const { included, excluded, apart } = bulkState(items, {});
    assert.deepEqual([included, excluded], [7, 8]);
    assert.deepEqual(
      apart.map(({ id }) => id),
      ['allergy'],
    );
  });

  it('stays the same whatever was answered', () => {
    for (const answers of [ALL, REQUIRED_ONLY, tick('age', 'allergy', 'marketing-use')]) {
      const { included, excluded } = bulkState(items, answers);
      assert.deepEqual([included, excluded], [7, 8]);
    }
  });

  it('is nothing on a surface without boxes', () => {
    const [account] = items.filter(({ kind }) => kind === 'information');
    assert.ok(account);
    assert.deepEqual(bulkState([account], {}), {
      agreeAll: false,
      requiredOnly: false,
      included: 0,
      excluded: 0,
      apart: [],
    });
  });
});
