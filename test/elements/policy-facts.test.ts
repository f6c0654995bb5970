import { assert } from '@open-wc/testing';

import { demoPolicy } from '../support/consent-fixture.js';
import { DOCUMENTS, langOf, policyFixture, textOf } from '../support/policy-element-fixture.js';

/**
 * Members whose strings are no facts to be read: ids and addresses of documents, schema, hashes,
 * terms of vocabularies, and codes, which the page shows in words.
 */
const CODES = new Set([
  ...['$schema', 'schema', 'id', 'dpv', 'sha256', 'document', 'translations', 'locale', 'type'],
  ...['kind', 'basis', 'required', 'status', 'origin', 'jurisdiction', 'country', 'countries'],
  ...['role', 'channel', 'channels', 'guardianMethods', 'storage', 'notApplicable', 'empty'],
  // A period is drawn in words; the day of a revision tells a form whether to ask again.
  ...['period', 'after', 'revision', 'dependsOn', 'surfaces'],
  // The address behind a link's words.
  'href',
]);

type Leaf = readonly [path: string, text: string];

function leaves(value: unknown, path = ''): Leaf[] {
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value))
    return value.flatMap((each, index) => leaves(each, `${path}[${String(index)}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => {
    // Storage of the document itself is a list of countries, that of a cookie is a code.
    if (CODES.has(name)) return [];
    if (name === 'until' && each === 'purpose-met') return [];
    return leaves(each, path === '' ? name : `${path}.${name}`);
  });
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('<dongui-policy> draws every fact', () => {
  for (const name of DOCUMENTS) {
    it(name, async () => {
      const policy = await demoPolicy(name);
      const { root } = await policyFixture(policy, langOf(name));
      const text = textOf(root);

      const facts = leaves(policy);
      assert.isAbove(facts.length, 60);
      const missing = facts.filter(([, fact]) => !text.includes(squeezed(fact)));
      assert.deepEqual(missing, []);
    });
  }
});
