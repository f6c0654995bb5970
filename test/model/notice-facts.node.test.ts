import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import { type CreatedNotice, createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import type { NoticeItem } from '../../src/model/notice.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import {
  authoredPolicy,
  datum,
  marketing,
  processingEntry,
  thirdParty,
  transfer,
} from '../support/policy-fixtures.js';

const create = (document: PolicyDocument, surface = 'signup'): CreatedNotice =>
  createNotice(document, deriveSurface(document, surface));

function itemOf({ notice }: CreatedNotice, id: string): NoticeItem {
  const item = notice.items.find((each) => each.id === id);
  assert.ok(item, `no item "${id}"`);
  return item;
}

interface Edit {
  readonly what: string;
  readonly id: string;
  readonly overrides: Partial<PolicyDocument>;
}

type Collection = Parameters<typeof processingEntry>[0];
type Provision = Parameters<typeof thirdParty>[0];
type Overseas = Parameters<typeof transfer>[0];

const birthday = (what: string, overrides: Collection): Edit => ({
  what,
  id: 'birthday',
  overrides: { processing: [processingEntry(overrides)] },
});
const kitchen = (what: string, overrides: Provision): Edit => ({
  what,
  id: 'kitchen',
  overrides: { thirdParties: [thirdParty(overrides)] },
});
const translation = (what: string, overrides: Overseas): Edit => ({
  what,
  id: 'translation',
  overrides: { transfers: [transfer(overrides)] },
});

const [USE] = thirdParty().uses;
const { use: PROMOTION, advertising: ADVERTISING, night: NIGHT } = marketing();
const { age: AGE, terms: [TERMS] = [] } = authoredPolicy();
assert.ok(USE && PROMOTION && ADVERTISING && NIGHT && AGE && TERMS);
const date = datum('ordinary', 'date of birth');

/** Each changes one legal fact of one item. */
const LEGAL: readonly Edit[] = [
  birthday('purpose', { purposes: [{ text: 'Something else' }] }),
  birthday('name of data', { data: [datum('ordinary', 'month of birth')] }),
  birthday('further data', { data: [date, datum()] }),
  birthday('kind of data', { data: [{ ...date, kind: 'behavioural' }] }),
  birthday('note on data', { data: [{ ...date, note: 'without the year' }] }),
  birthday('condition of data', { data: [{ ...date, condition: 'for adults' }] }),
  birthday('whose data', { data: [{ ...date, about: 'a child' }] }),
  birthday('period', { retention: [{ period: 'P6D', from: 'leaving the service' }] }),
  birthday('start of the period', { retention: [{ period: 'P5D', from: 'the order' }] }),
  birthday('event of the end', { retention: [{ event: 'leaving' }] }),
  birthday('last day', { retention: [{ until: '2027-12-31' }] }),
  birthday('wording of the period', { retention: [{ text: 'five days' }] }),
  birthday('statute of the period', { retention: [{ statute: 'Commerce Act 6' }] }),
  birthday('condition of the period', { retention: [{ period: 'P5D', condition: 'paid' }] }),
  birthday('reason of the period', { retention: [{ period: 'P5D', reason: 'disputes' }] }),
  birthday('right to refuse', { refusal: { right: 'No need to agree.', consequence: 'x' } }),
  birthday('consequence', { refusal: { right: 'You may refuse.', consequence: 'No coupons.' } }),
  birthday('required', { required: true }),
  birthday('kind of the item', { data: [{ ...date, kind: 'sensitive' }] }),
  birthday('basis that needs no consent', { basis: 'contract' }),
  kitchen('recipient', { recipient: { name: 'Another Kitchen' } }),
  kitchen('purpose of the recipient', { uses: [{ ...USE, purposes: [{ text: 'Taste' }] }] }),
  kitchen('provided data', { uses: [{ ...USE, data: [datum()] }] }),
  kitchen('period of the recipient', { uses: [{ ...USE, retention: [{ period: 'P1Y' }] }] }),
  kitchen('another use', { uses: [USE, USE] }),
  translation('country', { country: 'US' }),
  translation('time', { when: 'every night' }),
  translation('method', { how: 'by post' }),
  translation('recipient', {
    recipient: { name: 'Other', contact: { email: 'privacy@translation.example' } },
  }),
  ...(['phone', 'fax', 'email', 'url', 'address', 'text'] as const).map((way) =>
    translation(`contact: ${way}`, {
      recipient: { name: 'Sample Translation', contact: { [way]: 'another' } },
    }),
  ),
  {
    what: 'sender of advertising',
    id: 'advertising-sms',
    overrides: { marketing: marketing({ sender: 'Other' }) },
  },
  {
    what: 'content of advertising',
    id: 'advertising-sms',
    overrides: { marketing: marketing({ advertising: { ...ADVERTISING, content: 'Shoes' } }) },
  },
  {
    what: 'channels at night',
    id: 'advertising-night',
    overrides: { marketing: marketing({ night: { ...NIGHT, channels: ['push'] } }) },
  },
  {
    what: 'data for promotion',
    id: 'marketing-use',
    overrides: { marketing: marketing({ use: { ...PROMOTION, data: [datum()] } }) },
  },
  { what: 'age', id: 'age', overrides: { age: { ...AGE, threshold: 16 } } },
  {
    what: 'version of the terms',
    id: 'terms',
    overrides: { terms: [{ ...TERMS, version: '4' }] },
  },
  {
    what: 'whether the terms are required',
    id: 'terms',
    overrides: { terms: [{ ...TERMS, required: false }] },
  },
];

/** Each changes an item, and none of its legal facts. */
const OTHER: readonly Edit[] = [
  birthday('title', { title: 'Coupons for your birthday' }),
  birthday('longer text', { detail: ['In detail.'], detailTitle: 'More' }),
  birthday('terms of a vocabulary', {
    purposes: [{ text: 'Coupons in the month of birth', dpv: 'Personalisation' }],
    data: [{ ...date, dpv: 'BirthDate' }],
  }),
  birthday('heading of a purpose', {
    purposes: [{ text: 'Coupons in the month of birth', group: 'Coupons', of: ['date of birth'] }],
  }),
  birthday('revision', { revision: '2026-12-01' }),
  birthday('audience, source and statute', { audience: 'a', source: 'b', statute: 'c' }),
  birthday('effect of withdrawing', {
    refusal: { ...processingEntry().refusal, withdrawal: 'The next coupon is not sent.' },
  }),
  kitchen('title, question and reason', { title: 'Delivery', question: 'May we?', reason: 'So.' }),
  kitchen('title of a use', { uses: [{ ...USE, title: 'Delivery' }] }),
  kitchen('contact', { recipient: { name: 'Sample Kitchen', contact: { phone: '02-000-0000' } } }),
  {
    what: 'ways to confirm a guardian',
    id: 'age',
    overrides: {
      age: {
        ...AGE,
        title: 'Age',
        guardianMethods: ['card'],
        guardianUrl: '/g',
        childText: 'Ask.',
      },
    },
  },
  {
    what: 'heading of advertising',
    id: 'advertising-sms',
    overrides: { marketing: marketing({ advertising: { ...ADVERTISING, title: 'Ways' } }) },
  },
  {
    what: 'address of the terms',
    id: 'terms',
    overrides: { terms: [{ ...TERMS, url: 'https://sample.example/terms' }] },
  },
];

function hashes(
  id: string,
  overrides: Partial<PolicyDocument>,
): Pick<NoticeItem, 'sha256' | 'facts'> {
  const item = itemOf(create(authoredPolicy({ ...overrides, surfaces: { signup: [id] } })), id);
  return { sha256: item.sha256, facts: item.facts };
}

describe('the two hashes of an item', () => {
  for (const { what, id, overrides } of LEGAL) {
    it(`both change with a legal fact of ${id}: ${what}`, () => {
      const before = hashes(id, {});
      const after = hashes(id, overrides);
      assert.notEqual(after.sha256, before.sha256);
      assert.notEqual(after.facts, before.facts);
    });
  }

  for (const { what, id, overrides } of OTHER) {
    it(`differ in that the facts stay with the rest of ${id}: ${what}`, () => {
      const before = hashes(id, {});
      const after = hashes(id, overrides);
      assert.notEqual(after.sha256, before.sha256);
      assert.equal(after.facts, before.facts);
    });
  }

  it('do not depend on the other items of the surface', () => {
    const all = create(authoredPolicy());
    for (const { id, dependsOn, dependsOnAny, ...item } of all.notice.items) {
      if (dependsOn || dependsOnAny) continue;
      assert.deepEqual(hashes(id, {}), { sha256: item.sha256, facts: item.facts });
    }
  });

  it('tell any two different periods apart', () => {
    const period = fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('D', 'W', 'M', 'Y'))
      .map(([amount, unit]) => `P${amount}${unit}`);
    const factsOf = (each: string): string =>
      hashes('birthday', { processing: [processingEntry({ retention: [{ period: each }] })] })
        .facts;
    fc.assert(
      fc.property(period, period, (one, other) => {
        assert.equal(factsOf(one) === factsOf(other), one === other);
      }),
      { seed: 20261121, numRuns: 50 },
    );
  });
});
