import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  choicesOf,
  type Label,
  type LabelId,
  labelsOf,
} from '../../src/elements/policy-summary/labels.js';
import type { PolicyDocument } from '../../src/model/policy-document.js';
import { readPolicy } from '../policies/read-policy.js';
import { LEAST_POLICY } from '../support/full-policy.js';

function labelOf(policy: PolicyDocument, id: LabelId): Label {
  const label = labelsOf(policy).find((each) => each.id === id);
  assert.ok(label);
  return label;
}

const statusesOf = (policy: PolicyDocument): Record<string, string> =>
  Object.fromEntries(labelsOf(policy).map(({ id, status }) => [id, status]));

describe('labelsOf', () => {
  it('says of a document that says nothing that it says nothing', () => {
    assert.deepEqual(new Set(Object.values(statusesOf(LEAST_POLICY))), new Set(['unstated']));
  });

  it('says that there is none only where the document does', () => {
    const statuses = statusesOf(readPolicy('haru.ko'));
    assert.equal(statuses['unique-id'], 'none');
    assert.equal(statuses['biometric'], 'none');
    for (const name of ['xperp', 'nexcore', 'qsolution', 'codexa', 'infinisoft']) {
      assert.ok(!Object.values(statusesOf(readPolicy(name))).includes('none'), name);
    }
  });

  it('tells a heading without rows from silence', () => {
    assert.equal(labelOf(readPolicy('codexa'), 'third-party').status, 'announced');
    assert.equal(labelOf(readPolicy('nexcore'), 'third-party').status, 'unstated');
    const empty: PolicyDocument = { ...LEAST_POLICY, automaticCollection: { data: [] } };
    assert.equal(labelOf(empty, 'automatic').status, 'announced');
  });

  it('finds a special kind wherever the document names it', () => {
    assert.deepEqual(labelOf(readPolicy('xperp'), 'unique-id').names, ['주민등록번호']);
    assert.deepEqual(labelOf(readPolicy('infinisoft'), 'unique-id').names, [
      '운전면허번호',
      '외국인등록번호',
      '주민등록번호',
    ]);
    const kept: PolicyDocument = {
      ...LEAST_POLICY,
      keptRecords: [
        { basis: 'internal', retention: [], data: [{ name: '지문', kind: 'biometric' }] },
      ],
    };
    assert.deepEqual(labelOf(kept, 'biometric').names, ['지문']);
    assert.equal(labelOf(kept, 'ordinary').status, 'unstated');
  });

  it('counts each name once, and none of a special kind among the ordinary', () => {
    const { names } = labelOf(readPolicy('haru.ko'), 'ordinary');
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.includes('이메일'));
    assert.ok(!names.includes('알레르기 유발 식품'));
  });

  it('names the department for complaints, else who else answers', () => {
    assert.equal(labelOf(readPolicy('haru.ko'), 'complaints').contact?.department, '고객센터');
    assert.equal(labelOf(readPolicy('nexcore'), 'complaints').contact?.role, 'cpo');
  });
});

describe('choicesOf', () => {
  it('counts what is required and what is optional', () => {
    assert.deepEqual(choicesOf(labelOf(readPolicy('haru.ko'), 'third-party')), {
      required: 1,
      optional: 2,
    });
    assert.deepEqual(choicesOf(labelOf(readPolicy('haru.ko'), 'sensitive')), {
      required: 0,
      optional: 1,
    });
  });

  it('says nothing where the document leaves one open', () => {
    assert.equal(choicesOf(labelOf(readPolicy('xperp'), 'third-party')), undefined);
    assert.equal(choicesOf(labelOf(LEAST_POLICY, 'third-party')), undefined);
  });

  it('calls a name required that is required anywhere', () => {
    const label: Label = {
      id: 'sensitive',
      status: 'stated',
      names: ['혈액형'],
      sources: [
        { names: ['혈액형'], required: false },
        { names: ['혈액형'], required: true },
      ],
    };
    assert.deepEqual(choicesOf(label), { required: 1, optional: 0 });
  });
});
