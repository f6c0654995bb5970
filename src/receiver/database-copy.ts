import type { LogHead } from '../model/log.js';
import type { SqlDatabase } from './sql-schema.js';

/** A row of `dongui_receipt` as JSON has it. */
export interface ReceiptRow {
  readonly id: string;
  readonly hash: string;
  readonly policy: string;
  readonly subject: string | null;
  readonly event: string;
  readonly notice: string;
  readonly status: string;
  /** With its zone: `2026-11-22T00:00:00+00:00`. */
  readonly at: string;
  readonly received_at: string;
  readonly skewed: boolean;
  readonly delivery: string;
  readonly body: string | null;
  readonly ack: string;
  readonly position: number | null;
  readonly erased_at: string | null;
}

/** A row of `dongui_leaf`. */
export interface LeafRow extends LogHead {
  readonly position: number;
  readonly hash: string;
}

/** Everything in a receiver's database that proves something, to be verified at another place. */
export interface DatabaseCopy {
  readonly schema: 'dongui/database@1';
  /** In the order of the log. */
  readonly receipts: readonly ReceiptRow[];
  readonly documents: readonly {
    readonly sha256: string;
    readonly kind: string;
    readonly body: string;
  }[];
  readonly leaves: readonly LeafRow[];
  readonly seals: readonly (LogHead & { readonly position: number })[];
  readonly alarms: readonly { readonly receipt: string }[];
}

/** One statement, so that all tables are of one moment; `docs/verify.md` shows it to who has psql. */
const COPY = `
SELECT json_build_object(
  'schema', 'dongui/database@1',
  'receipts', (SELECT coalesce(json_agg(r ORDER BY position, arrival), '[]') FROM dongui_receipt r),
  'documents', (SELECT coalesce(json_agg(d ORDER BY sha256), '[]') FROM dongui_document d),
  'leaves', (SELECT coalesce(json_agg(l ORDER BY size), '[]') FROM dongui_leaf l),
  'seals', (SELECT coalesce(json_agg(s ORDER BY size), '[]') FROM dongui_log s),
  'alarms', (SELECT coalesce(json_agg(a ORDER BY receipt), '[]') FROM dongui_alarm a)
)::text AS copy`;

/** Reads all that is to be verified, and changes nothing. */
export async function copyDatabase(database: SqlDatabase): Promise<DatabaseCopy> {
  const [row] = (await database.query(COPY)).rows;
  return JSON.parse(String(row?.['copy'])) as DatabaseCopy;
}
