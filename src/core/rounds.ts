import { type Exclusive, exclusively } from './exclusive.js';
import type { BrowserPorts } from './ports.js';

/** What a round does. */
export interface RoundWork {
  readonly tab: Exclusive;
  readonly ports: Pick<BrowserPorts, 'now' | 'random' | 'setTimeout' | 'clearTimeout'>;
  /** What each tab does for itself, before its turn. */
  readonly prepare: () => Promise<void>;
  /**
   * What one tab does for all.
   *
   * @returns when there is work again, in ms since 1970; Infinity when there is none.
   */
  readonly drain: (isForced: boolean) => Promise<number>;
}

/** When to ask again for a turn that another tab has. */
const TURN_MS = 10_000;

/** So many refusals, and the other tab counts as frozen. */
const PATIENCE = 3;

const LONGEST_TIMER_MS = 3_600_000;

/** One round after the other, whenever something wakes them or the next row is due. */
export class Rounds {
  readonly #work: RoundWork;
  #running: Promise<void> | undefined;
  #wanted: { isForced: boolean } | undefined;
  #timer: unknown;
  #refusals = 0;
  #isAsleep = false;

  constructor(work: RoundWork) {
    this.#work = work;
  }

  /**
   * Asks for a round, or for one more where one is under way.
   *
   * @param isForced something says that the network is back.
   * @returns when the rounds are over.
   */
  wake(isForced = false): Promise<void> {
    this.#wanted = { isForced: isForced || this.#wanted?.isForced === true };
    return (this.#running ??= this.#go().finally(() => {
      this.#running = undefined;
    }));
  }

  /** While asleep no round begins; one that was asked for meanwhile begins afterwards. */
  sleep(isAsleep: boolean): void {
    this.#isAsleep = isAsleep;
    this.#work.ports.clearTimeout(this.#timer);
  }

  async #go(): Promise<void> {
    while (this.#wanted && !this.#isAsleep) {
      const { isForced } = this.#wanted;
      this.#wanted = undefined;
      this.#schedule(await this.#round(isForced));
    }
  }

  async #round(isForced: boolean): Promise<number> {
    const { tab, ports, prepare, drain } = this.#work;
    await prepare();
    let next = ports.now() + TURN_MS * (1 + ports.random());
    const work = async (): Promise<void> => {
      next = await drain(isForced);
    };
    const isOurs = await exclusively(tab, work, this.#refusals >= PATIENCE);
    this.#refusals = isOurs ? 0 : this.#refusals + 1;
    return next;
  }

  #schedule(next: number): void {
    const { setTimeout, clearTimeout, now } = this.#work.ports;
    clearTimeout(this.#timer);
    if (this.#isAsleep || next === Infinity) return;
    const wait = Math.min(Math.max(next - now(), 0), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => void this.wake(), wait);
  }
}
