import type { BundledReceipt } from '../model/bundle.js';
import { isPlainObject } from '../model/is-plain-object.js';
import type { LogExport } from '../model/log.js';
import type { CheckSignature } from '../model/verify-bundle.js';
import type { DatabaseCopy, ReceiptRow } from './database-copy.js';
import { type DatabaseFinding, databaseFinding } from './database-finding.js';
import { type Claim, verifyOrder } from './verify-order.js';
import { readDocuments, type VerifiedRow, verifyRow } from './verify-rows.js';

/** What others hold, and whoever has the database cannot change. */
export interface Witnesses {
  /** Receipts of visitors' bundles; their answers tell how the log stood. */
  readonly receipts?: readonly BundledReceipt[];
  /** The log as it was read earlier. */
  readonly log?: LogExport;
}

/** With what a database is verified. */
export interface DatabaseEvidence extends Witnesses {
  /** Absent: signatures stay unchecked. */
  readonly checkSignature?: CheckSignature;
}

/** What verification says of a database. */
export interface DatabaseVerification {
  /** True when nothing in it contradicts itself, or what others hold. */
  readonly isIntact: boolean;
  /** Number of rows in dongui_receipt. */
  readonly receipts: number;
  /** All findings, by the number of the receipt; those about none are last. */
  readonly findings: readonly DatabaseFinding[];
  readonly firstBroken?: DatabaseFinding;
}

const LISTS = ['receipts', 'documents', 'leaves', 'seals', 'alarms'] as const;

function isCopy(value: unknown): value is DatabaseCopy {
  return (
    isPlainObject(value) &&
    value['schema'] === 'dongui/database@1' &&
    LISTS.every((name) => Array.isArray(value[name]) && value[name].every(isPlainObject))
  );
}

const TEXTS = ['id', 'hash', 'policy', 'event', 'notice', 'status', 'at', 'received_at'] as const;

const isRow = (row: ReceiptRow): boolean =>
  [...TEXTS, 'delivery' as const, 'ack' as const].every((name) => typeof row[name] === 'string');

/** All answers of a receiver that signs are signed: one that is not was put there by another. */
function unsignedFindings(rows: readonly VerifiedRow[]): readonly DatabaseFinding[] {
  const first = rows.findIndex(({ isSigned }) => isSigned);
  return rows.flatMap(({ row, ack }, i) =>
    first !== -1 && i > first && ack && ack.jws === undefined
      ? [databaseFinding('ack-unsigned-after', { number: i + 1, receipt: row.id })]
      : [],
  );
}

/** Findings that many rows share are told once, with their number. */
function countShared(findings: readonly DatabaseFinding[]): readonly DatabaseFinding[] {
  const shared = new Map<string, number>();
  const own = findings.filter(({ code }) => {
    if (code !== 'ack-unsigned' && code !== 'ack-unchecked') return true;
    shared.set(code, (shared.get(code) ?? 0) + 1);
    return false;
  });
  return [
    ...own,
    ...[...shared].map(([code, count]) =>
      databaseFinding(code as DatabaseFinding['code'], { detail: String(count) }),
    ),
  ];
}

/** A log that was read earlier is the beginning of today's. */
function logFindings(
  rows: readonly ReceiptRow[],
  { from, hashes }: LogExport,
): readonly DatabaseFinding[] {
  const i = hashes.findIndex((hash, index) => rows[from.size + index]?.hash !== hash);
  if (i === -1) return [];
  const number = from.size + i + 1;
  const row = rows[number - 1];
  if (!row) {
    const detail = String(from.size + hashes.length);
    return [databaseFinding('truncated', { number, detail })];
  }
  return [databaseFinding('witness', { number, receipt: row.id, detail: `${number}-${number}` })];
}

function visitorFindings(
  rows: readonly ReceiptRow[],
  receipts: readonly BundledReceipt[],
): readonly DatabaseFinding[] {
  const numbers = new Map(rows.map(({ id }, i) => [id, i + 1]));
  return receipts.flatMap(({ receipt: { id }, hash, ack }) => {
    const number = numbers.get(id);
    if (number === undefined) return ack ? [databaseFinding('absent', { receipt: id })] : [];
    const facts = { number, receipt: id, detail: hash };
    return rows[number - 1]?.hash === hash ? [] : [databaseFinding('differs', facts)];
  });
}

function claimsOf(
  copy: DatabaseCopy,
  rows: readonly VerifiedRow[],
  { receipts = [] }: Witnesses,
): readonly Claim[] {
  const answers = [...rows, ...receipts].flatMap(({ ack }) => ack?.log ?? []);
  return [
    ...copy.seals.map(({ size, head }): Claim => ({ size, head, code: 'seal' })),
    ...answers.map(({ size, head }): Claim => ({ size, head, code: 'witness' })),
  ];
}

const placeOf = ({ number }: DatabaseFinding): number => number ?? Number.MAX_SAFE_INTEGER;

/** What others hold against what is here. Without any of it, nobody knows what was cut off the end. */
function witnessFindings(
  copy: DatabaseCopy,
  placed: readonly ReceiptRow[],
  { receipts = [], log }: Witnesses,
): readonly DatabaseFinding[] {
  const hasWitness = log !== undefined || receipts.some(({ ack }) => ack?.log);
  return [
    ...(log ? logFindings(placed, log) : []),
    ...visitorFindings(copy.receipts, receipts),
    ...(hasWitness ? [] : [databaseFinding('no-witness')]),
  ];
}

/**
 * Holds a receiver's database against itself (acceptance F5): every body against its hash, every
 * column against the body, every answer and its signature, every notice and text, the order of the
 * rows against the log and its seals; and against what others hold of it. It needs no network.
 *
 * @param value From `JSON.parse`; a copy as `copyDatabase()` makes it.
 */
export async function verifyDatabase(
  value: unknown,
  evidence: DatabaseEvidence = {},
): Promise<DatabaseVerification> {
  if (!isCopy(value) || !value.receipts.every(isRow)) {
    const firstBroken = databaseFinding('database-invalid');
    return { isIntact: false, receipts: 0, findings: [firstBroken], firstBroken };
  }
  const { checkSignature = () => Promise.resolve('unchecked' as const) } = evidence;
  const documents = readDocuments(value.documents);
  const verified: VerifiedRow[] = [];
  for (const row of value.receipts) verified.push(await verifyRow(row, documents, checkSignature));
  const placed = value.receipts.filter(({ position }) => position !== null);
  const { leaves, alarms } = value;
  const findings = countShared([
    ...verified.flatMap((each, i) => each.findings.map((one) => ({ ...one, number: i + 1 }))),
    ...unsignedFindings(verified),
    ...verifyOrder(placed, { leaves, claims: claimsOf(value, verified, evidence) }),
    ...witnessFindings(value, placed, evidence),
    ...alarms.map(({ receipt }) => databaseFinding('alarm', { receipt })),
  ]);
  const sorted = [...findings].sort((one, other) => placeOf(one) - placeOf(other));
  const firstBroken = sorted.find(({ level }) => level === 'broken');
  return {
    ...{ isIntact: !firstBroken, receipts: value.receipts.length, findings: sorted },
    ...(firstBroken && { firstBroken }),
  };
}
