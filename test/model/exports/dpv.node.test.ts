import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Bundle } from '../../../src/model/bundle.js';
import { canonicalJson } from '../../../src/model/canonical-json.js';
import { dpvGaps, fromDpv, toDpv } from '../../../src/model/exports/dpv.js';
import { ImportError, readRecord } from '../../../src/model/exports/import-error.js';
import type { PolicyDocument } from '../../../src/model/policy-document.js';
import type { Receipt } from '../../../src/model/receipt.js';
import { hashOf } from '../../../src/model/sha256.js';
import { bundleOf, signedBundle } from '../../support/bundle-fixtures.js';
import { demoPolicies } from '../../support/generated-bundles.js';
import { POLICY, receiptOn, show } from '../../support/receiver-fixtures.js';

type Loose = Record<string, unknown>;

const { bundle } = await signedBundle();
const haru = demoPolicies().get('haru.ko')!;

/** What a document says of one receipt on a policy. */
function exported(policy: PolicyDocument, surface: string, changes: Partial<Receipt> = {}) {
  const shown = show(policy, surface);
  const receipt = receiptOn(shown, changes);
  const document = toDpv(bundleOf([{ receipt, hash: hashOf(receipt) }], [shown]));
  const graph = JSON.parse(JSON.stringify(document['@graph'])) as readonly Loose[];
  const records = graph.flatMap((node) => (node['dpv:hasRecordOfActivity'] ?? []) as Loose[]);
  const record = (item: string): Loose => {
    const found = records.find((each) => each['dongui:item'] === item);
    assert.ok(found, item);
    return found;
  };
  const ofType = (type: string) => graph.filter((node) => node['@type'] === type);
  return { document, receipt, records, record, ofType };
}

const statusOf = (record: Loose): Loose => record['dpv:hasConsentStatus'] as Loose;
const processesOf = (record: Loose): readonly Loose[] => record['dpv:hasProcess'] as Loose[];
const idsOf = (value: unknown): unknown[] => (value as Loose[]).map((each) => each['@id']);
const itemsAs = (state: Receipt['items'][number]['state']): Receipt['items'] => [
  { id: 'taste', state, by: 'button' },
];

/** What reading says: code and path. */
function failure(document: unknown): string {
  try {
    fromDpv(document);
  } catch (error) {
    assert.ok(error instanceof ImportError);
    return error.message;
  }
  return 'read';
}

describe('toDpv', () => {
  it('makes one receipt a receipt and one record an item', () => {
    const { records, receipt, ofType } = exported(haru, 'signup');
    assert.deepEqual(
      records.map((record) => record['dongui:item']),
      receipt.items.map(({ id }) => id),
    );
    assert.equal(ofType('dpv:ConsentReceipt').length, 1);
    assert.ok(records.every((record) => record['@type'] === 'dpv:ConsentRecord'));
    assert.deepEqual(records[0]?.['dct:conformsTo'], {
      '@id': 'https://w3id.org/dpv/schema/dpv-27560#record',
    });
  });

  it('has a state for each of ours', () => {
    const states = [
      ['decision', 'given', 'dpv:ConsentGiven'],
      ['decision', 'refused', 'dpv:ConsentRefused'],
      ['withdrawal', 'withdrawn', 'dpv:ConsentWithdrawn'],
      ['renewal', 'renewed', 'dpv:RenewedConsentGiven'],
      ['expiry', 'expired', 'dpv:ConsentExpired'],
    ] as const;
    for (const [event, state, type] of states) {
      const { record } = exported(POLICY, 'event', { event, items: itemsAs(state) });
      assert.equal(statusOf(record('taste'))['@type'], type);
    }
  });

  it('says who decided, when, how, and what the receipt goes back to', () => {
    const ref = '01a2008d-7400-7000-8000-00000000ffff';
    const { record, receipt } = exported(POLICY, 'event', {
      event: 'withdrawal',
      ref,
      prev: hashOf(['before']),
      seq: 2,
      items: [
        {
          id: 'taste',
          state: 'withdrawn',
          by: 'host',
          source: '고객센터',
          at: '2026-11-01T00:00:00.000Z',
        },
      ],
      actor: 'guardian',
      guardian: { method: 'card', ref: 'g-1', at: '2026-11-02T00:00:00.000Z' },
    });
    const status = statusOf(record('taste'));
    assert.deepEqual(status['dpv:isIndicatedBy'], { '@id': 'dpv:GuardianOfDataSubject' });
    assert.deepEqual(status['dongui:guardian'], {
      '@type': 'dpv:GuardianOfDataSubject',
      'dongui:guardianMethod': 'card',
      'dct:identifier': 'g-1',
      'dongui:confirmedAt': { '@type': 'xsd:dateTime', '@value': '2026-11-02T00:00:00.000Z' },
    });
    assert.deepEqual(status['dpv:isIndicatedAtTime'], {
      '@type': 'xsd:dateTime',
      '@value': '2026-11-01T00:00:00.000Z',
    });
    assert.equal(status['dongui:source'], '고객센터');
    assert.equal(status['dpv:hasIndicationMethod'], 'host; submit');
    assert.deepEqual(record('taste')['dct:replaces'], { '@id': `urn:uuid:${ref}#taste` });
    assert.equal(receipt.actor, 'guardian');
    const system = exported(POLICY, 'event', { actor: 'system', items: itemsAs('expired') });
    assert.deepEqual(statusOf(system.record('taste'))['dpv:isIndicatedBy'], {
      '@id': 'dpv:DataController',
    });
    const minimal = exported(POLICY, 'event', { actor: 'guardian', guardian: { method: 'email' } });
    assert.deepEqual(statusOf(minimal.record('taste'))['dongui:guardian'], {
      '@type': 'dpv:GuardianOfDataSubject',
      'dongui:guardianMethod': 'email',
    });
  });

  it('tells a press of its own from one that meant several', () => {
    const by = (way: 'checkbox' | 'agree-all') => {
      const items = [{ id: 'taste', state: 'given', by: way }] as const;
      const [process] = processesOf(exported(POLICY, 'event', { items }).record('taste'));
      return idsOf(process?.['dpv:hasLegalBasis']);
    };
    assert.deepEqual(by('checkbox'), ['dpv:ExplicitlyExpressedConsent']);
    assert.deepEqual(by('agree-all'), ['dpv:ExpressedConsent']);
  });

  it('gives a third party a process for each use, with its own data and period', () => {
    const { record } = exported(haru, 'checkout');
    const [process, ...others] = processesOf(record('moa-points'));
    assert.ok(process);
    const [recipient] = process['dpv:hasRecipient'] as Loose[];
    assert.equal(recipient?.['@type'], 'dpv:ThirdParty');
    const { thirdParties = [] } = haru;
    const entry = thirdParties.find(({ id }) => id === 'moa-points');
    assert.equal(recipient['dpv:hasName'], entry?.recipient.name);
    assert.equal(others.length + 1, entry?.uses.length);
    const names = (process['dpv:hasPersonalData'] as Loose[]).map(
      (each) => each['dct:description'],
    );
    assert.deepEqual(
      names,
      entry?.uses[0]?.data.map(({ name }) => name),
    );
  });

  it('says of an overseas transfer where to, when and how', () => {
    const { record } = exported(haru, 'signup');
    const [process] = processesOf(record('translation'));
    const entry = haru.transfers?.find(({ id }) => id === 'translation');
    const [recipient] = process?.['dpv:hasRecipient'] as Loose[];
    assert.deepEqual(recipient?.['@type'], ['dpv:ThirdParty', 'dpv:DataImporter']);
    assert.deepEqual(recipient['dpv:hasLocation'], { '@id': `loc:${entry?.country ?? ''}` });
    assert.deepEqual(process?.['dpv:hasProcessing'], {
      '@type': 'dpv:Transfer',
      'dongui:when': entry?.when,
      'dongui:how': entry?.how,
    });
    assert.equal(process['dongui:article'], 'PIPA 28-8(1)1');
  });

  it('marks what follows from the kind of a matter and is not the policy\u2019s own word', () => {
    const { record } = exported(haru, 'signup');
    const derivedOf = (item: string) =>
      JSON.stringify(processesOf(record(item))).match(/"dongui:derivedFrom":"[^"]+"/g)?.length;
    assert.equal(derivedOf('age'), 4);
    assert.equal(derivedOf('terms'), 4);
    assert.equal(derivedOf('advertising-email'), 2);
    assert.equal(derivedOf('birthday'), undefined);
    const [sms] = processesOf(record('advertising-sms'));
    assert.match(JSON.stringify(sms?.['dpv:hasPersonalData']), /pd:TelephoneNumber/);
    const [night] = processesOf(record('advertising-night'));
    assert.match(JSON.stringify(night?.['dpv:hasPersonalData']), /TelephoneNumber.*DeviceBased/);
  });

  it('names sensitive data by what the vocabulary has for it', () => {
    const { record } = exported(haru, 'signup');
    const [process] = processesOf(record('allergy'));
    assert.deepEqual((process?.['dpv:hasPersonalData'] as Loose[])[0]?.['@type'], [
      'dpv:PersonalData',
      'dpv:SensitivePersonalData',
      'dpv:SpecialCategoryPersonalData',
    ]);
  });

  it('tells the kinds of duration apart, and names a use that says nothing', () => {
    const rules = [
      { period: 'P3M', from: '배송' },
      { event: '탈퇴' },
      { until: 'purpose-met' },
      { until: '2027-12-31' },
      { text: '알 수 없음', condition: '분쟁', statute: '상법', reason: '증빙' },
    ];
    const [account] = POLICY.processing ?? [];
    const policy = {
      ...POLICY,
      origin: 'transcribed',
      marketing: undefined,
      processing: [{ ...account, basis: 'consent', retention: rules }],
      thirdParties: [
        {
          ...{ id: 'nobody', recipient: { name: '' }, uses: [], basis: 'unstated' },
          ...{ required: 'unstated', revision: '2026-11-01' },
        },
      ],
      surfaces: { signup: ['account', 'nobody'] },
    } as unknown as PolicyDocument;
    const { record, document } = exported(policy, 'signup');
    const [process] = processesOf(record('account'));
    const durations = (process?.['dpv:hasStorageCondition'] as Loose[]).map((each) => {
      const { '@type': type, 'rdf:value': value } = each['dpv:hasDuration'] as Loose;
      return [type, value];
    });
    assert.deepEqual(durations, [
      ['dpv:TemporalDuration', 'P3M'],
      ['dpv:UntilEventDuration', '탈퇴'],
      ['dpv:UntilEventDuration', 'purpose-met'],
      ['dpv:UntilTimeDuration', '2027-12-31'],
      ['dpv:IndeterminateDuration', undefined],
    ]);
    assert.deepEqual(statusOf(record('account'))['dpv:hasDuration'], {
      '@type': 'dpv:TemporalDuration',
      'rdf:value': 'P3M',
    });
    const [nobody] = processesOf(record('nobody'));
    const gaps = idsOf(nobody?.['dongui:gaps']);
    for (const gap of ['hasPurpose', 'hasPersonalData', 'hasNecessity', 'StorageDuration'])
      assert.ok(gaps.includes(`dpv:${gap}`), gap);
    assert.deepEqual(idsOf((nobody?.['dpv:hasRecipient'] as Loose[])[0]?.['dongui:gaps']), [
      'dpv:hasName',
    ]);
    assert.ok(dpvGaps(document).includes('dpv:hasName'));
  });

  it('exports no term that does not exist', () => {
    const [account] = POLICY.processing ?? [];
    const policy = {
      ...POLICY,
      jurisdiction: 'XX',
      authority: { name: '어느 기관' },
      processing: [
        {
          ...account,
          basis: 'consent',
          purposes: [{ text: '무엇', dpv: 'Sorcery' }],
          data: [{ name: '별자리', kind: 'ordinary', dpv: 'Horoscope' }],
          refusal: { right: '예', consequence: '없음' },
        },
      ],
      marketing: undefined,
      surfaces: { signup: ['account'] },
    } as unknown as PolicyDocument;
    const { record, document } = exported(policy, 'signup');
    assert.ok(
      !/"dpv:Sorcery"|"pd:Horoscope"|"loc:XX"|legal-kr:/.test(
        JSON.stringify(
          document['@graph'].slice(1).map((node) => ({ ...node, 'dongui:notice': undefined })),
        ),
      ),
    );
    const [process] = processesOf(record('account'));
    assert.deepEqual(process?.['dpv:hasJurisdiction'], {
      '@type': 'dpv:Country',
      'dct:identifier': 'XX',
    });
    assert.equal((process['dpv:hasAuthority'] as Loose[]).length, 1);
  });

  it('says as much of a notice that is not there as its receipt tells', () => {
    const shown = show(POLICY);
    const receipt = receiptOn(shown);
    const lone = bundleOf([{ receipt, hash: hashOf(receipt) }], []);
    const { '@graph': graph } = toDpv(lone);
    const notice = graph.find((node) => node['@type'] === 'dpv:ConsentNotice');
    assert.equal(notice?.['dct:identifier'], shown.sha256);
    assert.equal(notice['dct:language'], 'ko');
    const [record] = (graph[1]?.['dpv:hasRecordOfActivity'] ?? []) as Loose[];
    assert.deepEqual(idsOf(record?.['dongui:gaps']), ['dpv:hasProcess']);
    assert.deepEqual(fromDpv(JSON.parse(JSON.stringify(toDpv(lone)))), lone);
  });
});

describe('fromDpv', () => {
  const document = (): Loose & { '@graph': Loose[] } =>
    JSON.parse(JSON.stringify(toDpv(bundle))) as Loose & { '@graph': Loose[] };

  it('gives the bundle back, whatever the order of keys', () => {
    assert.equal(canonicalJson(fromDpv(document())), canonicalJson(bundle));
    assert.equal(
      canonicalJson(fromDpv(JSON.parse(canonicalJson(document())))),
      canonicalJson(bundle),
    );
    const empty: Bundle = { schema: 'dongui/bundle@1', receipts: [], notices: [], texts: [] };
    assert.deepEqual(fromDpv(toDpv(empty)), empty);
  });

  /** Where in the document, what to put there, and what reading says. */
  type Touch = readonly [
    name: string,
    path: readonly (string | number)[],
    to: unknown,
    expected: string,
  ];
  const literal = (value: unknown) => ({ '@type': '@json', '@value': value });
  const RECEIPT = ['@graph', 1] as const;
  const touched: readonly Touch[] = [
    [
      'a later version',
      ['@graph', 0, 'dongui:schema'],
      'dongui/dpv@2',
      "later-version at $['@graph'][0]['dongui:schema'] (dongui/dpv@2)",
    ],
    ['a head of others', ['@graph', 0, 'dongui:schema'], 'other', 'foreign at $'],
    ['a node that is none', RECEIPT, 1, "foreign at $['@graph'][1]"],
    [
      'a receipt that is none',
      [...RECEIPT, 'dongui:receipt'],
      literal({}),
      "record at $['@graph'][1]['dongui:receipt']['@value'].schema ($.receipt.schema missing-key)",
    ],
    [
      'a receipt that is no literal',
      [...RECEIPT, 'dongui:receipt'],
      'x',
      "record at $['@graph'][1]['dongui:receipt']['@value'] ($.receipt wrong-type)",
    ],
    [
      'a hash that is none',
      [...RECEIPT, 'dongui:sha256'],
      'x',
      "record at $['@graph'][1]['dongui:sha256'] ($.hash wrong-value)",
    ],
    [
      'an answer that is none',
      [...RECEIPT, 'dongui:ack'],
      literal({ ...bundle.receipts[0]?.ack, rh: 1 }),
      "record at $['@graph'][1]['dongui:ack']['@value'].rh ($.ack.rh wrong-type)",
    ],
    [
      'a statement that says something else than the record',
      [...RECEIPT, 'dpv:hasRecordOfActivity', 0, 'dpv:hasConsentStatus', '@type'],
      'dpv:ConsentRefused',
      "differs at $['@graph'][1]['dpv:hasRecordOfActivity'][0]['dpv:hasConsentStatus']['@type']",
    ],
    [
      'a statement too many',
      ['@graph', 2, 'dpv:hasRight'],
      [],
      "differs at $['@graph'][2]['dpv:hasRight']",
    ],
    ['a person too few', ['@graph', 4, '@type'], undefined, "differs at $['@graph'][4]['@type']"],
    [
      'a notice that is none',
      ['@graph', 5, 'dongui:notice'],
      literal({ ...bundle.notices[0], locale: 1 }),
      "record at $['@graph'][5]['dongui:notice']['@value'].locale ($.locale wrong-type)",
    ],
    [
      'a text that is none',
      ['@graph', 9, 'dongui:text'],
      literal(bundle.notices[0]),
      "record at $['@graph'][9]['dongui:text']['@value'].schema ($.schema wrong-value)",
    ],
    ['a list that is longer', RECEIPT, undefined, "foreign at $['@graph'][1]"],
    ['another context', ['@context'], 'https://evil.example', "differs at $['@context']"],
    ['a key beside', ['more'], 1, 'differs at $.more'],
  ];
  for (const [name, path, to, expected] of touched) {
    it(`says where it stops: ${name}`, () => {
      const changed = document();
      const steps = [...path];
      const last = String(steps.pop());
      const place = steps.reduce<Loose>((each, step) => each[step] as Loose, changed);
      place[last] = to;
      assert.equal(failure(JSON.parse(JSON.stringify(changed))), expected);
    });
  }

  it('reads nothing that is not ours', () => {
    for (const foreign of [
      null,
      1,
      'x',
      [],
      {},
      { '@graph': {} },
      { '@graph': [] },
      { '@graph': [{}] },
      bundle,
    ])
      assert.equal(failure(foreign), 'foreign at $');
  });

  it('misses a node that a list has lost, and sees one that was put in', () => {
    const short = document();
    short['@graph'].splice(4, 1);
    assert.match(failure(short), /^differs at \$\['@graph'\]\[4\]/);
    const long = document();
    long['@graph'].push({ '@id': '_:more' });
    assert.equal(failure(long), `differs at $['@graph'][${long['@graph'].length - 1}]`);
  });

  it('hides no mistake of its own', () => {
    const broken = (): never => {
      throw new TypeError('ours');
    };
    assert.throws(() => readRecord(1, broken, () => ({ path: '$' })), /^TypeError: ours$/);
  });

  it('cannot be made to change what all objects inherit', () => {
    const text = JSON.stringify(document()).replace(
      '"dongui:schema"',
      '"__proto__":{"polluted":1},"dongui:schema"',
    );
    assert.equal(failure(JSON.parse(text)), "differs at $['@graph'][0].__proto__");
    const deep = JSON.parse(`${'{"@graph":['.repeat(5_000)}${']}'.repeat(5_000)}`) as unknown;
    assert.equal(failure(deep), 'foreign at $');
    assert.ok(!('polluted' in {}));
  });
});
