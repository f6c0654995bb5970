import { parseNoticeOrText } from '../model/parse-notice.js';
import { understand } from './checked-body.js';
import { documentOf } from './document-of.js';
import { ProblemError } from './problem.js';
import { readJson } from './read-json.js';
import { jsonResponse, type Route } from './route.js';

const NOTICE_PATH = /^\/notices\/([A-Za-z0-9_-]{43})$/;

/** What stands under a hash never changes, so it may be kept for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** `PUT /notices/{sha256}`: a notice or a text part; 201 when it is new, 200 when it was there. */
export const putNoticeRoute: Route = {
  method: 'PUT',
  path: NOTICE_PATH,
  keyed: false,
  async answer({ shelf, bodyTimeoutMs }, { request, parameter }) {
    const body = await readJson(request, bodyTimeoutMs);
    const part = understand(() => parseNoticeOrText(body));
    const isNew = await shelf.put(documentOf(part, parameter, '$'));
    return jsonResponse({ sha256: parameter }, isNew ? 201 : 200);
  },
};

/** `GET /notices/{sha256}`: the canonical bytes, whose hash is in the address. */
export const getNoticeRoute: Route = {
  method: 'GET',
  path: NOTICE_PATH,
  keyed: false,
  async answer({ store }, { request, parameter }) {
    const document = await store.getDocument(parameter);
    if (!document) throw new ProblemError('notice-not-found');
    const headers = { etag: `"${parameter}"`, 'cache-control': FOR_EVER };
    const known = request.headers.get('if-none-match')?.includes(headers.etag) === true;
    if (known) return new Response(null, { status: 304, headers });
    return jsonResponse(document.body, 200, headers);
  },
};
