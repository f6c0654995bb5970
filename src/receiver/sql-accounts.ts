import type { BundledReceipt } from '../model/bundle.js';
import type { Ack, Receipt } from '../model/receipt.js';
import { sha256 } from '../model/sha256.js';
import type { AccountLink, LinkResult } from './receipt-store.js';
import { readReceipts, spreadAccounts } from './sql-index.js';
import type { SqlDatabase } from './sql-schema.js';

/** An account that is gone gets nothing any more; nor does a receipt that is. */
const FIND_ERASED = `
SELECT 1 AS found FROM dongui_erasure WHERE account_hash = $1
UNION ALL
SELECT 1 FROM dongui_receipt WHERE id = $2::text::uuid AND erased_at IS NOT NULL`;

/** What the host says wins over what a chain says, and never over what the host said. */
const LINK = `
INSERT INTO dongui_account (receipt, account, via, linked_at)
VALUES ($1::text::uuid, $2, 'host', $3::text::timestamptz)
ON CONFLICT (receipt) DO UPDATE SET account = $2, via = 'host', linked_at = $3::text::timestamptz
WHERE dongui_account.via = 'chain' AND dongui_account.account <> $2`;

const FIND_LINK = `
SELECT account, EXISTS (SELECT FROM dongui_receipt WHERE id = $1::text::uuid) AS is_here
FROM dongui_account WHERE receipt = $1::text::uuid`;

const READ_ACCOUNT = `
SELECT body, hash, ack FROM dongui_receipt receipt
JOIN dongui_account link ON link.receipt = receipt.id
WHERE link.account = $1 AND body IS NOT NULL ORDER BY position`;

const NOTE_ERASURE = `
INSERT INTO dongui_erasure (account_hash, erased_at) VALUES ($1, $2::text::timestamptz)
ON CONFLICT DO NOTHING`;

const ERASE_BODIES = `
UPDATE dongui_receipt SET body = NULL, subject = NULL, erased_at = $2::text::timestamptz
WHERE erased_at IS NULL AND id IN (SELECT receipt FROM dongui_account WHERE account = $1)
RETURNING id`;

/** What was noted of receipts that are erased. Asked after it, so that it sees what came between. */
const ERASE_NOTES: readonly string[] = [
  `DELETE FROM dongui_answer WHERE receipt IN (
    SELECT id FROM dongui_receipt WHERE erased_at IS NOT NULL)`,
  `DELETE FROM dongui_due WHERE receipt IN (
    SELECT id FROM dongui_receipt WHERE erased_at IS NOT NULL)`,
  `UPDATE dongui_fact SET policy = NULL, subject = NULL, notice = NULL, event = NULL, chain = NULL,
    seq = NULL, prev = NULL, ref = NULL, counted_at = NULL, day = NULL, confirmed = NULL
  WHERE notice IS NOT NULL AND receipt IN (
    SELECT id FROM dongui_receipt WHERE erased_at IS NOT NULL)`,
];

const UNLINK = 'DELETE FROM dongui_account WHERE account = $1';

/** Links a receipt, here already or not yet, to an account of the host. */
export async function linkAccount(
  database: SqlDatabase,
  { receipt, account }: AccountLink,
  now: number,
): Promise<LinkResult> {
  const gone = await database.query(FIND_ERASED, [sha256(account), receipt]);
  if (gone.rows.length > 0) return 'erased';
  await database.query(LINK, [receipt, account, new Date(now).toISOString()]);
  const [link] = (await database.query(FIND_LINK, [receipt])).rows;
  if (link?.['account'] !== account) return 'conflict';
  if (link['is_here'] !== true) return 'awaited';
  await readReceipts(database);
  await spreadAccounts(database, [receipt]);
  return 'linked';
}

const isErased = async (database: SqlDatabase, account: string): Promise<boolean> =>
  (await database.query(FIND_ERASED, [sha256(account), null])).rows.length > 0;

/** The receipts of an account in the order of the log; undefined once it is erased. */
export async function readAccount(
  database: SqlDatabase,
  account: string,
): Promise<readonly BundledReceipt[] | undefined> {
  if (await isErased(database, account)) return undefined;
  await readReceipts(database);
  await spreadAccounts(database);
  const { rows } = await database.query(READ_ACCOUNT, [account]);
  return rows.map(({ body, hash, ack }) => ({
    receipt: JSON.parse(String(body)) as Receipt,
    hash: String(hash),
    ack: JSON.parse(String(ack)) as Ack,
  }));
}

/** Takes away what receipts of an account say; their hashes, and so the log, stay. */
export async function eraseAccount(
  database: SqlDatabase,
  account: string,
  now: number,
): Promise<number> {
  await readReceipts(database);
  await spreadAccounts(database);
  const at = new Date(now).toISOString();
  await database.query(NOTE_ERASURE, [sha256(account), at]);
  const { rows } = await database.query(ERASE_BODIES, [account, at]);
  for (const sql of ERASE_NOTES) await database.query(sql);
  // Last, so that a second attempt finds what a first one has left.
  await database.query(UNLINK, [account]);
  return rows.length;
}
