import { ProblemError } from './problem.js';

const USUAL_LIMIT = 100;
const MOST_ITEMS = 500;

/**
 * How many items a page may have: `limit`, 1 to 500, 100 where there is none.
 *
 * @throws ProblemError `limit-invalid`.
 */
export function readLimit(query: URLSearchParams): number {
  const text = query.get('limit') ?? String(USUAL_LIMIT);
  const limit = /^[1-9][0-9]{0,2}$/.test(text) ? Number(text) : Infinity;
  if (limit > MOST_ITEMS) throw new ProblemError('limit-invalid');
  return limit;
}
