/** Values to write, by key; a key whose value is undefined is deleted. */
export type Changes = Readonly<Record<string, unknown>>;

/** Keys from `from` up to and not including `to`, by their UTF-16 code units. */
export interface KeySpan {
  readonly from: string;
  readonly to: string;
}

/** The little that the core needs of a database. Values are plain JSON. */
export interface KeyValueStore {
  /** The values of the keys, in their order; undefined for a key that is not there. */
  read(keys: readonly string[]): Promise<readonly unknown[]>;
  /** The values of a span, in the order of their keys. */
  list(span: KeySpan): Promise<readonly unknown[]>;
  /**
   * Reads at least one key, decides, and writes, in one transaction: all of it is durable, or nothing
   * happened. Where the database is open, the transaction is issued before this returns. `decide` may
   * run twice and has no effects of its own.
   */
  transact(keys: readonly string[], decide: (values: readonly unknown[]) => Changes): Promise<void>;
  /** Deletes all keys of the spans, in one transaction. */
  remove(spans: readonly KeySpan[]): Promise<void>;
}
