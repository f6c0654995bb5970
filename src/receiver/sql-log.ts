import { appendToLog, EMPTY_LOG, type LogHead } from '../model/log.js';
import type { LogPage } from './receipt-store.js';
import type { SqlDatabase } from './sql-schema.js';

const LAST_SEAL = 'SELECT size, position, head FROM dongui_log ORDER BY size DESC LIMIT 1';

/** The seal at or before a size: what lies between is computed again. */
const SEAL_BEFORE = `
SELECT size, position, head FROM dongui_log WHERE size <= $1::text::bigint
ORDER BY size DESC LIMIT 1`;

const HASHES_AFTER = `
SELECT hash, position FROM dongui_receipt WHERE position > $1::text::bigint
ORDER BY position LIMIT $2::integer`;

const SEALS_BETWEEN = `
SELECT size, head FROM dongui_log
WHERE size > $1::text::bigint AND size <= $2::text::bigint ORDER BY size`;

/** Two receivers that seal at once find the same heads: the order of the log never changes. */
const ADD_SEAL = `
INSERT INTO dongui_log (size, position, head, sealed_at)
VALUES ($1::text::bigint, $2::text::bigint, $3, $4::text::timestamptz)
ON CONFLICT (size) DO NOTHING`;

const BATCH = 2_000;

/** A head, and the place in the feed of the last receipt that it covers. */
interface Seal extends LogHead {
  readonly position: string;
}

type Row = Readonly<Record<string, unknown>>;

const BEGINNING: Seal = { ...EMPTY_LOG, position: '0' };

const toSeal = (row: Row | undefined): Seal =>
  row === undefined
    ? BEGINNING
    : {
        size: Number(row['size']),
        head: String(row['head']),
        position: String(row['position']),
      };

const follow = (seal: Seal, row: Row): Seal => ({
  ...appendToLog(seal, String(row['hash'])),
  position: String(row['position']),
});

/**
 * Seals all receipts that have no seal yet.
 *
 * @param place Gives receipts their place in the feed, some at a time.
 */
export async function sealLog(
  database: SqlDatabase,
  place: () => Promise<unknown>,
  now: number,
): Promise<LogHead> {
  let seal = toSeal((await database.query(LAST_SEAL)).rows[0]);
  for (;;) {
    await place();
    const { rows } = await database.query(HASHES_AFTER, [seal.position, BATCH]);
    if (rows.length === 0) return { size: seal.size, head: seal.head };
    seal = rows.reduce(follow, seal);
    const at = new Date(now).toISOString();
    await database.query(ADD_SEAL, [String(seal.size), seal.position, seal.head, at]);
  }
}

/** The log from one size on. */
export async function readLog(
  database: SqlDatabase,
  after: number,
  limit: number,
): Promise<LogPage> {
  const before = await database.query(SEAL_BEFORE, [String(after)]);
  const start = toSeal(before.rows[0]);
  const most = after - start.size + limit;
  const { rows } = await database.query(HASHES_AFTER, [start.position, most]);
  const skipped = rows.slice(0, after - start.size);
  const { size, head } = skipped.reduce<Seal>(follow, start);
  const hashes = rows.slice(skipped.length).map((row) => String(row['hash']));
  const range = [String(size), String(size + hashes.length)];
  const seals = (await database.query(SEALS_BETWEEN, range)).rows.map(toSeal);
  return {
    from: { size, head },
    hashes,
    seals: seals.map((seal) => ({ size: seal.size, head: seal.head })),
  };
}
