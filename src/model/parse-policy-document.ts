import { isPlainObject } from './is-plain-object.js';
import type { PolicyDocument } from './policy-document.js';
import { PolicyError } from './policy-error.js';
import { type Field, fieldsOf } from './policy-fields.js';
import { FORMATS } from './policy-formats.js';
import {
  checkWhole,
  claim,
  type Findings,
  noteId,
  type Place,
  placeOf,
  report,
} from './policy-reading.js';
import { CHOICES, RECORDS, SHAPES } from './policy-shapes.js';

export { PolicyError } from './policy-error.js';

/** As deep as the receiver takes a notice, whose parts stand as deep as in the document. */
const DEEPEST = 16;

/** Shapes whose being there makes an item, with its id; a channel's name is added to its own. */
const DERIVED: Readonly<Record<string, string>> = {
  age: 'age',
  use: 'marketing-use',
  night: 'advertising-night',
  channel: 'advertising-',
};

const BLOCKS = ['paragraph', 'list', 'table'];

/** As `typeof`, where lists, `null` and instances of classes are no objects. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && !isPlainObject(value) ? 'null' : typeof value;
}

function kindOfType(type: string): string {
  if (type.endsWith('[]')) return 'list';
  if (type in SHAPES || type in RECORDS) return 'object';
  if (type === 'boolean') return type;
  return type === 'count' || type === 'row' ? 'number' : 'string';
}

/** A type as an issue names it. */
const named = (type: string): string => type.replace('=', '');

function readScalar(place: Place, type: string, value: unknown): unknown {
  const scalar = typeof value === 'string' ? value.normalize('NFC') : value;
  const text = String(scalar);
  const isRight = FORMATS[type]?.test(text) ?? named(type).split('|').includes(text);
  if (isRight) noteId(place, type, text);
  else report(place, 'wrong-value', { expected: named(type), found: text.slice(0, 80) });
  return scalar;
}

type Members = Readonly<Record<string, unknown>>;

function readRecord(
  place: Place,
  [keyType, memberType]: readonly [string, string],
  value: Members,
): unknown {
  // Without a prototype: nobody finds a surface called `constructor` in it.
  const record = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value)) {
    const member = placeOf(place, key);
    if (FORMATS[keyType]?.test(key)) record[key] = read(member, memberType, value[key]);
    else report(member, 'wrong-key', { expected: keyType, found: key });
  }
  return record;
}

function checkKeys(place: Place, fields: readonly Field[], value: Members): void {
  const known = fields.map(({ key }) => key);
  for (const key of Object.keys(value)) {
    if (known.includes(key) || value[key] === undefined) continue;
    report(placeOf(place, key), 'unknown-key', { expected: known.join(' ') });
  }
}

function readObject(place: Place, type: string, value: Members): unknown {
  // A block says itself which it is; where it says something else, only that is an issue.
  const shape = (type === 'block' && BLOCKS.find((block) => block === value['type'])) || type;
  const fields = fieldsOf(shape);
  const object: Record<string, unknown> = {};
  for (const { key, isOptional, type: expected } of fields) {
    // An inherited member is not there; one that is undefined is absent, as for JSON.
    const member = Object.hasOwn(value, key) ? value[key] : undefined;
    if (member !== undefined) object[key] = read(placeOf(place, key), expected, member);
    else if (!isOptional) report(placeOf(place, key), 'missing-key', { expected: named(expected) });
  }
  if (shape !== 'block') checkKeys(place, fields, value);
  noteMatter(place, shape, object);
  return object;
}

/** What an object as a whole adds: the id of a derived item, and what an entry depends on. */
function noteMatter(place: Place, shape: string, { id, dependsOn, channel }: Members): void {
  const derived = DERIVED[shape];
  if (derived) claim(place, 'matter', `${derived}${typeof channel === 'string' ? channel : ''}`);
  if (Array.isArray(dependsOn)) {
    const on = [...(dependsOn as unknown[])];
    place.findings.dependencies.set(id, { place: placeOf(place, 'dependsOn'), on });
  }
}

function read(place: Place, type: string, value: unknown): unknown {
  const found = kindOf(value);
  const chosen = (CHOICES[type] ?? [type]).find((choice) => kindOfType(choice) === found);
  if (chosen === undefined) report(place, 'wrong-type', { expected: named(type), found });
  else if (found !== 'list' && found !== 'object') return readScalar(place, chosen, value);
  else if (place.depth >= DEEPEST) report(place, 'too-deep');
  else if (isPlainObject(value)) {
    const record = RECORDS[chosen];
    return record ? readRecord(place, record, value) : readObject(place, chosen, value);
  } else {
    const type = chosen.slice(0, -2);
    return [...(value as unknown[])].map((member, i) => read(placeOf(place, i), type, member));
  }
  return undefined;
}

/**
 * Reads a policy document: the one parser of browser, command line and receiver.
 *
 * It refuses only what cannot be understood, and everything of that at once. What the law does not
 * allow is no error here: `deriveSurface()` does not ask for it, and the linter names it. A link in
 * a text keeps whatever address it has (`Link`); all other addresses are `http:`, `https:` or
 * relative.
 *
 * @param input What `JSON.parse` returned, or an object literal of the same form.
 * @returns A new object that shares nothing with the input; texts are in Unicode's form NFC.
 * @throws PolicyError with the issues, at most 50; one alone when `schema` says another format.
 */
export function parsePolicyDocument(input: unknown): PolicyDocument {
  const findings: Findings = {
    issues: [],
    ids: new Map(),
    references: [],
    dependencies: new Map(),
  };
  const { issues } = findings;
  const document = read({ depth: 0, findings }, 'document', input);
  checkWhole(findings);
  // Of a document in another format nothing more can be said.
  const other = issues.filter(({ path }) => path === 'schema');
  if (issues.length > 0) throw new PolicyError(other.length > 0 ? other : issues);
  return document as PolicyDocument;
}
