import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { deriveSurface } from '../../src/model/derive-surface.js';
import type { ItemKind } from '../../src/model/notice.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import type { Basis, DataKind } from '../../src/model/policy-processing.js';
import type { Surface, SurfaceItem } from '../../src/model/surface.js';
import {
  authoredPolicy,
  datum,
  marketing,
  processingEntry,
  SIGNUP,
  thirdParty,
  transcribedPolicy,
  transfer,
} from '../support/policy-fixtures.js';

const OTHER_BASES: readonly Basis[] = ['law', 'legitimate-interest', 'vital', 'public-task'];

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

const collection = (overrides: Parameters<typeof processingEntry>[0]): ReturnType<typeof alone> =>
  alone({ processing: [processingEntry(overrides)] }, 'birthday');

const provision = (overrides: Parameters<typeof thirdParty>[0]): ReturnType<typeof alone> =>
  alone({ thirdParties: [thirdParty(overrides)] }, 'kitchen');

const overseas = (overrides: Parameters<typeof transfer>[0]): ReturnType<typeof alone> =>
  alone({ transfers: [transfer(overrides)] }, 'translation');

describe('deriveSurface', () => {
  it('finds nothing wrong with a document that has all legal facts', () => {
    const { name, items, refusals, gaps, errors } = deriveSurface(authoredPolicy(), 'signup');
    assert.equal(name, 'signup');
    assert.deepEqual([refusals, gaps, errors], [[], [], []]);
    assert.deepEqual(
      items.map(({ id, kind, group, required, bulk }) => [id, kind, group, required, bulk]),
      [
        ['age', 'age', 'required', true, true],
        ['terms', 'terms', 'required', true, true],
        ['account', 'information', 'required', false, false],
        ['kitchen', 'third-party', 'required', true, true],
        ['birthday', 'collection', 'optional', false, true],
        ['allergy', 'sensitive', 'optional', false, false],
        ['translation', 'overseas', 'optional', false, true],
        ['marketing-use', 'marketing-use', 'promotion', false, true],
        ['advertising-email', 'advertising', 'promotion', false, true],
        ['advertising-sms', 'advertising', 'promotion', false, true],
        ['advertising-push', 'advertising', 'promotion', false, true],
        ['advertising-night', 'advertising-night', 'promotion', false, true],
      ],
    );
  });

  it('names the surfaces that there are when asked for another', () => {
    for (const name of ['sign-up', 'constructor', '__proto__', '']) {
      assert.throws(() => deriveSurface(authoredPolicy(), name), {
        name: 'RangeError',
        message: `No surface "${name}" in policy "sample". It has: signup, inquiry`,
      });
    }
  });

  it('names an item that the document does not have', () => {
    const document = authoredPolicy({ surfaces: { signup: ['age', 'nothing'] } });
    assert.throws(() => deriveSurface(document, 'signup'), {
      name: 'RangeError',
      message: 'No item "nothing" in policy "sample"',
    });
  });

  it('shows an item once that the surface names twice, and none that it does not name', () => {
    const document = authoredPolicy({ surfaces: { signup: ['birthday', 'age', 'birthday'] } });
    const { items } = deriveSurface(document, 'signup');
    assert.deepEqual(
      items.map(({ id }) => id),
      ['age', 'birthday'],
    );
  });

  it('does not change the document', () => {
    const document = authoredPolicy();
    deriveSurface(document, 'signup');
    assert.deepEqual(document, authoredPolicy());
  });

  it('knows where each item stands in the document', () => {
    const { items } = deriveSurface(authoredPolicy(), 'signup');
    assert.deepEqual(Object.fromEntries(items.map(({ id, path }) => [id, path])), {
      age: 'age',
      terms: 'terms[0]',
      account: 'processing[0]',
      birthday: 'processing[1]',
      allergy: 'processing[2]',
      kitchen: 'thirdParties[0]',
      translation: 'transfers[0]',
      'marketing-use': 'marketing.use',
      'advertising-email': 'marketing.advertising.channels[0]',
      'advertising-sms': 'marketing.advertising.channels[1]',
      'advertising-push': 'marketing.advertising.channels[2]',
      'advertising-night': 'marketing.night',
    });
  });
});

describe('the kind of an item', () => {
  const byData: readonly (readonly [DataKind[], ItemKind, boolean])[] = [
    [['ordinary'], 'collection', true],
    [['behavioural'], 'collection', true],
    [['ordinary', 'sensitive'], 'sensitive', false],
    [['biometric'], 'sensitive', false],
    [['unique-id'], 'unique-id', true],
    [['location'], 'location', false],
    [['credit'], 'credit', false],
    [['credit', 'location', 'unique-id', 'biometric'], 'sensitive', false],
    [['credit', 'location', 'unique-id'], 'unique-id', false],
    [['credit', 'location'], 'location', false],
  ];

  for (const [kinds, kind, bulk] of byData) {
    it(`is ${kind} for a consent to ${kinds.join(', ')} data`, () => {
      const { item } = collection({ data: kinds.map((each) => datum(each)) });
      assert.deepEqual([item.kind, item.bulk], [kind, bulk]);
    });
  }

  for (const basis of [...OTHER_BASES, 'contract'] as const) {
    it(`is information on the basis ${basis}, whatever the data`, () => {
      const data = [datum('sensitive'), datum('rrn')];
      const { item, surface } = collection({ basis, data, required: true, refusal: {} });
      assert.deepEqual([item.kind, item.required, item.bulk], ['information', false, false]);
      assert.deepEqual([surface.refusals, surface.gaps, surface.errors], [[], [], []]);
    });
  }

  for (const basis of OTHER_BASES) {
    it(`is information for provision and transfer on the basis ${basis}`, () => {
      for (const { item, surface } of [provision({ basis }), overseas({ basis })]) {
        assert.deepEqual([item.kind, item.required], ['information', false]);
        assert.deepEqual([surface.refusals, surface.errors], [[], []]);
      }
    });
  }

  it('is information for a transfer that the contract needs (OVS-03)', () => {
    const { item, surface } = overseas({ basis: 'contract' });
    assert.equal(item.kind, 'information');
    assert.deepEqual(surface.refusals, []);
  });

  it('stays what it is where a recipient gets sensitive data, but takes its own press', () => {
    const [use] = thirdParty().uses;
    assert.ok(use);
    const { item } = provision({ uses: [use, { ...use, data: [datum('biometric')] }] });
    assert.deepEqual([item.kind, item.bulk], ['third-party', false]);
    assert.equal(overseas({ data: [datum('credit')] }).item.bulk, false);
    assert.equal(overseas({ data: [datum('unique-id')] }).item.bulk, true);
  });
});

describe('whether an item is required', () => {
  it('is as a consent says', () => {
    assert.equal(collection({ required: true }).item.required, true);
    assert.equal(collection({ required: false }).item.required, false);
    assert.equal(collection({ required: 'unstated' }).item.required, false);
  });

  it('is as the terms say, always for age, never for promotion', () => {
    const [terms] = authoredPolicy().terms ?? [];
    assert.ok(terms);
    const optional = alone({ terms: [{ ...terms, required: false }] }, 'terms').item;
    assert.deepEqual([optional.required, optional.group], [false, 'optional']);
    const { items } = deriveSurface(authoredPolicy(), 'signup');
    const required = items.filter((item) => item.required).map(({ id }) => id);
    assert.deepEqual(required, ['age', 'terms', 'kitchen']);
  });
});

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
