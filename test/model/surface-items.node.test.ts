import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { deriveSurface } from '../../src/model/derive-surface.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import type { Basis } from '../../src/model/policy-processing.js';
import type { Surface, SurfaceItem } from '../../src/model/surface.js';
import {
  authoredPolicy,
  marketing,
  processingEntry,
  SIGNUP,
  thirdParty,
  transcribedPolicy,
  transfer,
} from '../support/policy-fixtures.js';

const itemOf = (surface: Surface, id: string): SurfaceItem => {
  const item = surface.items.find((each) => each.id === id);
  assert.ok(item, `no item "${id}"`);
  return item;
};

/** The surface of one entry alone, and its only item. */
function alone(
  overrides: Partial<PolicyDocument>,
  id: string,
): { surface: Surface; item: SurfaceItem } {
  const document = authoredPolicy({ ...overrides, surfaces: { only: [id] } });
  const surface = deriveSurface(document, 'only');
  assert.equal(surface.items.length, 1);
  return { surface, item: itemOf(surface, id) };
}

const provision = (overrides: Parameters<typeof thirdParty>[0]): ReturnType<typeof alone> =>
  alone({ thirdParties: [thirdParty(overrides)] }, 'kitchen');

describe('what a person sees of an item', () => {
  it('is what the entry says, without what the form has no place for', () => {
    const entry = processingEntry({
      audience: 'members',
      source: 'a partner',
      collection: ['web'],
      printedUnder: 'Optional',
      statute: 'PIPA 15(1)1',
      detail: ['More.'],
      detailTitle: 'About coupons',
    });
    const { item } = alone({ processing: [entry] }, 'birthday');
    const { collection: _ways, printedUnder: _label, ...facts } = entry;
    const asked = { kind: 'collection', group: 'optional', bulk: true, path: 'processing[0]' };
    assert.deepEqual(item, { ...facts, ...asked });
  });

  it('has the name of the recipient where the entry has no title', () => {
    assert.equal(provision({}).item.title, 'Sample Kitchen');
    assert.equal(provision({ title: 'Delivery' }).item.title, 'Delivery');
    const { title: _title, ...untitled } = transfer();
    assert.equal(alone({ transfers: [untitled] }, 'translation').item.title, 'Sample Translation');
  });

  it('has an empty title where only law names the matter', () => {
    const surface = deriveSurface(authoredPolicy(), 'signup');
    const titles = ['age', 'marketing-use', 'advertising-email', 'advertising-night'].map(
      (id) => itemOf(surface, id).title,
    );
    assert.deepEqual(titles, ['', 'Use of my data for promotion', '', '']);
  });

  it('is of terms: version, summary, and the text apart from the facts', () => {
    const { item } = alone({}, 'terms');
    assert.deepEqual(item.terms, { version: '3', summary: 'Orders, payment, leaving.' });
    assert.deepEqual(item.text, ['Article 1. These terms are about dishes.']);
  });

  it('is of age: threshold, ways to confirm a guardian', () => {
    const { item } = alone({}, 'age');
    assert.deepEqual([item.threshold, item.guardianMethods], [14, ['phone-identity']]);
  });

  it('is of advertising: sender, content, channel, and the heading of all channels', () => {
    const { item } = alone({}, 'advertising-sms');
    assert.deepEqual(
      [item.title, item.groupTitle, item.sender, item.content, item.channel],
      [
        'Text message',
        'Ways to receive advertising',
        'Sample Table Inc.',
        'New dishes and discounts',
        'sms',
      ],
    );
    assert.equal('channels' in item, false);
  });

  it('names the first controller, else the service, as the sender where none is given', () => {
    const { sender: _sender, ...anonymous } = marketing();
    const named = alone(
      { marketing: anonymous, controllers: [{ name: 'One' }, {}] },
      'advertising-sms',
    );
    assert.equal(named.item.sender, 'One');
    const branded = { marketing: anonymous, controllers: [{ brands: ['Found'] }] };
    assert.equal(alone(branded, 'advertising-night').item.sender, 'Sample');
  });

  it('keeps what an entry depends on, but not for information, which nobody decides', () => {
    const entries = (basis: Basis): Partial<PolicyDocument> => ({
      processing: [
        processingEntry(),
        processingEntry({ id: 'child', basis, dependsOn: ['birthday'] }),
      ],
      surfaces: { signup: ['child', 'birthday'] },
    });
    const childOf = (basis: Basis): SurfaceItem =>
      itemOf(deriveSurface(authoredPolicy(entries(basis)), 'signup'), 'child');
    assert.deepEqual(childOf('consent').dependsOn, ['birthday']);
    assert.equal('dependsOn' in childOf('contract'), false);
  });

  it('is, of promotion, what a box waits for (MKT-02, MKT-03)', () => {
    const { items } = deriveSurface(authoredPolicy(), 'signup');
    const waits = items.flatMap(({ id, dependsOn, dependsOnAny }) =>
      dependsOn || dependsOnAny ? [[id, dependsOn, dependsOnAny]] : [],
    );
    assert.deepEqual(waits, [
      ['advertising-email', ['marketing-use'], undefined],
      ['advertising-sms', ['marketing-use'], undefined],
      ['advertising-push', ['marketing-use'], undefined],
      ['advertising-night', undefined, ['advertising-sms', 'advertising-push']],
    ]);
    assert.equal('dependsOn' in alone({}, 'advertising-sms').item, false);
    assert.equal('dependsOnAny' in alone({}, 'advertising-night').item, false);
  });

  it('has no gaps in a transcribed document that states everything', () => {
    const { items, gaps } = deriveSurface(authoredPolicy({ origin: 'transcribed' }), 'signup');
    assert.deepEqual(gaps, []);
    assert.ok(items.every((item) => !('gaps' in item)));
  });

  it('has no member that is there and undefined', () => {
    for (const document of [authoredPolicy(), transcribedPolicy()]) {
      const { items } = deriveSurface(document, 'signup');
      assert.ok(items.every((item) => !Object.values(item).includes(undefined)));
    }
  });

  it('does not depend on the order in which the surface names it', () => {
    const one = deriveSurface(authoredPolicy(), 'signup').items;
    const other = deriveSurface(
      authoredPolicy({ surfaces: { signup: [...SIGNUP].reverse() } }),
      'signup',
    ).items;
    const byId = (items: readonly SurfaceItem[]): object =>
      Object.fromEntries(items.map((item) => [item.id, item]));
    assert.deepEqual(byId(other), byId(one));
  });
});
