import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';

import type { GuardianMethod } from '../../src/model/policy-about.js';
import { readForm } from './form-body.js';
import { escapeHtml } from './html.js';
import { join, type Service } from './join.js';
import type { SiteFiles } from './site-files.js';

/** What a child asked of a guardian, without anything that a person is known by. */
interface GuardianRequest {
  readonly method: GuardianMethod;
  /** When the guardian was confirmed; absent until then. */
  readonly at?: string;
}

/** More than any visitor makes; older ones go. */
const MOST_REQUESTS = 1000;

/** In this way the guardian decides first, and is confirmed afterwards (PIPA Decree 17-2(1)1). */
const CONFIRMED_LATER: GuardianMethod = 'sms-notice';

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

/** Answers below `<service>/guardian/`; undefined where nothing of it is concerned. */
export type GuardianDesk = (request: Request, url: URL) => Promise<Response | undefined>;

const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location } });

/** What a form says, as far as it is text. */
const fieldOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/**
 * The way of a child to a guardian, as a host's server has it: the child says how to reach the
 * guardian, the guardian is confirmed, and decides. The demo plays the confirmation. It keeps no name
 * and no number: a number of the check is all that a receipt may hold (requirements CHD-04, REC-03).
 */
export function createGuardianDesk(files: SiteFiles, services: readonly Service[]): GuardianDesk {
  const requests = new Map<string, GuardianRequest>();
  return async (request, url) => {
    const service = services.find(({ path }) => url.pathname.startsWith(`${path}guardian/`));
    if (service === undefined) return undefined;
    const home = `${service.path}guardian/`;
    const step = url.pathname.slice(home.length);
    if (request.method === 'GET') return await show(step, home, url);
    if (request.method !== 'POST') return undefined;
    if (step === 'join') return await join(request, service, { actor: 'guardian' });
    const form = await readForm(request);
    if (typeof form === 'string') return seeOther(home);
    if (step === 'ask') return ask(form, service, home);
    return step === 'confirm' ? confirm(form, home) : undefined;
  };

  /** The pages of the guardian say which request they are of. */
  async function show(step: string, home: string, url: URL): Promise<Response | undefined> {
    if (step !== 'check/' && step !== 'consent/') return undefined;
    const ref = url.searchParams.get('request') ?? '';
    const found = requests.get(ref);
    const file = files.get(url.pathname);
    if (found === undefined || file === undefined) return seeOther(home);
    const values: Readonly<Record<string, string>> = { ref, at: '', ...found };
    const page = (await readFile(file, 'utf8')).replace(/%(\w+)%/g, (whole, name: string) =>
      escapeHtml(values[name] ?? whole),
    );
    return new Response(page, { headers: HTML });
  }

  function ask(form: FormData, { policy }: Service, home: string): Response {
    const wanted = fieldOf(form, 'method');
    const method = policy.age?.guardianMethods?.find((each) => each === wanted);
    const isReachable =
      fieldOf(form, 'guardian-name') !== '' && fieldOf(form, 'guardian-phone') !== '';
    if (method === undefined || !isReachable) return seeOther(home);
    const ref = randomUUID();
    const [oldest] = requests.keys();
    if (requests.size >= MOST_REQUESTS && oldest !== undefined) requests.delete(oldest);
    requests.set(ref, { method });
    return seeOther(`${home}${method === CONFIRMED_LATER ? 'consent' : 'check'}/?request=${ref}`);
  }

  function confirm(form: FormData, home: string): Response {
    const ref = fieldOf(form, 'request');
    const found = requests.get(ref);
    if (found === undefined) return seeOther(home);
    requests.set(ref, { ...found, at: new Date().toISOString() });
    return seeOther(`${home}consent/?request=${ref}`);
  }
}
