import type { SqlDatabase } from './sql-schema.js';

/** A row as a driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

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

/** Gives places to the receipts that have none; at most 2,000 at a time. */
export async function placeReceipts(database: SqlDatabase): Promise<void> {
  await database.query(PLACE_RECEIPTS);
}
