import { readForm } from './form-body.js';
import { withSecurityHeaders } from './headers.js';
import { serveFile, type SiteFiles } from './site-files.js';
import { AJAX } from './hosts/ajax.js';
import { readPage, toCharset } from './hosts/answers.js';
import { CAFE24 } from './hosts/cafe24.js';
import { DJANGO } from './hosts/django.js';
import { GNUBOARD5 } from './hosts/gnuboard5.js';
import { GODOMALL } from './hosts/godomall.js';
import type { Host } from './hosts/host.js';
import { JQUERY } from './hosts/jquery.js';
import { KEYCLOAK } from './hosts/keycloak.js';
import { LARAVEL } from './hosts/laravel.js';
import { RHYMIX } from './hosts/rhymix.js';
import { SPRING } from './hosts/spring.js';
import { STRICT } from './hosts/strict.js';
import { TABLE } from './hosts/table.js';
import { welcomePage } from './hosts/welcome-page.js';
import { WOOCOMMERCE } from './hosts/woocommerce.js';
import { WORDPRESS } from './hosts/wordpress.js';

/** Where the pages of other people's software are rebuilt, one folder a host. */
const HOSTS_PATH = '/hosts/';

/** The hosts of the demo, by the folder of their pages. A new one is a row here. */
const HOSTS: ReadonlyMap<string, Host> = new Map(
  [
    ...[GNUBOARD5, RHYMIX, CAFE24, GODOMALL],
    ...[WORDPRESS, WOOCOMMERCE, KEYCLOAK, LARAVEL, DJANGO, SPRING],
    ...[TABLE, STRICT],
    ...[JQUERY, AJAX],
  ].map((host) => [host.name, host]),
);

/**
 * Answers below `/hosts/<name>/` as that host does: its pages with its headers, and its checks of
 * what is posted. Nothing of a form is stored.
 *
 * @returns undefined where no host is concerned: the list of hosts is a page like any other.
 */
export async function answerHost(
  files: SiteFiles,
  request: Request,
  url: URL,
): Promise<Response | undefined> {
  if (!url.pathname.startsWith(HOSTS_PATH)) return undefined;
  const [name = '', ...rest] = url.pathname.slice(HOSTS_PATH.length).split('/');
  const host = HOSTS.get(name);
  if (host === undefined || rest.length === 0) return undefined;
  const path = rest.join('/');
  // The page after signup is the demo's, not the host's.
  if (path === 'welcome/') return withSecurityHeaders(welcomePage(host, url));
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const response = isRead ? await get(files, host, url) : await post(files, host, request);
  return response && withSecurityHeaders(await toCharset(response, host.charset), host.policy);

  async function get(
    site: SiteFiles,
    { views }: Host,
    address: URL,
  ): Promise<Response | undefined> {
    const view = views?.[path];
    if (view === undefined) return await serveFile(site, address);
    return await view((page, values) => readPage(site, `${HOSTS_PATH}${name}/${page}`, values));
  }

  async function post(
    site: SiteFiles,
    { actions, charset }: Host,
    posted: Request,
  ): Promise<Response> {
    const action = posted.method === 'POST' ? actions[path] : undefined;
    if (action === undefined) return new Response(null, { status: 405, headers: { allow: 'GET' } });
    const form = await readForm(posted, charset);
    if (form === 'too-long') return new Response(null, { status: 413 });
    if (form === 'not-a-form') return new Response(null, { status: 415 });
    return await action(form, (page) => readPage(site, `${HOSTS_PATH}${name}/${page}`, form));
  }
}
