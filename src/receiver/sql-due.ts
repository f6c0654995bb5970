import { DUE_RULES, type DueKind } from '../model/due-rules.js';
import { reconfirmationDay } from '../model/due-dates.js';
import type { DueItem, DuePage, DueQuery } from './receipt-store.js';
import { moveRenewals, readReceipts, spreadAccounts } from './sql-index.js';
import type { Row } from './sql-places.js';
import type { SqlDatabase } from './sql-schema.js';

/**
 * Whether a later answer to the same matter has taken the place of one. Within a chain its number
 * counts, between chains the time, as in `presentState()`.
 */
const SUPERSEDED = `
EXISTS (
  SELECT FROM dongui_fact other JOIN dongui_answer answer ON answer.receipt = other.receipt
  WHERE other.policy = fact.policy AND other.subject = fact.subject
    AND other.receipt <> fact.receipt AND answer.item = due.item
    AND (
      (answer.state IN ('withdrawn', 'expired') AND other.ref = fact.receipt)
      OR (answer.state IN ('withdrawn', 'expired', 'given', 'renewed') AND CASE
        WHEN other.chain = fact.chain THEN other.seq > fact.seq
        ELSE other.counted_at > fact.counted_at END)
    )
) OR EXISTS (
  SELECT FROM dongui_fact other WHERE other.ref = fact.receipt AND other.event = 'correction'
)`;

const CONFIRMED = `
EXISTS (
  SELECT FROM dongui_fact other
  WHERE other.policy = fact.policy AND other.subject = fact.subject AND other.confirmed
)`;

const READ_DUE = `
SELECT due.kind, to_char(due.due, 'YYYY-MM-DD') AS due, due.receipt::text AS receipt, fact.policy,
  fact.subject, link.account, string_agg(due.item, ' ' ORDER BY due.item) AS items
FROM dongui_due due
JOIN dongui_fact fact ON fact.receipt = due.receipt
LEFT JOIN dongui_account link ON link.receipt = due.receipt
WHERE due.due <= $1::text::date AND fact.notice IS NOT NULL
  AND (due.due, due.receipt, due.kind COLLATE "C")
    > ($2::text::date, $3::text::uuid, $4::text COLLATE "C")
  AND NOT EXISTS (
    SELECT FROM dongui_settled settled
    WHERE settled.receipt = due.receipt AND settled.kind = due.kind AND settled.due = due.due)
  AND CASE due.kind
    WHEN 'unlinked' THEN link.account IS NULL
    WHEN 'guardian' THEN NOT ${CONFIRMED}
    WHEN 'reconfirmation' THEN NOT (${SUPERSEDED})
    ELSE true END
GROUP BY due.due, due.receipt, due.kind, fact.policy, fact.subject, link.account
ORDER BY due.due, due.receipt, due.kind COLLATE "C"
LIMIT $5::integer`;

const FIND_DUE = `
SELECT item, to_char(due, 'YYYY-MM-DD') AS due, extract(epoch FROM since)::text AS since
FROM dongui_due WHERE receipt = $1::text::uuid AND kind = $2`;

const SETTLE = `
WITH settled AS (
  INSERT INTO dongui_settled (receipt, kind, due, settled_at)
  SELECT $1::text::uuid, $2, day::date, $3::text::timestamptz
  FROM jsonb_array_elements_text($4::text::jsonb) AS days (day)
  ON CONFLICT DO NOTHING
)
INSERT INTO dongui_due (receipt, kind, item, since, due)
SELECT $1::text::uuid, $2, next.item, next.since, next.due
FROM jsonb_to_recordset($5::text::jsonb) AS next (item text, since timestamptz, due date)
ON CONFLICT DO NOTHING`;

function toDueItem(row: Row): DueItem {
  const kind = row['kind'] as DueKind;
  const account = row['account'] as string | null;
  return {
    ...{ kind, due: String(row['due']), receipt: String(row['receipt']) },
    ...{ policy: String(row['policy']), subject: String(row['subject']) },
    ...(account !== null && { account }),
    items: String(row['items']).split(' ').filter(Boolean),
    requirement: DUE_RULES[kind].requirement,
  };
}

/** What is due until a day, oldest first, without what was done or has become void. */
export async function readDue(
  database: SqlDatabase,
  { until, after, limit }: DueQuery,
): Promise<DuePage> {
  await readReceipts(database);
  await moveRenewals(database);
  await spreadAccounts(database);
  const { due, receipt, kind } = after;
  const { rows } = await database.query(READ_DUE, [until, due, receipt, kind, limit + 1]);
  const items = rows.slice(0, limit).map(toDueItem);
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last && { next: last }) };
}

/**
 * Notes that something due is done. A reconfirmation comes back in the next second year, whatever the
 * person answered: silence keeps the consent (requirement MKT-08).
 *
 * @returns False when nothing of the kind was ever due of the receipt.
 */
export async function settleDue(
  database: SqlDatabase,
  { receipt, kind }: Pick<DueItem, 'receipt' | 'kind'>,
  now: number,
): Promise<boolean> {
  await readReceipts(database);
  await moveRenewals(database);
  const { rows } = await database.query(FIND_DUE, [receipt, kind]);
  const at = new Date(now).toISOString();
  const next = rows.flatMap(({ item, since }) => {
    if (kind !== 'reconfirmation') return [];
    const first = new Date(Math.round(Number(since) * 1_000)).toISOString();
    return [{ item, since: first, due: reconfirmationDay(first, { kind: 'advertising' }, at) }];
  });
  const open = new Set(next.map(({ due }) => due));
  const days = rows.map(({ due }) => String(due)).filter((day) => !open.has(day));
  await database.query(SETTLE, [receipt, kind, at, JSON.stringify(days), JSON.stringify(next)]);
  return rows.length > 0;
}
