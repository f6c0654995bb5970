import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { NotApplicable, PolicyDocument } from '../../src/model/policy-document.js';
import type { DataItem } from '../../src/model/policy-processing.js';
import { readPolicy } from './read-policy.js';

/** The 24 rows of the regulator's guide (작성지침 2026.4, p. 15): what holds each, or declares it absent. */
const ROWS: readonly (readonly [
  row: number,
  parts: readonly (keyof PolicyDocument)[],
  absent?: NotApplicable,
])[] = [
  [1, ['title', 'preface', 'controllers']],
  [2, ['processing']],
  [3, ['processing']],
  [4, ['children', 'age']],
  [5, ['retentionRule', 'keptRecords']],
  [6, ['destruction']],
  [7, ['thirdParties']],
  [8, [], 'additionalUse'],
  [9, ['processors']],
  [10, ['transfers'], 'transfers'],
  [11, ['safety']],
  [12, [], 'sensitiveExposure'],
  [13, [], 'pseudonymisedData'],
  [14, ['automaticCollection']],
  [15, ['automaticCollection']],
  [16, ['rights', 'withdrawal']],
  [17, [], 'automatedDecisions'],
  [18, ['contacts']],
  [19, [], 'domesticAgent'],
  [20, ['remedies']],
  [21, [], 'fixedCameras'],
  [22, [], 'mobileCameras'],
  [23, ['sections'], 'sections'],
  [24, ['history', 'changeNotice']],
];

const namesIn = (data: readonly DataItem[] = []): string[] => data.map(({ name }) => name);

for (const name of ['haru.ko', 'haru.en', 'haru.1.0.ko', 'haru.1.0.en']) {
  describe(`${name}: the rows of the guide`, () => {
    const document = readPolicy(name);
    const isThere = (part: keyof PolicyDocument): boolean =>
      part in document && Object.keys(document[part] ?? {}).length > 0;

    for (const [row, parts, absent] of ROWS) {
      it(`holds row ${row} or declares it absent, and not both`, () => {
        const isDeclared =
          absent !== undefined && document.notApplicable?.includes(absent) === true;
        assert.notEqual(parts.length > 0 && parts.every(isThere), isDeclared);
      });
    }

    it('collects what it provides, entrusts and keeps', () => {
      const collected = [
        ...(document.processing ?? []).flatMap(({ data }) => namesIn(data)),
        ...namesIn(document.automaticCollection?.data),
      ];
      const used = [
        ...(document.thirdParties ?? []).flatMap(({ uses }) => uses.flatMap(({ data }) => data)),
        ...(document.processors ?? []).flatMap(({ data = [] }) => data),
        ...(document.keptRecords ?? []).flatMap(({ data = [] }) => data),
        ...(document.marketing?.use?.data ?? []),
      ];
      assert.deepEqual(
        namesIn(used).filter((each) => !collected.includes(each)),
        [],
      );
    });

    it('gives every consent its basis, period and refusal', () => {
      const consents = [
        ...(document.processing ?? []).filter(({ basis }) => basis === 'consent'),
        ...(document.thirdParties ?? []),
        ...(document.transfers ?? []),
      ];
      for (const { id, statute, refusal } of consents)
        assert.ok(statute && refusal?.right && refusal.consequence, id);
      for (const rule of JSON.stringify(document).matchAll(/"until":"purpose-met"/g))
        assert.fail(`kept until the purpose is met: ${String(rule.index)}`);
    });
  });
}
