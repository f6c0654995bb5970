import type { OutboxRow } from './entry.js';
import type { SendResult } from './sender.js';
import { VERSION } from './version.js';

/** Chance and the time, for decisions about a row. */
export interface OutboxClock {
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 300_000;
const DAY_MS = 86_400_000;

/** From this many failures on, a rest comes on top: a day offline stays below 300 attempts. */
const RESTING_FROM = 9;

/** Full jitter: a random delay below 1 s, 2 s, 4 s, and so on up to five minutes. */
export function backoffMs(failures: number, random: () => number): number {
  return Math.floor(random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures));
}

/**
 * How long to wait after an attempt that may succeed later. What the server asks for is kept, with
 * up to a fifth on top, so that not all come back at once.
 */
export function delayMs(
  failures: number,
  { afterMs = 0, isMisconfigured }: Extract<SendResult, { outcome: 'retry' }>,
  random: () => number,
): number {
  if (afterMs > 0) return Math.ceil(afterMs * (1 + random() / 5));
  const rest = isMisconfigured || failures >= RESTING_FROM ? LONGEST_DELAY_MS : 0;
  return rest + backoffMs(failures, random);
}

/**
 * Whether a row may be sent now. `isForced`: something says that the network is back; what a server
 * asked for still holds. A time that lies days ahead was written under another clock.
 */
export function isDue(row: OutboxRow, now: number, isForced = false): boolean {
  if (row.nextAt <= now || row.nextAt > now + 2 * DAY_MS) return true;
  if (row.rejected !== undefined) return row.lib !== VERSION;
  return isForced && !row.asked;
}

/** The row after an attempt that was not acknowledged. `tries` counts that attempt already. */
export function rowAfter(
  row: OutboxRow,
  result: Exclude<SendResult, { outcome: 'acked' }>,
  { now, random }: OutboxClock,
): OutboxRow {
  const { id, policy, endpoint, mode, tries } = row;
  const next = { id, policy, endpoint, mode, tries };
  if (result.outcome === 'rejected') {
    return { ...next, nextAt: now() + DAY_MS, rejected: result.reason, lib: VERSION };
  }
  const isAsked = result.afterMs !== undefined && result.afterMs > 0;
  const nextAt = now() + delayMs(tries, result, random);
  return { ...next, nextAt, ...(isAsked && { asked: true }) };
}
