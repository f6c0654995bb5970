import { ImportError } from './import-error.js';

/**
 * Characters that make a spreadsheet take a cell for a formula, in every width that it folds into
 * one (OWASP ASVS 5.0, 1.2.10): ASCII, full-width and small forms, superscripts.
 */
const FORMULA =
  '=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207a\u207b\u207c\u208a\u208b\u208c\u2212';

/** What is escaped at the beginning of a cell. Blanks and invisible characters may stand before. */
const AT_START = new RegExp(`^(?:[\\0\\t\\r\\n]|[\\s\\p{Cc}\\p{Cf}]*['${FORMULA}])`, 'u');

/** What a spreadsheet that separates by semicolons or tabs takes for the beginning of a cell. */
const INSIDE = new RegExp(`([;\\t\\r\\n] *)(?=['${FORMULA}])`, 'gu');

const INSIDE_ESCAPED = /([;\t\r\n] *)'/g;

/** A text that no spreadsheet takes for a formula: an apostrophe stands before what would be one. */
export function escapeCell(text: string): string {
  const inside = text.replace(INSIDE, "$1'");
  return AT_START.test(inside) ? `'${inside}` : inside;
}

/** The text that `escapeCell()` was given. */
export function unescapeCell(cell: string): string {
  const inside = cell.startsWith("'") ? cell.slice(1) : cell;
  return inside.replace(INSIDE_ESCAPED, '$1');
}

function quoted(text: string): string {
  const cell = escapeCell(text);
  return /[",\r\n;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Lines of cells as a file: RFC 4180, with a byte order mark, without which Excel takes UTF-8 for something else. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}

/** Where a quoted cell ends, at its last quotation mark; -1 where it does not. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

/** A cell that begins at a place: its text, what follows it, and where the next one begins. */
function cellAt(
  text: string,
  at: number,
): readonly [cell: string, end: string, next: number] | null {
  const isQuoted = text[at] === '"';
  const bare = /[^",\r\n]*/y;
  bare.lastIndex = at;
  const to = isQuoted ? closingQuote(text, at) : at + String(bare.exec(text)?.[0]).length;
  if (to < 0) return null;
  const ends = /,|\r\n|\n|\r|$/y;
  ends.lastIndex = to + Number(isQuoted);
  const end = ends.exec(text)?.[0];
  if (end === undefined) return null;
  const cell = isQuoted ? text.slice(at + 1, to).replaceAll('""', '"') : text.slice(at, to);
  return [cell, end, to + Number(isQuoted) + end.length];
}

/**
 * The cells of a file, as `writeCsv()` was given them. Line ends may be of any kind, and the byte
 * order mark may be missing.
 *
 * @throws ImportError where quotation marks do not close or stand in the middle of a cell.
 */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length || row.length > 0) {
    const found = cellAt(text, at);
    if (found === null)
      throw new ImportError('quote', { row: rows.length + 1, column: String(row.length + 1) });
    const [cell, end, next] = found;
    row.push(unescapeCell(cell));
    at = next;
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
