import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { englishDatabase, koreanDatabase } from '../../src/cli/database-words.js';
import { openDatabase } from '../../src/cli/open-database.js';
import { runCli } from '../../src/cli/run-cli.js';
import type { Bundle } from '../../src/model/bundle.js';
import type { DatabaseCopy } from '../../src/receiver/index.js';
import { copyDatabase } from '../../src/receiver/index.js';
import { openPgliteDatabase } from '../../src/receiver/node.js';
import { newSigningKey, signedBundle } from '../support/bundle-fixtures.js';
import { allGiven, operate } from '../support/operator-fixtures.js';
import { createPglite } from '../support/pglite-template.js';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(files: Readonly<Record<string, unknown>>, ...args: string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, {
    openDatabase,
    writeFile: () => Promise.reject(new Error('read-only')),
    readFile: (path) =>
      path in files
        ? Promise.resolve(JSON.stringify(files[path]))
        : Promise.reject(new Error('no such file')),
    print: (text) => void out.push(text),
    printError: (text) => void err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('dongui verify --database', () => {
  let folder: string;
  let copy: DatabaseCopy;
  let bundle: Bundle;
  let log: unknown;
  let documented: Readonly<Record<string, unknown>> | undefined;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dongui-verify-'));
    const pglite = await createPglite(join(folder, 'pglite'));
    const database = {
      query: (sql: string, values?: unknown[]) =>
        pglite.query<Record<string, unknown>>(sql, values),
    };
    const desk = operate({ database });
    const receipts = [allGiven(), allGiven(), allGiven()];
    for (const receipt of receipts) await desk.post(receipt);
    for (const receipt of receipts.slice(1)) await desk.link(receipt, 'a1');
    log = (await desk.ask('/log')).json;
    bundle = (await desk.ask('/accounts/a1/receipts')).json as unknown as Bundle;
    copy = await copyDatabase(database);
    const manual = await readFile(new URL('../../docs/verify.md', import.meta.url), 'utf8');
    [documented] = (await database.query(/```sql\n(.*?)```/s.exec(manual)?.[1] ?? '')).rows;
    await pglite.close();
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('verifies a folder as it is, and says in words what it can not see', async () => {
    const { code, out, err } = await run({}, 'verify', '--database', folder);
    assert.deepEqual([code, err], [0, '']);
    assert.ok(out.startsWith(`${folder}: 동의 기록 3건. 어긋난 곳이 없습니다.`), out);
    assert.ok(out.includes(koreanDatabase.findings['no-witness']));
    assert.ok(out.includes('받는 서버의 답 3건에 서명이 없습니다.'));
    assert.ok(out.includes(koreanDatabase.limits));
  });

  it('verifies a copy beside the bundles and the log that others hold', async () => {
    const files = { 'c.json': copy, 'b.json': bundle, 'l.json': log };
    const args = ['verify', 'b.json', '--log', 'l.json', '--database', 'c.json', '--lang', 'en'];
    const whole = await run(files, ...args);
    assert.equal(whole.code, 0);
    assert.match(whole.out, /^c\.json: receipts: 3\. Nothing contradicts itself\.$/m);
    assert.ok(!whole.out.includes(englishDatabase.findings['no-witness']));

    const cut = { ...copy, receipts: copy.receipts.slice(0, 2), leaves: [], seals: [] };
    const short = await run({ ...files, 'c.json': cut }, ...args);
    assert.equal(short.code, 1);
    assert.match(short.out, /^First at number 3: The end was cut off: there were 3 receipts\.$/m);
    const { id } = bundle.receipts[1]!.receipt;
    assert.ok(short.out.includes(`- ${id}: A receipt that a visitor holds is not there.`));
  });

  it('is documented with the statement that makes a copy', () => {
    assert.deepEqual(JSON.parse(String(documented?.['copy'])), copy);
  });

  it('names the first place in words, and all of them to a program', async () => {
    const receipts = copy.receipts.map((row, i) => (i === 1 ? { ...row, event: 'expiry' } : row));
    const files = { 'c.json': { ...copy, receipts } };
    const { code, out } = await run(files, 'verify', '--database', 'c.json');
    assert.equal(code, 1);
    const { id } = copy.receipts[1]!;
    assert.ok(
      out.includes(`처음 어긋난 곳: 2번째(${id}): 열이 기록이나 받는 서버의 답과 다릅니다(event).`),
      out,
    );
    const json = await run(files, 'verify', '--database', 'c.json', '--json');
    const { firstBroken, isIntact } = JSON.parse(json.out) as Record<string, unknown>;
    assert.deepEqual(
      [isIntact, firstBroken],
      [false, { level: 'broken', code: 'column', number: 2, receipt: id, detail: 'event' }],
    );
    const many = copy.receipts.flatMap((row) =>
      Array.from({ length: 10 }, () => ({ ...row, event: '' })),
    );
    const long = await run(
      { 'c.json': { ...copy, receipts: many } },
      'verify',
      '--database',
      'c.json',
    );
    assert.match(long.out, /이 밖에 \d+군데가 더 있습니다/);
  });

  it('says what to do where it can not verify', async () => {
    const owned = await openPgliteDatabase(folder);
    const busy = await run({}, 'verify', '--database', folder);
    await owned.close();
    assert.equal(busy.code, 2);
    assert.match(busy.err, new RegExp(`in use by process ${process.pid}`));

    const empty = await mkdtemp(join(tmpdir(), 'dongui-empty-'));
    const none = await run({}, 'verify', '--database', empty);
    assert.deepEqual([none.code, none.err.includes('열 수 없습니다')], [2, true]);
    await (await createPglite(join(empty, 'pglite'))).close();
    const bare = await run({}, 'verify', '--database', empty);
    assert.deepEqual([bare.code, bare.err.includes('이 판의 표가 없습니다')], [2, true]);
    await rm(empty, { recursive: true });

    const gone = await run({}, 'verify', '--database', 'postgres://u:secret@127.0.0.1:1/none');
    assert.equal(gone.code, 2);
    const noLog = await run(
      { 'c.json': copy },
      ...['verify', '--database', 'c.json', '--log', 'c.json'],
    );
    assert.equal(noLog.code, 2);
    assert.equal((await run({}, 'verify', '--database', 'none.json')).code, 2);
  });

  it('has a sentence for every finding, in both languages', () => {
    assert.deepEqual(Object.keys(koreanDatabase.findings), Object.keys(englishDatabase.findings));
    for (const [code, korean] of Object.entries(koreanDatabase.findings)) {
      const english = englishDatabase.findings[code as keyof typeof englishDatabase.findings];
      assert.match(korean, /[.)]$/, code);
      assert.equal(korean.includes('{detail}'), english.includes('{detail}'), code);
    }
  });
});

describe('dongui verify --merge', () => {
  it('follows a chain through the bundles of several devices', async () => {
    const { bundle } = await signedBundle();
    const [first, second, third] = bundle.receipts;
    const phone: Bundle = { ...bundle, receipts: [first!, third!] };
    const { ack: _ack, ...unanswered } = second!;
    const desk: Bundle = { ...bundle, receipts: [unanswered, first!] };
    const files = { 'p.json': phone, 'd.json': desk, 'b.json': bundle };

    const apart = await run(files, 'verify', 'p.json', 'd.json');
    const merged = await run(files, 'verify', 'p.json', 'd.json', '--merge');
    const whole = await run(files, 'verify', 'p.json', 'd.json', 'b.json', '--merge');

    assert.match(apart.out, /바로 앞의 기록\(2번째\)이 묶음에 없습니다/);
    assert.equal(merged.code, 0);
    assert.match(merged.out, /^p\.json \+ d\.json: 동의 기록 3건\. 어긋난 곳이 없습니다\.$/m);
    assert.ok(!merged.out.includes('묶음에 없습니다'));
    assert.ok(merged.out.includes('받는 서버의 답이 없습니다'));
    assert.ok(!whole.out.includes('받는 서버의 답이 없습니다'));
  });

  it('names the file in which something is wrong, and refuses two versions of one receipt', async () => {
    const { bundle } = await signedBundle();
    const [first] = bundle.receipts;
    const other = allGiven();
    const forged = { ...first!, receipt: { ...first!.receipt, tz: 'Asia/Tokyo' } };
    const strange = { receipt: other, hash: 'x'.repeat(43) };
    const files = {
      'a.json': bundle,
      'b.json': { ...bundle, receipts: [forged, strange] },
      'c.json': { hello: 1 },
    };
    const { code, out } = await run(
      files,
      'verify',
      'a.json',
      'b.json',
      'c.json',
      '--merge',
      '--json',
    );
    assert.equal(code, 1);
    const [merged, alone] = out
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const places = (merged?.['findings'] as { code: string; level: string; path: string }[])
      .filter(({ level }) => level === 'broken')
      .map(({ code: each, path }) => [each, path]);
    assert.ok(
      places.some(
        ([each, path]) => each === 'receipt-hash' && path === 'b.json $.receipts[0].hash',
      ),
    );
    assert.ok(
      places.some(([each, path]) => each === 'receipt-twice' && path === 'b.json $.receipts[0]'),
    );
    assert.ok(
      places.some(
        ([each, path]) => each === 'receipt-hash' && path === 'b.json $.receipts[1].hash',
      ),
    );
    assert.deepEqual([alone?.['file'], alone?.['isIntact']], ['c.json', false]);
  });
});

describe('a receiver whose keys rotate', () => {
  it('stays provable as a bundle and as a database, by the keys that it publishes', async (test) => {
    const pglite = await createPglite();
    test.after(() => pglite.close());
    const database = {
      query: (sql: string, values?: unknown[]) =>
        pglite.query<Record<string, unknown>>(sql, values),
    };
    const [first, second] = [newSigningKey(), newSigningKey('Ed25519')];
    const receipts = [allGiven(), allGiven()];
    const before = operate({ database }, { signingKey: first });
    await before.post(receipts[0]!);
    const now = operate({ database }, { signingKey: second, retiredKeys: [first] });
    await now.post(receipts[1]!);
    for (const receipt of receipts) await now.link(receipt, 'a1');
    await now.ask('/log');
    const files = {
      'b.json': (await now.ask('/accounts/a1/receipts')).json,
      'k.json': (await now.askOpenly('/.well-known/dongui-keys.json')).json,
      'c.json': await copyDatabase(database),
    };

    const args = ['verify', 'b.json', '--database', 'c.json', '--keys'];
    const { code, out } = await run(files, ...args, 'k.json');

    assert.equal(code, 0, out);
    assert.equal(out.match(/받았다고 서명했습니다/g)?.length, 2);
    assert.ok(!out.includes(koreanDatabase.findings['ack-unchecked'].slice(-20)));
    // Without the retired key, what it signed is a stranger's.
    const { keys } = files['k.json'] as unknown as { keys: unknown[] };
    const short = { ...files, 'k.json': { keys: keys.slice(0, 1) } };
    const strange = await run(short, ...args, 'k.json');
    assert.equal(strange.code, 1);
    assert.ok(strange.out.includes(koreanDatabase.findings['ack-strange-key']));
  });
});
