import type { Notice } from '../model/notice.js';
import { Drain, type Outcome } from './drain.js';
import type { Acknowledgement, Entry, Head, Kept, LedgerRecord, NoticeText } from './entry.js';
import { Keeper } from './keeper.js';
import { Ledger } from './ledger.js';
import { dropStaleNotes } from './leftovers.js';
import { Known } from './known.js';
import type { BrowserPorts, Channel } from './ports.js';
import { type Answer, isBigNotice } from './post.js';
import { Rounds } from './rounds.js';
import { putDocument, Sender } from './sender.js';
import { createIdbStore, type IdbStore } from './storage/idb-store.js';
import type { KeyValueStore } from './storage/key-value-store.js';
import { createUuidV7 } from './uuid.js';

/** What became of a receipt, in this tab or in another one. */
export type DeliveryEvent = {
  readonly policy: string;
  /** Id of the receipt. */
  readonly id: string;
  readonly hash: string;
} & (Stored | Outcome);

/** That a receipt is kept, and where. */
interface Stored {
  readonly type: 'stored';
  readonly persisted: Kept;
}

/** What a recorder gets ready with. */
export interface Prepared {
  readonly notice: Notice;
  readonly hash: string;
  readonly texts?: readonly NoticeText[];
  /** Absolute. */
  readonly endpoint?: string | undefined;
  readonly subject?: string;
}

/** What becomes of a receipt that was handed over. Neither promise rejects. */
export interface Taken {
  readonly stored: Promise<Kept>;
  readonly delivered: Promise<Acknowledgement | undefined>;
}

/** What a delivery may be given instead of the browser's database. */
export interface DeliveryOptions {
  readonly store?: KeyValueStore;
}

/** The one database, and the one channel by which tabs tell each other. */
const NAME = 'dongui';

/** Keeps receipts and delivers them for as long as the page lives. One for a page. */
export class Delivery {
  /** The receipts of this browser, as far as the database has them. */
  readonly ledger: Ledger;
  readonly #ports: BrowserPorts;
  readonly #store: KeyValueStore & Partial<IdbStore>;
  readonly #known: Known;
  readonly #keeper: Keeper;
  readonly #sender: Sender;
  readonly #drain: Drain;
  readonly #rounds: Rounds;
  readonly #listeners = new Set<(event: DeliveryEvent) => void>();
  readonly #channel: Channel | undefined;
  readonly #stopping = new AbortController();

  /** See `startDelivery()`. */
  constructor(ports: BrowserPorts, options: DeliveryOptions) {
    const onClose = (): void => {
      this.#known.doubt();
    };
    this.#ports = ports;
    this.#store = options.store ?? createIdbStore(NAME, { ...ports, onClose });
    this.ledger = new Ledger(this.#store);
    this.#known = new Known(this.ledger);
    this.#keeper = new Keeper(ports, this.ledger);
    this.#sender = new Sender(ports, (entry, hash) => this.#keeper.document(entry, hash));
    this.#drain = new Drain({
      keeper: this.#keeper,
      sender: this.#sender,
      clock: ports,
      report: (entry, outcome) => {
        this.#tell(entry, outcome);
      },
    });
    this.#rounds = this.#createRounds();
    this.#channel = ports.createChannel?.(NAME);
    this.#listen();
  }

  /** Client clock minus server clock in ms, where a server's time is known. */
  get skew(): number | undefined {
    return this.#sender.skew;
  }

  /** The end of a subject's chain, as far as it is in memory; without a subject, of the newest's. */
  head(policy: string, subject?: string): Head | undefined {
    return this.#known.head(policy, subject);
  }

  /** Whether the ledger is known to hold a notice and its texts. */
  holds(policy: string, hash: string): boolean {
    return this.#known.holds(policy, hash);
  }

  /**
   * Reads what recording needs into memory, and puts a notice that is too big to travel with its
   * receipt. Never rejects.
   */
  async prepare({ notice, hash, texts = [], endpoint, subject }: Prepared): Promise<void> {
    const policy = notice.policy.id;
    await Promise.all([
      this.#known.loadHead(policy, subject),
      this.#known.loadNotice(
        policy,
        hash,
        texts.map((text) => text.hash),
      ),
    ]);
    // Where the ledger holds it, the endpoint has had it; if it has not, it will say so (424).
    if (endpoint !== undefined && isBigNotice(notice) && !this.holds(policy, hash)) {
      await putDocument(this.#ports, { endpoint, hash }, notice);
    }
  }

  /**
   * Takes a receipt over: into the ledger, in a transaction that is issued now where the database is
   * open, and, when the answer to the first request is there, to its end.
   */
  take(entry: Entry, answer: Promise<Answer | undefined> | undefined): Taken {
    this.#known.add(entry);
    const stored = this.#keeper.append(entry).then((persisted) => {
      this.#tell(entry, { type: 'stored', persisted });
      return persisted;
    });
    const delivered = this.#drain.guard(entry.receipt.id, () =>
      this.#follow(entry, answer, stored),
    );
    // Whatever came of it: the next attempt has a time now, or the mirror is to be put right.
    void delivered.then(() => this.wake());
    return { stored, delivered };
  }

  /** Receipts of a policy, oldest first, also those that the database did not take. */
  receipts(policy: string): Promise<readonly LedgerRecord[]> {
    return this.#keeper.receipts(policy);
  }

  /** Calls the listener for every receipt that is stored, delivered or rejected, in any tab. */
  subscribe(listener: (event: DeliveryEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Forgets receipts on this device, also those that still wait: of a policy, or all (REC-09). */
  async clear(policy?: string): Promise<void> {
    await this.#keeper.clear(policy);
    this.#known.clear();
    await this.wake();
  }

  /**
   * Delivers what is due.
   *
   * @param isForced also what waits for no more than our own patience.
   * @returns when no more can be done now. Never rejects.
   */
  wake(isForced = false): Promise<void> {
    return this.#rounds.wake(isForced);
  }

  /** In `pagehide`: from here on no transaction is begun, until the page is shown again. */
  sleep(isAsleep = true): void {
    this.#store.sleep?.(isAsleep);
    this.#rounds.sleep(isAsleep);
  }

  /** Ends it. What waits is seen to by another page. */
  stop(): void {
    this.sleep();
    this.#stopping.abort();
    this.#channel?.close();
    this.#listeners.clear();
  }

  #createRounds(): Rounds {
    const ports = this.#ports;
    const owner = createUuidV7(ports.now(), ports.randomBytes);
    return new Rounds({
      tab: { owner, ports, store: this.#store },
      ports,
      prepare: () => this.#bringIn(),
      drain: async (isForced) => {
        const next = await this.#drain.run(isForced);
        if (next === Infinity) await this.#keeper.mirror();
        return next;
      },
    });
  }

  #listen(): void {
    const { events, isVisible } = this.#ports;
    const { signal } = this.#stopping;
    const resume = (): void => {
      this.sleep(false);
      void this.wake(true);
    };
    const on = (type: string, run: (event: Event) => void): void => {
      events?.addEventListener(type, run, { signal });
    };
    on('online', () => void this.wake(true));
    on('pagehide', () => {
      this.sleep();
    });
    // The first one, at load, brings nothing new.
    on('pageshow', (event) => {
      if ((event as PageTransitionEvent).persisted) resume();
    });
    on('visibilitychange', () => {
      if (isVisible()) resume();
    });
    if (!this.#channel) return;
    this.#channel.onmessage = ({ data }: MessageEvent<DeliveryEvent>) => {
      this.#announce(data);
      if (data.type !== 'stored') return;
      void this.#known.loadHead(data.policy);
      void this.wake();
    };
  }

  /** Moves what pages have left into the ledger. */
  async #bringIn(): Promise<void> {
    dropStaleNotes(this.#ports.localStorage, this.#ports.now());
    for (const entry of this.#keeper.leftovers()) {
      if (this.#drain.isBusy(entry.receipt.id)) continue;
      const persisted = await this.#keeper.append(entry);
      if (persisted !== 'idb') continue;
      this.#tell(entry, { type: 'stored', persisted });
    }
  }

  /** Sees a receipt through whose first request is under way. */
  async #follow(
    entry: Entry,
    answer: Promise<Answer | undefined> | undefined,
    stored: Promise<Kept>,
  ): Promise<Acknowledgement | undefined> {
    const { row } = entry;
    if (!row || !answer) {
      await stored;
      return undefined;
    }
    const outgoing = { ...entry, row };
    const result = await this.#sender.conclude(outgoing, answer, 'journal');
    await stored;
    await this.#drain.conclude(outgoing, result);
    return result.outcome === 'acked' ? result.ack : undefined;
  }

  #tell({ receipt, hash }: Entry, what: Stored | Outcome): void {
    const event = { policy: receipt.notice.policy, id: receipt.id, hash, ...what };
    this.#announce(event);
    this.#channel?.postMessage(event);
  }

  #announce(event: DeliveryEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        console.error(error);
      }
    }
  }
}

/** Begins to deliver: opens the ledger, brings in what pages have left, sends what is due. */
export function startDelivery(ports: BrowserPorts, options: DeliveryOptions = {}): Delivery {
  const delivery = new Delivery(ports, options);
  void delivery.wake(true);
  return delivery;
}

const deliveries = new WeakMap<BrowserPorts, Delivery>();

/** The delivery of a page, begun by the first who asks for it. */
export function getDelivery(ports: BrowserPorts): Delivery {
  let delivery = deliveries.get(ports);
  if (!delivery) deliveries.set(ports, (delivery = startDelivery(ports)));
  return delivery;
}
