import { koreanDay } from '../model/due-dates.js';
import type { Notice } from '../model/notice.js';
import type { ItemCount, Stats } from './receipt-store.js';
import { readReceipts } from './sql-index.js';
import type { Row } from './sql-places.js';
import type { SqlDatabase } from './sql-schema.js';

/** Days that the course of decisions goes back, today among them. */
const DAYS = 14;

const DAY_MS = 86_400_000;

const COUNT_RECEIPTS = `
SELECT document.sha256 AS notice, document.body, count(*)::integer AS receipts
FROM dongui_fact fact JOIN dongui_document document ON document.sha256 = fact.notice
WHERE $1::text IS NULL OR fact.policy = $1
GROUP BY document.sha256`;

/** A withdrawal counts on the notice of what it takes back. */
const COUNT_ANSWERS = `
SELECT item, notice, count(*) FILTER (WHERE state = 'given')::integer AS given,
  count(*) FILTER (WHERE state = 'refused')::integer AS refused,
  count(*) FILTER (WHERE state IN ('withdrawn', 'expired'))::integer AS withdrawn
FROM (
  SELECT answer.item, answer.state, CASE
    WHEN answer.state IN ('withdrawn', 'expired') THEN coalesce(giving.notice, fact.notice)
    ELSE fact.notice END AS notice
  FROM dongui_answer answer
  JOIN dongui_fact fact ON fact.receipt = answer.receipt
  LEFT JOIN dongui_fact giving ON giving.receipt = fact.ref
  WHERE fact.notice IS NOT NULL AND ($1::text IS NULL OR fact.policy = $1)
) counted
GROUP BY notice, item`;

const COUNT_DAYS = `
SELECT to_char(day, 'YYYY-MM-DD') AS day,
  count(*) FILTER (WHERE event = 'decision')::integer AS decisions,
  count(*) FILTER (WHERE event = 'withdrawal')::integer AS withdrawals
FROM dongui_fact WHERE day >= $2::text::date AND ($1::text IS NULL OR policy = $1)
GROUP BY day`;

function toItem(id: string, rows: readonly Row[]): ItemCount {
  const row = rows.find(({ item }) => item === id);
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return {
    ...{ id, given: count('given'), refused: count('refused') },
    withdrawn: count('withdrawn'),
  };
}

function toNotice(row: Row, answers: readonly Row[]): Stats['notices'][number] {
  const { policy, surface, locale, items } = JSON.parse(String(row['body'])) as Notice;
  const own = answers.filter(({ notice }) => notice === row['notice']);
  return {
    ...{ notice: String(row['notice']), policy: policy.id, surface },
    ...{ version: policy.version, locale, receipts: Number(row['receipts']) },
    items: items.filter(({ kind }) => kind !== 'information').map(({ id }) => toItem(id, own)),
  };
}

const orderOf = ({ policy, surface, version, locale }: Stats['notices'][number]): string =>
  [policy, surface, version, locale].join(' ');

/** Counts of what was decided, by notice and item, and of the last days. */
export async function readStats(
  database: SqlDatabase,
  now: number,
  policy: string | undefined,
): Promise<Stats> {
  await readReceipts(database);
  const which = policy ?? null;
  const days = Array.from({ length: DAYS }, (_, i) => koreanDay(now - (DAYS - 1 - i) * DAY_MS));
  const receipts = (await database.query(COUNT_RECEIPTS, [which])).rows;
  const answers = (await database.query(COUNT_ANSWERS, [which])).rows;
  const counted = (await database.query(COUNT_DAYS, [which, days[0]])).rows;
  const notices = receipts.map((row) => toNotice(row, answers));
  return {
    notices: notices.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1)),
    days: days.map((day) => {
      const row = counted.find((each) => each['day'] === day);
      const count = (name: string): number => Number(row?.[name] ?? 0);
      return { day, decisions: count('decisions'), withdrawals: count('withdrawals') };
    }),
  };
}
