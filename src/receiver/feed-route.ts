import { ProblemError } from './problem.js';
import { readLimit } from './query.js';
import { jsonResponse, type Route } from './route.js';

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
