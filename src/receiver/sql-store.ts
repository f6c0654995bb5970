import { canonicalJson } from '../model/canonical-json.js';
import type { Delivery, Receipt } from '../model/receipt.js';
import type {
  AddResult,
  FeedItem,
  FeedPage,
  FeedQuery,
  NoticeStatus,
  OfferedReceipt,
  ReceiptStore,
  StoredDocument,
} from './receipt-store.js';
import { readLog, sealLog } from './sql-log.js';
import { migrate, type SqlDatabase } from './sql-schema.js';

type Row = Readonly<Record<string, unknown>>;

const PUT_DOCUMENT = `
INSERT INTO dongui_document (sha256, kind, body) VALUES ($1, $2, $3)
ON CONFLICT (sha256) DO NOTHING RETURNING sha256`;

const GET_DOCUMENT = 'SELECT sha256, kind, body FROM dongui_document WHERE sha256 = $1';

const MISSING_DOCUMENTS = `
SELECT wanted.sha256 FROM jsonb_array_elements_text($1::text::jsonb) AS wanted (sha256)
WHERE NOT EXISTS (SELECT FROM dongui_document stored WHERE stored.sha256 = wanted.sha256)`;

const INSERT_RECEIPT = `
INSERT INTO dongui_receipt (id, hash, policy, subject, event, notice, status, at, received_at,
  skewed, delivery, body, ack)
VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8::text::timestamptz, $9::text::timestamptz,
  $10::boolean, $11, $12, $13)
ON CONFLICT (id) DO NOTHING RETURNING id`;

/** The receipt that has the id; where it is another one, that is noted. */
const FIND_OTHER = `
WITH known AS (
  SELECT hash, ack FROM dongui_receipt WHERE id = $1::uuid
), alarm AS (
  INSERT INTO dongui_alarm (receipt, offered_hash, offered_at)
  SELECT $1::uuid, $2, $3::text::timestamptz FROM known WHERE hash <> $2
  ON CONFLICT DO NOTHING
)
SELECT hash, ack FROM known`;

const FIND_ACK = 'SELECT ack FROM dongui_receipt WHERE id = $1::uuid AND hash = $2';

/**
 * Gives each new receipt its place in the feed. Not at insertion, where a number drawn early may
 * become visible late, behind a reader that has passed it by; but here, with one at a time through
 * the gate, so that whoever sees a place sees all places before it. A second one that waited at the
 * gate may find a receipt placed meanwhile: the update looks at the row again, and leaves it.
 */
const PLACE_RECEIPTS = `
WITH gate AS MATERIALIZED (
  SELECT name FROM dongui_gate
  WHERE name = 'feed' AND EXISTS (SELECT FROM dongui_receipt WHERE position IS NULL)
  FOR UPDATE
), unplaced AS MATERIALIZED (
  SELECT receipt.id FROM gate CROSS JOIN dongui_receipt receipt
  WHERE receipt.position IS NULL ORDER BY receipt.arrival LIMIT 2000
), placed AS MATERIALIZED (
  SELECT id, nextval('dongui_position') AS position FROM unplaced
)
UPDATE dongui_receipt receipt SET position = placed.position
FROM placed WHERE receipt.id = placed.id AND receipt.position IS NULL`;

const READ_FEED = `
SELECT body, hash, notice, status, delivery, skewed, position::text AS place,
  to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS received_at
FROM dongui_receipt
WHERE position > $1::text::bigint AND ($2::text IS NULL OR policy = $2)
ORDER BY position LIMIT $3::integer`;

/** SQLSTATE codes: the notice is not there; two statements were in each other's way. */
const FOREIGN_KEY_VIOLATION = '23503';
const RETRYABLE: readonly unknown[] = ['40001', '40P01'];

const MOST_ATTEMPTS = 5;

const sqlState = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const utc = (ms: number): string => new Date(ms).toISOString();

function parametersOf(offered: OfferedReceipt): unknown[] {
  const { receipt, hash, status, delivery, receivedAt, skewed, ack } = offered;
  const { id, subject, event, notice, at } = receipt;
  return [
    ...[id, hash, notice.policy, subject, event, notice.sha256, status, at],
    ...[utc(receivedAt), skewed, canonicalJson(delivery), canonicalJson(receipt), ack],
  ];
}

const toFeedItem = (row: Row): FeedItem => ({
  receipt: JSON.parse(String(row['body'])) as Receipt,
  hash: String(row['hash']),
  receivedAt: String(row['received_at']),
  notice: String(row['notice']),
  status: row['status'] as NoticeStatus,
  delivery: JSON.parse(String(row['delivery'])) as Delivery,
  flags: row['skewed'] === true ? ['clock-skew'] : [],
});

/**
 * Inserts first and looks only where that did nothing: between a find and an insert another
 * receiver could be. An insert that meets one in flight waits for it, so the look sees its row.
 */
async function insertOrFind(database: SqlDatabase, offered: OfferedReceipt): Promise<AddResult> {
  const { receipt, hash, ack, receivedAt } = offered;
  const inserted = await database.query(INSERT_RECEIPT, parametersOf(offered));
  if (inserted.rows.length > 0) return { outcome: 'stored', ack };
  const [known] = (await database.query(FIND_OTHER, [receipt.id, hash, utc(receivedAt)])).rows;
  if (!known) throw new Error('The receipt was neither stored nor found.');
  return known['hash'] === hash
    ? { outcome: 'known', ack: String(known['ack']) }
    : { outcome: 'conflict' };
}

async function addReceipt(database: SqlDatabase, offered: OfferedReceipt): Promise<AddResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await insertOrFind(database, offered);
    } catch (error) {
      if (sqlState(error) === FOREIGN_KEY_VIOLATION) return { outcome: 'missing' };
      if (!RETRYABLE.includes(sqlState(error)) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

async function readFeed(
  database: SqlDatabase,
  { after, limit, policy }: FeedQuery,
): Promise<FeedPage> {
  await database.query(PLACE_RECEIPTS);
  const { rows } = await database.query(READ_FEED, [after, policy ?? null, limit]);
  const last = rows.at(-1);
  return { items: rows.map(toFeedItem), next: last ? String(last['place']) : after };
}

/**
 * The store of a receiver in a PostgreSQL database, or in PGlite, which is one in a folder or in
 * memory. Its tables are described in `docs/receiver.md`; `open()` creates what is missing.
 */
export function createSqlStore(database: SqlDatabase): ReceiptStore {
  let opening: Promise<void> | undefined;
  return {
    open() {
      opening ??= migrate(database).catch((error: unknown) => {
        // The database may be there at the next request.
        opening = undefined;
        throw error;
      });
      return opening;
    },
    async putDocument({ sha256, kind, body }) {
      return (await database.query(PUT_DOCUMENT, [sha256, kind, body])).rows.length > 0;
    },
    async getDocument(sha256) {
      const [row] = (await database.query(GET_DOCUMENT, [sha256])).rows;
      return row as StoredDocument | undefined;
    },
    async missingDocuments(hashes) {
      if (hashes.length === 0) return [];
      const { rows } = await database.query(MISSING_DOCUMENTS, [JSON.stringify(hashes)]);
      return rows.map(({ sha256 }) => String(sha256));
    },
    addReceipt: (offered) => addReceipt(database, offered),
    async findAck(id, hash) {
      const [row] = (await database.query(FIND_ACK, [id, hash])).rows;
      return row && String(row['ack']);
    },
    readFeed: (query) => readFeed(database, query),
    sealLog: (now) => sealLog(database, () => database.query(PLACE_RECEIPTS), now),
    readLog: (after, limit) => readLog(database, after, limit),
  };
}
