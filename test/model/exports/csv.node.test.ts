import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Bundle } from '../../../src/model/bundle.js';
import { canonicalJson } from '../../../src/model/canonical-json.js';
import { fromCsv, toCsv } from '../../../src/model/exports/csv.js';
import {
  escapeCell,
  readCsv,
  unescapeCell,
  writeCsv,
} from '../../../src/model/exports/csv-cells.js';
import { ImportError } from '../../../src/model/exports/import-error.js';
import { hashOf } from '../../../src/model/sha256.js';
import { bundleOf, signedBundle } from '../../support/bundle-fixtures.js';
import { HOSTILE_TEXTS, LONG_TEXT } from '../../support/hostile-texts.js';
import { POLICY, receiptOn, show } from '../../support/receiver-fixtures.js';
import { seeded } from '../../support/seeded.js';

const { bundle } = await signedBundle();

/** The lines of a file as they stand in it, apostrophes and all. */
function rawCells(text: string): readonly (readonly string[])[] {
  const rows = [...text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const lines: string[][] = [[]];
  for (const [, inQuotes, bare = '', end] of rows) {
    lines.at(-1)?.push(inQuotes?.replaceAll('""', '"') ?? bare);
    if (end !== ',') lines.push([]);
  }
  return lines.slice(0, -1);
}

/** What reading says: code, line and column. */
function failure(text: string): string {
  try {
    fromCsv(text);
  } catch (error) {
    assert.ok(error instanceof ImportError);
    return error.message;
  }
  return 'read';
}

/** The file with one cell changed, by the name of its column. */
function changed(row: number, column: string, to: string): string {
  const rows = readCsv(toCsv(bundle)).map((cells) => [...cells]);
  const at = rows[0]?.indexOf(column) ?? -1;
  assert.ok(at >= 0, column);
  rows[row - 1]![at] = to;
  return writeCsv(rows);
}

const rowOf = (type: string): number =>
  readCsv(toCsv(bundle)).findIndex(([first]) => first === type) + 1;

describe('toCsv', () => {
  it('writes one line an item, and the records below', () => {
    const [header = [], ...rows] = rawCells(toCsv(bundle));
    const items = rows.filter(([type]) => type === 'item');
    const answers = bundle.receipts.flatMap(({ receipt }) => receipt.items);
    assert.equal(items.length, answers.length);
    const cell = (row: number, name: string) => items[row]?.[header.indexOf(name)];
    assert.deepEqual(
      ['receipt', 'item', 'title', 'required', 'state', 'by', 'received_at', 'signed'].map((name) =>
        cell(1, name),
      ),
      [
        ...[bundle.receipts[0]?.receipt.id, 'taste', '취향 분석', 'false', 'refused', 'unticked'],
        ...['2026-11-22T00:00:00.000Z', 'true'],
      ],
    );
    assert.equal(cell(1, 'refusal'), '추천을 받지 못합니다.');
    assert.equal(cell(1, 'purposes'), '회원 식별');
    const kinds = rows.map(([type]) => type).filter((type) => type !== 'item');
    assert.deepEqual(kinds, ['receipt', 'receipt', 'receipt', 'notice', 'notice', 'text']);
  });

  it('is UTF-8 with a byte order mark, lines end as RFC 4180 says, each with as many cells', () => {
    const text = toCsv(bundle);
    assert.ok(text.startsWith('\ufeffdongui/csv@1,receipt,'));
    assert.ok(text.endsWith('\r\n'));
    assert.equal(new Set(rawCells(text).map((cells) => cells.length)).size, 1);
  });

  it('writes purposes, data and periods of each use of a third party, and what is overseas', () => {
    const third = {
      ...{ id: 'partner', basis: 'consent', required: false, revision: '2026-11-01' },
      recipient: { name: '달빛약과' },
      uses: [
        {
          purposes: [{ text: '배송' }],
          data: [{ name: '주소', kind: 'ordinary' }],
          retention: [{ period: 'P3M', from: '배송' }],
        },
        {
          purposes: [{ text: '적립' }],
          data: [{ name: '회원번호', kind: 'ordinary' }],
          retention: [{ text: '탈퇴까지', event: '탈퇴' }],
        },
      ],
      refusal: { right: '예', consequence: '없음' },
    };
    const policy = { ...POLICY, thirdParties: [third], surfaces: { signup: ['partner'] } };
    const shown = show(policy as unknown as typeof POLICY);
    const receipt = receiptOn(shown);
    const [header = [], row] = rawCells(
      toCsv(bundleOf([{ receipt, hash: hashOf(receipt) }], [shown])),
    );
    const cells = ['purposes', 'data', 'retention', 'recipient', 'received_at', 'signed'].map(
      (name) => row?.[header.indexOf(name)],
    );
    assert.deepEqual(cells, [
      ...['배송; 적립', '주소; 회원번호', 'P3M (배송); 탈퇴까지', '달빛약과', '', 'false'],
    ]);
  });

  it('leaves empty what the bundle does not hold', () => {
    const receipt = receiptOn(show(POLICY));
    const lone = bundleOf([{ receipt, hash: hashOf(receipt) }], []);
    const [header = [], row] = rawCells(toCsv(lone));
    const cells = ['item', 'state', 'title', 'purposes', 'service'].map(
      (name) => row?.[header.indexOf(name)],
    );
    assert.deepEqual(cells, ['terms', 'given', '', '', '']);
    assert.equal(canonicalJson(fromCsv(toCsv(lone))), canonicalJson(lone));
  });

  it('cuts what is longer than a cell of a spreadsheet, between characters', () => {
    const policy = { ...POLICY, terms: [{ ...POLICY.terms![0]!, text: [LONG_TEXT] }] };
    const shown = show(policy);
    const receipt = receiptOn(shown);
    const long = bundleOf([{ receipt, hash: hashOf(receipt) }], [shown]);
    const rows = rawCells(toCsv(long));
    const longest = Math.max(...rows.flat().map((cell) => cell.length));
    assert.ok(longest <= 32_767, String(longest));
    assert.deepEqual(
      rows.filter(([type]) => type === 'text').map((cells) => cells.at(-2)),
      ['1/3', '2/3', '3/3'],
    );
    for (const cell of rows.flat()) assert.ok(!/\p{Surrogate}/u.test(cell));
    assert.equal(canonicalJson(fromCsv(toCsv(long))), canonicalJson(long));
  });
});

describe('a cell', () => {
  const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;

  it('is no formula, whatever is in it, and is the same when it is read', () => {
    const alphabet = Array.from(`'=+-@;\t\r\n\0 "',＝＋－＠a가\u200b\ufeff😀\u2212`);
    const random = seeded(7);
    const made = Array.from({ length: 20_000 }, () =>
      Array.from(
        { length: 1 + Math.floor(random() * 9) },
        () => alphabet[Math.floor(random() * alphabet.length)],
      ).join(''),
    );
    for (const text of [...HOSTILE_TEXTS, ...made]) {
      const cell = escapeCell(text);
      assert.ok(!FORMULA.test(cell), JSON.stringify(text));
      assert.ok(!/[;\t\r\n] *[=+\-@＝＋－＠]/.test(cell), JSON.stringify(text));
      assert.equal(unescapeCell(cell), text);
      assert.deepEqual(
        readCsv(
          writeCsv([
            [text, text],
            ['', text],
          ]),
        ),
        [
          [text, text],
          ['', text],
        ],
      );
    }
  });

  it('stands in the file as it is where it is harmless', () => {
    for (const text of ['', 'a', '1-2', 'a=b', '2026-11-22T00:00:00.000Z', '_a-b', '가 나'])
      assert.equal(escapeCell(text), text);
  });
});

describe('fromCsv', () => {
  it('gives the bundle back', () => {
    assert.equal(canonicalJson(fromCsv(toCsv(bundle))), canonicalJson(bundle));
    const empty: Bundle = { schema: 'dongui/bundle@1', receipts: [], notices: [], texts: [] };
    assert.deepEqual(fromCsv(toCsv(empty)), empty);
  });

  it('does not mind the byte order mark, line ends, or quotation marks that need not be', () => {
    const rows = rawCells(toCsv(bundle));
    const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join());
    for (const end of ['\n', '\r\n', '\r'])
      assert.equal(canonicalJson(fromCsv(quoted.join(end))), canonicalJson(bundle), end);
  });

  const cases: readonly (readonly [name: string, text: () => string, expected: string])[] = [
    ['nothing', () => '', 'foreign at row 1'],
    ['another table', () => 'name,age\r\nkim,3\r\n', 'foreign at row 1'],
    ['JSON', () => JSON.stringify(bundle), 'quote at row 1, 1'],
    [
      'a later version',
      () => toCsv(bundle).replace('csv@1', 'csv@2'),
      'later-version at row 1, 1 (dongui/csv@2)',
    ],
    [
      'a column with another name',
      () => toCsv(bundle).replace(',state,', ',status,'),
      'columns at row 1, state',
    ],
    ['a line that is short', () => `${toCsv(bundle)}item,1\r\n`, 'columns at row 14'],
    ['a quotation mark that does not close', () => `${toCsv(bundle)}"x`, 'quote at row 14, 1'],
    ['a quotation mark in a word', () => `${toCsv(bundle)}a"b`, 'quote at row 14, 1'],
    ['what follows a quotation mark', () => `${toCsv(bundle)}"a"b`, 'quote at row 14, 1'],
    ['an answer that was changed', () => changed(2, 'state', 'refused'), 'differs at row 2, state'],
    ['a line of readers that is gone', () => withoutRow(3), 'differs at row 3, item'],
    [
      'a record that was changed',
      () => changed(rowOf('receipt'), 'json', '{}'),
      `record at row ${rowOf('receipt')}, json ($.receipt wrong-type)`,
    ],
    [
      'a record that is no JSON',
      () => changed(rowOf('notice'), 'json', '{'),
      `json at row ${rowOf('notice')}, json`,
    ],
    [
      'a line of no kind',
      () => changed(rowOf('text'), 'dongui/csv@1', 'image'),
      `record at row ${rowOf('text')}, dongui/csv@1 (image)`,
    ],
    [
      'a piece that is missing',
      () => changed(rowOf('text'), 'piece', '2/2'),
      `piece at row ${rowOf('text')}, piece (2/2)`,
    ],
    [
      'a piece beyond the last',
      () => changed(rowOf('text'), 'piece', '1/0'),
      `piece at row ${rowOf('text')}, piece (1/0)`,
    ],
    [
      'the end of a record that is missing',
      () => changed(rowOf('text'), 'piece', '1/2'),
      `piece at row ${rowOf('text')}, piece`,
    ],
    [
      'a record that begins within another',
      () => changed(rowOf('receipt'), 'piece', '1/2'),
      `piece at row ${rowOf('receipt') + 1}, piece (1/1)`,
    ],
    ['a line too many', () => toCsv(bundle) + lastRow(), `differs at row ${rowOf('text') + 1}`],
  ];

  function withoutRow(row: number): string {
    return writeCsv(readCsv(toCsv(bundle)).filter((_, i) => i !== row - 1));
  }

  function lastRow(): string {
    const items = readCsv(toCsv(bundle)).filter(([type]) => type === 'item');
    return writeCsv(items.slice(-1)).slice(1);
  }

  for (const [name, text, expected] of cases) {
    it(`says where it stops: ${name}`, () => {
      assert.equal(failure(text()), expected);
    });
  }

  it('cannot be made to change what all objects inherit', () => {
    const text = changed(
      rowOf('receipt'),
      'json',
      '{"__proto__":{"polluted":1},"receipt":{},"hash":""}',
    );
    assert.match(failure(text), /^record at row \d+, json/);
    assert.ok(!('polluted' in {}));
  });
});
