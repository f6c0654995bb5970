import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { describeIssue } from '../../src/model/explain-policy-issue.js';
import { parsePolicyDocument } from '../../src/model/parse-policy-document.js';
import { PolicyError, type PolicyIssue } from '../../src/model/policy-error.js';
import { fieldsOf } from '../../src/model/policy-fields.js';
import { CHOICES, RECORDS, SHAPES } from '../../src/model/policy-shapes.js';
import { FULL_POLICY, LEAST_POLICY } from '../support/full-policy.js';

type Members = Record<string, unknown>;

function explain(parts: Members): readonly string[] {
  try {
    parsePolicyDocument({ ...LEAST_POLICY, ...parts });
    return [];
  } catch (error) {
    assert.ok(error instanceof PolicyError);
    return error.issues.map((issue) => describeIssue(issue));
  }
}

const [account] = FULL_POLICY.processing ?? [];
const entry = (parts: Members): Members => ({ ...account, dependsOn: [], ...parts });

describe('describeIssue', () => {
  const cases: readonly (readonly [string, Members, string])[] = [
    [
      'a number that belongs in quotation marks',
      { title: 7 },
      'title: Expected a text without broken characters. Here stands a number. ' +
        'Write it in quotation marks if it is meant.',
    ],
    [
      'a truth that belongs out of quotation marks',
      { processing: [entry({ required: 7 })] },
      'processing[0].required: Expected true, false or "unstated". Here stands a number. ' +
        'Write it in quotation marks if it is meant.',
    ],
    [
      'a number in quotation marks',
      { changeNotice: { days: '7', where: 'a' } },
      'changeNotice.days: Expected a whole number from 0 to 99999. Here stands a text. ' +
        'Write it without quotation marks.',
    ],
    [
      'null',
      { banner: null },
      'banner: Expected a text without broken characters. Here stands null or no plain object. ' +
        'Leave the key out where there is nothing to say.',
    ],
    [
      'what should be in a list',
      { storage: { countries: 'KR' } },
      'storage.countries: Expected a list; each member is a country code of two capital letters: ' +
        'KR. Here stands a text. Put square brackets around it.',
    ],
    [
      'a text that should be an object',
      { withdrawal: '/my/' },
      'withdrawal: Expected an object with keys of "url", "method". Here stands a text.',
    ],
    [
      'an undefined member of a list',
      { statutes: [undefined] },
      'statutes[0]: Expected a text without broken characters. Here stands undefined.',
    ],
    [
      'a list of surfaces',
      { surfaces: [] },
      'surfaces: Expected an object; each key is an id: up to 41 small letters, digits and hyphens, ' +
        'the first a letter, each value a list; each member is an id: up to 41 small letters, ' +
        'digits and hyphens, the first a letter. Here stands a list.',
    ],
    [
      'a day that does not exist',
      { announced: '2023-02-30' },
      'announced: Expected a day that exists, written as 2026-01-31. Here stands "2023-02-30".',
    ],
    [
      'a misspelt word',
      { processing: [entry({ basis: 'consnet' })] },
      'processing[0].basis: Expected one of "contract", "consent", "law", "legitimate-interest", ' +
        '"vital", "public-task", "unstated". Here stands "consnet". Did you mean "consent"?',
    ],
    [
      'a word that is near none',
      { status: 'somewhere' },
      'status: Expected one of "current", "archived". Here stands "somewhere". ' +
        'There are "current", "archived".',
    ],
    [
      'another format',
      { schema: 'dongui/policy@2' },
      'schema: Expected "dongui/policy@1". Here stands "dongui/policy@2".',
    ],
    [
      'a missing text',
      { service: {} },
      'service.name: The key "name" is missing. Add it: a text without broken characters.',
    ],
    [
      'a missing list',
      { rights: {} },
      'rights.list: The key "list" is missing. Add it: a list; each member is an object with keys ' +
        'of "right", "statute", "how", "url", "limit". An empty list says that nothing is listed.',
    ],
    [
      'a key with a typing error',
      { controlers: [] },
      'controlers: The key "controlers" is unknown here. Did you mean "controllers"?',
    ],
    [
      'a key in capitals',
      { withdrawal: { URL: '/my/' } },
      'withdrawal.URL: The key "URL" is unknown here. Did you mean "url"?',
    ],
    [
      'a key that is near none',
      { withdrawal: { html: '<b>' } },
      'withdrawal.html: The key "html" is unknown here. There are "url", "method".',
    ],
    [
      'a surface with a name that is no id',
      { surfaces: { Signup: [] } },
      'surfaces.Signup: The key "Signup" must be an id: up to 41 small letters, digits and ' +
        'hyphens, the first a letter. Rename it.',
    ],
    [
      'an id that is taken',
      { processing: [entry({}), entry({})] },
      'processing[1].id: The id "account" is taken, at processing[0].id. Choose another: terms, ' +
        'processing, third parties, transfers and cookie categories share their ids.',
    ],
    [
      'an item listed twice',
      { processing: [entry({})], surfaces: { signup: ['account', 'account'] } },
      'surfaces.signup[1]: "account" is listed twice, first at surfaces.signup[0]. Take one away.',
    ],
    [
      'a derived id',
      { processing: [entry({ id: 'age' })] },
      'processing[0].id: The id "age" belongs to an item that is made from other parts. ' +
        'Choose another.',
    ],
    [
      'a misspelt reference',
      { processing: [entry({})], surfaces: { signup: ['acount'] } },
      'surfaces.signup[0]: Nothing has the id "acount". Did you mean "account"?',
    ],
    [
      'a reference where nothing has an id',
      { surfaces: { signup: ['account'] } },
      'surfaces.signup[0]: Nothing has the id "account". There are none.',
    ],
    [
      'an age that the document has not',
      { surfaces: { signup: ['age'] } },
      'surfaces.signup[0]: Nothing has the id "age". It comes with the part "age".',
    ],
    [
      'a use for promotion that the document has not',
      { surfaces: { signup: ['marketing-use'] } },
      'surfaces.signup[0]: Nothing has the id "marketing-use". ' +
        'It comes with the part "marketing.use".',
    ],
    [
      'a night that the document has not',
      { surfaces: { signup: ['advertising-night'] } },
      'surfaces.signup[0]: Nothing has the id "advertising-night". ' +
        'It comes with the part "marketing.night".',
    ],
    [
      'a channel that the document has not',
      { surfaces: { signup: ['advertising-sms'] } },
      'surfaces.signup[0]: Nothing has the id "advertising-sms". ' +
        'It comes with the channel "sms" of "marketing.advertising".',
    ],
    [
      'a circle',
      { processing: [entry({ dependsOn: ['account'] })] },
      'processing[0].dependsOn: These entries wait for each other: account > account. ' +
        'Take one out of a "dependsOn".',
    ],
  ];
  for (const [name, parts, text] of cases) {
    it(`explains ${name}`, () => {
      assert.deepEqual(explain(parts), [text]);
    });
  }

  it('explains what is no document, and depth', () => {
    const issue = { path: '', code: 'wrong-type', expected: 'document', found: 'list' } as const;
    assert.match(
      describeIssue(issue),
      /^\(document\): Expected an object with keys of .*"surfaces"\. Here stands a list\.$/,
    );
    assert.equal(
      describeIssue({ path: 'preface[0]', code: 'too-deep' }),
      'preface[0]: This is nested deeper than 16 levels. Put what is below on a higher level.',
    );
  });

  it('names every type in words of its own', () => {
    const types = new Set<string>([
      ...Object.keys(SHAPES).flatMap((shape) => fieldsOf(shape).map(({ type }) => type)),
      ...Object.values(RECORDS).flat(),
      ...Object.values(CHOICES).flat(),
    ]);
    assert.ok(types.size > 60, String(types.size));
    for (const type of types) {
      const expected = type.replace('=', '');
      const text = describeIssue({ path: 'a', code: 'missing-key', expected });
      // A type that nobody named would stand there as a word in quotation marks.
      if (!type.startsWith('=')) assert.doesNotMatch(text, new RegExp(`Add it: "${expected}"`));
      assert.doesNotMatch(text, /undefined|\[object|Add it: \./);
    }
  });

  it('stays quick with hostile keys', () => {
    const key = 'k'.repeat(100_000);
    const before = process.cpuUsage().user;
    const issues: PolicyIssue[] = [
      { path: key, code: 'unknown-key', expected: 'title banner' },
      { path: 'a', code: 'unknown-reference', expected: 'x y', found: key },
    ];
    for (const issue of issues) assert.match(describeIssue(issue), /There are/);
    // Work that was done, not time that passed: a busy machine changes nothing.
    assert.ok(process.cpuUsage().user - before < 20_000_000);
  });
});
