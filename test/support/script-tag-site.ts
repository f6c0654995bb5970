import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** DESIGN 7's policy without any stylesheet: the strictest that the library promises to run under. */
const STRICT =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** One page that somebody wrote, and how their server sends it. */
export interface SitePage {
  readonly html: string;
  /** Absent: utf-8. */
  readonly charset?: 'euc-kr';
  /** Where scripts come from; absent: this site, under the strict policy. */
  readonly policy?: string;
}

/** A site that has put `dist/` on its server. */
export interface ScriptTagSite {
  readonly origin: string;
  /** Paths that were asked for since the last `forget()`. */
  readonly requested: readonly string[];
  /** Bodies of forms that were sent. */
  readonly sent: readonly URLSearchParams[];
  forget(): void;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** Korean as a euc-kr server sends it: two bytes a syllable. Only what the pages here need. */
function encode(html: string, charset: SitePage['charset']): Buffer {
  if (charset === undefined) return Buffer.from(html);
  const known: Readonly<Record<string, readonly number[]>> = { 가: [0xb0, 0xa1], 입: [0xc0, 0xd4] };
  return Buffer.from(Array.from(html).flatMap((char) => known[char] ?? [char.charCodeAt(0)]));
}

export async function startScriptTagSite(
  pages: Readonly<Record<string, SitePage>>,
): Promise<ScriptTagSite> {
  const requested: string[] = [];
  const sent: URLSearchParams[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
    requested.push(pathname);
    const page = pages[pathname];
    if (page !== undefined) {
      const { charset = 'utf-8', policy = STRICT } = page;
      response.setHeader('content-type', `text/html; charset=${charset}`);
      response.setHeader('content-security-policy', policy);
      response.end(encode(page.html, page.charset));
      return;
    }
    if (pathname === '/join') {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        sent.push(new URLSearchParams(body));
        response.setHeader('content-type', 'text/html');
        response.end('<!doctype html><title>joined</title>');
      });
      return;
    }
    const file = pathname.startsWith('/policies/')
      ? join(root, 'demo', pathname)
      : join(root, 'dist', pathname);
    readFile(file).then(
      (content) => {
        response.setHeader('content-type', TYPES[extname(file)] ?? 'text/plain');
        response.setHeader('x-content-type-options', 'nosniff');
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requested,
    sent,
    forget: () => {
      requested.length = 0;
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
