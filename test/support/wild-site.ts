import { readFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  request as ask,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** What pages of somebody else bring along, from npm. */
const VENDORS: Readonly<Record<string, string>> = {
  '/vendor/jquery-1.js': 'jquery-1/dist/jquery.min.js',
  '/vendor/jquery-2.js': 'jquery-2/dist/jquery.min.js',
  '/vendor/jquery-3.js': 'jquery-3/dist/jquery.min.js',
  '/vendor/jquery-4.js': 'jquery-4/dist/jquery.min.js',
  '/vendor/turbo.js': '@hotwired/turbo/dist/turbo.es2017-umd.js',
  '/vendor/htmx.js': 'htmx.org/dist/htmx.min.js',
};

/** One form as the host's server got it. */
export interface SentForm {
  /** Path that it was posted to. */
  readonly path: string;
  /** Fields in their order; a name may come more than once. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** What the host's server answers. */
export interface HostAnswer {
  readonly status?: number;
  readonly location?: string;
  readonly body?: string;
}

/** How the host is made. */
export interface WildHost {
  /** Pages by their path; what is none is asked of the demo, with our library and receiver. */
  readonly pages: Readonly<Record<string, string>>;
  /** What is answered to a posted form; `times` says how often that path got one, from 1. */
  readonly posts: Readonly<Record<string, (form: SentForm, times: number) => HostAnswer>>;
}

/** A site that somebody else has written, with our receiver behind the same address. */
export interface WildSite {
  readonly origin: string;
  /** Forms that arrived since the last `forget()`, in their order. */
  readonly sent: readonly SentForm[];
  forget(): void;
  stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function readForm(request: IncomingMessage, path: string): Promise<SentForm> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const body = new Uint8Array(await bodyOf(request));
  const form = await new Request('http://host.invalid/', {
    method: 'POST',
    headers,
    body,
  }).formData();
  const fields = [...form].map(
    ([name, value]) => [name, typeof value === 'string' ? value : value.name] as const,
  );
  return { path, fields };
}

/** Hands a request on as it came, `Host` included: to the demo this site is itself. */
function handOn(demo: URL, request: IncomingMessage, response: ServerResponse): void {
  const { method = 'GET', url = '/', headers } = request;
  const { hostname, port } = demo;
  const onwards = ask({ hostname, port, method, path: url, headers }, (answer) => {
    const { 'content-security-policy': _policy, ...rest } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, rest);
    answer.pipe(response);
  });
  onwards.on('error', () => response.writeHead(502).end());
  request.pipe(onwards);
}

/**
 * Starts the site.
 *
 * @param demo Address of the demo server at the time of a request.
 */
export async function startWildSite(
  { pages, posts }: WildHost,
  demo: () => string,
): Promise<WildSite> {
  const sent: SentForm[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
    const page = pages[pathname];
    const vendor = VENDORS[pathname];
    const post = request.method === 'POST' ? posts[pathname] : undefined;
    if (post !== undefined) {
      const form = await readForm(request, pathname);
      sent.push(form);
      const times = sent.filter(({ path }) => path === pathname).length;
      const { status = 200, location, body = '' } = post(form, times);
      if (location !== undefined) response.setHeader('location', location);
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    } else if (page !== undefined) {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
      response.end(page);
    } else if (vendor !== undefined) {
      const file = fileURLToPath(new URL(`../../node_modules/${vendor}`, import.meta.url));
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
      response.end(await readFile(file));
    } else handOn(new URL(demo()), request, response);
  };
  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    forget: () => {
      sent.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
