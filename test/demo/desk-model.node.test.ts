import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';

import { groupDue, readDue, settle } from '../../demo/pages/desk/due.js';
import { countAnswers, type Entry, type ReceiptEntry } from '../../demo/pages/desk/entry.js';
import { figuresOf } from '../../demo/pages/desk/figures.js';
import { ratesCsv } from '../../demo/pages/desk/rates-csv.js';
import {
  type Asked,
  askedOf,
  busiestOf,
  itemBars,
  type NoticeCount,
  ratesOf,
  segmentsOf,
} from '../../demo/pages/desk/stats.js';
import { sentenceOf } from '../../demo/pages/desk/texts.js';
import { finding, type FindingCode } from '../../src/model/finding.js';
import type { DueItem, FeedItem } from '../../src/receiver/receipt-store.js';
import { ackOf } from '../support/bundle-fixtures.js';
import { NOW, POLICY, receiptOn, show } from '../support/receiver-fixtures.js';

const SHOWN = show(POLICY);

function entry(changes: Partial<FeedItem> = {}, codes: readonly FindingCode[] = []): ReceiptEntry {
  const receipt = receiptOn(SHOWN);
  const item: FeedItem = {
    ...{ receipt, hash: '', receivedAt: new Date(NOW).toISOString(), notice: SHOWN.sha256 },
    ...{ status: 'published', flags: [], ack: ackOf(receipt) },
    delivery: { persisted: 'idb', attempt: 1, ack: 'hash' },
    ...changes,
  };
  return { item, notice: SHOWN.notice, findings: codes.map((code) => finding(code, '$')) };
}

describe('The figures of the desk', () => {
  it('count by the days of Korea', () => {
    const at = (utc: string): Entry => entry({ receivedAt: utc });
    // Midnight in Seoul is 15:00 UTC.
    const entries = [
      at('2026-11-21T14:59:59.999Z'),
      at('2026-11-21T15:00:00.000Z'),
      at('2026-11-22T10:00:00.000Z'),
      at('2026-11-20T14:59:59.999Z'),
    ];
    const { today, yesterday } = figuresOf(entries, Date.UTC(2026, 10, 22, 11));
    assert.deepEqual([today, yesterday], [2, 1]);
  });

  it('count what verification came to, without what was erased', () => {
    const { notice: _notice, ...blind } = entry();
    const { receipt, ...rest } = entry().item;
    const entries: readonly Entry[] = [
      ...[entry(), entry({}, ['clock-skew', 'facts-unstated']), entry({}, ['receipt-hash'])],
      ...[entry({ status: 'unverified' }), blind],
      { item: { ...rest, id: receipt.id, erased: rest.receivedAt } },
    ];
    const { verified, intact, broken, unverified } = figuresOf(entries, NOW);
    assert.deepEqual([verified, intact, broken, unverified], [5, 2, 1, 2]);
  });

  it('tell what was required from what a person was free in', () => {
    const { receipt } = entry().item;
    const counts = { required: 1, given: 0, refused: 3, withdrawn: 0, renewed: 0, expired: 0 };
    assert.deepEqual(countAnswers(receipt, SHOWN.notice), counts);
    const unknown = { ...counts, required: 0, given: 1 };
    assert.deepEqual(countAnswers(receipt, undefined), unknown);
  });
});

describe('What is due, at the desk', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  const due = (changes: Partial<DueItem>): DueItem => ({
    ...{ kind: 'result-notice', due: '2026-11-24', receipt: 'r', policy: 'shop', subject: 'u_1' },
    ...{ items: [], requirement: 'MKT-06' },
    ...changes,
  });

  it('is put together by day and kind, and by persons, in the order of the days', () => {
    const groups = groupDue(
      [
        due({ subject: 'u_1' }),
        due({ due: '2026-11-21', subject: 'u_2' }),
        due({ subject: 'u_3', account: 'a' }),
        due({ subject: 'u_4', account: 'a' }),
        due({ kind: 'guardian', requirement: 'CHD-05' }),
      ],
      '2026-11-22',
    );
    assert.deepEqual(
      groups.map(({ day, kind, left, people, items }) => [day, kind, left, people, items.length]),
      [
        ['2026-11-21', 'result-notice', -1, 1, 1],
        ['2026-11-24', 'guardian', 2, 1, 1],
        ['2026-11-24', 'result-notice', 2, 2, 3],
      ],
    );
  });

  it('is read to its end, and told to be done by receipt and kind', async () => {
    const asked: string[] = [];
    globalThis.fetch = (input, init) => {
      asked.push(`${init?.method ?? ''} ${input as string}`);
      const isFirst = (input as string).endsWith('after=');
      return Promise.resolve(
        Response.json({ items: [due({})], ...(isFirst && { next: 'd2026' }) }),
      );
    };
    const { items, isCut } = await readDue();
    assert.deepEqual([items.length, isCut], [2, false]);
    await settle(due({}));
    assert.deepEqual(asked, [
      'GET /desk/due?limit=500&after=',
      'GET /desk/due?limit=500&after=d2026',
      'PUT /desk/due/r/result-notice',
    ]);
  });

  it('says so where it is too much to read', async () => {
    globalThis.fetch = () => Promise.resolve(Response.json({ items: [due({})], next: 'd1' }));
    assert.equal((await readDue()).isCut, true);
  });
});

describe('What was decided, at the desk', () => {
  const counted = (changes: Partial<NoticeCount>): NoticeCount => ({
    ...{ notice: 'n', policy: 'shop', surface: 'signup', version: '1.0', locale: 'en' },
    ...{ receipts: 1, items: [] },
    ...changes,
  });

  it('is put together over the languages of one version, the Korean notice first', () => {
    const items = [{ id: 'taste', given: 3, refused: 1, withdrawn: 1 }];
    const all = askedOf([
      counted({ notice: 'en', receipts: 4, items }),
      counted({ notice: 'ko', locale: 'ko', receipts: 6, items }),
      counted({ notice: 'old', version: '0.9', receipts: 20 }),
    ]);
    assert.deepEqual(
      all.map(({ version, receipts, notices }) => [version, receipts, notices]),
      [
        ['0.9', 20, ['old']],
        ['1.0', 10, ['ko', 'en']],
      ],
    );
    assert.deepEqual(all[1]?.items, [{ id: 'taste', given: 6, refused: 2, withdrawn: 2 }]);
  });

  const asked = (items: Asked['items'], version = '1.0'): Asked => ({
    ...{ policy: 'shop', surface: 'signup', version, receipts: 1, notices: [], items },
  });

  it('parts those who agreed into those who still do and those who took it back', () => {
    const [bar] = itemBars(asked([{ id: 'taste', given: 6, refused: 2, withdrawn: 2 }]));
    assert.deepEqual(bar, {
      ...{ id: 'taste', standing: 4, refused: 2, withdrawn: 2, asked: 8, given: 75 },
    });
    assert.ok(bar);
    const segments = segmentsOf(bar);
    assert.deepEqual(
      segments.map(({ name }) => name),
      ['given', 'refused', 'gone'],
    );
    const last = segments.at(-1);
    assert.ok(last && Math.abs(last.x + last.width - 100) < 1e-9, 'the bar is as long as its room');
    for (const [i, { x, width }] of segments.entries()) {
      assert.ok(width > 0);
      const next = segments[i + 1];
      assert.ok(next === undefined || next.x > x + width, 'no part covers another');
    }
  });

  it('draws nothing for what is not there, and no bar where nobody was asked', () => {
    const bars = itemBars(
      asked([
        { id: 'all', given: 5, refused: 0, withdrawn: 0 },
        { id: 'none', given: 0, refused: 0, withdrawn: 0 },
        { id: 'gone', given: 1, refused: 1, withdrawn: 3 },
      ]),
    );
    assert.deepEqual(
      bars.map(({ id }) => id),
      ['all', 'gone'],
    );
    assert.deepEqual(bars.map(segmentsOf)[0], [{ name: 'given', x: 0, width: 100 }]);
    assert.deepEqual([bars[1]?.standing, bars[1]?.withdrawn], [0, 1]);
  });

  it('sets the versions of one surface side by side, in their order', () => {
    const item = { id: 'taste', given: 1, refused: 1, withdrawn: 0 };
    const all = [asked([item], '10.0'), asked([{ ...item, given: 3 }], '9.0'), asked([], '2.0')];
    const [first] = all;
    assert.ok(first);
    const { versions, rows } = ratesOf(all, first);
    assert.deepEqual(versions, ['2.0', '9.0', '10.0']);
    assert.deepEqual(
      rows[0]?.rates.map((rate) => rate?.given),
      [undefined, 75, 50],
    );
  });

  it('finds the day with most receipts, and none where there are none', () => {
    const day = (name: string, decisions: number, withdrawals: number) =>
      ({ day: name, decisions, withdrawals }) as const;
    assert.equal(busiestOf([day('a', 1, 0), day('b', 1, 2), day('c', 3, 0)])?.day, 'b');
    assert.equal(busiestOf([day('a', 0, 0)]), undefined);
    assert.equal(busiestOf([]), undefined);
  });

  it('goes into a file that no spreadsheet takes for a formula', () => {
    const items = [{ id: 'taste', given: 3, refused: 1, withdrawn: 1 }];
    const csv = ratesCsv({
      asked: [asked(items)],
      titleOf: () => '=HYPERLINK("http://x.example")',
      isRequired: () => false,
    });
    const [head, row] = csv.split('\r\n');
    assert.ok(head?.startsWith('\ufeffpolicy,surface,version,item,title'));
    assert.equal(row, `shop,signup,1.0,taste,"'=HYPERLINK(""http://x.example"")",false,3,1,1,75.0`);
  });
});

describe('The words of the desk', () => {
  it('say what was found, and speak of no file', () => {
    assert.equal(
      sentenceOf(finding('log-witness', '$', '3-5')),
      '답에 적힌 장부와 지금의 장부가 다릅니다. 3-5번째 사이의 기록이 그 뒤에 바뀌었습니다.',
    );
    assert.equal(
      sentenceOf(finding('receipt-hash', '$', 'x')),
      '기록의 내용이 해시와 다릅니다. 만들어진 뒤에 바뀌었습니다.',
    );
    for (const code of ['notice-missing', 'text-missing', 'ack-unchecked'] as const) {
      assert.doesNotMatch(sentenceOf(finding(code, '$')), /묶음|--keys|\{/);
    }
  });
});
