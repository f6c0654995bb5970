import { isPlainObject } from './is-plain-object.js';
import { CHOICES, FORMATS, NUMBERS, SHAPES } from './record-shapes.js';

/**
 * What is wrong at one place of a receipt, notice or text. `wrong-type`: another kind of value
 * belongs there. `wrong-value`: the kind is right, the value is not. `missing-key`: the path names
 * the key. `unknown-key`: the path names the object. `duplicate`: it has stood there before.
 * `too-many`: more than 64 stand there. `too-deep`: nested deeper than 16.
 */
export type RecordIssueCode =
  | 'wrong-type'
  | 'wrong-value'
  | 'missing-key'
  | 'unknown-key'
  | 'duplicate'
  | 'too-many'
  | 'too-deep';

/** One reason why a receipt, notice or text cannot be taken. */
export interface RecordIssue {
  /** JSON path from the whole, `$`: `$.items[0].state`. */
  readonly path: string;
  readonly code: RecordIssueCode;
  /** The type that belongs there, or `one|other` words. For an unknown key, the known ones. */
  readonly expected?: string;
}

/** A receipt, notice or text is not what its schema says. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  /** At least one, at most 50, in the order of the record. */
  readonly issues: readonly RecordIssue[];

  constructor(issues: readonly RecordIssue[]) {
    super(issues.map(({ path, code }) => `${code} at ${path}`).join(', '));
    this.issues = issues;
  }
}

/** One key of a shape. */
export interface ShapeField {
  readonly key: string;
  readonly isOptional: boolean;
  /** A type, or `=` and words. */
  readonly type: string;
}

const MOST_ISSUES = 50;
const DEEPEST = 16;
const BLOCKS: readonly unknown[] = ['paragraph', 'list', 'table'];

const fieldsOfShapes = new Map<string, readonly ShapeField[]>();

/** The keys of a shape. A key without a type has the type of its own name, and else is text. */
export function fieldsOf(shape: string): readonly ShapeField[] {
  let fields = fieldsOfShapes.get(shape);
  if (!fields) {
    const matches = [...String(SHAPES[shape]).matchAll(/(\w+)(\??):?(=?[^\s[]*)(\S*)/g)];
    fields = matches.map(([, key = '', optional, type, list = '']) => {
      const ownType = key in SHAPES || key in CHOICES || key in FORMATS ? key : 'text';
      return { key, isOptional: optional !== '', type: (type || ownType) + list };
    });
    fieldsOfShapes.set(shape, fields);
  }
  return fields;
}

/** As `typeof`, where lists and `null` are no objects. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' && !isPlainObject(value) ? 'null' : typeof value;
}

function kindOfType(type: string): string {
  if (type.endsWith('[]')) return 'list';
  if (type in SHAPES) return 'object';
  if (type === 'boolean' || type === 'null') return type;
  return NUMBERS.includes(type) ? 'number' : 'string';
}

interface Place {
  readonly path: string;
  readonly depth: number;
  readonly issues: RecordIssue[];
}

const placeOf = ({ path, depth, issues }: Place, step: string): Place => ({
  ...{ path: path + step, depth: depth + 1, issues },
});

function note({ path, issues }: Place, code: RecordIssueCode, expected?: string): void {
  if (issues.length === MOST_ISSUES) return;
  issues.push({
    path,
    code,
    ...(expected !== undefined && { expected: expected.replace('=', '') }),
  });
}

function checkScalar(place: Place, type: string, value: unknown): void {
  const text = String(value);
  const isRight = type.startsWith('=')
    ? type.slice(1).split('|').includes(text)
    : (FORMATS[type]?.test(text) ?? type === 'null');
  // In another normal form the same words would have another hash.
  if (!isRight || text !== text.normalize()) note(place, 'wrong-value', type);
}

function checkObject(place: Place, type: string, members: Readonly<Record<string, unknown>>): void {
  const isBlock = type === 'block' && BLOCKS.includes(members['type']);
  const fields = fieldsOf(isBlock ? String(members['type']) : type);
  for (const { key, isOptional, type: expected } of fields) {
    const member = placeOf(place, `.${key}`);
    if (Object.hasOwn(members, key)) checkValue(member, expected, members[key]);
    else if (!isOptional) note(member, 'missing-key', expected);
  }
  const known = fields.map(({ key }) => key);
  const strangers = Object.keys(members).filter((key) => !known.includes(key));
  // Where it stands, but not which: keys of others are not ours to repeat.
  if (strangers.length > 0) note(place, 'unknown-key', known.join(' '));
}

function checkValue(place: Place, type: string, value: unknown): void {
  if (type === 'anything') return;
  const found = kindOf(value);
  const chosen = (CHOICES[type] ?? [type]).find((choice) => kindOfType(choice) === found);
  if (chosen === undefined) note(place, 'wrong-type', type);
  else if (found !== 'list' && found !== 'object') checkScalar(place, chosen, value);
  else if (place.depth >= DEEPEST) note(place, 'too-deep');
  else if (isPlainObject(value)) checkObject(place, chosen, value);
  else {
    for (const [i, member] of (value as readonly unknown[]).entries()) {
      checkValue(placeOf(place, `[${i}]`), chosen.slice(0, -2), member);
    }
  }
}

/**
 * Holds a value from `JSON.parse` against a type of `record-shapes.ts`: every key known, every
 * value of its format, texts in Unicode's form NFC.
 *
 * @returns What is wrong, at most 50 issues; empty when nothing is.
 */
export function checkShape(type: string, value: unknown): RecordIssue[] {
  const issues: RecordIssue[] = [];
  checkValue({ path: '$', depth: 0, issues }, type, value);
  return issues;
}

/** Where a value of the list has stood before, or where the list is longer than 64. */
export function listIssues(path: string, values: readonly string[], member = ''): RecordIssue[] {
  const twice = values.flatMap((value, i): RecordIssue[] =>
    values.indexOf(value) < i ? [{ path: `${path}[${i}]${member}`, code: 'duplicate' }] : [],
  );
  return values.length > 64 ? [{ path, code: 'too-many' }] : twice;
}
