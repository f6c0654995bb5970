import { createSqlStore, type ReceiptStore } from '../../src/receiver/index.js';
import { openPgliteStore } from '../../src/receiver/node.js';
import type { Settings } from './settings.js';

/** A store that holds something open. */
export interface DemoStore extends ReceiptStore {
  close(): Promise<void>;
}

/**
 * Opens PostgreSQL when DATABASE_URL names one, else the embedded database in DATA_DIR.
 *
 * @throws Error with one line: the folder is another process's, or the database does not answer.
 */
export async function openStore({ databaseUrl, dataDir }: Settings): Promise<DemoStore> {
  if (databaseUrl === undefined) return await openPgliteStore(dataDir);
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: databaseUrl });
  // A connection that breaks while it rests is replaced; without a listener it would end the server.
  pool.on('error', () => undefined);
  const store = createSqlStore({
    query: (sql, parameters) =>
      pool.query<Record<string, unknown>>(sql, parameters && [...parameters]),
  });
  try {
    await store.open();
  } catch (error) {
    await pool.end();
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`DATABASE_URL names a database that cannot be used: ${why}`, { cause: error });
  }
  return { ...store, close: () => pool.end() };
}
