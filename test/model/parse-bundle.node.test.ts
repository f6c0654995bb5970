import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { RecordError } from '../../src/model/check-shape.js';
import { parseBundle } from '../../src/model/parse-bundle.js';
import { signedBundle } from '../support/bundle-fixtures.js';

const { bundle } = await signedBundle();

/** What parsing finds, code and path. */
function issuesOf(value: unknown): readonly string[] {
  try {
    parseBundle(value);
  } catch (error) {
    assert.ok(error instanceof RecordError);
    return error.issues.map(({ code, path }) => `${code} ${path}`);
  }
  return [];
}

describe('parseBundle', () => {
  it('takes a bundle as it is, also one that contradicts itself', () => {
    assert.equal(parseBundle(bundle), bundle);
    const [first, ...rest] = bundle.receipts;
    const changed = { ...bundle, receipts: [{ ...first, hash: 'x'.repeat(43) }, ...rest] };
    assert.deepEqual(issuesOf(changed), []);
    const bare = { receipt: first?.receipt, hash: first?.hash };
    assert.deepEqual(issuesOf({ ...bundle, receipts: [bare] }), []);
  });

  it('names what is not of its form, with its place', () => {
    const [first] = bundle.receipts;
    const [notice] = bundle.notices;
    assert.ok(first);
    const cases: readonly (readonly [unknown, readonly string[]])[] = [
      [1, ['wrong-type $']],
      [null, ['wrong-type $']],
      [
        {},
        [
          ...['wrong-value $.schema', 'wrong-type $.receipts', 'wrong-type $.notices'],
          'wrong-type $.texts',
        ],
      ],
      [{ ...bundle, schema: 'dongui/bundle@2' }, ['wrong-value $.schema']],
      [{ ...bundle, more: 1 }, ['unknown-key $']],
      [{ ...bundle, receipts: [1] }, ['wrong-type $.receipts[0]']],
      [
        { ...bundle, receipts: [{ ...first, hash: 1, more: 1 }] },
        ['unknown-key $.receipts[0]', 'wrong-value $.receipts[0].hash'],
      ],
      [{ ...bundle, receipts: [{ ...first, hash: 'short' }] }, ['wrong-value $.receipts[0].hash']],
      [
        { ...bundle, receipts: [first, { ...first, receipt: { ...first.receipt, seq: 0 } }] },
        ['wrong-value $.receipts[1].receipt.seq'],
      ],
      [
        { ...bundle, receipts: [{ ...first, ack: { ...first.ack, iat: 'x' } }] },
        ['wrong-type $.receipts[0].ack.iat'],
      ],
      [{ ...bundle, receipts: [{ ...first, ack: undefined }] }, ['wrong-type $.receipts[0].ack']],
      [{ ...bundle, notices: [{ ...notice, locale: 1 }] }, ['wrong-type $.notices[0].locale']],
      [{ ...bundle, texts: [notice] }, ['wrong-value $.texts[0].schema']],
      [{ ...bundle, texts: [1] }, ['wrong-type $.texts[0]']],
    ];
    for (const [value, expected] of cases) assert.deepEqual(issuesOf(value), expected);
    assert.equal(issuesOf({ ...bundle, receipts: Array.from({ length: 90 }, () => 1) }).length, 50);
  });

  it('hides no mistake of its own', () => {
    const trap = {
      ...bundle,
      receipts: [
        {
          hash: 'x'.repeat(43),
          get receipt(): never {
            throw new TypeError('ours');
          },
        },
      ],
    };
    assert.throws(() => parseBundle(trap), /^TypeError: ours$/);
  });
});
