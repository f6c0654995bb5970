import type { Bundle, BundledReceipt } from './bundle.js';
import { checkShape, RecordError, type RecordIssue } from './check-shape.js';
import { isPlainObject } from './is-plain-object.js';
import type { TextPart } from './notice.js';
import { parseNotice, parseNoticeOrText } from './parse-notice.js';
import { parseReceipt } from './parse-receipt.js';

const KEYS = ['schema', 'receipts', 'notices', 'texts'];
const RECEIPT_KEYS = ['receipt', 'hash', 'ack'];
const HASH = /^[\w-]{43}$/;

/** What a parser finds wrong, under the path at which the value stands. */
function issuesAt(path: string, parse: () => unknown): RecordIssue[] {
  try {
    parse();
    return [];
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return error.issues.map((issue) => ({ ...issue, path: path + issue.path.slice(1) }));
  }
}

function strangers(value: object, known: readonly string[]): RecordIssue[] {
  return Object.keys(value).every((key) => known.includes(key))
    ? []
    : [{ path: '$', code: 'unknown-key', expected: known.join(' ') }];
}

function bundledIssues(value: unknown): RecordIssue[] {
  if (!isPlainObject(value)) return [{ path: '$', code: 'wrong-type', expected: 'bundledReceipt' }];
  const { hash, ack } = value;
  const isHash = typeof hash === 'string' && HASH.test(hash);
  return [
    ...strangers(value, RECEIPT_KEYS),
    ...issuesAt('$.receipt', () => parseReceipt(value['receipt'])),
    ...(isHash ? [] : [{ path: '$.hash', code: 'wrong-value', expected: 'sha256' } as const]),
    ...(Object.hasOwn(value, 'ack') ? checkShape('ackRecord', ack) : []).map((issue) => ({
      ...issue,
      path: `$.ack${issue.path.slice(1)}`,
    })),
  ];
}

/**
 * Takes a value from `JSON.parse` for a receipt with its hash and the receiver's answer. Whether
 * they belong together is for `verifyBundle()`.
 *
 * @returns The same value.
 * @throws RecordError with JSON paths.
 */
export function parseBundledReceipt(value: unknown): BundledReceipt {
  const issues = bundledIssues(value);
  if (issues.length > 0) throw new RecordError(issues);
  return value as BundledReceipt;
}

/**
 * Takes a value from `JSON.parse` for a long text.
 *
 * @returns The same value.
 * @throws RecordError with JSON paths.
 */
export function parseText(value: unknown): TextPart {
  const part = parseNoticeOrText(value);
  if (part.schema === 'dongui/text@1') return part;
  throw new RecordError([{ path: '$.schema', code: 'wrong-value', expected: 'dongui/text@1' }]);
}

/** The lists of a bundle, and what reads one member of each. */
const LISTS = {
  receipts: parseBundledReceipt,
  notices: parseNotice,
  texts: parseText,
} as const;

/**
 * Takes a value from `JSON.parse` for a bundle: closed schema, every part of its form. Nothing is
 * said of its hashes: a bundle that somebody changed is read as it is, and `verifyBundle()` tells.
 *
 * @returns The same value.
 * @throws RecordError with JSON paths: `$.receipts[1].receipt.items[0].state`.
 */
export function parseBundle(value: unknown): Bundle {
  if (!isPlainObject(value))
    throw new RecordError([{ path: '$', code: 'wrong-type', expected: 'bundle' }]);
  const issues = strangers(value, KEYS);
  if (value['schema'] !== 'dongui/bundle@1')
    issues.push({ path: '$.schema', code: 'wrong-value', expected: 'dongui/bundle@1' });
  for (const [key, parse] of Object.entries(LISTS)) {
    const list = value[key];
    if (!Array.isArray(list)) issues.push({ path: `$.${key}`, code: 'wrong-type', expected: '[]' });
    else {
      for (const [i, member] of (list as unknown[]).entries())
        issues.push(...issuesAt(`$.${key}[${i}]`, () => parse(member)));
    }
  }
  if (issues.length > 0) throw new RecordError(issues.slice(0, 50));
  return value as unknown as Bundle;
}
