import type { Bundle, BundledReceipt } from '../bundle.js';
import { canonicalJson } from '../canonical-json.js';
import type { Notice, TextPart } from '../notice.js';
import { parseBundledReceipt, parseText } from '../parse-bundle.js';
import { parseNotice } from '../parse-notice.js';
import { hashOf } from '../sha256.js';
import { readCsv, writeCsv } from './csv-cells.js';
import { ITEM_COLUMNS, itemCells } from './csv-columns.js';
import { ImportError, readRecord } from './import-error.js';

/** The name of the first column says what the file is. Its cells say what a line is. */
const SCHEMA = 'dongui/csv@1';
const HEADER = [SCHEMA, ...ITEM_COLUMNS, 'sha256', 'piece', 'json'];
const EMPTY = ITEM_COLUMNS.map(() => '');

/**
 * A cell of a spreadsheet holds 32,767 characters; Excel cuts what is longer without a word. Escaped,
 * a piece grows by half at most.
 */
const MOST = 20_000;

type Row = readonly string[];

/** A record in pieces that fit into a cell. No piece ends within a character. */
function piecesOf(json: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  while (from < json.length) {
    const isWithin = /[\udc00-\udfff]/.test(json.charAt(from + MOST));
    const to = from + MOST - Number(isWithin);
    pieces.push(json.slice(from, to));
    from = to;
  }
  return pieces;
}

function recordRows(type: string, value: unknown, sha256: string): readonly Row[] {
  const pieces = piecesOf(canonicalJson(value));
  return pieces.map((piece, i) => [type, ...EMPTY, sha256, `${i + 1}/${pieces.length}`, piece]);
}

function itemRows(bundle: Bundle): readonly Row[] {
  const notices = new Map(bundle.notices.map((notice) => [hashOf(notice), notice]));
  return bundle.receipts.flatMap((bundled) => {
    const notice = notices.get(bundled.receipt.notice.sha256);
    return bundled.receipt.items.map((answer) => {
      const item = notice?.items.find(({ id }) => id === answer.id);
      const cells = itemCells({
        ...{ bundled, answer },
        ...(notice && { notice }),
        ...(item && { item }),
      });
      return ['item', ...cells, '', '', ''];
    });
  });
}

function rowsOf(bundle: Bundle): readonly Row[] {
  return [
    HEADER,
    ...itemRows(bundle),
    ...bundle.receipts.flatMap((each) => recordRows('receipt', each, each.hash)),
    ...bundle.notices.flatMap((each) => recordRows('notice', each, hashOf(each))),
    ...bundle.texts.flatMap((each) => recordRows('text', each, hashOf(each))),
  ];
}

/**
 * A bundle as a table (RFC 4180, UTF-8 with a byte order mark): one line an item for readers, and
 * below, in lines of their own kind, the records themselves, so that nothing is lost. No cell is
 * taken for a formula by a spreadsheet (ASVS 1.2.10); `fromCsv()` undoes the escape.
 *
 * @param bundle of the right form; whether it contradicts itself is for `verifyBundle()`.
 */
export function toCsv(bundle: Bundle): string {
  return writeCsv(rowsOf(bundle));
}

function checkHeader([first = []]: readonly Row[]): void {
  const [schema = ''] = first;
  if (schema !== SCHEMA && /^dongui\/csv@\d+$/.test(schema))
    throw new ImportError('later-version', { row: 1, column: '1' }, schema);
  if (schema !== SCHEMA) throw new ImportError('foreign', { row: 1 });
  const wrong = HEADER.findIndex((name, i) => first[i] !== name);
  if (wrong >= 0) throw new ImportError('columns', { row: 1, column: String(HEADER[wrong]) });
}

/** A record as its lines hold it, and the first of them. */
interface Written {
  readonly type: string;
  /** In how many pieces. */
  readonly total: string;
  readonly pieces: readonly string[];
  readonly row: number;
}

const isWhole = ({ pieces, total }: Written): boolean => String(pieces.length) === total;

/** A record with its next piece, or a new one. */
function takePiece(open: Written | undefined, cells: Row, row: number): Written {
  const type = String(cells[0]);
  const [place, piece] = cells.slice(-2).map(String) as [string, string];
  const total = place.replace(/^\d+\//, '');
  const before = open ?? { type, total, pieces: [], row };
  const number = before.pieces.length + 1;
  const isNext = place === `${number}/${before.total}` && number <= Number(total);
  if (!isNext || type !== before.type)
    throw new ImportError('piece', { row, column: 'piece' }, place);
  return { ...before, pieces: [...before.pieces, piece] };
}

/** Puts the pieces of the records together. */
function recordsIn(rows: readonly Row[]): readonly Written[] {
  const records: Written[] = [];
  let open: Written | undefined;
  for (const [i, cells] of rows.entries()) {
    if (cells.length !== HEADER.length) throw new ImportError('columns', { row: i + 1 });
    if (i === 0 || cells[0] === 'item') continue;
    open = takePiece(open, cells, i + 1);
    if (!isWhole(open)) continue;
    records.push(open);
    open = undefined;
  }
  if (open) throw new ImportError('piece', { row: rows.length, column: 'piece' });
  return records;
}

function readJson({ pieces, row }: Written): unknown {
  try {
    return JSON.parse(pieces.join('')) as unknown;
  } catch {
    throw new ImportError('json', { row, column: 'json' });
  }
}

function bundleIn(records: readonly Written[]): Bundle {
  const receipts: BundledReceipt[] = [];
  const notices: Notice[] = [];
  const texts: TextPart[] = [];
  for (const record of records) {
    const { type, row } = record;
    const read = <Value>(parse: (value: unknown) => Value): Value =>
      readRecord(readJson(record), parse, () => ({ row, column: 'json' }));
    if (type === 'receipt') receipts.push(read(parseBundledReceipt));
    else if (type === 'notice') notices.push(read(parseNotice));
    else if (type === 'text') texts.push(read(parseText));
    else throw new ImportError('record', { row, column: SCHEMA }, type);
  }
  return { schema: 'dongui/bundle@1', receipts, notices, texts };
}

/** Holds every cell against what the records say. */
function checkRows(rows: readonly Row[], expected: readonly Row[]): void {
  const length = Math.max(rows.length, expected.length);
  for (let i = 0; i < length; i += 1) {
    const [own, other] = [rows[i], expected[i]];
    const row = i + 1;
    if (own === undefined || other === undefined) throw new ImportError('differs', { row });
    const wrong = other.findIndex((cell, at) => cell !== own[at]);
    if (wrong >= 0) throw new ImportError('differs', { row, column: String(HEADER[wrong]) });
  }
}

/**
 * The bundle that a table was made of, the same to the last byte of its canonical JSON. Every cell is
 * held against the records: a table in which somebody changed one is refused.
 *
 * @throws ImportError with line and column. Nothing is half read.
 */
export function fromCsv(text: string): Bundle {
  const rows = readCsv(text);
  checkHeader(rows);
  const bundle = bundleIn(recordsIn(rows));
  checkRows(rows, rowsOf(bundle));
  return bundle;
}
