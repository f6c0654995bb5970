import { assert } from '@open-wc/testing';

import { type IdbPorts, IdbStore } from '../../../src/core/storage/idb-store.js';
import { testStorageContract } from '../../support/storage-contract.js';

const names: string[] = [];

const newName = (): string => {
  const name = `test-${String(Math.random()).slice(2)}`;
  names.push(name);
  return name;
};

/** The browser's own database, and timers that the test runs itself. */
function setUp(overrides: Partial<IdbPorts> = {}) {
  const timers: (() => void)[] = [];
  const ports: IdbPorts = {
    indexedDB,
    setTimeout: (run) => timers.push(run),
    ...overrides,
  };
  const name = newName();
  const store = new IdbStore(name, ports);
  const put = (changes: Record<string, unknown>): Promise<void> =>
    store.transact(['any'], () => changes);
  return { name, store, put, timers };
}

const reasonOf = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => {
      throw new Error('It did not fail');
    },
    (error: unknown) => error as Error,
  );

const done = (request: IDBRequest | IDBOpenDBRequest): Promise<Event> =>
  new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
    (request as IDBOpenDBRequest).onblocked = reject;
  });

/** Lets transactions go through a function of the test first. */
async function shimTransaction(
  shim: (real: () => IDBTransaction) => IDBTransaction,
  work: () => Promise<void>,
): Promise<void> {
  const { prototype } = IDBDatabase;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this` below
  const real = prototype.transaction;
  prototype.transaction = function (...args) {
    return shim(() => real.apply(this, args));
  };
  try {
    await work();
  } finally {
    prototype.transaction = real;
  }
}

testStorageContract({ describe, it, assert }, 'IdbStore', () => setUp().store);

describe('IdbStore', () => {
  after(async () => {
    await Promise.all(names.map((name) => done(indexedDB.deleteDatabase(name))));
  });

  it('begins a transaction before it returns, strictly durable, once it is open', async () => {
    const { store, put } = setUp();
    await put({ a: 1 });
    const begun: IDBTransaction[] = [];
    const shim = (real: () => IDBTransaction): IDBTransaction => {
      const transaction = real();
      begun.push(transaction);
      return transaction;
    };

    await shimTransaction(shim, async () => {
      const written = store.transact(['a'], () => ({ b: 2 }));
      assert.lengthOf(begun, 1);
      await written;
    });

    // WebKitGTK 2.50 has the option and not the attribute.
    assert.include(['strict', undefined], begun[0]!.durability as string | undefined);
    assert.deepEqual(await store.read(['a', 'b']), [1, 2]);
  });

  it('opens again when the connection was closed behind its back', async () => {
    const { store, put } = setUp();
    await put({ a: 1 });
    await store.use('readonly', ({ transaction }) => {
      transaction.db.close();
    });

    await put({ b: 2 });

    assert.deepEqual(await store.read(['a', 'b']), [1, 2]);
  });

  it('opens again after one failure of the database, and says why after two', async () => {
    const { put, store } = setUp();
    await put({ a: 1 });
    let failures = 1;
    const shim = (real: () => IDBTransaction): IDBTransaction => {
      if (failures-- > 0) throw new DOMException('Connection lost', 'UnknownError');
      return real();
    };

    await shimTransaction(shim, async () => {
      await put({ b: 2 });
      failures = 2;
      assert.equal((await reasonOf(put({ c: 3 }))).name, 'UnknownError');
      await put({ d: 4 });
    });

    assert.deepEqual(await store.read(['a', 'b', 'c', 'd']), [1, 2, undefined, 4]);
  });

  it('lets another tab delete the database, and goes on with an empty one (R11)', async () => {
    const { name, store, put } = setUp();
    await put({ a: 1 });

    await done(indexedDB.deleteDatabase(name));

    assert.deepEqual(await store.read(['a']), [undefined]);
    await put({ b: 2 });
    assert.deepEqual(await store.read(['b']), [2]);
  });

  it('gives up a database that does not open within 3 s, and uses it when it does (R11)', async () => {
    const requests: { onsuccess?: () => void; result?: IDBDatabase }[] = [];
    let isHanging = true;
    const hanging = {
      open: (name: string) => {
        if (!isHanging) return indexedDB.open(name);
        const request = {};
        requests.push(request);
        return request;
      },
    } as unknown as IDBFactory;
    const { store, put, timers } = setUp({ indexedDB: hanging });
    const written = reasonOf(put({ a: 1 }));

    timers[0]!();

    assert.equal((await written).name, 'TimeoutError');
    assert.lengthOf(requests, 1);
    isHanging = false;
    await put({ a: 2 });
    assert.deepEqual(await store.read(['a']), [2]);
  });

  it('names the reason when there is no database at all', async () => {
    const blocked = {
      setTimeout: () => 0,
      get indexedDB(): IDBFactory {
        throw new DOMException('blocked', 'SecurityError');
      },
    };
    const store = new IdbStore(newName(), blocked);

    assert.equal((await reasonOf(store.read(['a']))).name, 'SecurityError');
    assert.equal((await reasonOf(store.read(['a']))).name, 'SecurityError');
  });

  it('rejects with an error that has a name, where the browser gives null', async () => {
    const { store, put } = setUp();
    await put({ a: 1 });

    const reason = await reasonOf(
      store.use('readwrite', (objectStore) => {
        objectStore.put(2, 'a');
        objectStore.transaction.abort();
      }),
    );

    assert.instanceOf(reason, Error);
    assert.equal(reason.name, 'AbortError');
    assert.deepEqual(await store.read(['a']), [1]);
  });

  it('begins nothing while it is asleep', async () => {
    const { store, put } = setUp();
    await put({ a: 1 });
    let begun = 0;
    const shim = (real: () => IDBTransaction): IDBTransaction => {
      begun += 1;
      return real();
    };

    await shimTransaction(shim, async () => {
      store.isAsleep = true;
      assert.equal((await reasonOf(put({ b: 2 }))).name, 'InvalidStateError');
      assert.equal(begun, 0);
      store.isAsleep = false;
      await put({ c: 3 });
    });

    assert.deepEqual(await store.read(['b', 'c']), [undefined, 3]);
  });

  it('gives up what is under way when it falls asleep, and goes on when it wakes', async () => {
    const { store, put } = setUp();
    await put({ a: 1 });

    const reason = reasonOf(put({ b: 2 }));
    store.isAsleep = true;
    // A page can be told twice.
    store.isAsleep = true;
    assert.equal((await reason).name, 'AbortError');
    store.isAsleep = false;
    await put({ c: 3 });

    assert.deepEqual(await store.read(['a', 'b', 'c']), [1, undefined, 3]);
  });

  it('is shared by two connections', async () => {
    const { name, store, put } = setUp();
    const other = new IdbStore(name, { indexedDB, setTimeout: () => 0 });
    await put({ list: [] });
    const add = (target: IdbStore, n: number): Promise<void> =>
      target.transact(['list'], ([list]) => ({ list: [...(list as number[]), n] }));

    await Promise.all([1, 2, 3, 4].map((n) => add(n % 2 ? store : other, n)));

    const [list] = await store.read(['list']);
    assert.sameMembers(list as number[], [1, 2, 3, 4]);
  });
});
