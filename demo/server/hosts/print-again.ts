import { escapeHtml } from '../html.js';
import { missingConsents, toWelcome } from './answers.js';
import type { Host, HostAction } from './host.js';

/** Where a page of a host says what was wrong with what was posted. */
const PLACE = '<!-- problem -->';

/** A field of the page that nothing is written into yet. */
const EMPTY = /name="([\w-]+)"\s+value=""/g;

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
async function printAgain(page: Response, form: FormData, problem: string): Promise<Response> {
  let html = await page.text();
  if (!html.includes(PLACE)) throw new Error(`The page has no ${PLACE}.`);
  html = html.replace(PLACE, () => problem);
  html = html.replace(EMPTY, (field, name: string) => {
    const value = form.get(name);
    if (typeof value !== 'string' || SECRET.test(name)) return field;
    return `name="${name}" value="${escapeHtml(value)}"`;
  });
  return new Response(html, { status: page.status, headers: page.headers });
}

/** How a host refuses a signup. */
interface Refusal {
  /** HTML of the host around the words. */
  readonly problem: string;
  /** The page with the form, by path below the folder. Default: the folder itself. */
  readonly page?: string;
}

/**
 * The check that most software makes of a signup: each required consent with its value, and a
 * receipt. What is not whole gets the form once more.
 *
 * @param host Asked when a form comes: a host is made of its actions.
 */
export function signupAction(
  host: () => Host,
  required: Readonly<Record<string, string>>,
  { problem, page = '' }: Refusal,
): HostAction {
  return async (form, print) => {
    if (missingConsents(form, required).length === 0) return toWelcome(host(), form);
    return await printAgain(await print(page), form, problem);
  };
}
