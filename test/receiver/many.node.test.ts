import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Receipt } from '../../src/model/receipt.js';
import type { SqlDatabase } from '../../src/receiver/index.js';
import { allGiven, operate, SHOWN } from '../support/operator-fixtures.js';
import { NOW } from '../support/receiver-fixtures.js';
import { openPglite } from '../support/receiver-mounts.js';

const COUNT = 10_000;

/** Puts copies of one row in, as no receiver does, and as fast as none. */
async function fill(database: SqlDatabase, receipt: Receipt, delivery: string): Promise<void> {
  const rows = Array.from({ length: COUNT }, (_, i) => {
    const number = (i + 65_536).toString(16).padStart(12, '0');
    const each = { ...receipt, id: `${receipt.id.slice(0, 24)}${number}`, subject: `u_${i}` };
    // Nobody checks them here.
    const hash = `hash-${i}`;
    const ack = { id: each.id, iat: NOW / 1_000, notice: 'published', rh: hash };
    return { ...each, hash, body: JSON.stringify(each), ack: JSON.stringify(ack) };
  });
  await database.query(
    `INSERT INTO dongui_receipt (id, hash, policy, subject, event, notice, status, at, received_at,
       skewed, delivery, body, ack)
     SELECT id, hash, 'shop', subject, event, $2, 'published', at, $3::text::timestamptz, false, $4,
       body, ack
     FROM jsonb_to_recordset($1::text::jsonb) AS row (id uuid, hash text, subject text, event text,
       at timestamptz, body text, ack text)`,
    [JSON.stringify(rows), SHOWN.sha256, new Date(NOW).toISOString(), delivery],
  );
}

describe('ten thousand receipts', () => {
  it('are counted and due without a second look at their bodies', async (test) => {
    const opened = await openPglite();
    test.after(() => opened.close());
    const seen: string[] = [];
    const database: typeof opened.database = {
      query: (sql, values) => {
        seen.push(sql);
        return opened.database.query(sql, values);
      },
    };
    const desk = operate({ database });
    const first = allGiven();
    await desk.post(first);
    await fill(database, first, '{"ack":"hash","attempt":1,"persisted":"idb"}');

    const { json } = await desk.ask('/stats');
    const [notice] = json['notices'] as { receipts: number; items: { given: number }[] }[];
    assert.equal(notice?.receipts, COUNT + 1);
    assert.ok(notice.items.every(({ given }) => given === COUNT + 1));

    // Read once: nothing asked afterwards takes a body of a receipt into its hands again.
    await opened.database.query(`UPDATE dongui_receipt SET body = 'x' WHERE id <> '${first.id}'`);
    seen.length = 0;
    assert.deepEqual((await desk.ask('/stats')).json, json);
    let [found, after] = [0, ''];
    for (let page = 0; page < 3; page += 1) {
      const due = await desk.ask(`/due?until=2099-01-01&limit=500&after=${after}`);
      found += (due.json['items'] as unknown[]).length;
      after = due.json['next'] as string;
    }
    assert.equal(found, 1_500);
    assert.ok(seen.length < 60, `${seen.length} statements`);
  });
});
