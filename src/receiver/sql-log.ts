import { appendToLog, EMPTY_LOG, type LogHead } from '../model/log.js';
import type { LogPage } from './receipt-store.js';
import type { SqlDatabase } from './sql-schema.js';

const LAST_LEAF = 'SELECT size, position, head FROM dongui_leaf ORDER BY size DESC LIMIT 1';

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

/**
 * Two receivers that seal at once find the same heads: the order of the log never changes. The
 * leaves keep each receipt's hash and head a second time, without a link to the receipt, so that
 * whoever changes the one without the other is found at the very row.
 */
const ADD_SEAL = `
WITH leaves AS (
  INSERT INTO dongui_leaf (size, position, hash, head)
  SELECT leaf.size, leaf.position, leaf.hash, leaf.head
  FROM jsonb_to_recordset($5::text::jsonb)
    AS leaf (size bigint, position bigint, hash text, head text)
  ON CONFLICT DO NOTHING
)
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

/** The head after each row, with the row's hash. */
function leavesOf(
  start: Seal,
  rows: readonly Row[],
): readonly (Seal & { readonly hash: string })[] {
  let seal = start;
  return rows.map((row) => {
    seal = follow(seal, row);
    return { ...seal, hash: String(row['hash']) };
  });
}

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
  let seal = toSeal((await database.query(LAST_LEAF)).rows[0]);
  for (;;) {
    await place();
    const { rows } = await database.query(HASHES_AFTER, [seal.position, BATCH]);
    const leaves = leavesOf(seal, rows);
    const last = leaves.at(-1);
    if (last === undefined) return { size: seal.size, head: seal.head };
    seal = last;
    const at = new Date(now).toISOString();
    const { size, position, head } = last;
    await database.query(ADD_SEAL, [String(size), position, head, at, JSON.stringify(leaves)]);
    // What comes in meanwhile waits for the next seal: else a busy receiver would never end this.
    if (rows.length < BATCH) return { size, head };
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
