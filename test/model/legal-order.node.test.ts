import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { deriveSurface } from '../../src/model/derive-surface.js';
import { inLegalOrder } from '../../src/model/legal-order.js';
import type { ItemKind } from '../../src/model/notice.js';
import type { SurfaceItem } from '../../src/model/surface.js';
import { authoredPolicy, processingEntry, REVISION, SIGNUP } from '../support/policy-fixtures.js';

const SEED = 20261121;
const GROUPS = ['required', 'optional', 'promotion'];

const item = (id: string, overrides: Partial<SurfaceItem> = {}): SurfaceItem => ({
  ...{ id, kind: 'collection', title: id, required: false, revision: REVISION },
  ...{ group: 'required', path: id, bulk: true },
  ...overrides,
});

const ids = (items: readonly SurfaceItem[]): string[] => items.map(({ id }) => id);
const order = (...items: SurfaceItem[]): string[] => ids(inLegalOrder(items));

const information = item('information', { kind: 'information' });

describe('inLegalOrder', () => {
  it('puts age, terms, information and required consents before optional ones and promotion', () => {
    const wanted = [
      item('age', { kind: 'age', required: true }),
      item('terms', { kind: 'terms', required: true }),
      information,
      item('required', { kind: 'third-party', required: true }),
      item('optional-terms', { kind: 'terms' }),
      item('optional', { kind: 'sensitive' }),
      item('use', { kind: 'marketing-use' }),
      item('advertising', { kind: 'advertising' }),
      item('night', { kind: 'advertising-night' }),
    ];
    assert.deepEqual(inLegalOrder(wanted), inLegalOrder(wanted));
    assert.deepEqual(order(...wanted), ids(wanted));
    const groups = inLegalOrder(wanted).map(({ group }) => GROUPS.indexOf(group));
    assert.deepEqual(groups, [0, 0, 0, 0, 1, 1, 2, 2, 2]);
  });

  it('brings any order of a surface into the same groups', () => {
    const { items } = deriveSurface(
      authoredPolicy({ surfaces: { signup: [...SIGNUP].reverse() } }),
      'signup',
    );
    assert.deepEqual(ids(items), [
      ...['age', 'terms', 'account', 'kitchen', 'translation', 'allergy', 'birthday'],
      ...['marketing-use', 'advertising-push', 'advertising-sms', 'advertising-email'],
      'advertising-night',
    ]);
  });

  it('puts a parent before its children, and moves nothing else', () => {
    const child = item('child', { dependsOn: ['parent'] });
    assert.deepEqual(order(item('a'), child, item('b'), item('parent'), item('c')), [
      ...['a', 'b', 'parent', 'child', 'c'],
    ]);
  });

  it('lets a child keep its place where its parent stands in an earlier group', () => {
    const child = item('child', { dependsOn: ['parent'] });
    const parent = item('parent', { required: true });
    const required = item('required', { required: true });
    assert.deepEqual(order(child, item('other'), required, parent), [
      ...['required', 'parent', 'child', 'other'],
    ]);
  });

  it('puts a child into the group of its parent where that is later, though it is required', () => {
    const child = item('child', { required: true, dependsOn: ['parent'] });
    const use = item('parent', { kind: 'marketing-use' });
    const [first, second, third] = inLegalOrder([child, use, item('other')]);
    assert.deepEqual([first?.id, second?.id], ['other', 'parent']);
    assert.deepEqual([third?.id, third?.group, third?.required], ['child', 'promotion', true]);
  });

  it('keeps of the dependencies those on items that a person can give here', () => {
    const child = item('child', {
      dependsOn: ['parent', 'information', 'elsewhere'],
      dependsOnAny: ['elsewhere', 'information'],
    });
    const placed = inLegalOrder([child, information, item('parent')]);
    const [, , last] = placed;
    assert.deepEqual([last?.id, last?.dependsOn], ['child', ['parent']]);
    assert.ok(last && !('dependsOnAny' in last));
  });

  it('cuts a circle at its first item, so that each box can be reached', () => {
    const one = item('one', { dependsOn: ['two'] });
    const two = item('two', { dependsOn: ['one'] });
    const self = item('self', { dependsOn: ['self'] });
    const placed = inLegalOrder([one, two, self]);
    assert.deepEqual(
      placed.map(({ id, dependsOn }) => [id, dependsOn]),
      [
        ['one', undefined],
        ['two', ['one']],
        ['self', undefined],
      ],
    );
  });

  it('has an empty order for an empty surface', () => {
    assert.deepEqual(inLegalOrder([]), []);
  });
});

const KINDS: readonly ItemKind[] = [
  ...(['age', 'terms', 'collection', 'sensitive', 'third-party', 'information'] as const),
  ...(['marketing-use', 'advertising', 'advertising-night'] as const),
];

const NAMES = 'a b c d e f g h i j k l m n o p'.split(' ');

/** Any items in any order; their parents are any before them in the alphabet, or not there at all. */
const someItems = (
  parentsOf: (id: string, names: string[]) => string[],
): fc.Arbitrary<SurfaceItem[]> =>
  fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 12 }).chain((names) =>
    fc.tuple(
      ...names.map((id) =>
        fc
          .record({
            kind: fc.constantFrom(...KINDS),
            required: fc.boolean(),
            dependsOn: fc.subarray(['nothing', ...parentsOf(id, names)]),
            dependsOnAny: fc.subarray(parentsOf(id, names)),
          })
          .map(({ kind, ...rest }) =>
            item(id, kind === 'information' ? { kind } : { kind, ...rest }),
          ),
      ),
    ),
  );

const anyItems = someItems((id, names) => names.filter((name) => name < id));
const circularItems = someItems((_id, names) => names);

function assertParentsFirst(placed: readonly SurfaceItem[]): void {
  for (const [place, { dependsOn = [], dependsOnAny = [] }] of placed.entries()) {
    for (const parent of [...dependsOn, ...dependsOnAny]) {
      const before = placed.slice(0, place).find(({ id }) => id === parent);
      assert.ok(before && before.kind !== 'information');
    }
  }
}

describe('any surface', () => {
  it('is ordered as a permutation, by group, parents before children', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const placed = inLegalOrder(items);
        assert.deepEqual(ids(placed).sort(), ids(items).sort());
        const groups = placed.map(({ group }) => GROUPS.indexOf(group));
        assert.deepEqual(groups, [...groups].sort());
        assertParentsFirst(placed);
        for (const { id, dependsOn } of placed) {
          const asked = items
            .find((each) => each.id === id)
            ?.dependsOn?.filter((parent) =>
              items.some((each) => each.id === parent && each.kind !== 'information'),
            );
          assert.deepEqual(dependsOn ?? [], asked ?? []);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('is ordered too where dependencies run in circles, which the parser does not let in', () => {
    fc.assert(
      fc.property(circularItems, (items) => {
        const placed = inLegalOrder(items);
        assert.deepEqual(ids(placed).sort(), ids(items).sort());
        assertParentsFirst(placed);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('keeps its own order within a group where no dependency says otherwise', () => {
    const free = anyItems.map((items) =>
      items.map(({ dependsOn: _all, dependsOnAny: _any, ...rest }) => rest),
    );
    fc.assert(
      fc.property(free, (items) => {
        const placed = inLegalOrder(items).filter(({ kind }) => kind === 'third-party');
        const own = items.filter(({ kind }) => kind === 'third-party');
        for (const required of [true, false]) {
          const wanted = own.filter((each) => each.required === required);
          const found = placed.filter((each) => each.required === required);
          assert.deepEqual(ids(found), ids(wanted));
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('of a document is the same set of items however the surface names them', () => {
    const policy = authoredPolicy({
      processing: [
        ...(authoredPolicy().processing ?? []),
        processingEntry({ id: 'extra', dependsOn: ['birthday'] }),
      ],
    });
    const names = [...SIGNUP, 'extra'];
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 1 }), (signup) => {
        const { items } = deriveSurface({ ...policy, surfaces: { signup } }, 'signup');
        assert.deepEqual(ids(items).sort(), [...signup].sort());
        const parent = ids(items).indexOf('birthday');
        const child = items.find(({ id }) => id === 'extra');
        assert.deepEqual(child?.dependsOn, child && parent >= 0 ? ['birthday'] : undefined);
        if (child) assert.ok(parent < items.indexOf(child));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
