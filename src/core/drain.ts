import type { Entry, Outgoing, OutboxRow } from './entry.js';
import { put, removeKey, WAITS } from './journal.js';
import { findEntry, type Keeper, settle, type Waiting, waiting } from './keeper.js';
import { send, type SendResult } from './sender.js';
import { VERSION } from './version.js';

/** An endpoint that could not take anything. */
interface Pause {
  readonly failures: number;
  readonly until: number;
}

/** What drains of a page share. */
export interface Outbox extends Keeper {
  /** By endpoint. Not stored: a page that has just begun may knock once. */
  readonly pauses: Map<string, Pause>;
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
export function pauseMs(failures: number, afterMs: number, chance: number): number {
  if (afterMs) return afterMs * (1 + chance / 5);
  return backoffMs(failures, chance) + (failures < RESTING_FROM ? 0 : LONGEST_DELAY_MS);
}

/** Whether a row may be sent now. A time that lies days ahead was written under another clock. */
export function isDue({ nextAt, lib = VERSION }: OutboxRow, now: number): boolean {
  return nextAt <= now || nextAt > now + 2 * DAY_MS || lib !== VERSION;
}

const failuresOf = ({ pauses }: Outbox, endpoint: string): number =>
  pauses.get(endpoint)?.failures ?? 0;

/**
 * Notes what an attempt brought.
 *
 * @returns when the receipt is due again, in ms since 1970; Infinity when it waits no longer.
 */
export async function conclude(
  outbox: Outbox,
  { row, delivery, ...entry }: Outgoing,
  { ack, rejected, afterMs = 0 }: SendResult,
): Promise<number> {
  const { ports, pauses } = outbox;
  const { endpoint, attempts } = row;
  const now = ports.Date.now();
  // A page that has just begun goes on where the row stands.
  const failures = Math.max(failuresOf(outbox, endpoint) + 1, attempts);
  const until = now + pauseMs(failures, afterMs, ports.Math.random());
  const nextAt = now + (rejected ? DAY_MS : afterMs);
  const next: Entry = {
    ...entry,
    delivery: { ...delivery, attempts, ack, rejected },
    row: ack ? undefined : { ...row, nextAt, lib: rejected && VERSION },
  };
  await settle(outbox, next);
  if (ack ?? rejected) {
    pauses.delete(endpoint);
    outbox.tell(ack ? 'delivered' : 'rejected', next);
    return ack ? Infinity : nextAt;
  }
  pauses.set(endpoint, { failures, until });
  return until;
}

async function attempt(outbox: Outbox, item: Waiting): Promise<number> {
  const row = { ...item.row, attempts: item.row.attempts + 1 };
  const entry = await findEntry(outbox, { ...item, row }).catch(() => undefined);
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
  for (const item of await waiting(outbox)) {
    const now = ports.Date.now();
    const until = pauses.get(item.row.endpoint)?.until ?? 0;
    let at = isDue(item.row, now) ? until : item.row.nextAt;
    if (at <= now) at = now > deadline ? now : await attempt(outbox, item);
    next = Math.min(next, at);
  }
  if (next === Infinity) {
    // Gone first, then looked again: what another tab adds meanwhile is seen by one of us.
    removeKey(ports, WAITS);
    if ((await waiting(outbox)).length > 0) put(ports, WAITS, 1);
  }
  return next;
}
