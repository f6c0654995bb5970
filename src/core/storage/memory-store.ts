import type { Changes, KeySpan, KeyValueStore } from './key-value-store.js';

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Keeps values until the page goes. Copies go in and out, as with a database. */
export function createMemoryStore(
  values: Map<string, unknown> = new Map<string, unknown>(),
): KeyValueStore {
  const read = (key: string): unknown => structuredClone(values.get(key));
  const keysIn = ({ from, to }: KeySpan): string[] =>
    [...values.keys()].filter((key) => from <= key && key < to).sort(compare);

  function write(changes: Changes): void {
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) values.delete(key);
      else values.set(key, structuredClone(value));
    }
  }

  return {
    read: (keys) => Promise.resolve(keys.map(read)),
    list: (span) => Promise.resolve(keysIn(span).map(read)),
    transact: (keys, decide) =>
      new Promise((resolve) => {
        write(decide(keys.map(read)));
        resolve();
      }),
    remove: (spans) => {
      for (const key of spans.flatMap(keysIn)) values.delete(key);
      return Promise.resolve();
    },
  };
}
