import { checkShape, listIssues, RecordError, type RecordIssue } from './check-shape.js';
import type { Notice, TextPart } from './notice.js';

/** What is wrong with a value as a notice: empty when nothing is. */
export function noticeIssues(value: unknown): RecordIssue[] {
  const issues = checkShape('noticeRecord', value);
  if (issues.length > 0) return issues;
  const { items } = value as Notice;
  const ids = items.map(({ id }) => id);
  return listIssues('$.items', ids, '.id');
}

/**
 * Takes a value from `JSON.parse` for a notice: closed schema, at most 64 items, none twice. Its
 * hashes are for who needs them.
 *
 * @returns The same value.
 * @throws RecordError with JSON paths.
 */
export function parseNotice(value: unknown): Notice {
  const issues = noticeIssues(value);
  if (issues.length > 0) throw new RecordError(issues);
  return value as Notice;
}

/**
 * Takes a value from `JSON.parse` for what it says in `schema`: a text part, or else a notice.
 *
 * @throws RecordError with JSON paths.
 */
export function parseNoticeOrText(value: unknown): Notice | TextPart {
  const isText = (Object(value) as Partial<TextPart>).schema === 'dongui/text@1';
  if (!isText) return parseNotice(value);
  const issues = checkShape('textRecord', value);
  if (issues.length > 0) throw new RecordError(issues);
  return value as TextPart;
}
