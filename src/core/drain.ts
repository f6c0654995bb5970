import type { Acknowledgement, OutboxRow, Outgoing } from './entry.js';
import type { Keeper } from './keeper.js';
import { delayMs, isDue, type OutboxClock, rowAfter } from './outbox.js';
import type { Sender, SendResult } from './sender.js';

/** What a drain reports of a row. */
export type Outcome =
  | { readonly type: 'delivered'; readonly ack: Acknowledgement }
  | { readonly type: 'rejected'; readonly reason: string };

/** What a drain works with. */
export interface DrainPorts {
  readonly keeper: Keeper;
  readonly sender: Sender;
  readonly clock: OutboxClock;
  readonly report: (entry: Outgoing, outcome: Outcome) => void;
}

/** An endpoint that could not take anything. */
interface Pause {
  readonly failures: number;
  readonly until: number;
  readonly isAsked: boolean;
}

/** No attempt begins later than this in one drain, so that it ends within 30 s. */
const WORK_MS = 20_000;

/** When to look again after a row whose first request is still under way. */
const GLANCE_MS = 3_000;

/**
 * Walks over what waits and sends what is due, oldest first. A row ends on an acknowledgement and on
 * nothing else; there is no limit to attempts. One failure pauses the endpoint, so that a thousand
 * rows knock as often as one.
 */
export class Drain {
  readonly #ports: DrainPorts;
  readonly #pauses = new Map<string, Pause>();
  readonly #busy = new Set<string>();

  constructor(ports: DrainPorts) {
    this.#ports = ports;
  }

  /**
   * One walk over all rows.
   *
   * @param isForced something says that the network is back: waits that no server asked for end.
   * @returns when the next row is due, in ms since 1970; Infinity when none waits.
   */
  async run(isForced: boolean): Promise<number> {
    const deadline = this.#ports.clock.now() + WORK_MS;
    if (isForced) this.#lift();
    let next = Infinity;
    for await (const row of this.#ports.keeper.rows()) {
      next = Math.min(next, await this.#visit(row, isForced, deadline));
    }
    return next;
  }

  /** Whether somebody is at work on a receipt. */
  isBusy(id: string): boolean {
    return this.#busy.has(id);
  }

  /** Works on a receipt that nobody else sends meanwhile. */
  async guard<Value>(id: string, work: () => Promise<Value>): Promise<Value> {
    this.#busy.add(id);
    try {
      return await work();
    } finally {
      this.#busy.delete(id);
    }
  }

  /** Notes what an attempt brought. Returns when the row is due next. */
  async conclude(entry: Outgoing, result: SendResult): Promise<number> {
    const { keeper, clock, report } = this.#ports;
    const { row } = entry;
    if (result.outcome === 'acked') {
      this.#pauses.delete(row.endpoint);
      // Where this fails, the row is sent once more, and acknowledged once more.
      await keeper.settle(row, result.ack).catch(() => undefined);
      report(entry, { type: 'delivered', ack: result.ack });
      return Infinity;
    }
    const next = rowAfter(row, result, clock);
    if (result.outcome === 'retry') this.#pause(next, result);
    await keeper.settle(next).catch(() => undefined);
    if (result.outcome === 'rejected') report(entry, { type: 'rejected', reason: result.reason });
    return next.nextAt;
  }

  /** Ends the pauses that no server asked for. */
  #lift(): void {
    for (const [endpoint, pause] of this.#pauses) {
      if (!pause.isAsked) this.#pauses.set(endpoint, { ...pause, until: 0 });
    }
  }

  #pause(row: OutboxRow, result: Extract<SendResult, { outcome: 'retry' }>): void {
    const { now, random } = this.#ports.clock;
    const before = this.#pauses.get(row.endpoint)?.failures ?? 0;
    // A page that has just begun goes on where the row stands.
    const failures = Math.max(before + 1, row.tries);
    const isAsked = row.asked === true;
    const until = isAsked ? row.nextAt : now() + delayMs(failures, result, random);
    this.#pauses.set(row.endpoint, { failures, until, isAsked });
  }

  async #visit(row: OutboxRow, isForced: boolean, deadline: number): Promise<number> {
    const now = this.#ports.clock.now();
    const until = this.#pauses.get(row.endpoint)?.until ?? 0;
    if (this.#busy.has(row.id)) return now + GLANCE_MS;
    if (!isDue(row, now, isForced)) return row.nextAt;
    if (until > now) return until;
    if (now > deadline) return now;
    return this.guard(row.id, () => this.#attempt({ ...row, tries: row.tries + 1 }));
  }

  async #attempt(row: OutboxRow): Promise<number> {
    const { keeper, sender } = this.#ports;
    const entry = await keeper.entry(row);
    if (entry) return this.conclude(entry, await sender.send(entry, keeper.keptIn(row.id)));
    // Cleared on this device, or acknowledged meanwhile.
    await keeper.settle(row);
    return Infinity;
  }
}
