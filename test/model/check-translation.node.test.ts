import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { checkTranslation, type TranslationProblem } from '../../src/model/check-translation.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import { hashOf } from '../../src/model/sha256.js';
import {
  authoredPolicy,
  datum,
  marketing,
  processingEntry,
  SIGNUP,
  thirdParty,
  transfer,
} from '../support/policy-fixtures.js';

const ORIGINAL = authoredPolicy({ locale: 'ko' });

const translate = (overrides: Partial<PolicyDocument> = {}): PolicyDocument => ({
  ...authoredPolicy(),
  translationOf: { locale: 'ko', sha256: hashOf(ORIGINAL) },
  ...overrides,
});

const check = (overrides: Partial<PolicyDocument>): readonly TranslationProblem[] =>
  checkTranslation(ORIGINAL, translate(overrides));

const [ACCOUNT, BIRTHDAY, ALLERGY] = ORIGINAL.processing ?? [];
assert.ok(ACCOUNT && BIRTHDAY && ALLERGY);

const processing = (overrides: Parameters<typeof processingEntry>[0]): Partial<PolicyDocument> => ({
  processing: [ACCOUNT, processingEntry(overrides), ALLERGY],
});

describe('checkTranslation', () => {
  it('finds nothing in a document that says the same in other words', () => {
    const problems = check({
      title: '처리방침',
      pageUrl: 'https://sample.example/ko',
      preface: ['머리말'],
      ...processing({
        title: '생일 쿠폰',
        purposes: [{ text: '생일 달 쿠폰' }],
        data: [datum('ordinary', '생년월일')],
        retention: [{ period: 'P5D', from: '회원 탈퇴' }],
        refusal: { right: '거부할 수 있습니다.', consequence: '쿠폰만 받지 못합니다.' },
        detail: ['자세히'],
      }),
      thirdParties: [thirdParty({ title: '배송', recipient: { name: '주방' } })],
      age: {
        threshold: 14,
        guardianMethods: ['phone-identity'],
        revision: '2026-11-01',
        title: '나이',
      },
    });
    assert.deepEqual(problems, []);
  });

  it('knows channels by their names, and finds one that is missing', () => {
    const { advertising } = marketing();
    assert.ok(advertising);
    const [email, sms, push] = advertising.channels;
    assert.ok(email && sms && push);
    const over = (channels: readonly (typeof email)[]): Partial<PolicyDocument> => ({
      marketing: marketing({ advertising: { ...advertising, channels } }),
    });
    assert.deepEqual(check(over([push, { ...sms, title: '문자' }, email])), []);
    assert.deepEqual(check(over([email, sms])), [
      { path: 'marketing.advertising.channels[push]', code: 'missing' },
    ]);
  });

  it('finds a list of names that a translation has emptied', () => {
    const original = authoredPolicy({
      locale: 'ko',
      processors: [{ names: ['A', 'B'], work: ['C'] }],
    });
    const translation = authoredPolicy({
      processors: [{ names: [], work: ['Other words', 'in two pieces'] }],
      translationOf: { locale: 'ko', sha256: hashOf(original) },
    });
    assert.deepEqual(checkTranslation(original, translation), [
      { path: 'processors[0].names[0]', code: 'missing' },
      { path: 'processors[0].names[1]', code: 'missing' },
    ]);
  });

  it('does not mind the order of entries that have an id', () => {
    assert.deepEqual(check({ processing: [ALLERGY, BIRTHDAY, ACCOUNT] }), []);
  });

  const different: readonly (readonly [Partial<PolicyDocument>, string, unknown, unknown])[] = [
    [
      processing({ revision: '2027-01-01' }),
      'processing[birthday].revision',
      '2026-11-01',
      '2027-01-01',
    ],
    [processing({ required: true }), 'processing[birthday].required', false, true],
    [processing({ required: 'unstated' }), 'processing[birthday].required', false, 'unstated'],
    [processing({ basis: 'contract' }), 'processing[birthday].basis', 'consent', 'contract'],
    [
      processing({ data: [datum('sensitive', 'date of birth')] }),
      'processing[birthday].data[0].kind',
      'ordinary',
      'sensitive',
    ],
    [
      processing({ retention: [{ period: 'P6D', from: 'leaving' }] }),
      'processing[birthday].retention[0].period',
      'P5D',
      'P6D',
    ],
    [{ transfers: [transfer({ country: 'US' })] }, 'transfers[translation].country', 'JP', 'US'],
    [
      { age: { threshold: 16, guardianMethods: ['phone-identity'], revision: '2026-11-01' } },
      'age.threshold',
      14,
      16,
    ],
    [{ id: 'other' }, 'id', 'sample', 'other'],
    [{ version: '2' }, 'version', '2026-11-01', '2'],
    [{ storage: { countries: ['US'] } }, 'storage.countries[0]', 'KR', 'US'],
    [
      {
        marketing: marketing({
          night: { channels: ['push', 'sms'], retention: [{ event: 'x' }], revision: '2026-11-01' },
        }),
      },
      'marketing.night.channels[0]',
      'sms',
      'push',
    ],
  ];

  for (const [overrides, path, expected, found] of different) {
    it(`finds another ${path}`, () => {
      const [problem] = check(overrides);
      assert.deepEqual(problem, { path, code: 'different', expected, found });
    });
  }

  const uneven: readonly (readonly [Partial<PolicyDocument>, TranslationProblem[]])[] = [
    [{ processing: [ACCOUNT, BIRTHDAY] }, [{ path: 'processing[allergy]', code: 'missing' }]],
    [
      { processing: [ACCOUNT, BIRTHDAY, ALLERGY, processingEntry({ id: 'more' })] },
      [{ path: 'processing[more]', code: 'added' }],
    ],
    [
      { processing: [ACCOUNT, { ...BIRTHDAY, id: 'birth' }, ALLERGY] },
      [
        { path: 'processing[birthday]', code: 'missing' },
        { path: 'processing[birth]', code: 'added' },
      ],
    ],
    [
      processing({ data: [datum('ordinary', 'a'), datum('ordinary', 'b')] }),
      [{ path: 'processing[birthday].data[1]', code: 'added' }],
    ],
    [
      processing({ retention: [] }),
      [{ path: 'processing[birthday].retention[0]', code: 'missing' }],
    ],
    [
      processing({ refusal: { right: 'Yes.' } }),
      [{ path: 'processing[birthday].refusal.consequence', code: 'missing' }],
    ],
    [processing({ audience: 'shops' }), [{ path: 'processing[birthday].audience', code: 'added' }]],
    [{ keptRecords: [] }, [{ path: 'keptRecords', code: 'added' }]],
    [
      { surfaces: { signup: SIGNUP.slice(1), inquiry: ['account', 'birthday'] } },
      SIGNUP.map((_id, i) =>
        i < SIGNUP.length - 1
          ? {
              path: `surfaces.signup[${i}]`,
              code: 'different' as const,
              expected: SIGNUP[i],
              found: SIGNUP[i + 1],
            }
          : { path: `surfaces.signup[${i}]`, code: 'missing' as const },
      ),
    ],
  ];

  for (const [overrides, problems] of uneven) {
    it(`finds ${problems[0]?.code ?? ''} ${problems[0]?.path ?? ''}`, () => {
      assert.deepEqual(check(overrides), problems);
    });
  }

  it('lets languages cut lists of names and longer texts into pieces of their own', () => {
    const refusal = (paragraphs: readonly string[]): Partial<PolicyDocument> => ({
      automaticCollection: {
        data: [],
        refusal: paragraphs.map((text) => ({ type: 'paragraph', text })),
      },
    });
    const original = authoredPolicy({ locale: 'ko', ...refusal(['하나', '둘']) });
    const translation = authoredPolicy({
      ...refusal(['one and two']),
      translationOf: { locale: 'ko', sha256: hashOf(original) },
    });
    assert.deepEqual(checkTranslation(original, translation), []);
  });

  it('finds a translation that the original has left behind', () => {
    const changed = authoredPolicy({ locale: 'ko', preface: ['New words.'] });
    assert.deepEqual(checkTranslation(changed, translate()), [
      {
        path: 'translationOf.sha256',
        code: 'different',
        expected: hashOf(changed),
        found: hashOf(ORIGINAL),
      },
    ]);
  });

  it('finds a document that does not say what it translates, or names another language', () => {
    assert.deepEqual(checkTranslation(ORIGINAL, authoredPolicy()), [
      { path: 'translationOf', code: 'missing' },
    ]);
    const [problem] = check({ translationOf: { locale: 'ja', sha256: hashOf(ORIGINAL) } });
    assert.deepEqual(problem?.path, 'translationOf.locale');
  });
});
