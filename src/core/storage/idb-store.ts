import { getMany, promisifyRequest } from 'idb-keyval';

import type { Changes, KeySpan, KeyValueStore } from './key-value-store.js';
import { createSafeStore, type SafeStore, type SafeStorePorts } from './safe-store.js';

/** A `KeyValueStore` in IndexedDB, and the switch of its connection. */
export interface IdbStore extends KeyValueStore, Pick<SafeStore, 'sleep'> {}

const rangeOf = ({ from, to }: KeySpan): IDBKeyRange => IDBKeyRange.bound(from, to, false, true);

function write(store: IDBObjectStore, changes: Changes): void {
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) store.delete(key);
    else store.put(value, key);
  }
}

/** Keeps values in IndexedDB, in a database of its own with one object store. */
export function createIdbStore(name: string, ports: SafeStorePorts): IdbStore {
  const { use, sleep } = createSafeStore(name, ports);
  return {
    sleep,
    read: (keys) => getMany([...keys], use),
    list: (span, limit) =>
      use('readonly', (store) => promisifyRequest(store.getAll(rangeOf(span), limit))),
    transact: (keys, decide) =>
      use('readwrite', (store) => {
        const requests = keys.map((key) => store.get(key));
        // Requests of a transaction are answered in their order: with the last one all are there.
        const last = requests.at(-1);
        if (!last) {
          write(store, decide([]));
          return;
        }
        last.onsuccess = () => {
          write(store, decide(requests.map(({ result }): unknown => result)));
        };
      }),
    remove: (spans) =>
      use('readwrite', (store) => {
        for (const span of spans) store.delete(rangeOf(span));
      }),
  };
}
