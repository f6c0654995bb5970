import type { ReceiptStore } from './receipt-store.js';
import type { SqlDatabase } from './sql-schema.js';
import { createSqlStore } from './sql-store.js';

/** A store that holds something open. */
export interface ClosableStore extends ReceiptStore {
  /** Ends it; nothing may be asked of it afterwards. */
  close(): Promise<void>;
}

/** A database that is open. */
export interface OpenDatabase extends SqlDatabase {
  /** Ends it. */
  close(): Promise<void>;
}

/**
 * PGlite, a PostgreSQL inside this process: in a folder, or in memory where none is given. Takes no
 * care of a second owner of the folder, whose rows would get lost: `openPgliteDatabase()` does.
 *
 * @throws Error when the optional package `@electric-sql/pglite` is not installed.
 */
export async function openPglite(folder?: string): Promise<OpenDatabase> {
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create(folder);
  return {
    query: (sql, parameters) => database.query<Record<string, unknown>>(sql, parameters),
    close: () => database.close(),
  };
}

/** The same with its tables ready: `openPgliteStore()` of `dongui/receiver/node` takes the folder. */
export async function createPgliteStore(folder?: string): Promise<ClosableStore> {
  const database = await openPglite(folder);
  const store = createSqlStore(database);
  await store.open();
  return { ...store, close: () => database.close() };
}
