import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import type { Bundle } from '../../src/model/bundle.js';
import type { LogExport } from '../../src/model/log.js';
import type { Receipt } from '../../src/model/receipt.js';
import { verifyBundle } from '../../src/model/verify-bundle.js';
import { verifyLog } from '../../src/model/verify-log.js';
import { allGiven, follow, operate, type Operation } from './operator-fixtures.js';
import { NOW } from './receiver-fixtures.js';
import type { OpenDatabase } from './receiver-mounts.js';

const WITHDRAWN = { id: 'taste', state: 'withdrawn', by: 'button' } as const;

/**
 * What a receiver does with the accounts of its host.
 *
 * @param where Said in the names of the tests.
 */
export function testAccounts(where: string, open: () => Promise<OpenDatabase>): void {
  describe(`accounts, ${where}`, () => {
    let opened: OpenDatabase;
    let desk: Operation;

    before(async () => {
      opened = await open();
      desk = operate(opened);
    });
    after(() => opened.close());

    const idsOf = async (account: string): Promise<readonly string[]> => {
      const { status, json } = await desk.ask(`/accounts/${encodeURIComponent(account)}/receipts`);
      assert.equal(status, 200);
      return (json as unknown as Bundle).receipts.map(({ receipt }) => receipt.id);
    };

    const feedOf = async (): Promise<readonly Record<string, unknown>[]> => {
      const { json } = await desk.ask('/receipts?limit=500');
      return json['items'] as readonly Record<string, unknown>[];
    };

    it('links a receipt, says so in the feed, and gives a bundle that verifies', async () => {
      const receipt = allGiven();
      await desk.post(receipt);

      const linked = await desk.link(receipt, 'a/1?');

      assert.deepEqual(linked, { status: 200, json: { receipt: receipt.id, account: 'a/1?' } });
      const { status, json } = await desk.ask(`/accounts/${encodeURIComponent('a/1?')}/receipts`);
      assert.equal(status, 200);
      const { isIntact, receipts, findings } = await verifyBundle(json);
      assert.ok(isIntact);
      assert.deepEqual(
        receipts.map((each) => each.receipt),
        [receipt],
      );
      // Everything that it names is in it; no answer is signed here.
      assert.deepEqual([...new Set(findings.map(({ code }) => code))], ['ack-unsigned']);
      const [line] = (await feedOf()).filter(({ account }) => account === 'a/1?');
      assert.deepEqual((line?.['receipt'] as Receipt).id, receipt.id);
    });

    it('links a receipt that is still on its way, and applies that when it comes', async () => {
      const receipt = allGiven();
      assert.equal((await desk.link(receipt, 'a2')).status, 202);
      assert.equal((await desk.link(receipt, 'a2')).status, 202);
      assert.deepEqual(await idsOf('a2'), []);
      await desk.post(receipt);
      assert.deepEqual(await idsOf('a2'), [receipt.id]);
      assert.equal((await desk.link(receipt, 'a2')).status, 200);
    });

    it('refuses another account', async () => {
      const receipt = allGiven();
      await desk.post(receipt);
      await desk.link(receipt, 'a3');
      const { status, json } = await desk.link(receipt, 'b3');
      assert.deepEqual([status, json['code']], [409, 'account-conflict']);
      assert.deepEqual(await idsOf('a3'), [receipt.id]);
      assert.deepEqual(await idsOf('b3'), []);
    });

    it('takes along what follows in the chain, in whatever order it arrives', async () => {
      const first = allGiven();
      const second = follow(first, 'withdrawal', WITHDRAWN);
      const third = follow(second, 'decision', { ...WITHDRAWN, state: 'given' });
      await desk.post(third);
      await feedOf();
      await desk.post(first);
      await desk.link(first, 'a4');
      assert.deepEqual(await idsOf('a4'), [first.id]);
      await desk.post(second);
      const linked = (await feedOf()).filter(({ account }) => account === 'a4');
      assert.equal(linked.length, 3);
      assert.deepEqual([...(await idsOf('a4'))].sort(), [first.id, second.id, third.id].sort());
    });

    it('gives nothing to an account that only claims to follow', async () => {
      const first = allGiven();
      await desk.post(first);
      await desk.link(first, 'a5');
      const claims = [
        follow(first, 'decision', { ...WITHDRAWN, state: 'given' }, { prev: null, seq: 1 }),
        follow(first, 'withdrawal', WITHDRAWN, { chain: `c_${'z'.repeat(22)}` }),
      ];
      // A first decision answers all items.
      for (const claim of [allGiven({ ...claims[0], items: first.items }), claims[1]!])
        await desk.post(claim);
      assert.deepEqual(await idsOf('a5'), [first.id]);
    });

    it('believes the host more than the chain', async () => {
      const first = allGiven();
      const second = follow(first, 'withdrawal', WITHDRAWN);
      for (const each of [first, second]) await desk.post(each);
      await desk.link(first, 'a6');
      assert.deepEqual(await idsOf('a6'), [first.id, second.id]);
      assert.equal((await desk.link(second, 'b6')).status, 200);
      assert.deepEqual([await idsOf('a6'), await idsOf('b6')], [[first.id], [second.id]]);
    });

    it('takes nothing personal and nothing unprintable for an account', async () => {
      const path = `/receipts/${allGiven().id}/account`;
      const cases: readonly (readonly [unknown, string, string])[] = [
        ['hong@example.com', 'account-personal', '$.account'],
        ['010-1234-5678', 'account-personal', '$.account'],
        ['user:900101-1234567', 'account-personal', '$.account'],
        ['홍길동', 'body-invalid', '$.account'],
        ['a b', 'body-invalid', '$.account'],
        ['', 'body-invalid', '$.account'],
        ['a'.repeat(129), 'body-invalid', '$.account'],
        [7, 'body-invalid', '$.account'],
      ];
      for (const [account, code, at] of cases) {
        const { status, json } = await desk.ask(path, 'PUT', { account });
        const [error] = json['errors'] as readonly { path: string }[];
        assert.deepEqual([status, json['code'], error?.path], [422, code, at], String(account));
      }
      for (const body of [[], {}, null, { account: 'a', name: 'x' }])
        assert.equal((await desk.ask(path, 'PUT', body)).json['code'], 'body-invalid');
      for (const way of ['/accounts/%E0%A4%A/receipts', '/accounts/a%20b/receipts'])
        assert.deepEqual((await desk.ask(way)).json['code'], 'route-unknown', way);
    });

    it('erases what the receipts of an account say, and keeps the log whole', async () => {
      const [first, other] = [allGiven(), allGiven()];
      const second = follow(first, 'withdrawal', WITHDRAWN);
      const answer = await desk.post(first);
      for (const each of [other, second]) await desk.post(each);
      await desk.link(first, 'a7');
      const awaited = allGiven();
      await desk.link(awaited, 'a7');
      const logBefore = (await desk.ask('/log')).json as unknown as LogExport;

      desk.now = NOW + 60_000;
      const erased = await desk.ask('/accounts/a7', 'DELETE');
      const again = await desk.ask('/accounts/a7', 'DELETE');
      desk.now = NOW;

      assert.deepEqual(
        [erased, again].map(({ json }) => json['erased']),
        [2, 0],
      );
      const gone = await desk.ask('/accounts/a7/receipts');
      assert.deepEqual([gone.status, gone.json['code']], [410, 'account-erased']);
      const lines = await feedOf();
      const [line] = lines.filter(({ id }) => id === first.id);
      assert.deepEqual(line, {
        ...{ id: first.id, erased: new Date(NOW + 60_000).toISOString(), status: 'published' },
        ...{ hash: line?.['hash'], receivedAt: new Date(NOW).toISOString() },
        ...{ notice: first.notice.sha256, delivery: line?.['delivery'], flags: [], ack: answer },
      });
      assert.ok(lines.some(({ receipt }) => (receipt as Receipt | undefined)?.id === other.id));
      const logAfter = (await desk.ask('/log')).json as unknown as LogExport;
      assert.deepEqual(logAfter, logBefore);
      assert.deepEqual(verifyLog(logAfter, []), []);

      const tables = await opened.database.query(
        `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_name LIKE 'dongui_%'`,
      );
      for (const { name } of tables.rows) {
        const { rows } = await opened.database.query(
          `SELECT t::text AS line FROM ${String(name)} t`,
        );
        const dump = rows.map((row) => String(row['line'])).join('\n');
        for (const secret of [first.subject, first.chain, first.shown.sha256, 'a7'])
          assert.ok(
            !new RegExp(`(?<![\\w-])${secret}(?![\\w-])`).test(dump),
            `${String(name)}: ${secret}`,
          );
      }
      // What is erased stays so: neither links nor the browser that sends it again bring it back.
      for (const each of [first, awaited])
        assert.equal((await desk.link(each, 'a7')).json['code'], 'account-erased');
      assert.equal((await desk.link(first, 'b7')).json['code'], 'account-erased');
      assert.deepEqual(await desk.post(first), answer);
      assert.ok((await feedOf()).some(({ id }) => id === first.id));
    });

    it('is closed without the key', async () => {
      for (const [path, method] of [
        [`/receipts/${allGiven().id}/account`, 'PUT'],
        ['/accounts/a1/receipts', 'GET'],
        ['/accounts/a1', 'DELETE'],
      ] as const)
        assert.deepEqual((await desk.askOpenly(path, method)).json['code'], 'key-required');
    });
  });
}
