import type { PolicyDocument } from '../model/policy-document.js';
import { createAckSigner, type PublicKey, type SigningKey } from './ack-signer.js';
import { requireKey } from './api-key.js';
import {
  type AllowedOrigins,
  crossOriginHeaders,
  preflightResponse,
  refuseStrangers,
} from './cross-origin.js';
import { createLogSealer } from './log-sealer.js';
import { createNoticeShelf } from './notice-shelf.js';
import { ProblemError, problemResponse } from './problem.js';
import { publishNotices } from './published-notices.js';
import { createRateLimiter, type RateLimit } from './rate-limit.js';
import type { ReceiptStore } from './receipt-store.js';
import type { ReceiverContext, Route } from './route.js';
import { ROUTES } from './routes.js';

/** What a receiver is made of. */
export interface ReceiverOptions {
  readonly store: ReceiptStore;
  /** The site's policy documents, in all languages and versions that pages may still show. */
  readonly policies?: readonly PolicyDocument[];
  /** Refuses receipts on anything else. Absent: they are stored as `unverified`. */
  readonly publishedOnly?: boolean;
  readonly allowedOrigins: AllowedOrigins;
  /** Opens the feed. Absent: the feed is closed. */
  readonly apiKey?: string;
  /** Signs each acknowledgement (needs the package `jose`). Absent: they are not signed. */
  readonly signingKey?: SigningKey;
  /** Keys that signed earlier; they stay published as long as their receipts count. */
  readonly retiredKeys?: readonly PublicKey[];
  /** Milliseconds since 1970. Absent: the system's clock. */
  readonly now?: () => number;
  /** Path under which the routes stand. Absent: `/consents`. */
  readonly basePath?: string;
  /** Milliseconds for a body to arrive. Absent: 10 seconds. */
  readonly bodyTimeoutMs?: number;
  readonly rateLimit?: RateLimit;
  /** Told of failures that the answer (503) says nothing about. Absent: `console.error`. */
  readonly onError?: (error: unknown) => void;
}

/** A request handler as Deno, Bun, Workers, Next and Hono take it; `toNodeListener()` for Node. */
export type Receiver = (request: Request) => Promise<Response>;

/** On every answer: it is data, for whoever asked, and nothing to show. */
const SAFE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

interface Setting {
  readonly options: ReceiverOptions;
  readonly context: ReceiverContext;
  readonly basePath: string;
  readonly limit: (request: Request, now: number) => void;
}

function routesAt(path: string): readonly Route[] {
  const found = ROUTES.filter((route) => route.path.test(path));
  if (found.length === 0) throw new ProblemError('route-unknown');
  return found;
}

async function answer(setting: Setting, request: Request): Promise<Response> {
  const { options, context, basePath, limit } = setting;
  const { pathname, searchParams } = new URL(request.url);
  refuseStrangers(request, options.allowedOrigins);
  if (!pathname.startsWith(`${basePath}/`)) throw new ProblemError('route-unknown');
  const path = pathname.slice(basePath.length);
  const routes = routesAt(path);
  const methods = routes.map(({ method }) => method);
  if (request.method === 'OPTIONS') {
    return preflightResponse(
      methods,
      routes.some(({ keyed }) => keyed),
    );
  }
  const route = routes.find(({ method }) => method === request.method);
  if (!route) {
    const allow = [...methods, 'OPTIONS'].join(', ');
    throw new ProblemError('method-not-allowed', {}, { allow });
  }
  limit(request, context.now());
  if (route.keyed) requireKey(request, options.apiKey);
  await context.shelf.ready();
  const parameter = route.path.exec(path)?.[1] ?? '';
  return route.answer(context, { request, query: searchParams, parameter });
}

function refusal(error: unknown, onError: (error: unknown) => void): Response {
  if (error instanceof ProblemError) return problemResponse(error);
  // What is left can only come from the store. What it said is for the log, not for the visitor.
  onError(error);
  return problemResponse(new ProblemError('store-unavailable', {}, { 'retry-after': '5' }));
}

function settingOf(options: ReceiverOptions): Setting {
  const {
    store,
    policies = [],
    publishedOnly = false,
    rateLimit,
    bodyTimeoutMs = 10_000,
  } = options;
  const { now = Date.now, basePath = '/consents', signingKey, retiredKeys } = options;
  const path = basePath.replace(/\/+$/, '');
  const shelf = createNoticeShelf({ store, publishedOnly, published: publishNotices(policies) });
  return {
    options,
    context: {
      ...{ store, shelf, now, bodyTimeoutMs, basePath: path },
      ...(signingKey && {
        signer: createAckSigner(signingKey, retiredKeys),
        sealer: createLogSealer({ store, now, onError: options.onError ?? console.error }),
      }),
    },
    basePath: path,
    limit: rateLimit ? createRateLimiter(rateLimit) : () => undefined,
  };
}

/**
 * The server side that stores receipts (DESIGN 6; routes and answers in `docs/receiver.md`):
 * append-only, idempotent by the receipt's id, without state of its own beside what it has read, so
 * that many receivers may share one database. It stores no address, browser or name of a visitor.
 *
 * @throws RangeError when a surface of `policies` names an item that is not there.
 * @throws TypeError when a key is of another curve than P-256 and Ed25519.
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { allowedOrigins, onError = console.error } = options;
  const setting = settingOf(options);
  return async (request) => {
    const response = await answer(setting, request).catch((error: unknown) =>
      refusal(error, onError),
    );
    const { headers } = response;
    const common = { ...SAFE_HEADERS, ...crossOriginHeaders(request, allowedOrigins) };
    for (const [name, value] of Object.entries(common)) headers.set(name, value);
    headers.set('date', new Date(setting.context.now()).toUTCString());
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
    return response;
  };
}
