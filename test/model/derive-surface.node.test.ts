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
  processingEntry,
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

describe('a resident registration number on an unstated basis', () => {
  it('is information with gaps in a transcribed document', () => {
    const surface = deriveSurface(transcribedPolicy(), 'signup');
    const [invoice, membership] = surface.items;
    assert.deepEqual([invoice?.id, invoice?.kind], ['invoice', 'information']);
    assert.deepEqual(invoice?.gaps, ['uses[0].retention', 'refusal', 'basis', 'required']);
    assert.deepEqual([membership?.id, membership?.kind], ['membership', 'collection']);
    assert.deepEqual(membership?.gaps, ['refusal', 'basis', 'required']);
    assert.deepEqual([surface.refusals, surface.errors], [[], []]);
    assert.deepEqual(
      surface.gaps.map(({ path }) => path),
      [
        ...['uses[0].retention', 'refusal', 'basis', 'required'].map((x) => `thirdParties[0].${x}`),
        ...['refusal', 'basis', 'required'].map((x) => `processing[0].${x}`),
      ],
    );
  });

  it('is information and an error in an authored one', () => {
    const { item, surface } = collection({ data: [datum('rrn')], basis: 'unstated' });
    assert.deepEqual([item.kind, surface.refusals], ['information', []]);
    assert.deepEqual(
      surface.errors.map(({ code }) => code),
      ['missing-basis'],
    );
  });
});
