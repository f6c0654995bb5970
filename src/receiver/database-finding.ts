/**
 * What verification can say of a database. The first group breaks a proof; the second leaves
 * something unproved; the third is what a reader should know.
 */
export type DatabaseFindingCode =
  | 'database-invalid'
  | 'body-hash'
  | 'body-invalid'
  | 'column'
  | 'half-erased'
  | 'delivery-invalid'
  | 'ack-invalid'
  | 'ack-other'
  | 'ack-signature'
  | 'ack-strange-key'
  | 'ack-unsigned-after'
  | 'notice-missing'
  | 'text-missing'
  | 'document-hash'
  | 'misfit'
  | 'row-missing'
  | 'row-inserted'
  | 'row-moved'
  | 'row-replaced'
  | 'row-position'
  | 'leaf'
  | 'seal'
  | 'witness'
  | 'truncated'
  | 'absent'
  | 'differs'
  | 'leaf-missing'
  | 'unsealed'
  | 'no-witness'
  | 'ack-unsigned'
  | 'ack-unchecked'
  | 'erased'
  | 'clock-skew'
  | 'alarm';

/** One thing that was found in a database. */
export interface DatabaseFinding {
  readonly level: 'broken' | 'unproved' | 'note';
  readonly code: DatabaseFindingCode;
  /** Which receipt in the order of the log, from 1; absent where it is about none. */
  readonly number?: number;
  /** Its id, where a row is there. */
  readonly receipt?: string;
  /** A column, a hash, a number of rows, two numbers between which it lies. */
  readonly detail?: string;
}

const UNPROVED: readonly DatabaseFindingCode[] = [
  ...(['leaf-missing', 'unsealed', 'no-witness', 'ack-unsigned', 'ack-unchecked'] as const),
];

const NOTES: readonly DatabaseFindingCode[] = ['erased', 'clock-skew', 'alarm'];

/** A finding with the level that its code has. */
export function databaseFinding(
  code: DatabaseFindingCode,
  facts: Omit<DatabaseFinding, 'level' | 'code'> = {},
): DatabaseFinding {
  const level = NOTES.includes(code) ? 'note' : UNPROVED.includes(code) ? 'unproved' : 'broken';
  return { level, code, ...facts };
}
