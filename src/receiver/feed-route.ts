import { ProblemError } from './problem.js';
import { jsonResponse, type Route } from './route.js';

const USUAL_LIMIT = 100;
const MOST_ITEMS = 500;

/** The letter leaves room for cursors of another kind; to a reader they are opaque. */
const CURSOR = /^f(0|[1-9][0-9]{0,17})$/;

const cursorOf = (position: string): string => `f${position}`;

function readCursor(query: URLSearchParams): string {
  const after = query.get('after') ?? '';
  if (after === '') return '0';
  const position = CURSOR.exec(after)?.[1];
  if (position === undefined) throw new ProblemError('cursor-invalid');
  return position;
}

function readLimit(query: URLSearchParams): number {
  const text = query.get('limit') ?? String(USUAL_LIMIT);
  const limit = /^[1-9][0-9]{0,2}$/.test(text) ? Number(text) : Infinity;
  if (limit > MOST_ITEMS) throw new ProblemError('limit-invalid');
  return limit;
}

/**
 * `GET /receipts?after=<cursor>&limit=<1-500>&policy=<id>`: all receipts, in an order that never
 * changes. Ask again with `next` as `after`: it is never null.
 */
export const feedRoute: Route = {
  method: 'GET',
  path: /^\/receipts$/,
  keyed: true,
  async answer({ store }, { query }) {
    const policy = query.get('policy');
    const { items, next } = await store.readFeed({
      ...{ after: readCursor(query), limit: readLimit(query) },
      ...(policy !== null && { policy }),
    });
    return jsonResponse({ items, next: cursorOf(next) });
  },
};
