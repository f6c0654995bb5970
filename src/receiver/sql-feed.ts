import type { Ack, Delivery, Receipt } from '../model/receipt.js';
import type { ErasedItem, FeedItem, FeedPage, FeedQuery, NoticeStatus } from './receipt-store.js';
import { readReceipts } from './sql-index.js';
import type { Row } from './sql-places.js';
import type { SqlDatabase } from './sql-schema.js';

const READ_FEED = `
SELECT receipt.id::text AS id, body, hash, notice, status, delivery, skewed, ack, account,
  position::text AS place,
  to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS received_at,
  to_char(erased_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS erased_at
FROM dongui_receipt receipt LEFT JOIN dongui_account link ON link.receipt = receipt.id
WHERE position > $1::text::bigint AND ($2::text IS NULL OR policy = $2)
ORDER BY position LIMIT $3::integer`;

function toFeedItem(row: Row): FeedItem | ErasedItem {
  const common = {
    hash: String(row['hash']),
    receivedAt: String(row['received_at']),
    notice: String(row['notice']),
    status: row['status'] as NoticeStatus,
    delivery: JSON.parse(String(row['delivery'])) as Delivery,
    flags: row['skewed'] === true ? (['clock-skew'] as const) : [],
    ack: JSON.parse(String(row['ack'])) as Ack,
  };
  const [body, account] = [row['body'], row['account']] as (string | null)[];
  if (body == null) return { id: String(row['id']), erased: String(row['erased_at']), ...common };
  const receipt = JSON.parse(body) as Receipt;
  return { receipt, ...common, ...(account != null && { account }) };
}

/** A page of the feed, each receipt with the account that it is linked to by now. */
export async function readFeed(
  database: SqlDatabase,
  { after, limit, policy }: FeedQuery,
): Promise<FeedPage> {
  await readReceipts(database);
  const { rows } = await database.query(READ_FEED, [after, policy ?? null, limit]);
  const last = rows.at(-1);
  return { items: rows.map(toFeedItem), next: last ? String(last['place']) : after };
}
