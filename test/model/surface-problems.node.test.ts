import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { deriveSurface } from '../../src/model/derive-surface.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import type { Surface } from '../../src/model/surface.js';
import {
  authoredPolicy,
  datum,
  marketing,
  processingEntry,
  PURPOSES,
  RETENTION,
  thirdParty,
  transfer,
} from '../support/policy-fixtures.js';

const only = (overrides: Partial<PolicyDocument>, id: string): Surface =>
  deriveSurface(authoredPolicy({ ...overrides, surfaces: { only: [id] } }), 'only');

const problem = (path: string, item: string, [code, requirement, statute]: string[]): object => ({
  path,
  item,
  requirement,
  statute,
  code,
});

const [USE] = thirdParty().uses;
assert.ok(USE);

describe('what a surface may not ask', () => {
  const rrn = ['rrn-consent', 'SEN-03', 'PIPA 24-2(1)'];
  const data = [datum(), datum('rrn')];

  const refused: readonly (readonly [string, Surface, object])[] = [
    [
      'a resident registration number on consent',
      only({ processing: [processingEntry({ data, required: true })] }, 'birthday'),
      problem('processing[0].data[1]', 'birthday', rrn),
    ],
    [
      'provision of a resident registration number on consent',
      only({ thirdParties: [thirdParty({ uses: [USE, { ...USE, data }] })] }, 'kitchen'),
      problem('thirdParties[0].uses[1].data[1]', 'kitchen', rrn),
    ],
    [
      'transfer of a resident registration number on consent',
      only({ transfers: [transfer({ data })] }, 'translation'),
      problem('transfers[0].data[1]', 'translation', rrn),
    ],
    [
      'promotion with a resident registration number',
      only(
        { marketing: { use: { purposes: PURPOSES, data, retention: RETENTION, revision: '' } } },
        'marketing-use',
      ),
      problem('marketing.use.data[1]', 'marketing-use', rrn),
    ],
    [
      'third-party provision that rests on contract',
      only({ thirdParties: [thirdParty({ basis: 'contract' })] }, 'kitchen'),
      problem('thirdParties[0].basis', 'kitchen', [
        'third-party-contract',
        'TPP-04',
        'PIPA 17(1)2',
      ]),
    ],
  ];

  for (const [what, surface, expected] of refused) {
    it(`is ${what}`, () => {
      assert.deepEqual(surface.refusals, [expected]);
      assert.deepEqual([surface.gaps, surface.errors], [[], []]);
      const [item] = surface.items;
      assert.ok(item);
      assert.deepEqual(
        [item.kind, item.group, item.required, item.bulk],
        ['information', 'required', false, false],
      );
    });
  }

  it('is advertising at night by e-mail: that channel is left out', () => {
    const night = { channels: ['sms', 'email'] as const, retention: RETENTION, revision: '' };
    const document = authoredPolicy({ marketing: marketing({ night }) });
    const surface = deriveSurface(document, 'signup');
    const expected = ['night-email', 'MKT-03', 'Network Act 50(3), Decree 61(2)'];
    assert.deepEqual(surface.refusals, [
      problem('marketing.night.channels[1]', 'advertising-night', expected),
    ]);
    const item = surface.items.find(({ id }) => id === 'advertising-night');
    assert.deepEqual(
      [item?.kind, item?.channels, item?.dependsOnAny],
      ['advertising-night', ['sms'], ['advertising-sms']],
    );
  });

  it('is night advertising at all where e-mail is the only channel', () => {
    const night = { channels: ['email'] as const, retention: RETENTION, revision: '' };
    const surface = only({ marketing: marketing({ night }) }, 'advertising-night');
    assert.equal(surface.refusals[0]?.path, 'marketing.night.channels[0]');
    const [item] = surface.items;
    assert.deepEqual([item?.kind, item?.group, item?.channels], ['information', 'required', []]);
  });

  it('shows night advertising without any channel as information, and refuses nothing', () => {
    const night = { channels: [], retention: RETENTION, revision: '' };
    const surface = only({ marketing: marketing({ night }) }, 'advertising-night');
    assert.deepEqual([surface.items[0]?.kind, surface.refusals], ['information', []]);
  });

  it('allows day-time advertising by e-mail', () => {
    assert.deepEqual(only({}, 'advertising-email').refusals, []);
  });
});

const COLLECTION = ['CON-01', 'PIPA 15(2)'];
const PROVISION = ['TPP-01', 'PIPA 17(2)'];
const OVERSEAS = ['OVS-01', 'PIPA 28-8(2)'];

/** Document, item, the name of the fact that it lacks, and the law that asks for it. */
type Lack = readonly [Partial<PolicyDocument>, string, string, readonly string[]];

const collections = (
  overrides: Parameters<typeof processingEntry>[0],
): Partial<PolicyDocument> => ({
  processing: [processingEntry(overrides)],
});
const provisions = (overrides: Parameters<typeof thirdParty>[0]): Partial<PolicyDocument> => ({
  thirdParties: [thirdParty(overrides)],
});
const transfers = (overrides: Parameters<typeof transfer>[0]): Partial<PolicyDocument> => ({
  transfers: [transfer(overrides)],
});
const promotions = (
  overrides: Partial<NonNullable<ReturnType<typeof marketing>['use']>>,
): Partial<PolicyDocument> => {
  const { use } = marketing();
  assert.ok(use);
  return { marketing: { use: { ...use, ...overrides } } };
};

/** Without these nothing can be asked, so a consent without one is refused. */
const ESSENTIAL: readonly Lack[] = [
  [collections({ purposes: [] }), 'birthday', 'purposes', COLLECTION],
  [collections({ data: [] }), 'birthday', 'data', COLLECTION],
  [collections({ retention: [] }), 'birthday', 'retention', COLLECTION],
  [promotions({ purposes: [] }), 'marketing-use', 'purposes', COLLECTION],
  [promotions({ data: [] }), 'marketing-use', 'data', COLLECTION],
  [promotions({ retention: [] }), 'marketing-use', 'retention', COLLECTION],
  [provisions({ uses: [] }), 'kitchen', 'uses', PROVISION],
  [provisions({ recipient: { name: '' } }), 'kitchen', 'recipient.name', PROVISION],
  [provisions({ uses: [USE, { ...USE, purposes: [] }] }), 'kitchen', 'uses[1].purposes', PROVISION],
  [provisions({ uses: [{ ...USE, data: [] }] }), 'kitchen', 'uses[0].data', PROVISION],
  [provisions({ uses: [{ ...USE, retention: [] }] }), 'kitchen', 'uses[0].retention', PROVISION],
  [
    transfers({ recipient: { name: '', contact: { phone: '1' } } }),
    'translation',
    'recipient.name',
    OVERSEAS,
  ],
  [transfers({ purposes: [] }), 'translation', 'purposes', OVERSEAS],
  [transfers({ data: [] }), 'translation', 'data', OVERSEAS],
  [transfers({ retention: [] }), 'translation', 'retention', OVERSEAS],
];

/** These are owed too, but what they leave open is no reason to show the matter as information. */
const OWED: readonly Lack[] = [
  ...[collections, provisions, transfers].flatMap((make, i): Lack[] => {
    const id = ['birthday', 'kitchen', 'translation'][i] ?? '';
    const law = [COLLECTION, PROVISION, OVERSEAS][i] ?? [];
    return [
      [make({ refusal: {} }), id, 'refusal', law],
      [make({ refusal: { consequence: 'Nothing.' } }), id, 'refusal.right', law],
      [make({ refusal: { right: '', consequence: 'Nothing.' } }), id, 'refusal.right', law],
      [make({ refusal: { right: 'You may.' } }), id, 'refusal.consequence', law],
      [make({ basis: 'unstated' }), id, 'basis', ['POL-05', 'PIPA 22(3)']],
      [make({ required: 'unstated' }), id, 'required', ['CON-13', 'PIPA 16(2)']],
    ];
  }),
  [promotions({ refusal: {} }), 'marketing-use', 'refusal', COLLECTION],
  [transfers({ recipient: { name: 'A' } }), 'translation', 'recipient.contact', OVERSEAS],
  [
    transfers({ recipient: { name: 'A', contact: {} } }),
    'translation',
    'recipient.contact',
    OVERSEAS,
  ],
  [transfers({ country: '' }), 'translation', 'country', OVERSEAS],
  [transfers({ when: '' }), 'translation', 'when', OVERSEAS],
  [transfers({ how: '' }), 'translation', 'how', OVERSEAS],
];

const PARTS: Readonly<Record<string, string>> = {
  birthday: 'processing[0]',
  kitchen: 'thirdParties[0]',
  translation: 'transfers[0]',
};

function lacked([, id, fact, law]: Lack): object {
  const part = PARTS[id] ?? 'marketing.use';
  const code = fact.replace(/^uses\[\d\]\./, '').replace('.', '-');
  return problem(`${part}.${fact}`, id, [`missing-${code}`, ...law]);
}

describe('a legal fact that is missing', () => {
  for (const lack of [...ESSENTIAL, ...OWED]) {
    const [document, id, fact] = lack;
    it(`is a gap of a transcribed document: ${id}, ${fact}`, () => {
      const surface = only({ ...document, origin: 'transcribed' }, id);
      assert.deepEqual([surface.gaps, surface.errors], [[lacked(lack)], []]);
      assert.deepEqual(surface.items[0]?.gaps, [fact]);
    });
  }

  for (const lack of ESSENTIAL) {
    const [document, id, fact] = lack;
    it(`makes a consent information: ${id}, ${fact}`, () => {
      for (const origin of ['authored', 'transcribed'] as const) {
        const { items, refusals, errors } = only({ ...document, origin }, id);
        assert.deepEqual([refusals, errors], [[lacked(lack)], []]);
        assert.deepEqual([items[0]?.kind, items[0]?.required], ['information', false]);
      }
    });
  }

  for (const lack of OWED) {
    const [document, id, fact] = lack;
    it(`is an error of an authored document: ${id}, ${fact}`, () => {
      const surface = only(document, id);
      assert.deepEqual([surface.errors, surface.gaps, surface.refusals], [[lacked(lack)], [], []]);
      assert.notEqual(surface.items[0]?.kind, 'information');
      assert.equal(surface.items[0]?.gaps, undefined);
    });
  }

  it('is drawn as a box where the basis is unstated, whatever is missing', () => {
    const entry = { basis: 'unstated', purposes: [], data: [], retention: [] } as const;
    const { items, refusals, gaps } = only(
      { ...collections(entry), origin: 'transcribed' },
      'birthday',
    );
    assert.deepEqual([items[0]?.kind, refusals], ['collection', []]);
    assert.deepEqual(items[0]?.gaps, ['purposes', 'data', 'retention', 'basis']);
    assert.equal(gaps.length, 4);
  });

  it('is not the contact of a third party, nor a period that is only "until the purpose is met"', () => {
    const document = {
      ...provisions({ uses: [{ ...USE, retention: [{ until: 'purpose-met' }] }] }),
      ...collections({ retention: [{ reason: 'no more than that' }] }),
    };
    for (const id of ['kitchen', 'birthday']) {
      const { refusals, errors } = only(document, id);
      assert.deepEqual([refusals, errors], [[], []]);
    }
  });

  it('is none of terms, age and the ways of advertising', () => {
    const { advertising } = marketing();
    assert.ok(advertising);
    const document = { marketing: marketing({ advertising: { ...advertising, retention: [] } }) };
    for (const id of ['age', 'terms', 'advertising-sms', 'advertising-night']) {
      assert.deepEqual(only(document, id).errors, []);
    }
  });

  it('is not owed by what is refused for another reason', () => {
    const { errors, refusals } = only(
      collections({ data: [datum('rrn')], refusal: {} }),
      'birthday',
    );
    assert.deepEqual([errors, refusals.map(({ code }) => code)], [[], ['rrn-consent']]);
  });
});
