import type { Notice } from '../model/notice.js';
import { conclude, drain, type Outbox, type Outcome } from './drain.js';
import type { Acknowledgement, Entry, Kept, LedgerRecord } from './entry.js';
import { allReceipts, clear, keep, mirror } from './keeper.js';
import { Ledger } from './ledger.js';
import { dropStaleNotes, readJournal } from './leftovers.js';
import type { BrowserPorts, Channel } from './ports.js';
import type { Answer } from './post.js';
import { putDocument, send } from './sender.js';
import { IdbStore } from './storage/idb-store.js';
import type { KeyValueStore } from './storage/key-value-store.js';

/** That a receipt is kept, and where. */
interface Stored {
  readonly type: 'stored';
  readonly persisted: Kept;
}

/** What became of a receipt, in this tab or in another one. */
export type DeliveryEvent = {
  readonly policy: string;
  /** Id of the receipt. */
  readonly id: string;
  readonly hash: string;
} & (Stored | Outcome);

/** What a recorder gets ready with. */
export interface Prepared {
  readonly notice: Notice;
  readonly hash: string;
  /** Absolute. */
  readonly endpoint?: string;
}

/** What becomes of a receipt that was handed over. Neither promise rejects. */
export interface Taken {
  readonly stored: Promise<Kept>;
  /** What the first attempt brought; undefined while it is not acknowledged. */
  readonly delivered: Promise<Acknowledgement | undefined>;
}

/** Where a delivery keeps receipts. A store that sleeps begins no transaction. */
export type DeliveryStore = KeyValueStore & { isAsleep?: boolean };

/** The one database, the one channel and the one lock of an origin. */
const NAME = 'dongui';

/** When to ask again for the turn that another tab has. */
const TURN_MS = 10_000;

/** Timers overflow at 24 days. */
const LONGEST_TIMER_MS = 3_600_000;

/** A notice of more characters may be too big to travel with its receipt. */
const BIG_NOTICE = 14_000;

/** Keeps receipts and delivers them for as long as the page lives. One for a page. */
export class Delivery {
  /** The receipts of this browser, as far as the database has them. */
  readonly ledger: Ledger;
  readonly #store: DeliveryStore;
  readonly #outbox: Outbox;
  readonly #listeners = new Set<(event: DeliveryEvent) => void>();
  readonly #channel: Channel | undefined;
  #rounds: Promise<void> | undefined;
  #isWanted = false;
  #timer: unknown;

  /** See `getDelivery()`. */
  constructor(ports: BrowserPorts, store: DeliveryStore) {
    const ledger = new Ledger(store);
    this.#store = store;
    this.ledger = ledger;
    this.#outbox = {
      ports,
      ledger,
      pauses: new Map(),
      report: (entry, outcome) => {
        this.#tell(entry, outcome);
      },
    };
    this.#channel = ports.BroadcastChannel && new ports.BroadcastChannel(NAME);
    this.#listen();
  }

  /** Puts a notice that may be too big to travel with its receipt. Never rejects. */
  async prepare({ notice, hash, endpoint }: Prepared): Promise<void> {
    if (endpoint && JSON.stringify(notice).length > BIG_NOTICE) {
      await putDocument(this.#outbox.ports, { endpoint, hash }, notice);
    }
  }

  /**
   * Takes a receipt over: into the ledger, in a transaction that is issued now where the database is
   * open, and, when the answer to the first request is there, to its end.
   */
  take(entry: Entry, answer: Promise<Answer | undefined> | undefined): Taken {
    const stored = this.#keep(entry);
    const delivered = this.#follow(entry, answer, stored);
    // The next attempt has its time now, or the mirror is to be put right.
    void delivered.then(() => this.wake());
    return { stored, delivered };
  }

  /** Receipts of a policy, oldest first, also those that the database did not take. */
  receipts(policy: string): Promise<readonly LedgerRecord[]> {
    return allReceipts(this.#outbox, policy);
  }

  /** Calls the listener for every receipt that is stored, delivered or rejected, in any tab. */
  subscribe(listener: (event: DeliveryEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Forgets the receipts of a policy on this device, also those that still wait (REC-09). */
  async clear(policy: string): Promise<void> {
    await clear(this.#outbox, policy);
    await this.wake();
  }

  /**
   * Brings in what pages have left, and delivers what is due.
   *
   * @returns when no more can be done now. Never rejects.
   */
  wake(): Promise<void> {
    this.#isWanted = true;
    // Later, so that the promise is noted before it can end.
    return (this.#rounds ??= Promise.resolve().then(() => this.#go()));
  }

  /** In `pagehide`: from here on no transaction is begun, until the page is shown again. */
  sleep(isAsleep = true): void {
    this.#store.isAsleep = isAsleep;
    this.#outbox.ports.clearTimeout(this.#timer);
  }

  #listen(): void {
    const ports = this.#outbox.ports;
    const on = (event: Event): void => {
      if (event.type === 'pagehide') this.sleep();
      else if (event.type !== 'visibilitychange' || ports.document.visibilityState === 'visible') {
        // Shown again, or online again: what failed may work now.
        this.sleep(false);
        this.#outbox.pauses.clear();
        void this.wake();
      }
    };
    for (const type of ['online', 'pageshow', 'pagehide', 'visibilitychange']) {
      ports.addEventListener(type, on);
    }
    if (!this.#channel) return;
    this.#channel.onmessage = ({ data }: MessageEvent<DeliveryEvent>) => {
      this.#announce(data);
      if (data.type === 'stored') void this.wake();
    };
  }

  async #go(): Promise<void> {
    while (this.#isWanted && !this.#store.isAsleep) {
      this.#isWanted = false;
      const wait = (await this.#round()) - this.#outbox.ports.Date.now();
      this.#outbox.ports.clearTimeout(this.#timer);
      if (wait < Infinity) {
        const run = (): void => void this.wake();
        this.#timer = this.#outbox.ports.setTimeout(run, Math.min(wait, LONGEST_TIMER_MS));
      }
    }
    this.#rounds = undefined;
  }

  /** Each tab brings in what pages have left; one of them delivers for all, where it can be known. */
  async #round(): Promise<number> {
    const ports = this.#outbox.ports;
    const now = ports.Date.now();
    dropStaleNotes(ports, now);
    for (const entry of readJournal(ports)) await this.#keep(entry);
    let next = now + TURN_MS * (1 + ports.Math.random());
    const work = async (): Promise<void> => {
      next = await drain(this.#outbox);
      if (next === Infinity) await mirror(this.#outbox);
    };
    const { locks } = ports.navigator;
    // Sandboxed frames have locks and may not use them.
    await (locks
      ? locks.request(NAME, { ifAvailable: true }, (lock) => lock && work()).catch(work)
      : work());
    return next;
  }

  async #keep(entry: Entry): Promise<Kept> {
    const persisted = await keep(this.#outbox, entry);
    this.#tell(entry, { type: 'stored', persisted });
    return persisted;
  }

  /** Sees a receipt through whose first request is under way. */
  async #follow(
    entry: Entry,
    answer: Promise<Answer | undefined> | undefined,
    stored: Promise<Kept>,
  ): Promise<Acknowledgement | undefined> {
    const { row } = entry;
    const result = row && (await send(this.#outbox, { ...entry, row }, answer));
    await stored;
    if (row && result) await conclude(this.#outbox, { ...entry, row }, result);
    return result?.ack;
  }

  #tell({ receipt, hash }: Entry, what: Stored | Outcome): void {
    const event = { policy: receipt.notice.policy, id: receipt.id, hash, ...what };
    this.#announce(event);
    this.#channel?.postMessage(event);
  }

  #announce(event: DeliveryEvent): void {
    for (const listener of this.#listeners) {
      // What a listener throws is its page's to see; it stops nothing here.
      queueMicrotask(() => {
        listener(event);
      });
    }
  }
}

const deliveries = new WeakMap<BrowserPorts, Delivery>();

/**
 * The delivery of a page, begun by the first who asks for it: opens the ledger, brings in what pages
 * have left, sends what is due.
 *
 * @param store what to keep receipts in instead of the browser's database.
 */
export function getDelivery(
  ports: BrowserPorts,
  store: DeliveryStore = new IdbStore(NAME, ports),
): Delivery {
  let delivery = deliveries.get(ports);
  if (!delivery) {
    deliveries.set(ports, (delivery = new Delivery(ports, store)));
    void delivery.wake();
  }
  return delivery;
}
