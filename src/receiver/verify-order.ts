import { appendToLog, EMPTY_LOG, type LogHead } from '../model/log.js';
import type { LeafRow, ReceiptRow } from './database-copy.js';
import {
  type DatabaseFinding,
  databaseFinding,
  type DatabaseFindingCode,
} from './database-finding.js';

/** Somebody's word of how the log stood: a seal, an answer in a row, what a visitor holds. */
export interface Claim extends LogHead {
  readonly code: 'seal' | 'witness';
}

/** What the order of the rows is held against. */
export interface OrderEvidence {
  readonly leaves: readonly LeafRow[];
  readonly claims: readonly Claim[];
}

/** What differs between a row and the leaf of the same number: by what else is where. */
function differenceOf(
  row: ReceiptRow,
  leaf: LeafRow,
  { isKnown, isThere }: { isKnown: boolean; isThere: boolean },
): DatabaseFindingCode | undefined {
  if (row.hash === leaf.hash) return row.position === leaf.position ? undefined : 'row-position';
  if (isThere) return isKnown ? 'row-moved' : 'row-inserted';
  return isKnown ? 'row-missing' : 'row-replaced';
}

/** The first row that differs from what the log has kept of it. Everything behind it is displaced. */
function firstDifference(
  rows: readonly ReceiptRow[],
  leaves: readonly LeafRow[],
): DatabaseFinding | undefined {
  const known = new Set(leaves.map(({ hash }) => hash));
  const there = new Set(rows.map(({ hash }) => hash));
  for (const [i, leaf] of leaves.entries()) {
    const number = i + 1;
    if (leaf.size !== number) return databaseFinding('leaf', { number });
    const row = rows[i];
    if (!row) return databaseFinding('row-missing', { number, detail: leaf.hash });
    const isKnown = known.has(row.hash);
    const code = differenceOf(row, leaf, { isKnown, isThere: there.has(leaf.hash) });
    const facts = { number, receipt: row.id, detail: leaf.hash };
    if (code !== undefined) return databaseFinding(code, facts);
  }
  return undefined;
}

function headsOf(hashes: readonly string[]): readonly string[] {
  let last = EMPTY_LOG;
  return [last.head, ...hashes.map((hash) => (last = appendToLog(last, hash)).head)];
}

/** The leaf whose head does not follow from what is before it. */
function brokenLeaf(
  leaves: readonly LeafRow[],
  heads: readonly string[],
): DatabaseFinding | undefined {
  const wrong = leaves.find(({ size, head }) => heads[size] !== head);
  return wrong && databaseFinding('leaf', { number: wrong.size });
}

/** Claims that do not hold. What lies behind the first row that is displaced says nothing new. */
function claimFindings(
  claims: readonly Claim[],
  heads: readonly string[],
  end: number,
): DatabaseFinding[] {
  let held = 0;
  const sorted = [...claims].sort((one, other) => one.size - other.size);
  const seen = new Set<string>();
  return sorted.flatMap(({ size, head, code }) => {
    const key = `${size} ${code}`;
    if (size >= end || seen.has(key)) return [];
    if (heads[size] === head) {
      held = size;
      return [];
    }
    seen.add(key);
    if (size >= heads.length)
      return [databaseFinding('truncated', { number: heads.length, detail: String(size) })];
    return [databaseFinding(code, { number: held + 1, detail: `${held + 1}-${size}` })];
  });
}

/**
 * Holds the order of the rows against the log: the copy that it keeps of every hash, its seals, and
 * heads that others hold.
 *
 * @param rows Those that have a place, in its order.
 */
export function verifyOrder(
  rows: readonly ReceiptRow[],
  { leaves, claims }: OrderEvidence,
): readonly DatabaseFinding[] {
  const displaced = firstDifference(rows, leaves);
  const heads = headsOf(rows.map(({ hash }) => hash));
  const leaf = displaced ? undefined : brokenLeaf(leaves, heads);
  // A row that stands at another number, but in the same order, changes no head.
  const end = displaced && displaced.code !== 'row-position' ? (displaced.number ?? 0) : Infinity;
  const seals = claims.filter(({ code }) => code === 'seal').map(({ size }) => size);
  const sealed = Math.max(0, ...seals.filter((size) => size < heads.length));
  const open = rows.length - Math.max(leaves.length, sealed);
  return [
    ...[displaced, leaf].flatMap((each) => each ?? []),
    ...claimFindings(claims, heads, end),
    ...(leaves.length < sealed
      ? [databaseFinding('leaf-missing', { number: leaves.length + 1 })]
      : []),
    ...(open > 0 ? [databaseFinding('unsealed', { detail: String(open) })] : []),
  ];
}
