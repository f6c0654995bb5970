import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { canonicalJson } from '../../src/model/canonical-json.js';
import type { BundledReceipt } from '../../src/model/bundle.js';
import type { LogExport } from '../../src/model/log.js';
import { hashOf } from '../../src/model/sha256.js';
import type { CheckSignature } from '../../src/model/verify-bundle.js';
import {
  copyDatabase,
  createAckSigner,
  createSignatureCheck,
  type DatabaseCopy,
  type PublicKey,
  verifyDatabase,
} from '../../src/receiver/index.js';
import { newSigningKey } from '../support/bundle-fixtures.js';
import { allGiven, follow, operate, type Operation } from '../support/operator-fixtures.js';
import { NOW } from '../support/receiver-fixtures.js';
import { type OpenDatabase, openPglite } from '../support/receiver-mounts.js';

const COUNT = 9;

/** Every foreign key stands in the way of who tampers; who owns the database takes it away. */
const FREE = `
DO $$ DECLARE each record; BEGIN
  FOR each IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
    WHERE contype = 'f' LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', each.owner, each.conname);
  END LOOP;
END $$`;

describe('a database that was changed by SQL', () => {
  let opened: OpenDatabase;
  let desk: Operation;
  let check: CheckSignature;
  let log: LogExport;
  const stored: BundledReceipt[] = [];

  const sql = async (text: string): Promise<void> => {
    await opened.database.query(text);
  };
  const verify = (evidence: object = {}) =>
    copyDatabase(opened.database).then((copy) =>
      verifyDatabase(copy, { checkSignature: check, ...evidence }),
    );
  /** Changes, verifies, and puts everything back. */
  async function tampered(change: string | readonly string[], evidence: object = {}) {
    await sql('BEGIN');
    try {
      for (const each of [FREE, ...[change].flat()]) await sql(each);
      return await verify(evidence);
    } finally {
      await sql('ROLLBACK');
    }
  }

  before(async () => {
    opened = await openPglite();
    const signingKey = newSigningKey();
    desk = operate(opened, { signingKey });
    const { keys } = await createAckSigner(signingKey).keys();
    check = createSignatureCheck(keys as readonly PublicKey[]);
    let last = allGiven();
    for (let i = 0; i < COUNT; i += 1) {
      const receipt =
        i % 3 === 2
          ? follow(last, 'withdrawal', { id: 'taste', state: 'withdrawn', by: 'button' })
          : allGiven();
      last = receipt;
      const ack = await desk.post(receipt);
      stored.push({ receipt, hash: hashOf(receipt), ack });
      desk.now += 2_000;
      // The first six are sealed three at a time, the rest at once.
      if (i === 2 || i === 5) await desk.ask('/log');
    }
    log = (await desk.ask('/log')).json as unknown as LogExport;
    desk.now = NOW;
  });
  after(() => opened.close());

  it('is intact as it is, and says that nobody else has looked at its end', async () => {
    const { isIntact, receipts, findings } = await verify();
    assert.deepEqual([isIntact, receipts], [true, COUNT]);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['no-witness'],
    );
    assert.deepEqual((await verify({ log, receipts: stored })).findings, []);
  });

  const at = (number: number): string => `position = (
    SELECT position FROM dongui_receipt ORDER BY position OFFSET ${number - 1} LIMIT 1)`;
  const bit = (column: string): string =>
    `${column} = overlay(${column} PLACING chr(ascii(substr(${column}, 9, 1)) # 1) FROM 9 FOR 1)`;
  const update = (set: string, number = 4): string =>
    `UPDATE dongui_receipt SET ${set} WHERE ${at(number)}`;

  const rows: readonly (readonly [string, string | readonly string[], string, number])[] = [
    ['a bit of a body', update(bit('body')), 'body-hash', 4],
    ['a state in a body', update(`body = replace(body, '"given"', '"refused"')`), 'body-hash', 4],
    ['a hash', update(bit('hash')), 'body-hash', 4],
    ['an answer', update(`ack = replace(ack, '"published"', '"unverified"')`), 'column', 4],
    [
      'the time in an answer',
      update(`ack = regexp_replace(ack, '"iat":\\d+', '"iat":1')`),
      'column',
      4,
    ],
    ['a signature', update(`ack = replace(ack, '"jws":"eyJ', '"jws":"eyK')`), 'ack-signature', 4],
    ['a blank in an answer', update(`ack = ack || ' '`), 'ack-invalid', 4],
    ['the time of arrival', update(`received_at = received_at + interval '1 second'`), 'column', 4],
    ['the time of decision', update(`at = at - interval '1 day'`), 'column', 4],
    ['a flag', update('skewed = NOT skewed'), 'column', 4],
    ['a policy', update(`policy = 'cafe'`), 'column', 4],
    ['a subject', update(bit('subject')), 'column', 4],
    ['an event', update(`event = 'renewal'`), 'column', 4],
    ['a status', update(`status = 'unverified'`), 'column', 4],
    ['an id', update(`id = '01a2008d-7400-7000-8000-ffffffffffff'`), 'column', 4],
    ['the notice that it names', update(`notice = '${'A'.repeat(43)}'`), 'column', 4],
    ['a delivery', update(`delivery = '{}'`), 'delivery-invalid', 4],
    ['a body taken away', update('body = NULL'), 'half-erased', 4],
    ['an erasure that was none', update('erased_at = now()'), 'half-erased', 4],
    ['a place', update('position = 1000', COUNT), 'row-position', COUNT],
    ['a row taken out', `DELETE FROM dongui_receipt WHERE ${at(4)}`, 'row-missing', 4],
    [
      'the last row taken out',
      `DELETE FROM dongui_receipt WHERE ${at(COUNT)}`,
      'row-missing',
      COUNT,
    ],
    [
      'a row put in',
      [
        'UPDATE dongui_receipt SET position = -position',
        'UPDATE dongui_receipt SET position = -position + CASE WHEN -position > 3 THEN 1 ELSE 0 END',
        `INSERT INTO dongui_receipt (id, hash, policy, subject, event, notice, status, at, received_at,
           skewed, delivery, body, ack, position)
         SELECT '01a2008d-7400-7000-8000-ffffffffffff', hash, policy, subject,
           event, notice, status, at, received_at, skewed, delivery, body, ack, 4
         FROM dongui_receipt WHERE position = 2`,
      ],
      'column',
      4,
    ],
    [
      'two rows that change places',
      [
        'DROP INDEX dongui_receipt_place',
        `UPDATE dongui_receipt SET position = CASE position WHEN 4 THEN 6 ELSE 4 END
         WHERE position IN (4, 6)`,
      ],
      'row-moved',
      4,
    ],
    ['a leaf', `UPDATE dongui_leaf SET ${bit('hash')} WHERE size = 5`, 'row-replaced', 5],
    ['the head of a leaf', `UPDATE dongui_leaf SET ${bit('head')} WHERE size = 5`, 'leaf', 5],
    ['a leaf taken out', 'DELETE FROM dongui_leaf WHERE size = 5', 'leaf', 5],
  ];
  for (const [what, change, code, number] of rows)
    it(`is found by its row: ${what}`, async () => {
      const { isIntact, firstBroken } = await tampered(change);
      assert.equal(isIntact, false);
      assert.deepEqual([firstBroken?.code, firstBroken?.number], [code, number]);
      const { receipt } = stored[number - 1]!;
      // What is wrong with the log itself is about no row.
      const isRow = code !== 'leaf' && !/taken out|put in|an id|change/.test(what);
      if (isRow) assert.equal(firstBroken?.receipt, receipt.id);
    });

  it('is found by a seal: between the last claim that holds and the one that does not', async () => {
    const seal = 'SELECT max(size) FROM dongui_log';
    const change = `UPDATE dongui_log SET ${bit('head')} WHERE size = (${seal})`;
    const { firstBroken } = await tampered(change);
    assert.equal(firstBroken?.code, 'seal');
    assert.match(
      String(firstBroken.detail),
      new RegExp(`^${String(firstBroken.number)}-${COUNT}$`),
    );
  });

  it('is found by every bit of a body, a hash and an answer', async () => {
    const copy = await copyDatabase(opened.database);
    const columns = ['body', 'hash', 'ack', 'id', 'policy', 'subject', 'notice'] as const;
    let flips = 0;
    for (const column of columns) {
      const text = String(copy.receipts[1]?.[column]);
      // Each character once; the whole of all bits belongs to the long run.
      for (let i = 0; i < text.length; i += 7) {
        const flipped = String.fromCharCode(text.charCodeAt(i) ^ (1 << (i % 5)));
        const changed = text.slice(0, i) + flipped + text.slice(i + 1);
        const receipts = copy.receipts
          .slice(0, 2)
          .map((row, j) => (j === 1 ? { ...row, [column]: changed } : row));
        const other: DatabaseCopy = {
          ...copy,
          receipts,
          leaves: copy.leaves.slice(0, 2),
          seals: [],
        };
        const { firstBroken } = await verifyDatabase(other, { checkSignature: check });
        assert.equal(firstBroken?.number, 2, `${column} at ${i}`);
        flips += 1;
      }
    }
    assert.ok(flips > 200, String(flips));
  });

  it('is found by the notice and the text that its receipts rest on', async () => {
    const changes = [
      [`UPDATE dongui_document SET ${bit('body')} WHERE kind = 'notice'`, 'document-hash'],
      [`UPDATE dongui_document SET ${bit('body')} WHERE kind = 'text'`, 'document-hash'],
      [`UPDATE dongui_document SET kind = 'text' WHERE kind = 'notice'`, 'document-hash'],
      [`DELETE FROM dongui_document WHERE kind = 'notice'`, 'notice-missing'],
      [`DELETE FROM dongui_document WHERE kind = 'text'`, 'text-missing'],
    ] as const;
    for (const [change, code] of changes) {
      const { firstBroken } = await tampered(change);
      assert.deepEqual([firstBroken?.code, firstBroken?.number], [code, 1], change);
    }
  });

  /** Changes a receipt as somebody does who knows how it is made, and has no key. */
  async function forged(): Promise<readonly string[]> {
    const { receipt } = stored[3]!;
    const [first, ...rest] = receipt.items;
    const other = { ...receipt, items: [{ ...first!, dt: 1 }, ...rest] };
    const ack = { rh: hashOf(other), id: receipt.id, iat: NOW / 1_000 + 6, notice: 'published' };
    const set = `body = '${canonicalJson(other)}', hash = '${hashOf(other)}', ack = '${canonicalJson(ack)}'`;
    return Promise.resolve([
      update(set),
      `UPDATE dongui_leaf SET hash = '${hashOf(other)}' WHERE size = 4`,
    ]);
  }

  it('is found when a receipt is exchanged for another that is whole', async () => {
    const [row = '', leaf = ''] = await forged();
    const alone = await tampered(row);
    assert.deepEqual(
      [alone.firstBroken?.code, alone.firstBroken?.number],
      ['ack-unsigned-after', 4],
    );
    // A receiver without a key: the log alone tells.
    const keyless = await tampered(row, { checkSignature: undefined });
    assert.deepEqual([keyless.firstBroken?.code, keyless.firstBroken?.number], ['row-replaced', 4]);
    const both = await tampered([row, leaf], { checkSignature: undefined });
    assert.deepEqual([both.firstBroken?.code, both.firstBroken?.number], ['leaf', 4]);
    // Leaves gone altogether: the seals are left, and tell between which numbers.
    const sealed = await tampered([row, 'DELETE FROM dongui_leaf'], { checkSignature: undefined });
    assert.equal(sealed.firstBroken?.code, 'seal');
    const [from, to] = String(sealed.firstBroken.detail).split('-').map(Number);
    assert.ok(from! <= 4 && to! >= 4, sealed.firstBroken.detail);
    // Seals too: what answers and visitors hold is left.
    const gone = [row, 'DELETE FROM dongui_leaf', 'DELETE FROM dongui_log'];
    const answers = await tampered(gone, { checkSignature: undefined });
    assert.equal(answers.firstBroken?.code, 'witness');
    const bare = [
      ...gone,
      `UPDATE dongui_receipt SET ack = regexp_replace(ack, '"log":[^}]*\\},', '')`,
    ];
    const visitors = await tampered(bare, { checkSignature: undefined, receipts: stored });
    const differs = visitors.findings.find(({ code }) => code === 'differs');
    assert.deepEqual([visitors.isIntact, differs?.number], [false, 4]);
    const earlier = await tampered(bare, { checkSignature: undefined, log });
    assert.deepEqual([earlier.firstBroken?.code, earlier.firstBroken?.number], ['witness', 4]);
  });

  it('is found when a receipt is put in that is whole in itself', async () => {
    const receipt = allGiven();
    const ack = { rh: hashOf(receipt), id: receipt.id, iat: NOW / 1_000, notice: 'published' };
    const put = [
      'UPDATE dongui_receipt SET position = -position',
      'UPDATE dongui_receipt SET position = -position + CASE WHEN -position > 3 THEN 1 ELSE 0 END',
      `INSERT INTO dongui_receipt (id, hash, policy, subject, event, notice, status, at, received_at,
         skewed, delivery, body, ack, position)
       SELECT '${receipt.id}', '${hashOf(receipt)}', policy, '${receipt.subject}', 'decision', notice,
         status, '${receipt.at}', '${new Date(NOW).toISOString()}', skewed, delivery,
         '${canonicalJson(receipt)}', '${canonicalJson(ack)}', 4
       FROM dongui_receipt WHERE position = 2`,
    ];
    const keyless = await tampered(put, { checkSignature: undefined });
    const { code, number, receipt: id } = keyless.firstBroken!;
    assert.deepEqual([code, number, id], ['row-inserted', 4, receipt.id]);
    assert.equal((await tampered(put)).firstBroken?.code, 'ack-unsigned-after');
  });

  it('is cut off at its end without a trace but in what others hold', async () => {
    const cut = [
      `DELETE FROM dongui_receipt WHERE position > (SELECT position FROM dongui_leaf WHERE size = 6)`,
      'DELETE FROM dongui_leaf WHERE size > 6',
      'DELETE FROM dongui_log WHERE size > 6',
    ];
    const alone = await tampered(cut);
    assert.equal(alone.isIntact, true);
    assert.deepEqual(
      alone.findings.map(({ code }) => code),
      ['no-witness'],
    );
    const earlier = await tampered(cut, { log });
    assert.deepEqual(
      [earlier.firstBroken?.code, earlier.firstBroken?.number, earlier.firstBroken?.detail],
      ['truncated', 7, '9'],
    );
    const visitor = await tampered(cut, { receipts: stored.slice(8) });
    const absent = visitor.findings.find(({ code }) => code === 'absent');
    assert.deepEqual([visitor.isIntact, absent?.receipt], [false, stored[8]?.receipt.id]);
    // Who came later and holds a later head is a witness for all before.
    const size = { ...stored[8]!.ack!, log: { size: 8, head: 'x' } };
    const claim = await tampered(cut, { receipts: [{ ...stored[0]!, ack: size }] });
    assert.deepEqual([claim.firstBroken?.code, claim.firstBroken?.number], ['truncated', 7]);
  });

  it('tells what is not sealed yet, and of alarms', async () => {
    const { findings } = await tampered([
      'DELETE FROM dongui_leaf WHERE size > 6',
      'DELETE FROM dongui_log WHERE size > 6',
      `INSERT INTO dongui_alarm SELECT id, hash, now() FROM dongui_receipt WHERE ${at(2)}`,
    ]);
    const told = findings.map(({ code, detail, receipt }) => [code, detail ?? receipt]);
    assert.deepEqual(told, [
      ['unsealed', '3'],
      ['no-witness', undefined],
      ['alarm', stored[1]?.receipt.id],
    ]);
  });

  it('takes nothing for a copy that is none', async () => {
    const copy = await copyDatabase(opened.database);
    const [row] = copy.receipts;
    const { ack: _ack, ...rest } = row!;
    for (const value of [
      null,
      [],
      { ...copy, schema: 'dongui/database@2' },
      { ...copy, seals: {} },
      { ...copy, receipts: [rest] },
      { ...copy, documents: [null] },
    ])
      assert.equal((await verifyDatabase(value)).firstBroken?.code, 'database-invalid');
  });

  it('tells what was erased, which is no fault', async (test) => {
    const other = await openPglite();
    test.after(() => other.close());
    const own = operate(other);
    const receipt = allGiven();
    for (const each of [allGiven(), receipt, allGiven()]) await own.post(each);
    await own.link(receipt, 'a1');
    await own.ask('/log');
    await own.ask('/accounts/a1', 'DELETE');
    const { isIntact, findings } = await verifyDatabase(await copyDatabase(other.database));
    assert.ok(isIntact);
    assert.deepEqual(
      findings.map(({ code, number, detail }) => [code, number ?? detail]),
      [
        ['erased', 2],
        ['no-witness', undefined],
        ['ack-unsigned', '3'],
      ],
    );
  });
});
