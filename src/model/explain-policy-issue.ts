import type { PolicyIssue, PolicyIssueCode } from './policy-error.js';
import { fieldsOf } from './policy-fields.js';
import { RECORDS, SHAPES } from './policy-shapes.js';

const ID = 'an id: up to 41 small letters, digits and hyphens, the first a letter';

const NAMES: Readonly<Record<string, string>> = {
  text: 'a text without broken characters',
  boolean: 'true or false',
  id: ID,
  matter: ID,
  serviceId: ID,
  reference: ID,
  day: 'a day that exists, written as 2026-01-31',
  lastDay: 'a day that exists, written as 2026-01-31, or "purpose-met"',
  period: 'a period in whole years, months, weeks or days: P5Y, P3M, P2W, P10D',
  locale: 'a language tag: ko, en-US',
  country: 'a country code of two capital letters: KR',
  url: 'an address that begins with https: or http:, or one relative to the page, without blanks',
  sha256: 'a SHA-256 as base64url without padding, 43 characters',
  dpv: 'a term of the Data Privacy Vocabulary without its prefix: ServiceProvision',
  count: 'a whole number from 0 to 99999',
  row: 'the number of a row of the guide, from 1 to 24',
  rich: 'a text, or a list of texts and links',
  piece: 'a text, or a link {"text", "href"}',
  line: 'a text, a list of texts and links, or {"text", "items"}',
  block: 'a text, or an object whose "type" is "paragraph", "list" or "table"',
  required: 'true, false or "unstated"',
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
  null: 'null or no plain object',
};

const quoted = (words: readonly string[]): string =>
  words.map((word) => JSON.stringify(word)).join(', ');

function nameOf(type: string): string {
  if (type.endsWith('[]')) return `a list; each member is ${nameOf(type.slice(0, -2))}`;
  const keys = fieldsOf(type).map(({ key }) => key);
  if (NAMES[type]) return NAMES[type];
  if (type in SHAPES) return `an object with keys of ${quoted(keys)}`;
  const [key, member] = RECORDS[type] ?? [];
  if (key && member) return `an object; each key is ${nameOf(key)}, each value ${nameOf(member)}`;
  const words = type.split('|');
  return words.length > 1 ? `one of ${quoted(words)}` : quoted(words);
}

/** How many letters must change to make one word of the other (Levenshtein). */
function distance(one: string, other: string): number {
  // One row of the table at a time: the steps from the first letters of one to those of other.
  let row = Array.from(other, (_, j) => j + 1);
  let last = other.length;
  for (let i = 0; i < one.length; i++) {
    let diagonal = i;
    last = i + 1;
    row = row.map((above, j) => {
      last = Math.min(diagonal + (one[i] === other[j] ? 0 : 1), above + 1, last + 1);
      diagonal = above;
      return last;
    });
  }
  return last;
}

/** "Did you mean …?" for the nearest word that is near at all; otherwise what is known. */
function suggest(found: string, words: readonly string[]): string {
  // Longer than any key of ours, it is near none of them.
  const word = found.slice(0, 60).toLowerCase();
  const near = words
    .map((known) => ({ known, steps: distance(word, known.toLowerCase()) }))
    .sort((one, other) => one.steps - other.steps)[0];
  if (near && near.steps <= Math.max(1, near.known.length / 3)) {
    return `Did you mean ${JSON.stringify(near.known)}?`;
  }
  return words.length > 0 ? `There are ${quoted(words)}.` : 'There are none.';
}

function adviseOnType(expected: string, found: string): string {
  if (found === 'null') return 'Leave the key out where there is nothing to say.';
  if (expected.endsWith('[]')) return 'Put square brackets around it.';
  if (found === 'string' && /^(boolean|required|count|row)$/.test(expected)) {
    return 'Write it without quotation marks.';
  }
  return /^(number|boolean)$/.test(found) ? 'Write it in quotation marks if it is meant.' : '';
}

/** What a document lacks to have a derived item. */
function adviseOnDerived(id: string): string {
  if (id === 'age') return 'It comes with the part "age".';
  if (id === 'marketing-use') return 'It comes with the part "marketing.use".';
  if (id === 'advertising-night') return 'It comes with the part "marketing.night".';
  return id.startsWith('advertising-')
    ? `It comes with the channel "${id.slice(12)}" of "marketing.advertising".`
    : '';
}

const lastStep = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
const listOf = (path: string): string => path.replace(/\[\d+\]$/, '');

type Explain = (expected: string, found: string, path: string) => string;

const EXPLANATIONS: Readonly<Record<PolicyIssueCode, Explain>> = {
  'wrong-type': (expected, found) =>
    `Expected ${nameOf(expected)}. Here stands ${KINDS[found] ?? found}. ` +
    adviseOnType(expected, found),
  'wrong-value': (expected, found) =>
    `Expected ${nameOf(expected)}. Here stands ${JSON.stringify(found)}. ` +
    (expected.includes('|') ? suggest(found, expected.split('|')) : ''),
  'missing-key': (expected, _found, path) =>
    `The key "${lastStep(path)}" is missing. Add it: ${nameOf(expected)}.` +
    (expected.endsWith('[]') ? ' An empty list says that nothing is listed.' : ''),
  'unknown-key': (expected, _found, path) =>
    `The key "${lastStep(path)}" is unknown here. ${suggest(lastStep(path), expected.split(' '))}`,
  'wrong-key': (expected, found) =>
    `The key ${JSON.stringify(found)} must be ${nameOf(expected)}. Rename it.`,
  duplicate: (expected, found, path) =>
    listOf(expected) === listOf(path)
      ? `"${found}" is listed twice, first at ${expected}. Take one away.`
      : `The id "${found}" is taken, at ${expected}. Choose another: terms, processing, third ` +
        'parties, transfers and cookie categories share their ids.',
  reserved: (_expected, found) =>
    `The id "${found}" belongs to an item that is made from other parts. Choose another.`,
  'unknown-reference': (expected, found) =>
    `Nothing has the id "${found}". ` +
    (adviseOnDerived(found) || suggest(found, expected.split(' ').filter(Boolean))),
  cycle: (_expected, found) =>
    `These entries wait for each other: ${found}. Take one out of a "dependsOn".`,
  'too-deep': () => 'This is nested deeper than 16 levels. Put what is below on a higher level.',
};

/**
 * One issue of a `PolicyError` in plain English: the path, what was expected, what stands there and
 * what to do. For those who write documents, so not translated; a module of its own, because a page
 * needs it only when its document is wrong.
 */
export function describeIssue({ path, code, expected = '', found = '' }: PolicyIssue): string {
  return `${path || '(document)'}: ${EXPLANATIONS[code](expected, found, path)}`.trim();
}
