import type { Bundle } from './bundle.js';
import { checkShape, RecordError } from './check-shape.js';
import { type Finding, finding } from './finding.js';
import { isPlainObject } from './is-plain-object.js';
import type { Notice } from './notice.js';
import { parseReceipt } from './parse-receipt.js';
import type { Ack } from './receipt.js';
import { type PlacedReceipt, followChains } from './verify-chains.js';
import { parseFindings, type VerifiedDocuments, verifyDocuments } from './verify-documents.js';
import { type SignatureState, verifyReceipt } from './verify-receipt.js';

export type { SignatureState } from './verify-receipt.js';

/** Checks the signature of a receiver's answer, and that it says what the answer says. */
export type CheckSignature = (ack: Ack) => Promise<SignatureState>;

/** A receipt with what it rests on, and what was found of it. */
export interface VerifiedReceipt extends PlacedReceipt {
  /** What the person saw; absent where it is not in the bundle. */
  readonly notice?: Notice;
  readonly findings: readonly Finding[];
}

/** What verification says of a bundle. */
export interface Verification {
  /** True when nothing in the bundle contradicts itself. What is missing does not count. */
  readonly isIntact: boolean;
  readonly receipts: readonly VerifiedReceipt[];
  /** The notices and texts of the bundle that could be read. */
  readonly documents: VerifiedDocuments;
  /** All findings, in the order of the bundle. */
  readonly findings: readonly Finding[];
  /** The first that breaks the proof. */
  readonly firstBroken?: Finding;
}

const KEYS = ['schema', 'receipts', 'notices', 'texts'];
const NONE: VerifiedDocuments = { notices: new Map(), texts: new Map(), findings: [] };
const RECEIPT_KEYS = ['receipt', 'hash', 'ack'];

const listOf = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? (value as readonly unknown[]) : undefined;

const strangeKeys = (value: object, known: readonly string[]): readonly string[] =>
  Object.keys(value).filter((key) => !known.includes(key));

/** What is wrong with the outermost of a bundle, before anything in it is looked at. */
function frameFindings(value: unknown): readonly Finding[] {
  if (!isPlainObject(value)) return [finding('bundle-invalid', '$')];
  const { schema, receipts, notices, texts } = value;
  if (schema !== 'dongui/bundle@1') {
    const isLater = /^dongui\/bundle@\d+$/.test(String(schema));
    return [finding(isLater ? 'bundle-version' : 'bundle-invalid', '$.schema', String(schema))];
  }
  const lists = Object.entries({ receipts, notices, texts });
  return [
    ...lists.flatMap(([key, list]) =>
      listOf(list) === undefined ? [finding('bundle-invalid', `$.${key}`)] : [],
    ),
    ...strangeKeys(value, KEYS).map((key) => finding('bundle-invalid', '$', key)),
  ];
}

interface Reading {
  readonly placed?: PlacedReceipt;
  readonly findings: readonly Finding[];
}

function readAck(ack: unknown): Ack {
  const issues = checkShape('ackRecord', ack);
  if (issues.length > 0) throw new RecordError(issues);
  return ack as Ack;
}

function readReceipt(value: unknown, path: string): Reading {
  if (!isPlainObject(value) || typeof value['hash'] !== 'string')
    return { findings: [finding('receipt-invalid', path)] };
  const strange = strangeKeys(value, RECEIPT_KEYS);
  if (strange.length > 0) return { findings: [finding('receipt-invalid', path, strange.join())] };
  const findings: Finding[] = [];
  let ack: Ack | undefined;
  try {
    if (value['ack'] !== undefined) ack = readAck(value['ack']);
  } catch (error) {
    findings.push(...parseFindings(error, `${path}.ack`, 'ack-invalid'));
  }
  try {
    const receipt = parseReceipt(value['receipt']);
    const placed = { receipt, hash: value['hash'], path, ...(ack !== undefined && { ack }) };
    return { placed, findings };
  } catch (error) {
    const broken = parseFindings(error, `${path}.receipt`, 'receipt-invalid');
    return { findings: [...findings, ...broken] };
  }
}

/** Notices and texts that nothing names: what was changed does not have its address any more. */
function unusedFindings(
  receipts: readonly PlacedReceipt[],
  { notices, texts }: VerifiedDocuments,
): readonly Finding[] {
  const named = new Set(receipts.map(({ receipt }) => receipt.notice.sha256));
  const namedTexts = new Set(
    [...notices.values()].flatMap(({ part }) =>
      part.items.flatMap(({ terms }) => (terms?.sha256 === undefined ? [] : [terms.sha256])),
    ),
  );
  const unused = [
    ...[...notices].filter(([hash]) => !named.has(hash)),
    ...[...texts].filter(([hash]) => !namedTexts.has(hash)),
  ];
  return unused.map(([hash, { path }]) => finding('document-unused', path, hash));
}

function twiceFindings(receipts: readonly PlacedReceipt[]): readonly Finding[] {
  const seen = new Set<string>();
  return receipts.flatMap(({ receipt: { id }, path }) => {
    if (seen.has(id)) return [finding('receipt-twice', path, id)];
    seen.add(id);
    return [];
  });
}

/** Findings in the order of the bundle: by the numbers in their paths. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const place = ({ path }: Finding): number => {
    const [, list, index] = path.split(/[.[\]]+/);
    return ['receipts', 'notices', 'texts'].indexOf(String(list)) * 1e9 + Number(index);
  };
  return [...findings].sort((one, other) => place(one) - place(other));
}

/**
 * Holds a bundle against itself, without a network (DESIGN 5): every hash is made again, every
 * receipt held against the notice that it names, every chain followed, every answer of the receiver
 * compared, and its signature checked where there is a key.
 *
 * @param value From `JSON.parse`; anything.
 * @param checkSignature Without it signatures are left unchecked.
 */
export async function verifyBundle(
  value: unknown,
  checkSignature: CheckSignature = () => Promise.resolve('unchecked'),
): Promise<Verification> {
  const frame = frameFindings(value);
  if (frame.length > 0) {
    const [firstBroken] = frame as readonly [Finding];
    return { isIntact: false, receipts: [], documents: NONE, findings: frame, firstBroken };
  }
  const bundle = value as Bundle;
  const readings = bundle.receipts.map((each, i) => readReceipt(each, `$.receipts[${i}]`));
  const placed = readings.flatMap((reading) => reading.placed ?? []);
  const documents = verifyDocuments(bundle.notices, bundle.texts);
  const linksOf = followChains(placed);
  const receipts: VerifiedReceipt[] = [];
  for (const each of placed) {
    const { ack, receipt } = each;
    const signature = ack?.jws === undefined ? undefined : await checkSignature(ack);
    const own = verifyReceipt(each, documents, signature);
    const notice = documents.notices.get(receipt.notice.sha256)?.part;
    receipts.push({ ...each, ...(notice && { notice }), findings: [...own, ...linksOf(each)] });
  }
  const findings = inOrder([
    ...readings.flatMap((reading) => reading.findings),
    ...receipts.flatMap((each) => each.findings),
    ...twiceFindings(placed),
    ...documents.findings,
    ...unusedFindings(placed, documents),
  ]);
  const firstBroken = findings.find(({ level }) => level === 'broken');
  return {
    isIntact: firstBroken === undefined,
    receipts,
    documents,
    findings,
    ...(firstBroken && { firstBroken }),
  };
}
