import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { canonicalJson } from '../../../src/model/canonical-json.js';
import { fromCsv, toCsv } from '../../../src/model/exports/csv.js';
import { generatedBundles } from '../../support/generated-bundles.js';

const SEED = 20_261_122;
const RECEIPTS = 10_000;

describe('CSV and back', () => {
  it(`gives ${RECEIPTS} receipts back, byte for byte (seed ${SEED})`, (test) => {
    let receipts = 0;
    let bundles = 0;
    for (const bundle of generatedBundles(SEED, RECEIPTS)) {
      const written = toCsv(bundle);
      const back = fromCsv(written);
      assert.equal(canonicalJson(back), canonicalJson(bundle), `bundle ${bundles}`);
      receipts += back.receipts.length;
      bundles += 1;
    }
    assert.equal(receipts, RECEIPTS);
    test.diagnostic(`${receipts} receipts in ${bundles} bundles`);
  });
});
