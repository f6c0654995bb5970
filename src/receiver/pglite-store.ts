import type { ReceiptStore } from './receipt-store.js';
import { createSqlStore } from './sql-store.js';

/** A store that holds something open. */
export interface ClosableStore extends ReceiptStore {
  /** Ends it; nothing may be asked of it afterwards. */
  close(): Promise<void>;
}

/**
 * A store in PGlite, a PostgreSQL inside this process, with its tables ready: in a folder, or in
 * memory where none is given. Takes no care of a second owner of the folder, whose rows would get
 * lost: `openPgliteStore()` of `dongui/receiver/node` does.
 *
 * @throws Error when the optional package `@electric-sql/pglite` is not installed.
 */
export async function createPgliteStore(folder?: string): Promise<ClosableStore> {
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create(folder);
  const store = createSqlStore({
    query: (sql, parameters) => database.query<Record<string, unknown>>(sql, parameters),
  });
  await store.open();
  return { ...store, close: () => database.close() };
}
