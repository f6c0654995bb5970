import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { toDpv } from '../../../src/model/exports/dpv.js';
import {
  DPV_COUNTRIES,
  DPV_PERSONAL_DATA,
  DPV_PURPOSES,
} from '../../../src/model/exports/dpv-terms.js';
import { hashOf } from '../../../src/model/sha256.js';
import { bundleOf } from '../../support/bundle-fixtures.js';
import { isKnownTerm, namedGaps, unknownTerms, violations } from '../../support/consent-shapes.js';
import { demoPolicies, generatedBundles } from '../../support/generated-bundles.js';
import { receiptOn, show } from '../../support/receiver-fixtures.js';

type Loose = Record<string, unknown>;

const policies = demoPolicies();

/** A document as a file holds it. */
function exported(name: string, surface: string): Loose {
  const shown = show(policies.get(name)!, surface);
  const receipt = receiptOn(shown);
  return asFile(toDpv(bundleOf([{ receipt, hash: hashOf(receipt) }], [shown])));
}

const asFile = (document: unknown): Loose => JSON.parse(JSON.stringify(document)) as Loose;

/** Surfaces on which there is something to decide. */
const surfaces = [...policies].flatMap(([name, policy]) =>
  Object.keys(policy.surfaces)
    .filter((surface) =>
      show(policy, surface).notice.items.some(({ kind }) => kind !== 'information'),
    )
    .map((surface) => [name, surface, policy.origin ?? 'authored'] as const),
);

describe('the terms that a policy may name', () => {
  it('are terms of the vocabulary', () => {
    for (const name of DPV_PURPOSES) assert.ok(isKnownTerm(`dpv:${name}`), name);
    for (const name of DPV_PERSONAL_DATA) assert.ok(isKnownTerm(`pd:${name}`), name);
    for (const code of DPV_COUNTRIES) assert.ok(isKnownTerm(`loc:${code}`), code);
    assert.equal(DPV_COUNTRIES.size, 249);
  });
});

describe('an export', () => {
  for (const [name, surface, origin] of surfaces) {
    it(`of ${name}, ${surface} (${origin}): two engines report what it names itself, and nothing else`, async () => {
      const document = exported(name, surface);
      const named = namedGaps(document);
      const [one, other] = await violations(document);
      assert.deepEqual(one, named);
      assert.deepEqual(other, named);
      assert.deepEqual(await unknownTerms(document), []);
      assert.equal(named.length > 0, origin === 'transcribed');
    });
  }

  it('of 200 generated receipts is valid but for what it names (seed 5)', async () => {
    let gaps = 0;
    for (const bundle of generatedBundles(5, 200)) {
      const document = asFile(toDpv(bundle));
      const named = namedGaps(document);
      const [one, other] = await violations(document);
      assert.deepEqual(one, named);
      assert.deepEqual(other, named);
      assert.deepEqual(await unknownTerms(document), []);
      gaps += named.length;
    }
    assert.ok(gaps > 0);
  });
});

/** Properties that every record has to have, by the type of what has them. */
const MUST: Readonly<Record<string, readonly string[]>> = {
  'dpv:ConsentReceipt': [
    'dct:conformsTo',
    'dct:identifier',
    'dpv:hasIdentifier',
    'dct:created',
    'dpv:hasRecordOfActivity',
  ],
  'dpv:ConsentRecord': [
    'dct:conformsTo',
    'dct:identifier',
    'dpv:hasIdentifier',
    'dpv:hasDataSubject',
    'dpv:hasNotice',
    'dpv:hasProcess',
    'dpv:hasConsentStatus',
  ],
  'dpv:Process': [
    'dpv:hasPurpose',
    'dpv:hasPersonalData',
    'dpv:hasStorageCondition',
    'dpv:hasDataController',
    'dpv:hasRecipient',
    'dpv:hasConsentControl',
    'dpv:hasJurisdiction',
    'dpv:hasRight',
    'dpv:hasNecessity',
    'dpv:hasConsequence',
    'dpv:hasLegalBasis',
  ],
  'dpv:ConsentRefused': [
    'dpv:isIndicatedAtTime',
    'dpv:hasDuration',
    'dpv:isIndicatedBy',
    'dpv:hasIndicationMethod',
  ],
  'dpv:ConsentNotice': ['dct:identifier', 'dct:language'],
  'dpv:DataController': [
    'dpv:hasName',
    'dpv:hasIdentifier',
    'dpv:hasAddress',
    'schema:contactPoint',
  ],
  'dpv:DataSubject': ['dct:identifier'],
  'dpv:DataSubjectRight': ['dct:title'],
  'dpv:WithdrawConsent': ['dpv:isExercisedAt'],
  'dpv:StorageDuration': ['dpv:hasDuration'],
  'dpv:StorageLocation': ['dpv:hasLocation'],
  'dpv:ThirdParty': ['dpv:hasName'],
  'dpv:Service': ['dct:title'],
  'dpv:DataProtectionAuthority': ['dpv:hasName'],
};

/** Every object of a document but those within records of ours. */
function nodesOf(value: unknown): Loose[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Loose;
  if (node['@type'] === '@json') return [];
  return [node, ...Object.values(node).flatMap(nodesOf)];
}

describe('a record that lacks what it must have', () => {
  for (const [type, properties] of Object.entries(MUST)) {
    for (const property of properties) {
      it(`is found by both engines: ${type} without ${property}`, async () => {
        const document = exported('haru.ko', 'checkout');
        const node = nodesOf(document).find((each) => each['@type'] === type && property in each);
        assert.ok(node);
        Reflect.deleteProperty(node, property);
        const [one, other] = await violations(document);
        assert.ok(one.length > 0);
        assert.deepEqual(one, other);
      });
    }
  }

  it('is found also where only one of two kinds of storage is there', async () => {
    for (const kind of ['dpv:StorageDuration', 'dpv:StorageLocation']) {
      const document = exported('haru.ko', 'checkout');
      const node = nodesOf(document).find((each) => each['@type'] === 'dpv:Process');
      assert.ok(node);
      const storage = node['dpv:hasStorageCondition'] as Loose[];
      node['dpv:hasStorageCondition'] = storage.filter((each) => each['@type'] !== kind);
      const expected = [`${String(node['@id'])} ${kind}`];
      assert.deepEqual(await violations(document), [expected, expected]);
    }
  });
});
