import { koreanDay } from '../model/due-dates.js';
import type { DueKind } from '../model/due-rules.js';
import { ProblemError } from './problem.js';
import { readLimit } from './query.js';
import type { DueCursor } from './receipt-store.js';
import { jsonResponse, type Route } from './route.js';

const KINDS = 'result-notice|reconfirmation|guardian|unlinked';
const UUID = '[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}';

/** To a reader it is opaque. */
const CURSOR = new RegExp(`^d(\\d{4}-\\d\\d-\\d\\d)\\.(${UUID})\\.(${KINDS})$`);

/** How far ahead a list looks where nothing else is asked, in days. */
const USUAL_DAYS = 60;

const DAY_MS = 86_400_000;

const BEGINNING = { due: '0001-01-01', receipt: '00000000-0000-0000-0000-000000000000', kind: '' };

function isDay(text: string): boolean {
  const at = Date.parse(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(at || 0).toISOString().startsWith(text);
}

function readCursor(query: URLSearchParams): DueCursor {
  const after = query.get('after') ?? '';
  if (after === '') return BEGINNING as DueCursor;
  const [, due = '', receipt = '', kind = ''] = CURSOR.exec(after) ?? [];
  if (!isDay(due)) throw new ProblemError('cursor-invalid');
  return { due, receipt, kind: kind as DueKind };
}

function readUntil(query: URLSearchParams, now: number): string {
  const until = query.get('until') ?? koreanDay(now + USUAL_DAYS * DAY_MS);
  if (!isDay(until)) throw new ProblemError('until-invalid');
  return until;
}

const cursorOf = ({ due, receipt, kind }: DueCursor): string => `d${due}.${receipt}.${kind}`;

/**
 * `GET /due?until=<day>&after=<cursor>&limit=<1-500>`: what the operator owes, by day, the oldest
 * first. Absent `until`: the next 60 days. `next` is there while there is more.
 */
export const dueRoute: Route = {
  method: 'GET',
  path: /^\/due$/,
  keyed: true,
  async answer({ store, now }, { query }) {
    const { items, next } = await store.readDue({
      ...{ until: readUntil(query, now()), after: readCursor(query), limit: readLimit(query) },
    });
    return jsonResponse({ items, ...(next && { next: cursorOf(next) }) });
  },
};

/** `PUT /due/{receipt}/{kind}`: it is done. The same again changes nothing. */
export const settleRoute: Route = {
  method: 'PUT',
  path: new RegExp(`^/due/(${UUID}/(?:${KINDS}))$`),
  keyed: true,
  async answer({ store, now }, { parameter }) {
    const [receipt = '', kind = ''] = parameter.split('/');
    const what = { receipt, kind: kind as DueKind };
    if (!(await store.settleDue(what, now()))) throw new ProblemError('due-not-found');
    return jsonResponse(what);
  },
};
