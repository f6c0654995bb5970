import type { Acknowledgement, DeliveryState, Entry, Outgoing, OutboxRow } from './entry.js';
import { findEntry, type Keeper, settle, waitingRows } from './keeper.js';
import { send, type SendResult } from './sender.js';
import { VERSION } from './version.js';

/** What a drain reports of a receipt. */
export type Outcome =
  | {
      readonly type: 'delivered';
      readonly ack: Acknowledgement;
      /** What its signature is worth, where the page has keys. */
      readonly signature?: DeliveryState['signature'];
    }
  | { readonly type: 'rejected'; readonly reason: string };

/** An endpoint that could not take anything. */
interface Pause {
  readonly failures: number;
  readonly until: number;
}

const NO_PAUSE: Pause = { failures: 0, until: 0 };

/** What drains of a page share. */
export interface Outbox extends Keeper {
  /** By endpoint. Not stored: a page that has just begun may knock once. */
  readonly pauses: Map<string, Pause>;
  readonly report: (entry: Entry, outcome: Outcome) => void;
}

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 300_000;
const DAY_MS = 86_400_000;

/** From this many failures on, a rest comes on top: a day offline stays below 300 attempts. */
const RESTING_FROM = 9;

/** No attempt begins later than this in one drain, so that it ends within 30 s. */
const WORK_MS = 20_000;

/**
 * Full jitter: a delay below 1 s, 2 s, 4 s, and so on up to five minutes.
 *
 * @param chance a number in [0, 1).
 */
export function backoffMs(failures: number, chance: number): number {
  return chance * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures);
}

/**
 * How long an endpoint is left in peace. What it asks for is kept, with up to a fifth on top, so that
 * not all come back at once.
 */
export function pauseMs(
  failures: number,
  { afterMs, isMisconfigured }: SendResult,
  chance: number,
): number {
  if (afterMs) return afterMs * (1 + chance / 5);
  const rest = isMisconfigured || failures >= RESTING_FROM ? LONGEST_DELAY_MS : 0;
  return rest + backoffMs(failures, chance);
}

/** Whether a row may be sent now. A time that lies days ahead was written under another clock. */
export function isDue({ nextAt, lib = VERSION }: OutboxRow, now: number): boolean {
  return nextAt <= now || nextAt > now + 2 * DAY_MS || lib !== VERSION;
}

/** Leaves an endpoint in peace that could not take a receipt. Returns until when. */
function pause(outbox: Outbox, { endpoint, tries }: OutboxRow, result: SendResult): number {
  const { ports, pauses } = outbox;
  const before = pauses.get(endpoint) ?? NO_PAUSE;
  // A page that has just begun goes on where the row stands.
  const failures = Math.max(before.failures + 1, tries);
  const until = ports.Date.now() + pauseMs(failures, result, ports.Math.random());
  const after = (result.ack ?? result.rejected) ? NO_PAUSE : { failures, until };
  pauses.set(endpoint, after);
  return after.until;
}

/**
 * Notes what an attempt brought.
 *
 * @returns when the receipt is due again, in ms since 1970; Infinity when it waits no longer.
 */
export async function conclude(
  outbox: Outbox,
  { row, delivery, ...entry }: Outgoing,
  result: SendResult,
): Promise<number> {
  const { ports, report } = outbox;
  const { ack, signature, rejected } = result;
  const checked = signature && { signature };
  const nextAt = ports.Date.now() + (rejected ? DAY_MS : (result.afterMs ?? 0));
  const until = pause(outbox, row, result);
  const next: Entry = {
    ...entry,
    delivery: { persisted: delivery.persisted, attempts: row.tries, ack, ...checked, rejected },
    row: ack ? undefined : { ...row, nextAt, lib: rejected && VERSION },
  };
  // Where this fails, the row is sent once more, and acknowledged once more.
  await settle(outbox, next).catch(() => undefined);
  if (ack) report(next, { type: 'delivered', ack, ...checked });
  if (rejected) report(next, { type: 'rejected', reason: rejected });
  return ack ? Infinity : Math.max(nextAt, until);
}

async function attempt(outbox: Outbox, { tries, ...row }: OutboxRow): Promise<number> {
  const entry = await findEntry(outbox, { ...row, tries: tries + 1 }).catch(() => undefined);
  // Acknowledged meanwhile in another tab, or cleared by the person.
  return entry ? conclude(outbox, entry, await send(outbox, entry)) : Infinity;
}

/**
 * Walks over what waits and sends what is due. A row ends on an acknowledgement and on nothing else;
 * there is no limit to attempts. One failure pauses the endpoint, so that a thousand rows knock as
 * often as one.
 *
 * @returns when there is something to send again, in ms since 1970; Infinity when nothing waits.
 */
export async function drain(outbox: Outbox): Promise<number> {
  const { ports, pauses } = outbox;
  const deadline = ports.Date.now() + WORK_MS;
  let next = Infinity;
  for (const row of await waitingRows(outbox)) {
    const now = ports.Date.now();
    const { until } = pauses.get(row.endpoint) ?? NO_PAUSE;
    let at = isDue(row, now) ? until : row.nextAt;
    if (at <= now) at = now > deadline ? now : await attempt(outbox, row);
    next = Math.min(next, at);
  }
  return next;
}
