import type { Entry, Head } from './entry.js';
import type { Ledger } from './ledger.js';

const nameOf = (policy: string, subject = ''): string => `${policy}/${subject}`;

/** What of the ledger is in memory, so that recording need not wait for the database. */
export class Known {
  readonly #ledger: Ledger;
  readonly #heads = new Map<string, Head>();
  readonly #held = new Set<string>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** The end of a subject's chain; without a subject, of the newest one's. */
  head(policy: string, subject?: string): Head | undefined {
    return this.#heads.get(nameOf(policy, subject));
  }

  /** Whether the ledger has a notice and all its texts. */
  holds(policy: string, hash: string): boolean {
    return this.#held.has(nameOf(policy, hash));
  }

  /** Reads the end of a chain. Where that fails, a chain is begun anew. */
  async loadHead(policy: string, subject?: string): Promise<void> {
    const head = await this.#ledger.head(policy, subject).catch(() => undefined);
    if (head) this.#keep(nameOf(policy, subject), head);
  }

  /** Reads whether a notice and its texts are there. */
  async loadNotice(policy: string, hash: string, texts: readonly string[]): Promise<void> {
    const parts = [
      this.#ledger.notice(policy, hash),
      ...texts.map((text) => this.#ledger.text(policy, text)),
    ];
    const found = await Promise.all(parts).catch(() => [undefined]);
    if (found.every((part) => part !== undefined)) this.#held.add(nameOf(policy, hash));
  }

  /** Notes a receipt that has just been made. */
  add({ receipt, hash }: Entry): void {
    const { subject, chain, seq, notice } = receipt;
    const head: Head = { subject, chain, seq, hash };
    this.#keep(nameOf(notice.policy, subject), head);
    const newest = this.head(notice.policy);
    if (!newest || newest.subject === subject || seq === 1) {
      this.#heads.set(nameOf(notice.policy), head);
    }
  }

  /** The connection is lost: what was there may be gone. Chains go on all the same. */
  doubt(): void {
    this.#held.clear();
  }

  /** The person cleared this device. */
  clear(): void {
    this.#heads.clear();
    this.doubt();
  }

  #keep(name: string, head: Head): void {
    const before = this.#heads.get(name);
    if (before?.chain !== head.chain || before.seq <= head.seq) this.#heads.set(name, head);
  }
}
