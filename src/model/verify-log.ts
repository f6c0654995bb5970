import type { BundledReceipt } from './bundle.js';
import { type Finding, finding } from './finding.js';
import { isPlainObject } from './is-plain-object.js';
import { appendToLog, EMPTY_LOG, type LogExport, type LogHead } from './log.js';

const HASH = /^[\w-]{43}$/;

const isHead = (value: unknown): value is LogHead =>
  isPlainObject(value) && Number.isSafeInteger(value['size']) && HASH.test(String(value['head']));

function isLog(value: unknown): value is LogExport {
  if (!isPlainObject(value)) return false;
  const { schema, from, hashes, seals } = value;
  const isList = (list: unknown, test: (each: unknown) => boolean): boolean =>
    Array.isArray(list) && list.every(test);
  return (
    schema === 'dongui/log@1' &&
    isHead(from) &&
    isList(hashes, (hash) => HASH.test(String(hash))) &&
    isList(seals, isHead)
  );
}

/** The head of the log at each size that somebody claims one for. */
function headsAt(log: LogExport, sizes: ReadonlySet<number>): ReadonlyMap<number, string> {
  const heads = new Map<number, string>([[log.from.size, log.from.head]]);
  let last = log.from;
  for (const hash of log.hashes) {
    last = appendToLog(last, hash);
    if (sizes.has(last.size)) heads.set(last.size, last.head);
  }
  return heads;
}

/** A claim of how the log stood: a seal of the receiver, or what it told a visitor. */
interface Claim extends LogHead {
  readonly path: string;
  readonly code: 'log-seal' | 'log-witness';
}

/** The first claim that fails, with the sizes between which something was changed. */
function claimFindings(claims: readonly Claim[], heads: ReadonlyMap<number, string>): Finding[] {
  let held = 0;
  const sorted = [...claims].sort((one, other) => one.size - other.size);
  return sorted.flatMap(({ size, head, path, code }) => {
    if (heads.get(size) !== head) return [finding(code, path, `${held + 1}-${size}`)];
    held = size;
    return [];
  });
}

/**
 * Holds a receiver's log against what it sealed and against what it told visitors: a receipt that
 * was changed, left out, put in or moved since gives every later head another hash. Receipts that
 * are given and are not in the log are named.
 *
 * @param value From `JSON.parse`; what `GET /log` answered, from its beginning.
 * @param receipts Those of bundles; their answers hold heads.
 */
export function verifyLog(
  value: unknown,
  receipts: readonly (BundledReceipt & { readonly path: string })[],
): readonly Finding[] {
  if (!isLog(value)) return [finding('log-invalid', '$')];
  const isWhole = value.from.size > 0 || value.from.head === EMPTY_LOG.head;
  const seals = value.seals.map((seal, i): Claim => ({
    ...{ ...seal, path: `$.seals[${i}]`, code: 'log-seal' },
  }));
  const witnesses = receipts.flatMap(({ ack, path }): Claim[] =>
    ack?.log === undefined || ack.log.size < value.from.size
      ? []
      : [{ ...ack.log, path: `${path}.ack.log`, code: 'log-witness' }],
  );
  const claims = [...seals, ...witnesses];
  const heads = headsAt(value, new Set(claims.map(({ size }) => size)));
  const known = new Set(value.hashes);
  const absent = receipts.filter(({ hash }) => !known.has(hash));
  return [
    ...(isWhole ? [] : [finding('log-seal', '$.from', '1-1')]),
    ...claimFindings(claims, heads),
    ...absent.map(({ path, receipt }) => finding('log-absent', path, receipt.id)),
  ];
}
