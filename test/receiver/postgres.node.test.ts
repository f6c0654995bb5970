import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

import { canonicalJson } from '../../src/model/canonical-json.js';
import type { Receipt } from '../../src/model/receipt.js';
import {
  createReceiver,
  createSqlStore,
  type OfferedReceipt,
  type StoredDocument,
} from '../../src/receiver/index.js';
import { testAccounts } from '../support/accounts-contract.js';
import { testDue } from '../support/due-contract.js';
import { findPostgres, startPostgres, type PostgresServer } from '../support/postgres-server.js';
import { testReceiverContract } from '../support/receiver-contract.js';
import {
  API_KEY,
  envelopeOf,
  NOW,
  ORIGIN,
  POLICY,
  receiptOn,
  show,
  type Shown,
} from '../support/receiver-fixtures.js';
import { mountBare, mountNodeHttp } from '../support/receiver-mounts.js';

const WAITING = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%dongui_receipt%'`;

const documentOf = ({ sha256, notice }: Shown): StoredDocument => ({
  ...{ sha256, kind: 'notice', body: canonicalJson(notice) },
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(10);
}

const binaries = findPostgres();

if (binaries === undefined) {
  console.log('PostgreSQL is not installed: the receiver was NOT tested on it (apt: postgresql).');
  it('behaves on PostgreSQL', { skip: 'no server under /usr/lib/postgresql' }, () => undefined);
} else {
  testOnPostgres(binaries);
}

function testOnPostgres(folder: string): void {
  let server: PostgresServer;
  before(async () => {
    server = await startPostgres(folder);
  });
  after(() => server.stop());

  testReceiverContract(
    'PostgreSQL, called directly',
    mountBare(() => server.open()),
  );
  testReceiverContract(
    'PostgreSQL, behind Node http',
    mountNodeHttp(() => server.open()),
  );
  testAccounts('PostgreSQL', () => server.open());
  testDue('PostgreSQL', () => server.open());

  describe('the store on PostgreSQL', () => {
    const shown = show(POLICY);
    const options = { policies: [POLICY], allowedOrigins: [ORIGIN], apiKey: API_KEY };

    const postOf = (receipt: Receipt): Request =>
      new Request('https://receiver.example/consents/receipts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(envelopeOf(receipt)),
      });

    const offer = (receipt: Receipt): OfferedReceipt => {
      const { hash, delivery } = envelopeOf(receipt);
      const rest = { receivedAt: NOW, skewed: false, ack: '{}', status: 'published' } as const;
      return { receipt, hash, delivery, ...rest };
    };

    async function setUp() {
      const opened = await server.open();
      const store = createSqlStore(opened.pool);
      await store.open();
      const handler = createReceiver({ ...options, store, now: () => NOW });
      const post = async (receipt = receiptOn(shown)): Promise<string> => {
        const response = await handler(postOf(receipt));
        assert.ok(response.ok, String(response.status));
        return receipt.id;
      };
      const readIds = async (after: string) => {
        const { items, next } = await store.readFeed({ after, limit: 500 });
        return { ids: items.map((item) => ('receipt' in item ? item.receipt.id : item.id)), next };
      };
      return { ...opened, store, post, readIds };
    }

    it('never passes by a receipt whose transaction ends late', async () => {
      const { pool, store, post, readIds, close } = await setUp();
      const first = await post();
      // A second receiver, held back in the middle: its receipt has its number already.
      const client = await pool.connect();
      await client.query('BEGIN');
      const late = receiptOn(shown);
      const slow = createSqlStore({ query: (sql, values) => client.query(sql, values) });
      await slow.addReceipt(offer(late));
      const second = await post();

      const before = await readIds('0');
      await client.query('COMMIT');
      client.release();
      const then = await readIds(before.next);

      assert.deepEqual(before.ids, [first, second]);
      assert.deepEqual(then.ids, [late.id]);
      assert.deepEqual((await store.readFeed({ after: then.next, limit: 500 })).items, []);
      // The control: who reads by the number drawn at insertion has passed it by.
      const arrivals = await pool.query<{ id: string }>(
        'SELECT id FROM dongui_receipt ORDER BY arrival',
      );
      assert.deepEqual(
        arrivals.rows.map(({ id }) => id),
        [first, late.id, second],
      );
      await close();
    });

    it('finds the receipt that another receiver was just storing', async () => {
      const { pool, store, close } = await setUp();
      const receipt = receiptOn(shown);
      const offered = offer(receipt);
      await store.putDocument(documentOf(shown));
      const client = await pool.connect();
      await client.query('BEGIN');
      const other = createSqlStore({ query: (sql, values) => client.query(sql, values) });
      await other.addReceipt({ ...offered, ack: 'the first one' });

      const adding = store.addReceipt({ ...offered, ack: 'the second one' });
      // It waits for the other transaction.
      await until(async () => (await pool.query(WAITING)).rows.length === 1);
      await client.query('COMMIT');
      client.release();

      assert.deepEqual(await adding, { outcome: 'known', ack: 'the first one' });
      await close();
    });

    it('gives out places one reader at a time', async () => {
      const { pool, post, readIds, close } = await setUp();
      const id = await post();
      const client = await pool.connect();
      await client.query('BEGIN');
      await client.query('SELECT FROM dongui_gate FOR UPDATE');

      let isRead = false;
      const reading = readIds('0').finally(() => (isRead = true));
      await until(async () => isRead || (await pool.query(WAITING)).rows.length === 1);
      const wasReadBehindTheGate = isRead;
      await client.query('COMMIT');
      client.release();

      assert.equal(wasReadBehindTheGate, false);
      assert.deepEqual((await reading).ids, [id]);
      await close();
    });

    it('gives each receipt once while many write and many read', async () => {
      const { post, readIds, close } = await setUp();
      const written: string[] = [];
      let writing = true;
      const writers = Array.from({ length: 6 }, async () => {
        for (let i = 0; i < 40; i++) written.push(await post());
      });
      const readers = Array.from({ length: 4 }, async () => {
        const seen: string[] = [];
        let after = '0';
        for (let last = false; ; last = !writing) {
          const { ids, next } = await readIds(after);
          seen.push(...ids);
          after = next;
          if (last && ids.length === 0) return seen;
        }
      });

      await Promise.all(writers);
      writing = false;
      const seen = await Promise.all(readers);

      const whole = (await readIds('0')).ids;
      assert.equal(whole.length, 240);
      assert.deepEqual([...whole].sort(), [...written].sort());
      for (const ids of seen) assert.deepEqual(ids, whole);
      await close();
    });

    it('creates its tables once when many receivers start at the same time', async () => {
      const opened = await server.open();
      const stores = Array.from({ length: 8 }, () => createSqlStore(opened.pool));

      await Promise.all(stores.map((store) => store.open()));

      const { rows } = await opened.pool.query(
        'SELECT version FROM dongui_schema ORDER BY version',
      );
      assert.deepEqual(
        rows.map(({ version }) => Number(version)),
        [1, 2, 3, 4],
      );
      await opened.close();
    });

    it('opens with a user that may not create tables, once they are there', async () => {
      const { pool, url, close } = await setUp();
      await pool.query(`
        CREATE ROLE writer LOGIN PASSWORD 'writer';
        GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO writer;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO writer;
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      `);
      const address = new URL(url);
      address.username = 'writer';
      address.password = 'writer';
      const writer = new pg.Pool({ connectionString: address.href });

      const store = createSqlStore(writer);
      await store.open();
      const page = await store.readFeed({ after: '0', limit: 1 });

      assert.deepEqual(page, { items: [], next: '0' });
      await assert.rejects(writer.query('CREATE TABLE another ()'), /permission denied/);
      await writer.end();
      await close();
    });

    it('stores a receipt once where transactions are serializable', async () => {
      const { url, readIds, close } = await setUp();
      const connectionString = `${url}?options=-c%20default_transaction_isolation%3Dserializable`;
      const pool = new pg.Pool({ connectionString, max: 8 });
      const handler = createReceiver({ ...options, store: createSqlStore(pool), now: () => NOW });
      const receipts = Array.from({ length: 10 }, () => receiptOn(shown));

      for (const receipt of receipts) {
        const posts = Array.from({ length: 8 }, () => handler(postOf(receipt)));
        const statuses = (await Promise.all(posts)).map(({ status }) => status).sort();
        assert.deepEqual(statuses, [...Array.from({ length: 7 }, () => 200), 201]);
      }

      assert.deepEqual(
        (await readIds('0')).ids,
        receipts.map(({ id }) => id),
      );
      await pool.end();
      await close();
    });
  });
}
