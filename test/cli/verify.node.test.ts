import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

import { runCli } from '../../src/cli/run-cli.js';
import { english } from '../../src/cli/words-en.js';
import { korean } from '../../src/cli/words-ko.js';
import type { Bundle } from '../../src/model/bundle.js';
import { EMPTY_LOG } from '../../src/model/log.js';
import { hashOf } from '../../src/model/sha256.js';
import { createAckSigner } from '../../src/receiver/ack-signer.js';
import { bundleOf, newSigningKey, signedBundle } from '../support/bundle-fixtures.js';
import { POLICY, receiptOn, show } from '../support/receiver-fixtures.js';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command over files that exist in memory. */
async function run(files: Readonly<Record<string, unknown>>, ...args: string[]): Promise<Outcome> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, {
    readFile: (path) => {
      const file = files[path];
      if (file === undefined) return Promise.reject(new Error('no such file'));
      return Promise.resolve(typeof file === 'string' ? file : JSON.stringify(file));
    },
    writeFile: () => Promise.reject(new Error('not now')),
    print: (text) => void out.push(text),
    printError: (text) => void err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function signed() {
  const { bundle, key } = await signedBundle();
  return { bundle, keys: await createAckSigner(key).keys() };
}

function changed(bundle: Bundle): Bundle {
  const [first, ...rest] = bundle.receipts;
  assert.ok(first);
  const [item, ...items] = first.receipt.items;
  assert.ok(item);
  const receipt = { ...first.receipt, items: [{ ...item, state: 'refused' as const }, ...items] };
  return { ...bundle, receipts: [{ ...first, receipt }, ...rest] };
}

describe('dongui verify', () => {
  it('tells a person what was shown, what was decided and what is proved', async () => {
    const { bundle, keys } = await signed();
    const { code, out, err } = await run({ 'b.json': bundle, 'k.json': keys }, ...VERIFY);
    assert.deepEqual([code, err], [0, '']);
    for (const words of [
      'b.json: 동의 기록 3건. 어긋난 곳이 없습니다.',
      '본 것: 상점 개인정보 처리방침 2026-11-01, 화면 signup, 언어 ko',
      '[필수] 이용약관: 동의 (직접 누름, 0.9초 뒤)',
      '[선택] 취향 분석: 동의하지 않음 (비워 둠)',
      '[선택] 광고성 정보 수신, 이메일: 동의하지 않음 (비워 둠)',
      korean.provedContent,
      korean.provedShown,
      korean.provedChain,
      '받는 서버가 2026-11-22T00:00:00.000Z에 받았다고 서명했습니다.',
      korean.limits,
    ])
      assert.ok(out.includes(words), words);
    assert.ok(!out.includes(korean.levels.broken));
    assert.ok(!out.includes(korean.levels.unproved));
  });

  it('says in words what was in the page, and which items nobody could see', async () => {
    const shown = show(POLICY);
    const receipt = receiptOn(shown, {
      shown: { sha256: hashOf(['x']), hidden: ['taste', 'advertising-email'], framed: false },
    });
    const bundle = bundleOf([{ receipt, hash: hashOf(receipt) }], [shown]);
    for (const [lang, words, hidden] of [
      ['ko', korean, '[선택] 취향 분석, [선택] 광고성 정보 수신, 이메일'],
      ['en', english, '[optional] 취향 분석, [optional] receiving advertising, e-mail'],
    ] as const) {
      const { out } = await run({ 'b.json': bundle }, 'verify', 'b.json', '--lang', lang);
      assert.ok(out.includes(words.shownTexts.replace('{sha256}', hashOf(['x']))), lang);
      assert.ok(out.includes(words.notVisible.replace('{items}', hidden)), lang);
      assert.ok(!out.includes(words.allVisible), lang);
    }
    const { out } = await run({ 'b.json': (await signed()).bundle }, 'verify', 'b.json');
    assert.ok(out.includes(korean.allVisible));
  });

  it('says who decided for a child, and until when that has to be confirmed', async () => {
    const shown = show(POLICY);
    const at = '2026-11-22T00:12:00.000Z';
    const reportOn = async (guardian: object, lang: string): Promise<string> => {
      const receipt = receiptOn(shown, { actor: 'guardian', guardian: guardian as never });
      const bundle = bundleOf([{ receipt, hash: hashOf(receipt) }], [shown]);
      return (await run({ 'b.json': bundle }, 'verify', 'b.json', '--lang', lang)).out;
    };

    const confirmed = await reportOn({ method: 'phone-identity', at }, 'ko');
    assert.ok(confirmed.includes(`정한 사람: 보호자(휴대전화 본인인증, 확인 시각 ${at})`));
    assert.ok(!confirmed.includes('지워야 합니다'));

    const provisional = await reportOn({ method: 'card' }, 'en');
    assert.ok(provisional.includes('Decided by: a guardian (card details)'));
    assert.ok(provisional.includes('deleted by 2026-11-2'));
  });

  it('says the same in English', async () => {
    const { bundle } = await signed();
    const { code, out } = await run({ 'b.json': bundle }, 'verify', 'b.json', '--lang', 'en');
    assert.equal(code, 0);
    assert.match(out, /b\.json: receipts: 3\. Nothing contradicts itself\./);
    assert.match(out, /\[required\] 이용약관: agreed \(own press, after 0\.9 s\)/);
    assert.ok(out.includes(english.findings['ack-unchecked']));
    assert.ok(!out.includes('has signed'));
  });

  it('says when by the clock of the person, and what was shown of each matter', async () => {
    const shown = show(POLICY);
    const words = { ...receiptOn(shown), at: '2026-11-21T23:59:58.500Z' };
    const verify = async (receipt: typeof words, ...args: string[]) => {
      const bundle = bundleOf([{ receipt, hash: hashOf(receipt) }], [shown]);
      return (await run({ 'b.json': bundle }, 'verify', 'b.json', ...args)).out;
    };
    const korean = await verify(words);
    assert.match(korean, /^1\. 2026-11-22 08:59:58 \(Asia\/Seoul\) 결정 /m);
    assert.match(
      korean,
      /취향 분석: .*\n {5}목적: 회원 식별 \| 항목: 이메일 \| 보유 기간: 회원 탈퇴\n/,
    );
    assert.match(korean, /광고성 정보 수신, 문자: .*\n {5}보유 기간: 2년\n/);
    assert.match(await verify(words, '--lang', 'en'), /Kept: 2 years/);
    for (const tz of ['Nowhere/Never', undefined]) {
      const { tz: _zone, ...bare } = words;
      const out = await verify({ ...bare, ...(tz !== undefined && { tz }) });
      assert.match(out, /^1\. 2026-11-21T23:59:58\.500Z 결정 /m);
    }
  });

  it('cannot be made to steer a terminal by what stands in a bundle', async () => {
    const [first, ...rest] = POLICY.processing ?? [];
    const title = 'a\u001b[2Jb\u202ec\n1. d';
    const taste = { ...rest[0]!, title };
    const shown = show({ ...POLICY, processing: [first!, taste] });
    const receipt = receiptOn(shown);
    const bundle = bundleOf([{ receipt, hash: hashOf(receipt) }], [shown]);
    const { out } = await run({ 'b.json': bundle }, 'verify', 'b.json');
    assert.ok(out.includes('a\ufffd[2Jb\ufffdc\ufffd1. d'));
    assert.ok(!/[\p{Cc}\u202e]/u.test(out.replaceAll('\n', '')));
  });

  it('fails, and names the first place, when something was changed', async () => {
    const { bundle, keys } = await signed();
    const files = { 'b.json': changed(bundle), 'k.json': keys };
    const { code, out } = await run(files, ...VERIFY);
    assert.equal(code, 1);
    assert.match(out, /어긋난 곳이 1군데 있습니다\.\n처음 어긋난 곳: \$\.receipts\[0\]\.hash/);
    assert.ok(out.includes(korean.findings['receipt-hash']));
    const [first] = out.split('\n2. ');
    assert.ok(!first?.includes(korean.provedContent));
  });

  it('gives each kind of bad bundle a sentence of its own', async () => {
    const { bundle, keys } = await signed();
    const shown = show(POLICY);
    const receipt = receiptOn(shown, {
      shown: { sha256: hashOf(['x']), hidden: ['taste'], framed: true },
    });
    const one = bundleOf([{ receipt, hash: hashOf(receipt) }], [shown]);
    const cases: readonly (readonly [unknown, string])[] = [
      [{ ...bundle, schema: 'dongui/bundle@2' }, 'dongui/bundle@2'],
      [{ ...bundle, schema: 'consent' }, '모양이 아닙니다(consent).'],
      [[], '동의 기록 묶음의 모양이 아닙니다.'],
      [{ ...bundle, notices: [] }, '그때 보여 준 문서가 묶음에 없습니다'],
      [one, '보이지 않았거나 그 화면에서 묻지 않은 항목이 있습니다(취향 분석).'],
      [one, korean.findings['ack-missing']],
    ];
    for (const [file, sentence] of cases) {
      const { out } = await run({ 'b.json': file, 'k.json': keys }, ...VERIFY);
      assert.ok(out.includes(sentence), sentence);
    }
    const strange = await createAckSigner(newSigningKey()).keys();
    const { code, out } = await run({ 'b.json': bundle, 'k.json': strange }, ...VERIFY);
    assert.equal(code, 1);
    assert.ok(out.includes(korean.findings['ack-strange-key']));
  });

  it('tells receipts of another site from those of the site that is named', async () => {
    const { bundle } = await signed();
    const files = { 'b.json': bundle };
    const own = await run(files, 'verify', 'b.json', '--site', 'https://shop.example/my/?a=1');
    assert.equal(own.code, 0);
    assert.ok(own.out.includes('만든 곳: https://shop.example\n'));
    const other = await run(files, 'verify', 'b.json', '--site', 'https://other.example');
    assert.equal(other.code, 1);
    assert.match(other.out, /처음 어긋난 곳: \$\.receipts\[0\]\.receipt\.client\.origin/);
    assert.equal(
      other.out.match(/다른 사이트에서 만들어진 기록입니다\(https:\/\/shop\.example\)\./g)?.length,
      3,
    );
    const english = ['--lang', 'en', '--site', 'http://shop.example'];
    const { out } = await run(files, 'verify', 'b.json', ...english);
    assert.ok(out.includes('This receipt was made at another site (https://shop.example).'));
    const wrong = await run(files, 'verify', 'b.json', '--site', 'shop');
    assert.deepEqual([wrong.code, wrong.err], [2, korean.siteWrong]);
  });

  it("holds a receiver's log against what is in the bundles", async () => {
    const { bundle } = await signed();
    const hashes = bundle.receipts.map(({ hash }) => hash);
    const log = { schema: 'dongui/log@1', from: EMPTY_LOG, hashes, seals: [] };
    const args = ['verify', 'b.json', '--log', 'l.json'];
    const whole = await run({ 'b.json': bundle, 'l.json': log }, ...args);
    assert.equal(whole.code, 0);
    assert.match(whole.out, /장부 l\.json: 기록 3건\. 봉인과 같고/);
    const short = { ...log, hashes: hashes.slice(1) };
    const lacking = await run({ 'b.json': bundle, 'l.json': short }, ...args);
    assert.equal(lacking.code, 1);
    const { id } = bundle.receipts[0]!.receipt;
    assert.ok(lacking.out.includes(`받는 서버의 장부에 없는 기록입니다(${id}).`));
    const { out } = await run({ 'b.json': bundle, 'l.json': short }, ...args, '--json');
    assert.match(out, /"code":"log-absent"/);
  });

  it('answers programs in JSON', async () => {
    const { bundle } = await signed();
    const files = { 'a.json': bundle, 'b.json': changed(bundle) };
    const { code, out } = await run(files, 'verify', 'a.json', 'b.json', '--json');
    assert.equal(code, 1);
    const [one, two] = out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual([one?.['file'], one?.['isIntact'], one?.['receipts']], ['a.json', true, 3]);
    assert.deepEqual(
      [two?.['isIntact'], (two?.['firstBroken'] as { code: string }).code],
      [false, 'receipt-hash'],
    );
  });

  it('says what to do where it cannot verify', async () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['verify'], korean.noFile],
      [['prove', 'b.json'], '"prove" 명령은 없습니다.'],
      [['verify', 'none.json'], 'none.json: 읽을 수 없습니다(no such file).'],
      [['verify', 'text.json'], 'text.json: JSON이 아닙니다('],
      [['verify', 'text.json', '--lang', 'fr'], korean.langWrong],
      [['verify', 'list.json', '--keys', 'list.json'], 'list.json: 공개키 묶음이 아닙니다.'],
      [['verify', '--fast'], '--fast'],
    ];
    for (const [args, words] of cases) {
      const { code, out, err } = await run({ 'text.json': 'no', 'list.json': [] }, ...args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.ok(err.includes(words), err);
    }
    assert.deepEqual(await run({}), { code: 2, out: korean.usage, err: '' });
    assert.deepEqual(await run({}, '--help'), { code: 0, out: korean.usage, err: '' });
  });

  it('runs as a program, with an exit code', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dongui-verify-'));
    const { bundle } = await signed();
    await writeFile(join(folder, 'good.json'), JSON.stringify(bundle));
    await writeFile(join(folder, 'bad.json'), JSON.stringify(changed(bundle)));
    const start = (file: string) =>
      new Promise<Outcome>((resolve) => {
        const path = join(folder, file);
        execFile(process.execPath, [...PROGRAM, 'verify', path], (error, out, err) => {
          resolve({ code: Number(error?.code ?? 0), out, err });
        });
      });
    const codes = [];
    for (const file of ['good.json', 'bad.json', 'none.json']) codes.push((await start(file)).code);
    await rm(folder, { recursive: true });
    assert.deepEqual(codes, [0, 1, 2]);
  });
});

const VERIFY = ['verify', 'b.json', '--keys', 'k.json'] as const;

const PROGRAM = [
  `--import=${new URL('../../scripts/ts-loader.mjs', import.meta.url).href}`,
  fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url)),
];
