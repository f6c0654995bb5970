import type { MatterRecord } from './matters.js';
import type { Notice } from './notice.js';
import { hashOf } from './sha256.js';
import { followChains } from './verify-chains.js';

/**
 * What a person should know of a record. `altered`: it does not have the hash that it was stored
 * under. `unlinked`: it names another record before it than the one that is there. `gap`: the one
 * before it is not there. `clock`: the clock of the device was far off.
 */
export type RecordFlag = 'altered' | 'unlinked' | 'gap' | 'clock';

/** How far two clocks may differ, in ms. */
const FAR_MS = 86_400_000;

/** How long before its notice came into force a decision may be: a policy is announced early. */
const EARLY_MS = 60 * FAR_MS;

/** When the receiver took a record, in ms since 1970; undefined where it has not told. */
export function receivedAt({ ack }: MatterRecord): number | undefined {
  return ack === undefined ? undefined : ack.iat * 1_000;
}

/** By what is known besides: the receiver's clock, the notice, the clock of today. */
function isClockFar(
  { receipt, ...record }: MatterRecord,
  notice: Notice | undefined,
  now: number,
): boolean {
  const at = Date.parse(receipt.at);
  const received = receivedAt({ receipt, ...record });
  // A receipt may wait for days until it is delivered, but none is received before it is made.
  const latest = Math.min(now, received ?? now) + FAR_MS;
  const earliest = notice === undefined ? 0 : Date.parse(notice.policy.effective) - EARLY_MS;
  return at > latest || at < earliest || Math.abs(receipt.skew ?? 0) > FAR_MS;
}

/**
 * Looks at the records of one person as they are kept: nothing is left out and nothing repaired.
 *
 * @param now In ms since 1970.
 * @returns the flags of those that have any, by id of the receipt.
 */
export function flagRecords(
  records: readonly MatterRecord[],
  notices: ReadonlyMap<string, Notice>,
  now: number,
): ReadonlyMap<string, readonly RecordFlag[]> {
  const placed = records.map((record, i) => ({ ...record, path: `$.receipts[${i}]` }));
  const linksOf = followChains(placed);
  const flags = new Map<string, readonly RecordFlag[]>();
  for (const record of placed) {
    const { receipt, hash } = record;
    const codes = linksOf(record).map(({ code }) => code);
    const found: readonly [RecordFlag, boolean][] = [
      ['altered', hashOf(receipt) !== hash],
      ['unlinked', codes.includes('chain-broken') || codes.includes('chain-subject')],
      ['gap', codes.includes('chain-gap')],
      ['clock', isClockFar(record, notices.get(receipt.notice.sha256), now)],
    ];
    const own = found.flatMap(([flag, isSo]) => (isSo ? [flag] : []));
    if (own.length > 0) flags.set(receipt.id, own);
  }
  return flags;
}
