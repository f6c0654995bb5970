import { promisifyRequest } from 'idb-keyval';

import type { BrowserPorts } from '../ports.js';
import type { Changes, KeyValueStore } from './key-value-store.js';

/** What a store in IndexedDB touches outside itself. */
export type IdbPorts = Pick<BrowserPorts, 'indexedDB' | 'setTimeout'>;

type Work<Value> = (store: IDBObjectStore) => IDBRequest<Value> | undefined;

/** Runs work in a transaction of its own. */
type Use = <Value>(mode: IDBTransactionMode, work: Work<Value>) => Promise<Value>;

const STORE = 'entries';

/** Safari 14 opens for ever (WebKit bug 226547). */
const OPEN_TIMEOUT_MS = 3_000;

/** Where the browser gives no reason. */
const failure = (name: string): Error => new DOMException('IndexedDB', name);

/** Runs one callback in a transaction. The result of its request counts once that is complete. */
function run<Value>(transaction: IDBTransaction, work: Work<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => {
      resolve(request?.result as Value);
    };
    // Chromium tells a full disk by `abort` alone. Firefox names the reason only then, and gives
    // null where the quota is reached.
    transaction.onabort = () => {
      reject(transaction.error ?? failure('AbortError'));
    };
  });
}

/** Opens a database of one object store, within 3 s. */
async function open(
  name: string,
  { indexedDB, setTimeout }: IdbPorts,
  onClose: () => void,
): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const timeout = new Promise<never>((_resolve, reject) => {
    setTimeout(() => {
      reject(failure('TimeoutError'));
    }, OPEN_TIMEOUT_MS);
  });
  const database = await Promise.race([promisifyRequest(request), timeout]);
  // Another tab deletes the database: a connection that stays would block it, and new tabs.
  database.onversionchange = database.onclose = onClose;
  return database;
}

function write(store: IDBObjectStore, changes: Changes): void {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) store.delete(key);
    else store.put(value, key);
  }
}

/** Reads, decides and writes. A transaction answers in the order of its requests. */
function transact(
  store: IDBObjectStore,
  keys: readonly string[],
  decide: Parameters<KeyValueStore['transact']>[1],
): undefined {
  const requests = keys.map((key) => store.get(key));
  const last = requests.at(-1);
  if (last) {
    last.onsuccess = () => {
      write(store, decide(requests.map(({ result }): unknown => result)));
    };
  }
}

/** A store that begins no transaction while its page is asleep. */
export interface SleepingStore extends KeyValueStore {
  /** WebKit blocks a database in which `pagehide` left a transaction. */
  isAsleep?: boolean;
}

/** How to use a connection that opens when it is needed, and once more after a failure. */
function connect(name: string, ports: IdbPorts, store: Pick<SleepingStore, 'isAsleep'>): Use {
  let database: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase> | undefined;

  function forget(): void {
    database?.close();
    database = opening = undefined;
  }

  async function connection(): Promise<IDBDatabase> {
    try {
      return (database = await (opening ??= open(name, ports, forget)));
    } catch (error) {
      opening = undefined;
      throw error;
    }
  }

  /** Where the database is open, the transaction is issued before this returns. */
  const attempt: Use = async (mode, work) => {
    const opened = database ?? (await connection());
    if (store.isAsleep) throw failure('InvalidStateError');
    return run(opened.transaction(STORE, mode, { durability: 'strict' }), work);
  };

  return (mode, work) =>
    attempt(mode, work).catch((error: unknown) => {
      if (!database || store.isAsleep) throw error;
      // Browsers close connections behind our back: a fresh one gets one chance.
      forget();
      return attempt(mode, work);
    });
}

/**
 * A `KeyValueStore` in a database of its own. Opens once, and once more after a failure; gives up
 * opening after 3 s; rejects with an `Error` that has a name, always; lets go when another tab
 * deletes the database. Durability is strict: what is stored outlives a crash.
 */
export function createIdbStore(name: string, ports: IdbPorts): SleepingStore {
  const state: Pick<SleepingStore, 'isAsleep'> = {};
  const use = connect(name, ports, state);
  return Object.assign<Pick<SleepingStore, 'isAsleep'>, KeyValueStore>(state, {
    get: (key) => use('readonly', (store) => store.get(key) as IDBRequest<unknown>),
    list: ({ from, to }) =>
      use('readonly', (store) => store.getAll(IDBKeyRange.bound(from, to, false, true))),
    transact: (keys, decide) =>
      use('readwrite', (store) => {
        transact(store, keys, decide);
      }),
    clear: () =>
      use<undefined>('readwrite', (store) => {
        store.clear();
        return undefined;
      }),
  });
}
