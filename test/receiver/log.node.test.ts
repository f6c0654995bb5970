import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';

import type { BundledReceipt } from '../../src/model/bundle.js';
import type { LogExport } from '../../src/model/log.js';
import type { Ack, Receipt } from '../../src/model/receipt.js';
import { hashOf } from '../../src/model/sha256.js';
import { verifyLog } from '../../src/model/verify-log.js';
import { createReceiver, createSqlStore, type Receiver } from '../../src/receiver/index.js';
import { newSigningKey } from '../support/bundle-fixtures.js';
import { envelopeOf, NOW, POLICY, receiptOn, show } from '../support/receiver-fixtures.js';
import { type OpenDatabase, openPglite } from '../support/receiver-mounts.js';

const AT = 'https://records.example/consents';
const API_KEY = 'key-of-the-auditor';

/** The log's head, made by tools that are not ours. */
function headOf(hashes: readonly string[]): string {
  const sha = (text: string): string => createHash('sha256').update(text).digest('base64url');
  return hashes.reduce(
    (head, hash) => sha(JSON.stringify([head, hash])),
    sha(JSON.stringify(['dongui/log@1'])),
  );
}

describe('the log of a receiver', () => {
  const shown = show(POLICY);
  const signingKey = newSigningKey();
  let opened: OpenDatabase;
  let receiver: Receiver;
  let clock = NOW;

  before(async () => {
    opened = await openPglite();
    receiver = createReceiver({
      ...{ store: createSqlStore(opened.database), policies: [POLICY], allowedOrigins: [] },
      ...{ signingKey, apiKey: API_KEY, now: () => clock },
    });
  });
  after(() => opened.close());

  const post = async (receipt: Receipt): Promise<BundledReceipt & { path: string }> => {
    const body = JSON.stringify(envelopeOf(receipt, shown.notice));
    const headers = { 'content-type': 'application/json' };
    const response = await receiver(
      new Request(`${AT}/receipts`, { method: 'POST', headers, body }),
    );
    assert.equal(response.status, 201);
    const ack = (await response.json()) as Ack;
    return { receipt, hash: hashOf(receipt), ack, path: '$.receipts[0]' };
  };

  const readLog = async (query = ''): Promise<LogExport> => {
    const headers = { authorization: `Bearer ${API_KEY}` };
    const response = await receiver(new Request(`${AT}/log${query}`, { headers }));
    assert.equal(response.status, 200);
    return (await response.json()) as LogExport;
  };

  it('makes a witness of every visitor, and sees whatever is changed afterwards', async () => {
    const stored = [];
    for (let i = 0; i < 6; i += 1) {
      stored.push(await post(receiptOn(shown)));
      clock += 2_000;
      // What is sealed beside an answer is in the next one's.
      await readLog();
    }
    const log = await readLog();
    const hashes = stored.map(({ hash }) => hash);
    assert.deepEqual(log.hashes, hashes);
    for (const { size, head } of log.seals) assert.equal(head, headOf(hashes.slice(0, size)));
    const last = stored.at(-1);
    assert.ok(last?.ack?.log);
    assert.equal(last.ack.log.head, headOf(hashes.slice(0, last.ack.log.size)));
    assert.deepEqual(verifyLog(log, stored), []);

    const touched: readonly (readonly [string, readonly string[]])[] = [
      ['changed', hashes.with(1, hashOf(['x']))],
      ['left out', hashes.filter((_, i) => i !== 1)],
      ['put in', [...hashes.slice(0, 1), hashOf(['x']), ...hashes.slice(1)]],
      ['moved', [hashes[0], hashes[2], hashes[1], ...hashes.slice(3)].map(String)],
    ];
    for (const [name, other] of touched) {
      const [first] = verifyLog({ ...log, hashes: other }, stored);
      assert.equal(first?.code, 'log-seal', name);
      assert.equal(first.detail, '2-2', name);
      // Who owns the database can seal anew, but not take back what visitors hold.
      const sealed = { ...log, hashes: other, seals: [] };
      assert.equal(verifyLog(sealed, stored)[0]?.code, 'log-witness', name);
    }
    const short = { ...log, hashes: hashes.slice(0, -1), seals: log.seals.slice(0, -1) };
    assert.deepEqual(
      verifyLog(short, stored).map(({ code, detail }) => [code, detail]),
      [['log-absent', last.receipt.id]],
    );
  });

  it('can be read from any size on', async () => {
    const whole = await readLog();
    for (const after of [0, 1, 4, whole.hashes.length, whole.hashes.length + 5]) {
      const part = await readLog(`?after=${after}`);
      const size = Math.min(after, whole.hashes.length);
      assert.deepEqual(part.from, { size, head: headOf(whole.hashes.slice(0, size)) });
      assert.deepEqual(part.hashes, whole.hashes.slice(after));
      assert.deepEqual(verifyLog(part, []), []);
    }
  });

  it('is closed without the key, and says what a cursor is', async () => {
    assert.equal((await receiver(new Request(`${AT}/log`))).status, 401);
    const headers = { authorization: `Bearer ${API_KEY}` };
    const wrong = await receiver(new Request(`${AT}/log?after=-1`, { headers }));
    assert.equal(((await wrong.json()) as { code: string }).code, 'cursor-invalid');
  });

  it('seals at most once a second, many receipts at a time, beside the answers', async () => {
    const seals = async () =>
      Number((await opened.database.query('SELECT count(*) AS n FROM dongui_log')).rows[0]?.['n']);
    await readLog();
    const before = await seals();
    clock += 5_000;
    const sealed = await post(receiptOn(shown));
    for (let i = 0; i < 4; i += 1) await post(receiptOn(shown));
    const { hashes } = await readLog();
    assert.equal(hashes.at(-5), sealed.hash);
    const made = (await seals()) - before;
    assert.ok(made >= 1 && made <= 2, `${made} seals`);
  });

  it('takes nothing for a log that is none', () => {
    for (const value of [null, {}, { schema: 'dongui/log@1', from: {}, hashes: [], seals: [] }])
      assert.deepEqual(verifyLog(value, []), [{ level: 'broken', code: 'log-invalid', path: '$' }]);
    const start = { size: 0, head: hashOf(['other']) };
    const log = { schema: 'dongui/log@1', from: start, hashes: [], seals: [] };
    assert.deepEqual(verifyLog(log, [])[0]?.path, '$.from');
  });
});
