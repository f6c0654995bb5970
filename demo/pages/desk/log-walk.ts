import { type Finding, finding } from '../../../src/model/finding.js';
import { appendToLog, EMPTY_LOG, type LogHead } from '../../../src/model/log.js';
import type { Ack } from '../../../src/model/receipt.js';

/** An answer that names a head of the log, and the receipt it was given to. */
interface Witness extends LogHead {
  readonly id: string;
}

/**
 * Makes the receiver's log again from the receipts in the order in which the feed gives them, and
 * holds it against the heads that the answers carry. Only the first that fails is told: every later
 * one fails with it.
 */
export class LogWalk {
  readonly #heads: string[] = [EMPTY_LOG.head];
  #last: LogHead = EMPTY_LOG;
  #waiting: Witness[] = [];
  #held = 0;
  #broken: { readonly id: string; readonly finding: Finding } | undefined;

  /** The first answer that the log does not agree with: of which receipt, and between which numbers. */
  get broken(): { readonly id: string; readonly finding: Finding } | undefined {
    return this.#broken;
  }

  /** Goes on by one line of the feed, also where its receipt was erased. */
  add(hash: string, { log, id }: Ack): void {
    this.#last = appendToLog(this.#last, hash);
    this.#heads.push(this.#last.head);
    if (log !== undefined) this.#waiting.push({ ...log, id });
  }

  /** Compares the heads that have been reached by now. */
  settle(): void {
    const { size: reached } = this.#last;
    const due = this.#waiting.filter(({ size }) => size <= reached);
    this.#waiting = this.#waiting.filter(({ size }) => size > reached);
    for (const { id, size, head } of due.sort((one, other) => one.size - other.size)) {
      if (this.#heads[size] === head) this.#held = Math.max(this.#held, size);
      else this.#broken ??= { id, finding: finding('log-witness', id, this.#range(size)) };
    }
  }

  #range(size: number): string {
    const from = Math.min(this.#held + 1, size);
    return from === size ? String(size) : `${from}-${size}`;
  }
}
