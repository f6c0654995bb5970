import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import * as model from '../../src/model/index.js';
import { LEAST_POLICY } from '../support/full-policy.js';

describe('dongui/model', () => {
  it('exports these names and no others', () => {
    assert.deepEqual(Object.keys(model).sort(), [
      'BASIS_ARTICLES',
      'CONSENT_ARTICLES',
      'GUARDIAN_CONFIRMATION',
      'GUIDE_CHAPTERS',
      'ImportError',
      'PolicyError',
      'RECONFIRMATION',
      'REMEDIES',
      'REPEALED_BASES',
      'RETENTION_PRESETS',
      'RETIRED_REMEDIES',
      'RecordError',
      'canonicalJson',
      'chapterState',
      'checkTranslation',
      'chooseTranslation',
      'comparePolicies',
      'createBundle',
      'createNotice',
      'deriveSurface',
      'describeIssue',
      'dpvGaps',
      'expiryDay',
      'fromCsv',
      'fromDpv',
      'guardianDueDay',
      'hashOf',
      'isStale',
      'isUnconfirmed',
      'koreanDay',
      'looksPersonal',
      'parseBundle',
      'parseNotice',
      'parseNoticeOrText',
      'parsePolicyDocument',
      'parseReceipt',
      'parseReceiptEnvelope',
      'presentState',
      'reconfirmationDay',
      'retirementOf',
      'sha256',
      'toCsv',
      'toDpv',
      'verifyBundle',
      'verifyLog',
    ]);
  });

  it('leads from a document to a notice that has an address', () => {
    const text = JSON.stringify({ ...LEAST_POLICY, surfaces: { signup: [] } });
    const policy = model.parsePolicyDocument(JSON.parse(text));
    const { notice, hash } = model.createNotice(policy, model.deriveSurface(policy, 'signup'));
    assert.equal(notice.policy.sha256, model.hashOf(policy));
    assert.equal(hash, model.hashOf(notice));
  });
});
