import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { ITEM_COLUMNS } from '../../src/model/exports/csv-columns.js';
import { toDpv } from '../../src/model/exports/dpv.js';
import { generatedBundles } from '../support/generated-bundles.js';

const page = readFileSync(new URL('../../docs/exports.md', import.meta.url), 'utf8');

/** Every name in code that the page says: `dongui:gaps`, `state`. */
const named = new Set([...page.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name));

/** Terms of ours that a document uses, but not those within records. */
function ownTerms(value: unknown, found: Set<string>): Set<string> {
  if (Array.isArray(value)) value.forEach((each) => ownTerms(each, found));
  else if (typeof value === 'object' && value !== null && !('@value' in value)) {
    for (const [key, member] of Object.entries(value)) {
      if (key.startsWith('dongui:')) found.add(key);
      ownTerms(member, found);
    }
  }
  return found;
}

describe('docs/exports.md', () => {
  it('names every term of ours that exports use', () => {
    const terms = new Set<string>();
    for (const bundle of generatedBundles(11, 600)) ownTerms(toDpv(bundle)['@graph'], terms);
    assert.ok(terms.size > 25, String(terms.size));
    for (const term of terms)
      assert.ok(named.has(term) || named.has(term.replace('dongui:', '')), term);
  });

  it('names every column of the table', () => {
    for (const name of ITEM_COLUMNS) assert.ok(named.has(name), name);
  });
});
