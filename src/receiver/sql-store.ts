import { canonicalJson } from '../model/canonical-json.js';
import type { AddResult, OfferedReceipt, ReceiptStore, StoredDocument } from './receipt-store.js';
import { eraseAccount, linkAccount, readAccount } from './sql-accounts.js';
import { readDue, settleDue } from './sql-due.js';
import { readFeed } from './sql-feed.js';
import { readLog, sealLog } from './sql-log.js';
import { placeReceipts } from './sql-places.js';
import { migrate, type SqlDatabase } from './sql-schema.js';
import { readStats } from './sql-stats.js';

const PUT_DOCUMENT = `
INSERT INTO dongui_document (sha256, kind, body) VALUES ($1, $2, $3)
ON CONFLICT (sha256) DO NOTHING RETURNING sha256`;

const GET_DOCUMENT = 'SELECT sha256, kind, body FROM dongui_document WHERE sha256 = $1';

const GET_DOCUMENTS = `
SELECT sha256, kind, body FROM dongui_document
WHERE sha256 IN (SELECT jsonb_array_elements_text($1::text::jsonb))`;

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

type DocumentStore = Pick<
  ReceiptStore,
  'putDocument' | 'getDocument' | 'getDocuments' | 'missingDocuments'
>;

function documentsIn(database: SqlDatabase): DocumentStore {
  return {
    async putDocument({ sha256, kind, body }) {
      return (await database.query(PUT_DOCUMENT, [sha256, kind, body])).rows.length > 0;
    },
    async getDocument(sha256) {
      const [row] = (await database.query(GET_DOCUMENT, [sha256])).rows;
      return row as StoredDocument | undefined;
    },
    async getDocuments(hashes) {
      const { rows } = await database.query(GET_DOCUMENTS, [JSON.stringify(hashes)]);
      return rows as unknown as readonly StoredDocument[];
    },
    async missingDocuments(hashes) {
      if (hashes.length === 0) return [];
      const { rows } = await database.query(MISSING_DOCUMENTS, [JSON.stringify(hashes)]);
      return rows.map(({ sha256 }) => String(sha256));
    },
  };
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
    ...documentsIn(database),
    addReceipt: (offered) => addReceipt(database, offered),
    async findAck(id, hash) {
      const [row] = (await database.query(FIND_ACK, [id, hash])).rows;
      return row && String(row['ack']);
    },
    readFeed: (query) => readFeed(database, query),
    sealLog: (now) => sealLog(database, () => placeReceipts(database), now),
    readLog: (after, limit) => readLog(database, after, limit),
    linkAccount: (link, now) => linkAccount(database, link, now),
    readAccount: (account) => readAccount(database, account),
    eraseAccount: (account, now) => eraseAccount(database, account, now),
    readDue: (query) => readDue(database, query),
    settleDue: (what, now) => settleDue(database, what, now),
    readStats: (now, policy) => readStats(database, now, policy),
  };
}
