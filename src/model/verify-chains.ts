import type { BundledReceipt } from './bundle.js';
import { type Finding, finding } from './finding.js';

/** A receipt that could be read, and where it stands in the bundle. */
export interface PlacedReceipt extends BundledReceipt {
  readonly path: string;
}

function linkFindings(
  { receipt, path }: PlacedReceipt,
  before: readonly PlacedReceipt[],
): readonly Finding[] {
  const { seq, prev } = receipt;
  if ((prev === null) !== (seq === 1))
    return [finding('chain-broken', `${path}.receipt.prev`, String(seq))];
  if (seq === 1) return [];
  if (before.length === 0) return [finding('chain-gap', `${path}.receipt.prev`, String(seq - 1))];
  return before.some(({ hash }) => hash === prev)
    ? []
    : [finding('chain-broken', `${path}.receipt.prev`, String(seq))];
}

/**
 * Holds the receipts of each chain against each other: every one but the first names the hash of
 * the one before it. A link that leads to another hash is broken; a receipt whose predecessor is not
 * in the bundle leaves a gap; two with one number are a fork, which two tabs make (DESIGN 5).
 *
 * @returns what is found of one of the receipts.
 */
export function followChains(
  receipts: readonly PlacedReceipt[],
): (placed: PlacedReceipt) => readonly Finding[] {
  const places = new Map<string, PlacedReceipt[]>();
  const subjects = new Map<string, string>();
  const at = (chain: string, seq: number): PlacedReceipt[] => places.get(`${chain}/${seq}`) ?? [];
  for (const placed of receipts) {
    const { chain, seq, subject } = placed.receipt;
    places.set(`${chain}/${seq}`, [...at(chain, seq), placed]);
    if (!subjects.has(chain)) subjects.set(chain, subject);
  }
  return (placed) => {
    const { receipt, path } = placed;
    const { chain, seq, subject } = receipt;
    const found = [...linkFindings(placed, at(chain, seq - 1))];
    if (subject !== subjects.get(chain))
      found.push(finding('chain-subject', `${path}.receipt.subject`));
    if (at(chain, seq)[0] !== placed)
      found.push(finding('chain-fork', `${path}.receipt.seq`, String(seq)));
    return found;
  };
}
