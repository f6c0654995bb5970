import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { checkTranslation } from '../../src/model/check-translation.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import type { DataItem } from '../../src/model/policy-processing.js';
import { authoredPolicy, datum, processingEntry, thirdParty } from '../support/policy-fixtures.js';

type Codes = Readonly<Record<'kind' | 'day' | 'id' | 'country', string>> & {
  readonly isFirst: boolean;
};

/** One of two sets of codes that differ in every one of them. */
const codes = (set: 'a' | 'b'): Codes =>
  set === 'a'
    ? { kind: 'ordinary', day: '2026-01-01', id: 'account', country: 'KR', isFirst: true }
    : { kind: 'behavioural', day: '2027-02-02', id: 'allergy', country: 'US', isFirst: false };

/** A document with every kind of code, and with or without what each language has for itself. */
function rich({ kind, day, id, country, isFirst }: Codes, hasOwn = true): PolicyDocument {
  const data = [{ ...datum('ordinary'), kind } as DataItem];
  const [terms] = authoredPolicy().terms ?? [];
  assert.ok(terms);
  const { text, summary, ...bare } = terms;
  return authoredPolicy({
    jurisdiction: country,
    origin: isFirst ? 'authored' : 'transcribed',
    status: isFirst ? 'current' : 'archived',
    effective: day,
    terms: [
      {
        ...{ ...bare, required: isFirst },
        ...(hasOwn && text && summary && { text, summary, url: '/a', sha256: 'A'.repeat(43) }),
      },
    ],
    processing: [
      processingEntry({ id: 'account', basis: 'contract' }),
      processingEntry({ id: 'allergy', data: [datum('sensitive')] }),
      processingEntry({
        data: [
          { ...datum(), dpv: isFirst ? 'Name' : 'Age', ...(hasOwn && { note: 'without year' }) },
        ],
        dependsOn: [id],
        empty: { data: isFirst ? 'none' : 'unstated' },
        ...(hasOwn && { detail: ['In detail.'], detailTitle: 'More' }),
      }),
    ],
    thirdParties: [
      thirdParty({
        basis: isFirst ? 'consent' : 'law',
        recipient: { name: 'A', ...(hasOwn && { contact: { phone: '1' } }) },
      }),
    ],
    processors: [{ names: ['A'], work: ['Parcels'], country }],
    asProcessor: [{ purposes: [], data }],
    age: {
      threshold: 14,
      guardianMethods: [isFirst ? 'card' : 'email'],
      revision: '2026-11-01',
      ...(hasOwn && { childText: 'Ask at home.', guardianUrl: '/guardian' }),
    },
    keptRecords: [{ basis: isFirst ? 'statute' : 'internal', retention: [{ until: day }] }],
    dormancy: {
      after: isFirst ? 'P1Y' : 'P2Y',
      effect: ['The account sleeps.'],
      ...(hasOwn && { noticeBy: 'e-mail' }),
    },
    automaticCollection: {
      data,
      ...(hasOwn && {
        means: ['A cookie is a file.'],
        original: [{ target: 'a browser', path: ['Settings'] }],
      }),
      cookies: [
        {
          ...{ id: 'own', title: 'Own', necessary: true, services: [], revision: '2026-11-01' },
          ...(hasOwn && { description: 'What a page needs.' }),
        },
      ],
    },
    storage: { countries: [country] },
    notApplicable: [isFirst ? 'transfers' : 'children'],
  });
}

const RICH = rich(codes('a'));

describe('checkTranslation', () => {
  it('finds each structured fact that differs, wherever it stands', () => {
    assert.deepEqual(
      checkTranslation(RICH, rich(codes('b')))
        .map(({ path }) => path)
        .sort(),
      [
        'age.guardianMethods[0]',
        'asProcessor[0].data[0].kind',
        'automaticCollection.data[0].kind',
        'dormancy.after',
        'effective',
        'jurisdiction',
        'keptRecords[0].basis',
        'keptRecords[0].retention[0].until',
        'notApplicable[0]',
        'origin',
        'processing[birthday].data[0].dpv',
        'processing[birthday].dependsOn[0]',
        'processing[birthday].empty.data',
        'processors[0].country',
        'status',
        'storage.countries[0]',
        'terms[terms].required',
        'thirdParties[kitchen].basis',
        'translationOf',
      ],
    );
  });

  it('leaves titles, longer texts, notes and addresses to each language', () => {
    assert.deepEqual(checkTranslation(RICH, rich(codes('a'), false)), [
      { path: 'translationOf', code: 'missing' },
    ]);
  });
});
