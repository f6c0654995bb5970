import { escapeHtml } from '../html.js';

/** Where a page of a host says what was wrong with what was posted. */
const PLACE = '<!-- problem -->';

/** Fields that no software prints again. */
const SECRET = /password/i;

/**
 * The page with the form once more, as most software answers a form that it refuses: what is wrong
 * above it, and what was typed in its place.
 *
 * @param page The page as the demo serves it; `<!-- problem -->` is where the problem goes.
 * @param problem HTML of the host around the words.
 * @throws Error where the page has no place for the problem.
 */
export async function printAgain(
  page: Response,
  form: FormData,
  problem: string,
): Promise<Response> {
  let html = await page.text();
  if (!html.includes(PLACE)) throw new Error(`The page has no ${PLACE}.`);
  html = html.replace(PLACE, () => problem);
  for (const [name, value] of form) {
    if (typeof value !== 'string' || SECRET.test(name)) continue;
    const empty = `name="${escapeHtml(name)}" value=""`;
    html = html.replace(empty, () => `name="${escapeHtml(name)}" value="${escapeHtml(value)}"`);
  }
  return new Response(html, { status: page.status, headers: page.headers });
}
