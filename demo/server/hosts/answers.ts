import { readFile } from 'node:fs/promises';

import { escapeHtml } from '../html.js';
import type { SiteFiles } from '../site-files.js';
import { readToken } from '../token.js';
import type { Host } from './host.js';

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

/** The field that links a signup to its receipt. */
export const RECEIPT_FIELD = 'dongui_receipt';

/**
 * Which of the required consents did not come with the value that the host documents.
 *
 * @param required Value by field: `{ agree: '1' }`.
 */
export function missingConsents(
  form: FormData,
  required: Readonly<Record<string, string>>,
): readonly string[] {
  const names = Object.keys(required).filter((name) => form.get(name) !== required[name]);
  return readToken(form) === undefined ? [...names, RECEIPT_FIELD] : names;
}

/** Where the page after a signup is, with the receipt and the consents that arrived in its address. */
export function welcomeAddress({ name, consents }: Host, form: FormData): string {
  const query = new URLSearchParams({ receipt: readToken(form) ?? '' });
  for (const [field, value] of form) {
    if (typeof value === 'string' && (consents.test(field) || field === RECEIPT_FIELD)) {
      query.append('field', `${field}=${value}`);
    }
  }
  return `/hosts/${name}/welcome/?${query.toString()}`;
}

/** Leads a browser to the page after the signup. */
export function toWelcome(host: Host, form: FormData): Response {
  return new Response(null, { status: 303, headers: { location: welcomeAddress(host, form) } });
}

/**
 * Says what is wrong in an `alert()` and goes back by `location.replace()`, as much Korean software
 * does: the page that sent the form is gone then, and what was typed with it.
 *
 * @param back Where to; absent: the page that the form was on.
 */
export function alertAndBack(message: string, back?: string): Response {
  // JSON is a string of JavaScript once `<` cannot end the script.
  const quote = (text: string): string => JSON.stringify(text).replaceAll('<', '\\u003c');
  const target = back === undefined ? 'document.referrer' : quote(back);
  const body = `<!doctype html>
<html lang="ko">
  <head>
    <meta charset="utf-8" />
    <title>${escapeHtml(message)}</title>
  </head>
  <body>
    <script>
      alert(${quote(message)});
      location.replace(${target});
    </script>
    <noscript><p>${escapeHtml(message)}</p></noscript>
  </body>
</html>
`;
  return new Response(body, { headers: HTML });
}

/** A page of the site with what was posted in place of `%%name%%`. */
export async function readPage(files: SiteFiles, path: string, form: FormData): Promise<Response> {
  const file = files.get(path);
  if (file === undefined) throw new Error(`The demo has no page ${path}.`);
  const page = await readFile(file, 'utf8');
  const printed = page.replace(/%%([^%\s]+)%%/g, (_, name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? escapeHtml(value) : '';
  });
  return new Response(printed, { headers: HTML });
}

/**
 * The answer as a page of another character set. Only ASCII is sent: what stands outside of it is
 * written as a reference, which says the same in every character set. Texts of inline scripts have
 * to be ASCII already.
 */
export async function toCharset(response: Response, charset?: string): Promise<Response> {
  const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
  if (charset === undefined || !isPage) return response;
  const page = await response.text();
  const ascii = page.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
  const headers = new Headers(response.headers);
  headers.set('content-type', `text/html; charset=${charset}`);
  return new Response(ascii, { status: response.status, headers });
}
