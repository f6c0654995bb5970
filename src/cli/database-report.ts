import type { DatabaseFinding, DatabaseVerification } from '../receiver/index.js';
import type { DatabaseWords } from './database-words.js';
import { fill, type Words } from './words.js';

const LEVELS = ['broken', 'unproved', 'note'] as const;

/** More lines than this of one level are only counted. */
const MOST_LINES = 20;

function whereOf({ number, receipt }: DatabaseFinding, words: DatabaseWords): string {
  if (number === undefined) return receipt ?? '';
  return receipt === undefined
    ? fill(words.at, { number })
    : fill(words.atId, { number, id: receipt });
}

function lineOf(finding: DatabaseFinding, words: DatabaseWords): string {
  const where = whereOf(finding, words);
  const sentence = fill(words.findings[finding.code], { detail: finding.detail ?? '' });
  return `- ${where === '' ? '' : `${where}: `}${sentence}`;
}

/** What verification found of a database, for a person. */
export function databaseReportOf(
  place: string,
  result: DatabaseVerification,
  words: Words & { readonly database: DatabaseWords },
): string {
  const { database } = words;
  const { findings, firstBroken, isIntact, receipts } = result;
  const broken = findings.filter(({ level }) => level === 'broken').length;
  const lists = LEVELS.flatMap((level) => {
    const own = findings.filter((each) => each.level === level);
    const rest = own.length - MOST_LINES;
    return own.length === 0
      ? []
      : [
          '',
          words.levels[level],
          ...own.slice(0, MOST_LINES).map((each) => lineOf(each, database)),
          ...(rest > 0 ? [fill(database.more, { n: rest })] : []),
        ];
  });
  return [
    fill(isIntact ? database.intact : database.broken, { place, n: receipts, broken }),
    ...(firstBroken
      ? [fill(database.firstBroken, { where: lineOf(firstBroken, database).slice(2) })]
      : []),
    ...lists,
    '',
    database.limits,
  ].join('\n');
}
