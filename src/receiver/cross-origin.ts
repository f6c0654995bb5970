import { ProblemError } from './problem.js';

/** Exact origins (`https://shop.example`), or `*` for any page. */
export type AllowedOrigins = readonly string[] | '*';

/** Date is what a client measures Retry-After against; its own clock may be wrong. */
const EXPOSED = 'date, etag, retry-after';

/** Seconds for which a browser may remember a preflight: two hours, the most that Chromium takes. */
const PREFLIGHT_SECONDS = 7_200;

/**
 * Refuses the page of an origin that is not on the list. A request without Origin does not come
 * from a page of another site, and passes: this keeps pages out, not programs.
 *
 * @throws ProblemError `origin-not-allowed`.
 */
export function refuseStrangers(request: Request, allowed: AllowedOrigins): void {
  const origin = request.headers.get('origin');
  if (origin !== null && allowed !== '*' && !allowed.includes(origin)) {
    throw new ProblemError('origin-not-allowed');
  }
}

/** Headers by which a page of an allowed origin may read the answer. Never with credentials. */
export function crossOriginHeaders(
  request: Request,
  allowed: AllowedOrigins,
): Readonly<Record<string, string>> {
  if (allowed === '*') {
    return { 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED };
  }
  const origin = request.headers.get('origin');
  if (origin === null || !allowed.includes(origin)) return { vary: 'origin' };
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': EXPOSED,
    vary: 'origin',
  };
}

/** The answer to a preflight of an address that takes these methods. */
export function preflightResponse(methods: readonly string[], takesKey: boolean): Response {
  const headers = ['content-type', 'idempotency-key', ...(takesKey ? ['authorization'] : [])];
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': headers.join(', '),
      'access-control-max-age': String(PREFLIGHT_SECONDS),
    },
  });
}
