import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { canonicalJson } from '../../../src/model/canonical-json.js';
import { fromDpv, toDpv } from '../../../src/model/exports/dpv.js';
import { generatedBundles } from '../../support/generated-bundles.js';

const SEED = 20_261_122;
const RECEIPTS = 10_000;

describe('DPV and back', () => {
  it(`gives ${RECEIPTS} receipts back, byte for byte (seed ${SEED})`, (test) => {
    let receipts = 0;
    let bundles = 0;
    for (const bundle of generatedBundles(SEED, RECEIPTS)) {
      const written = JSON.stringify(toDpv(bundle));
      const back = fromDpv(JSON.parse(written));
      assert.equal(canonicalJson(back), canonicalJson(bundle), `bundle ${bundles}`);
      receipts += back.receipts.length;
      bundles += 1;
    }
    assert.equal(receipts, RECEIPTS);
    test.diagnostic(`${receipts} receipts in ${bundles} bundles`);
  });
});
