import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { exportEnglish, exportKorean } from '../../src/cli/export-words.js';
import { runCli } from '../../src/cli/run-cli.js';
import { korean } from '../../src/cli/words-ko.js';
import type { Bundle } from '../../src/model/bundle.js';
import { canonicalJson } from '../../src/model/canonical-json.js';
import { toCsv } from '../../src/model/exports/csv.js';
import { toDpv } from '../../src/model/exports/dpv.js';
import { hashOf } from '../../src/model/sha256.js';
import { bundleOf, signedBundle } from '../support/bundle-fixtures.js';
import { demoPolicies } from '../support/generated-bundles.js';
import { receiptOn, show } from '../support/receiver-fixtures.js';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly written: ReadonlyMap<string, string>;
}

/** Runs `dongui export` over files that exist in memory. */
async function run(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const written = new Map<string, string>();
  const code = await runCli(['export', ...args], {
    readFile: (path) => {
      const file = files[path];
      return file === undefined ? Promise.reject(new Error('no such file')) : Promise.resolve(file);
    },
    writeFile: (path, text) => {
      if (path.startsWith('/')) return Promise.reject(new Error('read-only'));
      written.set(path, text);
      return Promise.resolve();
    },
    print: (text) => void out.push(`${text}\n`),
    printError: (text) => void err.push(text),
  });
  return { code, out: out.join(''), err: err.join('\n'), written };
}

const { bundle } = await signedBundle();
const files = {
  'b.json': JSON.stringify(bundle),
  'b.csv': toCsv(bundle),
  'b.jsonld': JSON.stringify(toDpv(bundle)),
};

const parse = (text: string): unknown => JSON.parse(text);

/** A receipt on a policy that states everything. */
function harus(): Bundle {
  const shown = show(demoPolicies().get('haru.ko')!);
  const receipt = receiptOn(shown);
  return bundleOf([{ receipt, hash: hashOf(receipt) }], [shown]);
}

describe('dongui export', () => {
  it('turns each of the three formats into each, and nothing is lost', async () => {
    for (const name of Object.keys(files)) {
      const json = await run(files, name, '--format', 'json');
      const dpv = await run(files, name, '--format', 'dpv');
      const csv = await run(files, name, '--format', 'csv');
      assert.deepEqual([json.code, dpv.code, csv.code], [0, 0, 0], name);
      assert.equal(canonicalJson(parse(json.out)), canonicalJson(bundle));
      assert.equal(canonicalJson(parse(dpv.out)), canonicalJson(toDpv(bundle)));
      assert.equal(csv.out, files['b.csv']);
    }
  });

  it('writes to a file, and says so beside', async () => {
    const { code, out, err, written } = await run(
      files,
      ...['b.json', '--format', 'csv', '--out', 'x.csv', '--lang', 'en'],
    );
    assert.deepEqual([code, out, err], [0, '', 'x.csv: receipts exported: 3.']);
    assert.equal(written.get('x.csv'), files['b.csv']);
  });

  it('makes one of several files, with each receipt once', async () => {
    const other = harus();
    const both = { ...files, 'h.json': JSON.stringify(other) };
    const { out } = await run(both, 'b.json', 'b.csv', 'h.json', '--format', 'json');
    const read = parse(out) as Bundle;
    assert.deepEqual(
      read.receipts.map(({ hash }) => hash),
      [...bundle.receipts, ...other.receipts].map(({ hash }) => hash),
    );
    assert.equal(read.notices.length, 3);
  });

  it('names what the policy does not state, and nothing where it states all', async () => {
    const { code, err } = await run(files, 'b.json', '--format', 'dpv');
    assert.equal(code, 0);
    assert.match(
      err,
      /^처리방침에 적혀 있지 않아 비워 둔 것\(dongui:gaps\): dpv:StorageLocation, /,
    );
    const whole = await run({ 'h.json': JSON.stringify(harus()) }, 'h.json', '--format', 'dpv');
    assert.deepEqual([whole.code, whole.err], [0, '']);
  });

  it('exports what contradicts itself as it is, and tells', async () => {
    const [first, ...rest] = bundle.receipts;
    const changed = { ...bundle, receipts: [{ ...first!, hash: 'x'.repeat(43) }, ...rest] };
    const args = ['c.json', '--format', 'json'];
    const { code, out, err } = await run({ 'c.json': JSON.stringify(changed) }, ...args);
    assert.equal(code, 1);
    assert.equal(canonicalJson(parse(out)), canonicalJson(changed));
    assert.ok(err.includes('$.receipts[0].hash'));
    assert.ok(err.includes(korean.findings['receipt-hash']));
  });

  const foreign: readonly (readonly [name: string, text: string, ko: string, en: string])[] = [
    [
      'a table of others',
      'a,b\n1,2\n',
      '아닙니다.\n자리: 1번째 줄',
      'no export of dongui.\nAt row 1',
    ],
    ['JSON of others', '{"a":1}', '아닙니다.\n자리: $', 'no export of dongui.\nAt $'],
    ['no JSON', '{"a":', 'JSON이 아닙니다', 'is not JSON'],
    [
      'a bundle of a later version',
      '{"schema":"dongui/bundle@2"}',
      '뒤의 판입니다(dongui/bundle@2)',
      'a later version than this program knows (dongui/bundle@2)',
    ],
    [
      'a bundle that is damaged',
      files['b.json'].replace('"given"', '"taken"'),
      '기록의 모양이 아닙니다(wrong-value).\n자리: $.receipts[0].receipt.items[0].state',
      'not the form of a record (wrong-value).\nAt $.receipts[0].receipt.items[0].state',
    ],
    [
      'a table that was changed',
      files['b.csv'].replace(',refused,', ',given,'),
      '다릅니다. 내보낸 뒤에 바뀌었습니다.\n자리: 3번째 줄, state 칸',
      'changed after it was exported.\nAt row 3, column state',
    ],
    [
      'a document that was changed',
      files['b.jsonld'].replace('"dpv:ConsentRefused"', '"dpv:ConsentGiven"'),
      "다릅니다. 내보낸 뒤에 바뀌었습니다.\n자리: $['@graph'][1]",
      "changed after it was exported.\nAt $['@graph'][1]",
    ],
  ];
  for (const [name, text, ko, en] of foreign) {
    it(`says what is wrong with ${name}, and writes nothing`, async () => {
      for (const [lang, sentence] of [
        ['ko', ko],
        ['en', en],
      ] as const) {
        const args = ['f', '--format', 'json', '--out', 'o.json', '--lang', lang];
        const { code, out, err, written } = await run({ f: text }, ...args);
        assert.deepEqual([code, out, written.size], [2, '', 0]);
        assert.ok(err.includes(sentence), err);
        assert.ok(err.startsWith('f: '), err);
      }
    });
  }

  it('says what to do where it cannot export', async () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['b.json'], exportKorean.formatWrong],
      [['b.json', '--format', 'xml', '--lang', 'en'], exportEnglish.formatWrong],
      [['b.json', '--format', 'constructor'], exportKorean.formatWrong],
      [['none.json', '--format', 'csv'], 'none.json: 읽을 수 없습니다(no such file).'],
      [['b.json', '--format', 'csv', '--out', '/o'], '/o: 쓸 수 없습니다(read-only).'],
      [['--format', 'csv'], korean.noFile],
    ];
    for (const [args, words] of cases) {
      const { code, out, err } = await run(files, ...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.ok(err.includes(words), err);
    }
  });

  it('runs as a program, to a file and to the screen alike', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dongui-export-'));
    const [from, to] = [join(folder, 'b.json'), join(folder, 'b.csv')];
    await writeFile(from, files['b.json']);
    const start = (...args: string[]) =>
      new Promise<string>((resolve, reject) => {
        execFile(process.execPath, [...PROGRAM, 'export', from, ...args], (error, out) => {
          if (error) reject(new Error(error.message));
          else resolve(out);
        });
      });
    const screen = await start('--format', 'csv');
    await start('--format', 'csv', '--out', to);
    const file = await readFile(to, 'utf8');
    await rm(folder, { recursive: true });
    assert.equal(file, files['b.csv']);
    assert.equal(screen, file);
  });
});

const PROGRAM = [
  `--import=${new URL('../../scripts/ts-loader.mjs', import.meta.url).href}`,
  fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url)),
];
