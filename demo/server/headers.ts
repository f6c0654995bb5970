/** Where browsers report what the policy below stopped. */
export const CSP_REPORT_PATH = '/csp-reports';

/**
 * The strict policy that the library promises to run under, on every page of the demo.
 *
 * `report-uri` and not `report-to`: reports of the Reporting API are sent up to a minute later, and
 * a browser that knows both ignores the older one.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `report-uri ${CSP_REPORT_PATH}`,
].join('; ');

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // The address of a welcome page names a receipt; no other site is told.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/**
 * The same answer with the demo's security headers; one it has already stays.
 *
 * @param policy Another content security policy; an empty one is none at all, as on many a host.
 */
export function withSecurityHeaders(
  response: Response,
  policy: string = CONTENT_SECURITY_POLICY,
): Response {
  const headers = new Headers(response.headers);
  const all = { 'content-security-policy': policy, ...SECURITY_HEADERS };
  for (const [name, value] of Object.entries(all)) {
    if (value !== '' && !headers.has(name)) headers.set(name, value);
  }
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
