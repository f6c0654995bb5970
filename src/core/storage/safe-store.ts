import type { UseStore } from 'idb-keyval';

/** What a safe store touches outside itself. */
export interface SafeStorePorts {
  readonly indexedDB: IDBFactory | undefined;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
  /** Called when the connection is lost: what was read before may not be there any more. */
  readonly onClose?: () => void;
}

/** A store for idb-keyval's functions that outlives what browsers do to databases. */
export interface SafeStore {
  readonly use: UseStore;
  /** While asleep nothing is begun: WebKit blocks a database in which `pagehide` left a transaction. */
  readonly sleep: (isAsleep: boolean) => void;
}

const STORE = 'entries';

/** Safari 14 opens for ever (WebKit bug 226547). */
const OPEN_TIMEOUT_MS = 3_000;

const failure = (name: string, message: string): Error => new DOMException(message, name);

/** Firefox rejects with a bare null where the quota is reached. */
function named(error: unknown, fallback: string): Error {
  return error instanceof Error ? error : failure(fallback, 'IndexedDB gave no reason');
}

/** Runs one callback in a transaction. What it answers counts once the transaction is complete. */
async function run<Value>(
  transaction: IDBTransaction,
  callback: (store: IDBObjectStore) => Value | PromiseLike<Value>,
): Promise<Value> {
  // Listeners, for idb-keyval sets the `on...` properties.
  const complete = new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    // Chromium tells a full disk by `abort` alone; Firefox names the reason only then.
    transaction.addEventListener('abort', () => {
      reject(named(transaction.error, 'AbortError'));
    });
  });
  try {
    const [value] = await Promise.all([callback(transaction.objectStore(STORE)), complete]);
    return value;
  } catch (error) {
    await complete;
    throw error;
  }
}

function open(name: string, { indexedDB, onClose }: SafeStorePorts): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!indexedDB) throw failure('NotSupportedError', 'There is no IndexedDB');
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onerror = () => {
      reject(named(request.error, 'UnknownError'));
    };
    request.onsuccess = () => {
      const database = request.result;
      // Another tab deletes the database. A connection that stays would block it, and every new tab.
      database.onversionchange = database.onclose = () => onClose?.();
      resolve(database);
    };
  });
}

/**
 * Opens once, and once more after a failure; gives up opening after 3 s; rejects with an `Error`
 * that has a name, always. Durability is strict: what is stored outlives a crash.
 */
export function createSafeStore(name: string, ports: SafeStorePorts): SafeStore {
  let database: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase> | undefined;
  let isLate = false;
  let isAsleep = false;

  function forget(): void {
    database?.close();
    database = opening = undefined;
    isLate = false;
    ports.onClose?.();
  }

  async function connect(): Promise<IDBDatabase> {
    const tooLate = failure('TimeoutError', 'IndexedDB does not open');
    // While one opening hangs, nobody waits for it again.
    if (isLate) throw tooLate;
    let timer: unknown;
    const timeout = new Promise<never>((_resolve, reject) => {
      timer = ports.setTimeout(() => {
        isLate = true;
        reject(tooLate);
      }, OPEN_TIMEOUT_MS);
    });
    opening ??= open(name, { ...ports, onClose: forget }).then(
      (opened) => {
        isLate = false;
        return (database = opened);
      },
      (error: unknown) => {
        forget();
        throw error;
      },
    );
    return Promise.race([opening, timeout]).finally(() => {
      ports.clearTimeout(timer);
    });
  }

  // Where the database is open, the transaction is issued before the first await.
  const attempt: UseStore = async (mode, callback) => {
    const opened = database ?? (await connect());
    if (isAsleep) throw failure('InvalidStateError', 'The page is going away');
    return run(opened.transaction(STORE, mode, { durability: 'strict' }), callback);
  };

  return {
    use: async (mode, callback) => {
      try {
        return await attempt(mode, callback);
      } catch (error) {
        if (isAsleep || isLate) throw error;
        // Browsers close connections behind our back: a fresh one gets one chance.
        forget();
        return attempt(mode, callback);
      }
    },
    sleep: (value) => {
      isAsleep = value;
    },
  };
}
