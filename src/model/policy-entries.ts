import type { Block, ListItem, Text } from './block.js';
import type { GuideChapterName } from './guide-rows.js';
import { isPlainObject } from './is-plain-object.js';
import type { PolicyDocument } from './policy-document.js';

/** One thing that a document states: a row of a list, or a part that stands alone. */
export interface PolicyEntry {
  /** The part that it stands in: `processing`, `marketing.use`. */
  readonly part: string;
  readonly chapter: GuideChapterName;
  /** Equal for the same thing in two versions. */
  readonly key: string;
  /** What it is called; `''` where it has no name of its own. */
  readonly title: string;
  /** Ids of the matters that a person decides on with it. */
  readonly matters: readonly string[];
  /** What is stated of it, by name: each a list, so that what was added or removed can be told. */
  readonly fields: ReadonlyMap<string, readonly unknown[]>;
}

type Members = Readonly<Record<string, unknown>>;

/** No facts: names for machines, and the day that tells whether to ask again. */
const LEFT_OUT = new Set(['id', 'revision', 'dpv', 'sha256', 'dependsOn']);

/** Lists whose rows are facts of their own, and what each row is known by. */
const KEYED: Readonly<Record<string, readonly string[]>> = {
  uses: ['title', 'purposes'],
  services: ['id'],
  channels: ['channel'],
};

function plainText(text: Text): string {
  if (typeof text === 'string') return text;
  return text.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

function itemLines(item: ListItem): string[] {
  if (typeof item === 'string' || !('items' in item)) return [plainText(item)];
  return [plainText(item.text), ...item.items.flatMap(itemLines)];
}

/** Longer text, line by line. */
function blockLines(block: Exclude<Block, string>): string[] {
  if (block.type === 'paragraph') return [plainText(block.text)];
  if (block.type === 'list') return block.items.flatMap(itemLines);
  return block.rows.map((row) => row.map(plainText).join(' \u00b7 '));
}

function isBlock(value: unknown): value is Exclude<Block, string> {
  return isPlainObject(value) && ['paragraph', 'list', 'table'].includes(String(value['type']));
}

/** A value without what is no fact. */
function factOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(factOf);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      LEFT_OUT.has(name) ? [] : [[name, factOf(each)]],
    ),
  );
}

function nameOf(row: Members, names: readonly string[], index: number): string {
  const value = names.map((name) => row[name]).find((each) => each !== undefined);
  return value === undefined ? String(index) : JSON.stringify(factOf(value));
}

/** Puts every fact of a value under its path. */
function collect(value: unknown, path: string, fields: Map<string, unknown[]>): void {
  const name = path.replace(/^.*\./, '');
  const keyed = KEYED[name];
  if (Array.isArray(value) && keyed !== undefined && value.every(isPlainObject)) {
    value.forEach((row, index) => {
      collect(row, `${path}[${nameOf(row, keyed, index)}]`, fields);
    });
  } else if (Array.isArray(value)) {
    const facts = value.flatMap((each) => (isBlock(each) ? blockLines(each) : [factOf(each)]));
    fields.set(path, facts);
  } else if (isPlainObject(value)) {
    for (const [each, member] of Object.entries(value)) {
      if (!LEFT_OUT.has(each)) collect(member, path === '' ? each : `${path}.${each}`, fields);
    }
  } else if (value !== undefined) fields.set(path, [value]);
}

/** @param name of a fact that has no name of its own within: a text, a list of words. */
function fieldsOf(value: unknown, name: string): Map<string, unknown[]> {
  const fields = new Map<string, unknown[]>();
  collect(value, isPlainObject(value) ? '' : name, fields);
  return fields;
}

/** A list of a document: its part, its chapter, and by which members a row is known and named. */
type ListPart = readonly [part: string, chapter: GuideChapterName, ...names: string[]];

const LISTS: readonly ListPart[] = [
  ['controllers', 'about', 'name', 'brands'],
  ['definitions', 'about', 'term'],
  ['processing', 'processing', 'id', 'title'],
  ['keptRecords', 'retention', 'record'],
  ['thirdParties', 'third-parties', 'id', 'recipient'],
  ['processors', 'processors', 'work'],
  ['asProcessor', 'processors', 'purposes'],
  ['transfers', 'transfers', 'id', 'recipient'],
  ['safety', 'safety', 'title'],
  ['automaticCollection.original', 'automatic', 'target'],
  ['automaticCollection.cookies', 'automatic', 'id', 'title'],
  ['automaticCollection.devicePermissions', 'automatic', 'name'],
  ['automaticCollection.trackers', 'behaviour', 'name'],
  ['rights.list', 'rights', 'right'],
  ['contacts', 'contacts', 'role'],
  ['remedies', 'remedies', 'body'],
  ['terms', 'other', 'id', 'title'],
  ['sections', 'other', 'row', 'title'],
];

/** A part that stands alone, and which of its members are lists above. */
type SinglePart = readonly [part: string, chapter: GuideChapterName, ...without: string[]];

const SINGLES: readonly SinglePart[] = [
  ['title', 'about'],
  ['banner', 'about'],
  ['preface', 'about'],
  ['statutes', 'about'],
  ['service', 'about'],
  ['storage', 'about'],
  ['jurisdiction', 'about'],
  ['processingRule', 'processing'],
  ['marketing.use', 'processing'],
  ['marketing.advertising', 'processing'],
  ['marketing.night', 'processing'],
  ['marketing.sender', 'processing'],
  ['age', 'children'],
  ['children', 'children'],
  ['retentionRule', 'retention'],
  ['dormancy', 'retention'],
  ['destruction', 'destruction'],
  ['thirdPartyRule', 'third-parties'],
  ['processorRule', 'processors'],
  ['asProcessorRule', 'processors'],
  ['safetyRule', 'safety'],
  ['automaticCollection', 'automatic', 'original', 'cookies', 'devicePermissions', 'trackers'],
  ['rights', 'rights', 'list'],
  ['withdrawal', 'rights'],
  ['contactRule', 'contacts'],
  ['remedyRule', 'remedies'],
  ['authority', 'remedies'],
  ['disclaimers', 'other'],
  ['notApplicable', 'other'],
  ['changeNotice', 'changes'],
];

function partOf(document: PolicyDocument, part: string): unknown {
  return part
    .split('.')
    .reduce<unknown>((value, name) => (isPlainObject(value) ? value[name] : undefined), document);
}

function titleOf(row: Members, names: readonly string[]): string {
  // An id is for machines.
  const words = ['title', ...names.filter((name) => name !== 'id')]
    .map((name) => row[name])
    .find((value) => value !== undefined);
  if (Array.isArray(words))
    return words.map((each: unknown) => (isPlainObject(each) ? each['text'] : each)).join(', ');
  if (isPlainObject(words)) return String(words['name']);
  return typeof words === 'string' ? words : '';
}

/** Rows of one name are told apart by their number among them. */
function rowsOf(document: PolicyDocument, [part, chapter, ...names]: ListPart): PolicyEntry[] {
  const list = partOf(document, part);
  const seen = new Map<string, number>();
  return (Array.isArray(list) ? (list as Members[]) : []).map((row, index) => {
    const name = nameOf(row, names, index);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return {
      part,
      chapter,
      key: `${part}[${name}]${String(count)}`,
      title: titleOf(row, names),
      matters: typeof row['id'] === 'string' && !part.includes('.') ? [row['id']] : [],
      fields: fieldsOf(row, part),
    };
  });
}

function mattersOf(part: string, value: unknown): string[] {
  if (part === 'age') return ['age'];
  if (part === 'marketing.use') return ['marketing-use'];
  if (part === 'marketing.night') return ['advertising-night'];
  const channels = isPlainObject(value) ? value['channels'] : undefined;
  if (part !== 'marketing.advertising' || !Array.isArray(channels)) return [];
  return (channels as Members[]).map(({ channel }) => `advertising-${String(channel)}`);
}

function singleOf(document: PolicyDocument, part: SinglePart): PolicyEntry[] {
  const [name, chapter, ...without] = part;
  const value = partOf(document, name);
  if (value === undefined) return [];
  const rest = isPlainObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([each]) => !without.includes(each)))
    : value;
  const title = isPlainObject(value) && typeof value['title'] === 'string' ? value['title'] : '';
  const matters = mattersOf(name, value);
  return [
    {
      part: name,
      chapter,
      key: name,
      title,
      matters,
      fields: fieldsOf(rest, name.replace(/^.*\./, '')),
    },
  ];
}

/**
 * Everything that a document states, apart: what a comparison of two versions is made of. What is
 * about the version itself (number, dates, history, addresses) is not among it.
 */
export function policyEntries(document: PolicyDocument): PolicyEntry[] {
  return [
    ...LISTS.flatMap((list) => rowsOf(document, list)),
    ...SINGLES.flatMap((single) => singleOf(document, single)),
  ];
}
