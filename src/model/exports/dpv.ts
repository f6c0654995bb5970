import type { Bundle, BundledReceipt } from '../bundle.js';
import { isPlainObject } from '../is-plain-object.js';
import type { Notice, TextPart } from '../notice.js';
import { parseBundledReceipt, parseText } from '../parse-bundle.js';
import { parseNotice } from '../parse-notice.js';
import type { Receipt } from '../receipt.js';
import { hashOf } from '../sha256.js';
import { CONTEXT, type DpvNode, hashName, literal, node } from './dpv-nodes.js';
import { literalOf, noticeGraph, noticeNodes } from './dpv-notice.js';
import { receiptNode } from './dpv-record.js';
import { firstDifference, pathStep } from './first-difference.js';
import { ImportError, readRecord } from './import-error.js';

/** A bundle as JSON-LD in the terms of DPV 2.3, in the structure of ISO/IEC TS 27560. */
export interface DpvDocument {
  /** Prefixes, in the document itself: nothing is fetched. */
  readonly '@context': Readonly<Record<string, string>>;
  /** What the document is; receipts, in the bundle's order; persons; notices; long texts. */
  readonly '@graph': readonly DpvNode[];
}

const SCHEMA = 'dongui/dpv@1';

const HEAD: DpvNode = { '@id': '_:export', 'dongui:schema': SCHEMA };

/** One node a person: what stands in a pseudonym may not stand in an IRI. */
function subjectsOf(bundle: Bundle): ReadonlyMap<string, string> {
  const names = new Set(bundle.receipts.map(({ receipt }) => receipt.subject));
  return new Map([...names].map((name, i) => [name, `_:subject-${i + 1}`]));
}

/** A notice that the bundle does not hold: as much as its receipt tells. */
function strangeNotice({ sha256, version, locale, policy, surface }: Receipt['notice']): DpvNode {
  return node(hashName(sha256), 'dpv:ConsentNotice', {
    must: { 'dct:identifier': sha256, 'dct:language': locale },
    may: { 'dct:hasVersion': version, 'dongui:policy': policy, 'dongui:surface': surface },
  });
}

const textNode = (text: TextPart): DpvNode => ({
  '@id': hashName(hashOf(text)),
  '@type': 'dongui:Text',
  'dct:title': text.title,
  'dongui:text': literal(text),
});

/**
 * A bundle in the terms of DPV 2.3: one `dpv:ConsentReceipt` a receipt, one `dpv:ConsentRecord` an
 * item of it. What must be there and the policy does not state is named under `dongui:gaps`. The
 * records themselves stand in it whole, so that hashes can be made again and nothing is lost.
 *
 * @param bundle of the right form; whether it contradicts itself is for `verifyBundle()`.
 */
export function toDpv(bundle: Bundle): DpvDocument {
  const subjects = subjectsOf(bundle);
  const shown = bundle.notices.map((notice) => {
    const sha256 = hashOf(notice);
    return [sha256, noticeNodes(notice, sha256)] as const;
  });
  const nodes = new Map(shown);
  const named = new Map(bundle.receipts.map(({ receipt: { notice } }) => [notice.sha256, notice]));
  const absent = [...named.values()].filter(({ sha256 }) => !nodes.has(sha256));
  const receipts = bundle.receipts.map((bundled) => {
    const { notice, subject } = bundled.receipt;
    const own = nodes.get(notice.sha256);
    const person = String(subjects.get(subject));
    return receiptNode({ ...bundled, ...(own && { nodes: own }), subject: person });
  });
  const persons = [...subjects].map(([name, id]) =>
    node(id, 'dpv:DataSubject', { must: { 'dct:identifier': name } }),
  );
  const notices = shown.flatMap(([sha256, each]) => noticeGraph(each, sha256));
  const graph = [HEAD, ...receipts, ...persons, ...notices, ...absent.map(strangeNotice)];
  return { '@context': CONTEXT, '@graph': [...graph, ...bundle.texts.map(textNode)] };
}

/**
 * What the records of a document must say and nobody stated, each once and sorted: properties, and
 * classes of which a value is missing (`dpv:hasAddress`, `dpv:StorageLocation`).
 */
export function dpvGaps(document: DpvDocument): readonly string[] {
  const names = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (!isPlainObject(value) || value['@type'] === '@json') return;
    for (const gap of (value['dongui:gaps'] ?? []) as readonly DpvNode[])
      names.add(String(gap['@id']));
    Object.values(value).forEach(walk);
  };
  walk(document['@graph']);
  return [...names].sort();
}

function readHead(document: unknown): readonly unknown[] {
  const graph = isPlainObject(document) ? document['@graph'] : undefined;
  const [head] = Array.isArray(graph) ? (graph as readonly unknown[]) : [];
  const schema = isPlainObject(head) ? head['dongui:schema'] : undefined;
  if (schema === SCHEMA) return graph as readonly unknown[];
  const isLater = typeof schema === 'string' && /^dongui\/dpv@\d+$/.test(schema);
  if (isLater)
    throw new ImportError('later-version', { path: "$['@graph'][0]['dongui:schema']" }, schema);
  throw new ImportError('foreign', { path: '$' });
}

/** The records that a document carries, each read by its parser. */
interface Carried {
  readonly receipts: BundledReceipt[];
  readonly notices: Notice[];
  readonly texts: TextPart[];
}

function takeNode(each: unknown, path: string, to: Carried): void {
  if (!isPlainObject(each)) throw new ImportError('foreign', { path });
  const read = <Value>(name: string, parse: (value: unknown) => Value): Value =>
    readRecord(literalOf(each, name), parse, (place) => ({
      path: `${path}${pathStep(name)}['@value']${place.slice(1)}`,
    }));
  if (Object.hasOwn(each, 'dongui:notice')) to.notices.push(read('dongui:notice', parseNotice));
  if (Object.hasOwn(each, 'dongui:text')) to.texts.push(read('dongui:text', parseText));
  if (!Object.hasOwn(each, 'dongui:receipt')) return;
  const bundled = {
    receipt: literalOf(each, 'dongui:receipt'),
    hash: each['dongui:sha256'],
    ...(Object.hasOwn(each, 'dongui:ack') && { ack: literalOf(each, 'dongui:ack') }),
  };
  const placeOf = (place: string): string => {
    const [, member, rest] = /^\$\.(receipt|ack)(.*)$/s.exec(place) ?? [];
    if (member === undefined) return path + pathStep('dongui:sha256');
    return `${path}${pathStep(`dongui:${member}`)}['@value']${String(rest)}`;
  };
  to.receipts.push(readRecord(bundled, parseBundledReceipt, (at) => ({ path: placeOf(at) })));
}

/**
 * The bundle that an export was made of, the same to the last byte of its canonical JSON. Every
 * statement is held against the records: a document of which a single one was changed, by hand or
 * by another program, is refused.
 *
 * @param document From `JSON.parse`; anything. The order of keys does not matter.
 * @throws ImportError with a JSON path. Nothing is half read.
 */
export function fromDpv(document: unknown): Bundle {
  const graph = readHead(document);
  const carried: Carried = { receipts: [], notices: [], texts: [] };
  for (const [i, each] of graph.entries()) takeNode(each, `$['@graph']${pathStep(i)}`, carried);
  const bundle: Bundle = { schema: 'dongui/bundle@1', ...carried };
  const differs = firstDifference(toDpv(bundle), document);
  if (differs !== undefined) throw new ImportError('differs', { path: `$${differs}` });
  return bundle;
}
