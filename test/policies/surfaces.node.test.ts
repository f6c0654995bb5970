import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createNotice } from '../../src/model/create-notice.js';
import { deriveSurface } from '../../src/model/derive-surface.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import { readPolicy } from './read-policy.js';

/** By policy: id, kind, group, and what the text does not state of it. */
const SIGNUPS = {
  xperp: [
    'giung information required: refusal, basis, required',
    'account collection optional: refusal, basis, required',
    'apartment-i third-party optional: refusal, basis, required',
  ],
  nexcore: [
    'membership collection required: refusal, basis',
    'marketing collection optional: data, refusal, basis, required',
  ],
  qsolution: [
    'membership collection required: refusal, basis',
    'business-info collection optional: refusal, basis',
    'marketing collection optional: data, retention, refusal, basis, required',
  ],
};

for (const [name, expected] of Object.entries(SIGNUPS)) {
  describe(`${name}: what its signup asks and shows`, () => {
    const policy = parsePolicyDocument(readPolicy(name));
    const surface = deriveSurface(policy, 'signup');

    it('parses without a loss', () => {
      assert.deepEqual(JSON.parse(JSON.stringify(policy)), readPolicy(name));
    });

    it('has the items in legal order, each with its gaps', () => {
      const lines = surface.items.map(
        ({ id, kind, group, gaps }) => `${id} ${kind} ${group}: ${(gaps ?? []).join(', ')}`,
      );
      assert.deepEqual(lines, expected);
      assert.deepEqual(surface.errors, []);
    });

    it('refuses nothing that it could have asked', () => {
      assert.deepEqual(surface.refusals, []);
    });

    it('becomes a notice that lists the gaps', () => {
      const { notice } = createNotice(policy, surface);
      const count = expected.flatMap((line) => line.split(': ')[1]?.split(', ') ?? []).length;
      assert.equal(notice.gaps?.length, count);
      assert.equal(notice.origin, 'transcribed');
      assert.ok(notice.items.every(({ title }) => title !== ''));
    });
  });
}
