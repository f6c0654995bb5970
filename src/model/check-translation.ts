import type { PolicyDocument } from './policy-document.js';
import { hashOf } from './sha256.js';

/** A fact that is not the same in a document and its translation. */
export interface TranslationProblem {
  /** Path with entries by id or channel where they have one: `processing[birthday].data[0].kind`. */
  readonly path: string;
  /** `missing`: the translation lacks it. `added`: the original lacks it. */
  readonly code: 'missing' | 'added' | 'different';
  /** What the original says, where that is a code, a number or a text. */
  readonly expected?: unknown;
  /** What the translation says instead. */
  readonly found?: unknown;
}

/** Parts of a document that a person decides on, or that a form or a due date is made of. */
const PARTS = [
  ...['id', 'jurisdiction', 'origin', 'status', 'version', 'effective', 'terms', 'processing'],
  ...['thirdParties', 'transfers', 'processors', 'asProcessor', 'marketing', 'age', 'keptRecords'],
  ...['dormancy', 'automaticCollection', 'storage', 'notApplicable', 'surfaces'],
];

/** Members that a language may have for itself: titles, longer texts, addresses. */
const OWN = [
  ...['title', 'summary', 'description', 'text', 'detail', 'detailTitle', 'childText', 'means'],
  ...['url', 'guardianUrl', 'sha256', 'contact', 'original', 'note', 'noticeBy'],
];

/** Members whose texts are no wording, so that they are equal in all languages. */
const CODES = [
  ...['id', 'jurisdiction', 'origin', 'status', 'version', 'effective', 'revision', 'surfaces'],
  ...['kind', 'basis', 'period', 'until', 'after', 'country', 'empty'],
  ...['channels', 'dependsOn', 'guardianMethods', 'notApplicable', 'storage', 'dpv'],
];

type Problems = readonly TranslationProblem[];

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** The entries of a list by id or channel, else by number, as paths name them. */
function entriesOf(list: readonly unknown[]): Members {
  const entries = list.map((entry, index): [string, unknown] => {
    const name = isMembers(entry) ? (entry['id'] ?? entry['channel']) : undefined;
    return [`[${typeof name === 'string' ? name : index}]`, entry];
  });
  return Object.fromEntries(entries);
}

function compareMembers(one: Members, other: Members, at: At): Problems {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => {
    if (!at.isCode && OWN.includes(name)) return [];
    const path = name.startsWith('[') || at.path === '' ? at.path + name : `${at.path}.${name}`;
    const isCode = at.isCode || CODES.includes(name);
    return compare(one[name], other[name], { path, isCode });
  });
}

/** Where a comparison is, and whether what stands there is a code. */
interface At {
  readonly path: string;
  readonly isCode: boolean;
}

/** Lists of names and longer texts, which languages may cut into pieces of their own. */
const isWording = (list: readonly unknown[]): boolean =>
  list.some((entry) => !isMembers(entry) || 'type' in entry);

function compareLists(one: readonly unknown[], other: readonly unknown[], at: At): Problems {
  if (!at.isCode && isWording(one) && isWording(other)) return [];
  // A code that is a list of objects is one by its ids alone: a channel has a title of its own.
  const isCode = at.isCode && !one.some(isMembers);
  return compareMembers(entriesOf(one), entriesOf(other), { ...at, isCode });
}

function comparePresent(expected: unknown, found: unknown, at: At): Problems {
  if (Array.isArray(expected) && Array.isArray(found)) return compareLists(expected, found, at);
  if (isMembers(expected) && isMembers(found)) return compareMembers(expected, found, at);
  const isText = typeof expected === 'string' && typeof found === 'string';
  if (isText && !at.isCode) return [];
  return [{ path: at.path, code: 'different', expected, found }];
}

function compare(expected: unknown, found: unknown, at: At): Problems {
  if (expected === found) return [];
  if (expected !== undefined && found !== undefined) return comparePresent(expected, found, at);
  return [{ path: at.path, code: found === undefined ? 'missing' : 'added' }];
}

const partsOf = (document: PolicyDocument): Members =>
  Object.fromEntries(Object.entries(document).filter(([name]) => PARTS.includes(name)));

/**
 * Holds a translation against its original (DESIGN 3): ids, revisions, kinds, bases, periods and
 * every other structured fact are equal in all languages, and no fact is lost or added; the wording
 * is the translator's. `translationOf` names the original's language and the hash of its canonical
 * JSON, so a translation that was left behind by a change of the original is found too.
 */
export function checkTranslation(original: PolicyDocument, translation: PolicyDocument): Problems {
  const translationOf = { locale: original.locale, sha256: hashOf(original) };
  return [
    ...compare(translationOf, translation.translationOf, { path: 'translationOf', isCode: true }),
    ...compareMembers(partsOf(original), partsOf(translation), { path: '', isCode: false }),
  ];
}
