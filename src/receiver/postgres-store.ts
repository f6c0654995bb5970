import type { OpenDatabase } from './pglite-store.js';

/**
 * A PostgreSQL database by its address, for one who only looks into it.
 *
 * @throws Error when it cannot be reached, or the optional package `pg` is not installed.
 */
export async function openPostgres(address: string): Promise<OpenDatabase> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: address });
  await client.connect();
  return {
    query: (sql, parameters) => client.query<Record<string, unknown>>(sql, parameters),
    close: () => client.end(),
  };
}
