import type { KeyValueStore } from '../../src/core/storage/key-value-store.js';

/** How a runner of tests is told of them: mocha in browsers, node:test in Node. */
export interface ContractRunner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => Promise<void>) => unknown;
  readonly assert: { deepEqual(actual: unknown, expected: unknown, message?: string): void };
}

/** What every `KeyValueStore` promises. Each implementation runs it. */
export function testStorageContract(
  { describe, it, assert }: ContractRunner,
  name: string,
  createStore: () => KeyValueStore,
): void {
  const put = (store: KeyValueStore, changes: Record<string, unknown>): Promise<void> =>
    store.transact(['any'], () => changes);

  describe(`${name} as a KeyValueStore`, () => {
    it('answers undefined for a key that was never written', async () => {
      assert.deepEqual(await createStore().read(['nothing', 'more']), [undefined, undefined]);
    });

    it('reads back what was written, in the order that is asked for', async () => {
      const store = createStore();
      await put(store, { a: { list: [1, null, 'x'] }, b: 2 });
      assert.deepEqual(await store.read(['b', 'c', 'a']), [2, undefined, { list: [1, null, 'x'] }]);
    });

    it('deletes a key whose value is undefined', async () => {
      const store = createStore();
      await put(store, { a: 1, b: 2 });
      await put(store, { a: undefined });
      assert.deepEqual(await store.read(['a', 'b']), [undefined, 2]);
    });

    it('decides on what is there', async () => {
      const store = createStore();
      await put(store, { a: 1, b: 2 });
      const seen: unknown[] = [];
      await store.transact(['b', 'none', 'a'], (values) => {
        seen.push(...values);
        return { sum: (values[0] as number) + (values[2] as number) };
      });
      assert.deepEqual(seen, [2, undefined, 1]);
      assert.deepEqual(await store.read(['sum']), [3]);
    });

    it('loses no change when several run at once', async () => {
      const store = createStore();
      const add = (n: number): Promise<void> =>
        store.transact(['list'], ([list = []]) => ({ list: [...(list as number[]), n] }));
      await Promise.all([1, 2, 3, 4, 5].map(add));
      const [list] = await store.read(['list']);
      assert.deepEqual([...(list as number[])].sort(), [1, 2, 3, 4, 5]);
    });

    it('lists a span in the order of its keys, by UTF-16 code units', async () => {
      const store = createStore();
      const keys = ['p/b', 'p/a', 'p/Z', 'p/a/x', 'q/a', 'p', 'o/z', 'p/\ud83d\ude00', 'p/\uac00'];
      await put(store, Object.fromEntries(keys.map((key) => [key, key])));
      const span = { from: 'p/', to: 'p/\uffff' };
      const found = await store.list(span);
      assert.deepEqual(found, ['p/Z', 'p/a', 'p/a/x', 'p/b', 'p/\uac00', 'p/\ud83d\ude00'].sort());
      assert.deepEqual(await store.list({ from: 'p/a', to: 'p/b' }), ['p/a', 'p/a/x']);
      assert.deepEqual(await store.list({ from: 'x', to: 'y' }), []);
    });

    it('removes the keys of several spans', async () => {
      const store = createStore();
      await put(store, { 'a/1': 1, 'a/2': 2, 'b/1': 3, c: 4 });
      await store.remove([
        { from: 'a/', to: 'a/\uffff' },
        { from: 'c', to: 'd' },
      ]);
      assert.deepEqual(await store.list({ from: '', to: '\uffff' }), [3]);
      await store.remove([]);
    });

    it('hands out copies', async () => {
      const store = createStore();
      const value = { n: 1 };
      await put(store, { a: value });
      value.n = 2;
      const [first] = await store.read(['a']);
      (first as { n: number }).n = 3;
      assert.deepEqual(await store.read(['a']), [{ n: 1 }]);
      assert.deepEqual(await store.list({ from: 'a', to: 'b' }), [{ n: 1 }]);
    });
  });
}
