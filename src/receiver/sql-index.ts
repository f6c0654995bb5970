import { koreanDay, reconfirmationDay } from '../model/due-dates.js';
import { duesOf } from '../model/due-rules.js';
import { isUnconfirmed } from '../model/guardian-due.js';
import type { ItemKind, Notice } from '../model/notice.js';
import type { Receipt } from '../model/receipt.js';
import { placeReceipts, type Row } from './sql-places.js';
import type { SqlDatabase } from './sql-schema.js';

/** Receipts in the order of the feed that nobody has looked into yet. */
const UNREAD = `
SELECT id::text AS id, position::text AS place, body, notice, skewed,
  extract(epoch FROM received_at)::text AS received
FROM dongui_receipt
WHERE position > (SELECT coalesce(max(position), 0) FROM dongui_fact)
ORDER BY position LIMIT $1::integer`;

const NOTICES = `
SELECT sha256, body FROM dongui_document
WHERE kind = 'notice' AND sha256 IN (SELECT jsonb_array_elements_text($1::text::jsonb))`;

/**
 * All facts of a batch in one statement: all of them or none, so that the newest place in
 * dongui_fact says how far the reading has come. What is erased meanwhile leaves nothing but its
 * place: the lock waits for the erasure, and then sees it.
 */
const ADD_FACTS = `
WITH batch AS MATERIALIZED (
  SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS fact (
    receipt uuid, position bigint, policy text, subject text, notice text, event text, chain text,
    seq integer, prev text, ref uuid, counted_at timestamptz, day date, confirmed boolean,
    answers jsonb, dues jsonb)
), living AS MATERIALIZED (
  SELECT id FROM dongui_receipt
  WHERE id IN (SELECT receipt FROM batch) AND erased_at IS NULL FOR SHARE
), facts AS (
  INSERT INTO dongui_fact (receipt, position, policy, subject, notice, event, chain, seq, prev, ref,
    counted_at, day, confirmed)
  SELECT receipt, position, policy, subject, notice, event, chain, seq, prev, ref, counted_at, day,
    confirmed
  FROM batch JOIN living ON living.id = batch.receipt
  UNION ALL
  SELECT receipt, position, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM batch WHERE receipt NOT IN (SELECT id FROM living)
  ON CONFLICT DO NOTHING
), answers AS (
  INSERT INTO dongui_answer (receipt, item, state)
  SELECT batch.receipt, answer.item, answer.state
  FROM batch JOIN living ON living.id = batch.receipt
  CROSS JOIN jsonb_to_recordset(batch.answers) AS answer (item text, state text)
  ON CONFLICT DO NOTHING
)
INSERT INTO dongui_due (receipt, kind, item, since, due)
SELECT batch.receipt, each.kind, each.item, batch.counted_at, each.due
FROM batch JOIN living ON living.id = batch.receipt
CROSS JOIN jsonb_to_recordset(batch.dues) AS each (kind text, item text, due date)
ON CONFLICT DO NOTHING`;

/** Renewals that do not count from what they renew yet; the two may arrive in either order. */
const RENEWALS = `
SELECT renewal.receipt::text AS receipt, own.item,
  extract(epoch FROM earlier.since)::text AS since,
  extract(epoch FROM renewal.counted_at)::text AS renewed
FROM dongui_fact renewal
JOIN dongui_due own ON own.receipt = renewal.receipt AND own.kind = 'reconfirmation'
JOIN dongui_due earlier ON earlier.receipt = renewal.ref AND earlier.kind = 'reconfirmation'
  AND earlier.item = own.item
WHERE renewal.event = 'renewal' AND earlier.since < own.since`;

const MOVE_DUE = `
UPDATE dongui_due SET since = moved.since, due = moved.due
FROM jsonb_to_recordset($1::text::jsonb)
  AS moved (receipt uuid, item text, since timestamptz, due date)
WHERE dongui_due.receipt = moved.receipt AND dongui_due.item = moved.item
  AND dongui_due.kind = 'reconfirmation'`;

const BATCH = 500;

const toMs = (seconds: unknown): number => Math.round(Number(seconds) * 1_000);
const instant = (ms: number): string => new Date(ms).toISOString();

type Kinds = ReadonlyMap<string, ItemKind>;

async function readKinds(
  database: SqlDatabase,
  rows: readonly Row[],
): Promise<ReadonlyMap<unknown, Kinds>> {
  const hashes = JSON.stringify([...new Set(rows.map(({ notice }) => notice))]);
  const found = await database.query(NOTICES, [hashes]);
  return new Map(
    found.rows.map(({ sha256, body }) => {
      const { items } = JSON.parse(String(body)) as Notice;
      return [sha256, new Map(items.map(({ id, kind }) => [id, kind]))];
    }),
  );
}

/** What a receipt says, as it is counted and looked for. */
function factsOf(row: Row, kinds: Kinds): object {
  const place = { receipt: row['id'], position: row['place'], answers: [], dues: [] };
  const body = row['body'] as string | null;
  if (body === null) return place;
  const receipt = JSON.parse(body) as Receipt;
  const { notice, subject, event, chain, seq, prev, ref, items } = receipt;
  const received = toMs(row['received']);
  // The receiver's time counts where the two are far apart (requirement REC-10).
  const at = row['skewed'] === true ? received : Date.parse(receipt.at);
  return {
    ...place,
    ...{ policy: notice.policy, subject, notice: notice.sha256, event, chain, seq, prev, ref },
    ...{ counted_at: instant(at), day: koreanDay(received) },
    ...(receipt.actor === 'guardian' && { confirmed: !isUnconfirmed(receipt) }),
    answers: items.map(({ id, state }) => ({ item: id, state })),
    dues: duesOf({ receipt, kinds, at }).map(({ item = '', ...due }) => ({ ...due, item })),
  };
}

/** Lets renewals count from the first giving (requirement MKT-08), through renewals of renewals. */
export async function moveRenewals(database: SqlDatabase): Promise<void> {
  for (;;) {
    const { rows } = await database.query(RENEWALS);
    if (rows.length === 0) return;
    const moved = rows.map(({ receipt, item, since, renewed }) => {
      const [first, confirmed] = [instant(toMs(since)), instant(toMs(renewed))];
      const due = reconfirmationDay(first, { kind: 'advertising' }, confirmed);
      return { receipt, item, since: first, due };
    });
    await database.query(MOVE_DUE, [JSON.stringify(moved)]);
  }
}

/**
 * Gives receipts to the account of the one before them in their chain. Who follows names the hash of
 * what it follows, which nobody knows who does not have it.
 */
const SPREAD_ACCOUNTS = `
WITH RECURSIVE line AS (
  SELECT fact.receipt, receipt.hash, fact.chain, coalesce(own.account, earlier.account) AS account
  FROM dongui_fact fact
  JOIN dongui_receipt receipt ON receipt.id = fact.receipt
  LEFT JOIN dongui_account own ON own.receipt = fact.receipt
  LEFT JOIN dongui_receipt before ON before.hash = fact.prev
  LEFT JOIN dongui_fact link ON link.receipt = before.id AND link.chain = fact.chain
  LEFT JOIN dongui_account earlier ON earlier.receipt = link.receipt
  WHERE (
      $1::text IS NULL
      OR fact.receipt IN (SELECT jsonb_array_elements_text($1::text::jsonb)::uuid)
    ) AND coalesce(own.account, earlier.account) IS NOT NULL
  UNION
  SELECT next.receipt, receipt.hash, next.chain, line.account
  FROM line
  JOIN dongui_fact next ON next.prev = line.hash AND next.chain = line.chain
  JOIN dongui_receipt receipt ON receipt.id = next.receipt
  WHERE NOT EXISTS (SELECT FROM dongui_account other WHERE other.receipt = next.receipt)
)
INSERT INTO dongui_account (receipt, account, via, linked_at)
SELECT receipt, account, 'chain', now() FROM line
ON CONFLICT (receipt) DO NOTHING`;

/**
 * Gives those that follow these receipts to their accounts, and these to that of what they follow.
 *
 * @param receipts Absent: all.
 */
export async function spreadAccounts(
  database: SqlDatabase,
  receipts?: readonly unknown[],
): Promise<void> {
  await database.query(SPREAD_ACCOUNTS, [receipts ? JSON.stringify(receipts) : null]);
}

/**
 * Looks into every receipt that nobody has looked into yet, once, and notes what is counted, looked
 * for and due. Not at insertion, so that no visitor waits for it; tables of an earlier version are
 * read the same way. Receivers that do it at once find the same.
 */
export async function readReceipts(database: SqlDatabase): Promise<void> {
  for (;;) {
    await placeReceipts(database);
    const { rows } = await database.query(UNREAD, [BATCH]);
    if (rows.length === 0) return;
    const kinds = await readKinds(database, rows);
    const facts = rows.map((row) => factsOf(row, kinds.get(row['notice']) ?? new Map()));
    await database.query(ADD_FACTS, [JSON.stringify(facts)]);
    await spreadAccounts(
      database,
      rows.map(({ id }) => id),
    );
  }
}
