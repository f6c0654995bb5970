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

/** What was found of each receipt of a chain. */
type ByReceipt = Map<PlacedReceipt, readonly Finding[]>;

function followChain(chain: readonly PlacedReceipt[], byReceipt: ByReceipt): void {
  const bySeq = groupBySeq(chain);
  const [first] = chain;
  for (const placed of chain) {
    const { receipt, path } = placed;
    const found = [...linkFindings(placed, bySeq.get(receipt.seq - 1) ?? [])];
    if (receipt.subject !== first?.receipt.subject)
      found.push(finding('chain-subject', `${path}.receipt.subject`));
    if (bySeq.get(receipt.seq)?.[0] !== placed)
      found.push(finding('chain-fork', `${path}.receipt.seq`, String(receipt.seq)));
    byReceipt.set(placed, found);
  }
}

function groupBySeq(chain: readonly PlacedReceipt[]): Map<number, PlacedReceipt[]> {
  const groups = new Map<number, PlacedReceipt[]>();
  for (const placed of chain) {
    const { seq } = placed.receipt;
    const group = groups.get(seq);
    if (group === undefined) groups.set(seq, [placed]);
    else group.push(placed);
  }
  return groups;
}

/**
 * Holds the receipts of each chain against each other: every one but the first names the hash of
 * the one before it. A link that leads to another hash is broken; a receipt whose predecessor is not
 * in the bundle leaves a gap; two with one number are a fork, which two tabs make (DESIGN 5).
 */
export function verifyChains(
  receipts: readonly PlacedReceipt[],
): ReadonlyMap<PlacedReceipt, readonly Finding[]> {
  const chains = new Map<string, PlacedReceipt[]>();
  for (const placed of receipts) {
    const { chain } = placed.receipt;
    const list = chains.get(chain);
    if (list === undefined) chains.set(chain, [placed]);
    else list.push(placed);
  }
  const byReceipt: ByReceipt = new Map();
  for (const chain of chains.values()) followChain(chain, byReceipt);
  return byReceipt;
}
