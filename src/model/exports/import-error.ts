import { RecordError, type RecordIssue } from '../check-shape.js';

/**
 * Why an export can't be read back. `foreign`: not one of ours. `later-version`: of a version that
 * this program does not know. `quote`: a cell whose quotation marks do not close, or stand in the
 * middle of it. `columns`: a line with more or fewer cells than the first. `piece`: a record in
 * pieces, of which one is missing or stands elsewhere. `json`: a record that is not JSON. `record`:
 * a record that has not its form. `differs`: what stands there for readers is not what the record
 * says.
 */
export type ImportIssueCode =
  'foreign' | 'later-version' | 'quote' | 'columns' | 'piece' | 'json' | 'record' | 'differs';

/** Where something stands: in JSON by its path, in a table by line and column. */
export interface ImportPlace {
  /** `$['@graph'][1]['dongui:receipt']['@value'].at`. */
  readonly path?: string;
  /** As a spreadsheet counts: the line with the names of the columns is 1. */
  readonly row?: number;
  /** Name of the column. */
  readonly column?: string;
}

/** An export can't be read back. Nothing of it was taken. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: ImportIssueCode;
  readonly place: ImportPlace;
  /** A word more, where there is one: the version that was found, the code of a parser. */
  readonly detail?: string;

  constructor(code: ImportIssueCode, place: ImportPlace, detail?: string) {
    const { path, row, column } = place;
    const at = path ?? [`row ${String(row)}`, ...(column === undefined ? [] : [column])].join(', ');
    super(`${code} at ${at}${detail === undefined ? '' : ` (${detail})`}`);
    this.code = code;
    this.place = place;
    if (detail !== undefined) this.detail = detail;
  }
}

/**
 * Reads a record at its place.
 *
 * @param placeOf The place of a path within the record, which begins with `$`.
 * @throws ImportError for the first thing that the parser finds.
 */
export function readRecord<Value>(
  value: unknown,
  parse: (value: unknown) => Value,
  placeOf: (path: string) => ImportPlace,
): Value {
  try {
    return parse(value);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    const [issue] = error.issues as readonly [RecordIssue];
    throw new ImportError('record', placeOf(issue.path), `${issue.path} ${issue.code}`);
  }
}
