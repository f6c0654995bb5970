import type { Notice } from '../model/notice.js';
import { conclude, drain, type Outbox } from './drain.js';
import type { Acknowledgement, Entry, Kept, LedgerRecord, Outgoing } from './entry.js';
import { allReceipts, clear, keep, leftovers } from './keeper.js';
import { createLedger, type Ledger } from './ledger.js';
import type { BrowserPorts } from './ports.js';
import { type Answer, isBig } from './post.js';
import { putDocument, send } from './sender.js';
import { createIdbStore, type SleepingStore } from './storage/idb-store.js';

/** What became of a receipt. */
export type DeliveryEvent = {
  readonly policy: string;
  /** Id of the receipt. */
  readonly id: string;
  readonly hash: string;
  readonly persisted: Kept;
} & (
  | { readonly type: 'stored' }
  | { readonly type: 'delivered'; readonly ack: Acknowledgement }
  | { readonly type: 'rejected'; readonly reason: string }
);

/** What a recorder gets ready with. */
export interface Prepared {
  readonly notice: Notice;
  readonly hash: string;
  /** Absolute. */
  readonly endpoint?: string | undefined;
}

/** What becomes of a receipt that was handed over. Neither promise rejects. */
export interface Taken {
  readonly stored: Promise<Kept>;
  /** What the first attempt brought; undefined while it is not acknowledged. */
  readonly delivered: Promise<Acknowledgement | undefined>;
}

/** Keeps receipts and delivers them for as long as the page lives. One for a page. */
export interface Delivery {
  /** The receipts of this browser, as far as the database has them. */
  readonly ledger: Ledger;
  /** Receipts of a policy, oldest first, also those that the database did not take. */
  receipts(policy: string): Promise<readonly LedgerRecord[]>;
  /** Puts a notice that is too big to travel with its receipt. Never rejects. */
  prepare(prepared: Prepared): Promise<void>;
  /**
   * Takes a receipt over: into the ledger, in a transaction that is issued now where the database is
   * open, and, when the answer to the first request is there, to its end.
   */
  take(entry: Entry, answer: Promise<Answer | undefined> | undefined): Taken;
  /**
   * Calls the listener for every receipt that this page stores or delivers, or has refused.
   *
   * @returns a function that ends it.
   */
  subscribe(listener: (event: DeliveryEvent) => void): () => void;
  /**
   * Brings in what pages have left, and delivers what is due.
   *
   * @returns when no more can be done now. Never rejects.
   */
  wake(): Promise<void>;
  /** In `pagehide`: from here on no transaction is begun, until the page is shown again. */
  sleep(): void;
  /** Forgets everything on this device, also what still waits (REC-09). */
  clear(): Promise<void>;
}

/** The one database and the one lock of an origin. */
const NAME = 'dongui';

/** When to ask again for the turn that another tab has. */
const TURN_MS = 10_000;

/** Timers overflow at 24 days. */
const LONGEST_TIMER_MS = 3_600_000;

/**
 * Each tab brings in what pages have left; one of them delivers for all, where it can be known.
 *
 * @returns when there is work again, in ms since 1970.
 */
async function round(outbox: Outbox): Promise<number> {
  const { Date, Math, navigator } = outbox.ports;
  for (const entry of leftovers(outbox)) await keep(outbox, entry);
  let next = Date.now() + TURN_MS * (1 + Math.random());
  const work = async (): Promise<void> => {
    next = await drain(outbox);
  };
  const { locks } = navigator;
  // Sandboxed frames have locks and may not use them.
  await (locks
    ? locks.request(NAME, { ifAvailable: true }, (lock) => lock && work()).catch(work)
    : work());
  return next;
}

/** Calls one function when the page goes, the other when it is shown or online again. */
function watch({ ports }: Outbox, onHide: () => void, onShow: () => void): void {
  for (const type of ['online', 'pageshow', 'pagehide', 'visibilitychange']) {
    ports.addEventListener(type, () => {
      if (type === 'pagehide') onHide();
      else if (type !== 'visibilitychange' || ports.document.visibilityState === 'visible') {
        onShow();
      }
    });
  }
}

/** Runs rounds whenever something wakes them, one after the other, and when the next row is due. */
function createRounds(outbox: Outbox, store: SleepingStore): Pick<Delivery, 'wake' | 'sleep'> {
  const { ports, pauses } = outbox;
  let running: Promise<void> | undefined;
  let isWanted = false;
  let timer: unknown;

  async function go(): Promise<void> {
    while (isWanted && !store.isAsleep) {
      isWanted = false;
      const wait = (await round(outbox)) - ports.Date.now();
      ports.clearTimeout(timer);
      timer = ports.setTimeout(() => void wake(), Math.min(wait, LONGEST_TIMER_MS));
    }
    running = undefined;
  }

  function wake(): Promise<void> {
    isWanted = true;
    // Later, so that the promise is noted before it can end.
    return (running ??= Promise.resolve().then(go));
  }

  function sleep(): void {
    store.isAsleep = true;
    ports.clearTimeout(timer);
  }

  watch(outbox, sleep, () => {
    store.isAsleep = false;
    // What failed may work now.
    pauses.clear();
    void wake();
  });
  void wake();
  return { wake, sleep };
}

/** Tells every listener what became of a receipt. */
function tellAll(
  listeners: Iterable<(event: DeliveryEvent) => void>,
  type: DeliveryEvent['type'],
  { receipt, hash, delivery }: Entry,
): void {
  const { persisted, ack, rejected: reason } = delivery;
  const { policy } = receipt.notice;
  const event = { type, policy, id: receipt.id, hash, persisted, ack, reason } as DeliveryEvent;
  for (const listener of listeners) {
    // What a listener throws is its page's to see; it stops nothing here.
    queueMicrotask(() => {
      listener(event);
    });
  }
}

/** Sees a receipt through whose first request is under way. */
async function follow(
  outbox: Outbox,
  entry: Outgoing,
  answer: Promise<Answer | undefined>,
): Promise<Acknowledgement | undefined> {
  const result = await send(outbox, entry, answer);
  await conclude(outbox, entry, result);
  return result.ack;
}

async function prepare(ports: BrowserPorts, { notice, hash, endpoint }: Prepared): Promise<void> {
  if (endpoint && isBig(JSON.stringify(notice))) {
    await putDocument(ports, { endpoint, hash }, notice);
  }
}

function createDelivery(ports: BrowserPorts, store: SleepingStore): Delivery {
  const ledger = createLedger(store);
  const listeners = new Set<(event: DeliveryEvent) => void>();
  const outbox: Outbox = {
    ports,
    ledger,
    memory: new Map(),
    pauses: new Map(),
    tell: (type, entry) => {
      tellAll(listeners, type, entry);
    },
  };
  const rounds = createRounds(outbox, store);
  return {
    ledger,
    ...rounds,
    receipts: (policy) => allReceipts(outbox, policy),
    clear: () => clear(outbox),
    prepare: (prepared) => prepare(ports, prepared),
    take: (entry, answer) => {
      const stored = keep(outbox, entry);
      const delivered = stored.then(() => answer && follow(outbox, entry as Outgoing, answer));
      // The next attempt has its time now, or the mirror is to be put right.
      void delivered.then(rounds.wake);
      return { stored, delivered };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
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
  store: SleepingStore = createIdbStore(NAME, ports),
): Delivery {
  let delivery = deliveries.get(ports);
  if (!delivery) deliveries.set(ports, (delivery = createDelivery(ports, store)));
  return delivery;
}
