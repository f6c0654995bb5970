import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { fromCsv, toCsv } from '../../../src/model/exports/csv.js';
import { fromDpv, toDpv } from '../../../src/model/exports/dpv.js';
import { verifyBundle } from '../../../src/model/verify-bundle.js';
import { generatedBundles } from '../../support/generated-bundles.js';

describe('what went through both exports', () => {
  it('verifies as before, 2,000 receipts (seed 9)', async () => {
    for (const bundle of generatedBundles(9, 2_000)) {
      const back = fromCsv(toCsv(fromDpv(JSON.parse(JSON.stringify(toDpv(bundle))))));
      const { isIntact, findings } = await verifyBundle(back);
      assert.equal(isIntact, true);
      assert.deepEqual(findings, (await verifyBundle(bundle)).findings);
    }
  });
});
