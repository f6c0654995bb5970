import { createCspReports } from './csp-reports.js';
import { answerAccount, linkAccount } from './account.js';
import { answerDesk } from './desk.js';
import { createGuardianDesk } from './guardian.js';
import { CSP_REPORT_PATH, withSecurityHeaders } from './headers.js';
import { answerHost } from './host-pages.js';
import { join, type Service } from './join.js';
import { RECEIVER_PATH } from './operator.js';
import { serveFile, type SiteFiles } from './site-files.js';

/** Answers one request. */
export type Handler = (request: Request) => Promise<Response>;

export interface DemoOptions {
  readonly files: SiteFiles;
  readonly services: readonly Service[];
  /** The receiver; it is asked for paths below `/consents/`. */
  readonly receiver: Handler;
  /** The key of the receiver's routes for operators. */
  readonly apiKey: string;
}

/** Puts the parts of the demo together: pages, signup, receiver, what the desk asks. */
export function createDemoHandler(options: DemoOptions): Handler {
  const { receiver } = options;
  const cspReports = createCspReports();
  const guardianDesk = createGuardianDesk(options.files, options.services);
  const services = new Map(options.services.map((each) => [`${each.path}join`, each]));

  return async (request) => {
    const url = new URL(request.url);
    // The receiver sends headers of its own, which are stricter than those of a page.
    if (url.pathname.startsWith(`${RECEIVER_PATH}/`)) return await receiver(ownPage(request));
    // A host's pages come with that host's own headers.
    const host = await answerHost(options.files, request, url);
    return host ?? withSecurityHeaders(await answer(request, url));
  };

  async function answer(request: Request, url: URL): Promise<Response> {
    const { pathname } = url;
    const service = services.get(pathname);
    const link = (id: string): Promise<string | undefined> => linkAccount(options, url, id);
    if (service !== undefined) return await join(request, service, { link });
    const forGuardian = await guardianDesk(request, url);
    if (forGuardian !== undefined) return forGuardian;
    if (pathname === CSP_REPORT_PATH) return await cspReports(request);
    const asked =
      (await answerDesk(options, request, url)) ?? (await answerAccount(options, request, url));
    if (asked !== undefined) return asked;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    }
    return (await serveFile(options.files, url)) ?? (await notFound(options.files, url));
  }
}

/**
 * A page of this very host needs no leave of the receiver, under whatever name or behind whatever
 * proxy the host is reached; the receiver would compare it with a list that nobody can know.
 */
function ownPage(request: Request): Request {
  const origin = request.headers.get('origin');
  const host = request.headers.get('host');
  if (origin === null || !URL.canParse(origin) || new URL(origin).host !== host) return request;
  const headers = new Headers(request.headers);
  headers.delete('origin');
  return new Request(request, { headers });
}

async function notFound(files: SiteFiles, url: URL): Promise<Response> {
  const page = await serveFile(files, new URL('/404.html', url));
  return new Response(page?.body ?? null, {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
