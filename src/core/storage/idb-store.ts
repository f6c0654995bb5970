import { promisifyRequest, type UseStore } from 'idb-keyval';

import type { BrowserPorts } from '../ports.js';
import type { Changes, KeySpan, KeyValueStore } from './key-value-store.js';

/** What a store in IndexedDB touches outside itself. */
export type IdbPorts = Pick<BrowserPorts, 'indexedDB' | 'setTimeout'>;

type Work<Value> = (store: IDBObjectStore) => Value | PromiseLike<Value>;

const STORE = 'entries';

/** Safari 14 opens for ever (WebKit bug 226547). */
const OPEN_TIMEOUT_MS = 3_000;

/** An error with a name, always: Firefox rejects with a bare null where the quota is reached. */
function named(error: unknown, name: string): Error {
  return error instanceof Error ? error : new DOMException(`IndexedDB: ${name}`, name);
}

/** Runs one callback in a transaction. What it answers counts once the transaction is complete. */
async function run<Value>(transaction: IDBTransaction, work: Work<Value>): Promise<Value> {
  // Listeners, for idb-keyval sets the `on...` properties.
  const complete = new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    // Chromium tells a full disk by `abort` alone; Firefox names the reason only then.
    transaction.addEventListener('abort', () => {
      reject(named(transaction.error, 'AbortError'));
    });
  });
  try {
    const [value] = await Promise.all([work(transaction.objectStore(STORE)), complete]);
    return value;
  } catch (error) {
    await complete;
    throw error;
  }
}

const rangeOf = ({ from, to }: KeySpan): IDBKeyRange => IDBKeyRange.bound(from, to, false, true);

function write(store: IDBObjectStore, changes: Changes): void {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) store.delete(key);
    else store.put(value, key);
  }
}

/**
 * A `KeyValueStore` in a database of its own. Opens once, and once more after a failure; gives up
 * opening after 3 s; rejects with an `Error` that has a name, always; lets go when another tab
 * deletes the database. Durability is strict: what is stored outlives a crash.
 */
export class IdbStore implements KeyValueStore {
  #isAsleep = false;
  readonly #live: Set<IDBTransaction> = new Set();

  get isAsleep(): boolean {
    return this.#isAsleep;
  }

  /**
   * While asleep nothing is begun, and what is under way is given up: WebKit blocks a database in
   * which a page that went into its cache left a transaction. The journal still has the receipt.
   */
  set isAsleep(value: boolean) {
    this.#isAsleep = value;
    if (!value) return;
    for (const transaction of this.#live) {
      try {
        transaction.abort();
      } catch {
        // It has ended meanwhile.
      }
    }
  }

  readonly #name: string;
  readonly #ports: IdbPorts;
  #database: IDBDatabase | undefined;
  #opening: Promise<IDBDatabase> | undefined;

  constructor(name: string, ports: IdbPorts) {
    this.#name = name;
    this.#ports = ports;
  }

  /** For idb-keyval's functions. Where the database is open, the transaction is issued at once. */
  readonly use: UseStore = async (mode, work) => {
    try {
      return await this.#attempt(mode, work);
    } catch (error) {
      if (!this.#database || this.isAsleep) throw error;
      // Browsers close connections behind our back: a fresh one gets one chance.
      this.#forget();
      return this.#attempt(mode, work);
    }
  };

  read(keys: readonly string[]): Promise<readonly unknown[]> {
    return this.use('readonly', (store) =>
      Promise.all(keys.map((key) => promisifyRequest<unknown>(store.get(key)))),
    );
  }

  list(span: KeySpan): Promise<readonly unknown[]> {
    return this.use('readonly', (store) =>
      promisifyRequest<unknown[]>(store.getAll(rangeOf(span))),
    );
  }

  transact(
    keys: readonly string[],
    decide: (values: readonly unknown[]) => Changes,
  ): Promise<void> {
    return this.use('readwrite', (store) => {
      const requests = keys.map((key) => store.get(key));
      // A transaction answers in the order of its requests: with the last, all are there.
      const last = requests.at(-1);
      if (last) {
        last.onsuccess = () => {
          write(store, decide(requests.map(({ result }): unknown => result)));
        };
      }
    });
  }

  remove(spans: readonly KeySpan[]): Promise<void> {
    return this.use('readwrite', (store) => {
      for (const span of spans) store.delete(rangeOf(span));
    });
  }

  async #attempt<Value>(mode: IDBTransactionMode, work: Work<Value>): Promise<Value> {
    const database = this.#database ?? (await (this.#opening ??= this.#open()));
    if (this.isAsleep) throw named(null, 'InvalidStateError');
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    this.#live.add(transaction);
    for (const type of ['complete', 'abort']) {
      transaction.addEventListener(type, () => this.#live.delete(transaction));
    }
    return run(transaction, work);
  }

  /** The connection, within 3 s. One that comes later is used by who asks later. */
  async #open(): Promise<IDBDatabase> {
    const timeout = new Promise<never>((_resolve, reject) => {
      this.#ports.setTimeout(() => {
        reject(named(null, 'TimeoutError'));
      }, OPEN_TIMEOUT_MS);
    });
    try {
      const request = this.#ports.indexedDB.open(this.#name);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      const database = await Promise.race([promisifyRequest(request), timeout]);
      // Another tab deletes the database: a connection that stays would block it, and new tabs.
      database.onversionchange = database.onclose = () => {
        this.#forget();
      };
      return (this.#database = database);
    } catch (error) {
      this.#forget();
      throw named(error, 'UnknownError');
    }
  }

  #forget(): void {
    this.#database?.close();
    this.#database = this.#opening = undefined;
  }
}
