import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { blockedBy } from '../../scripts/lib/filter-lists.mjs';
import type { Receipt } from '../../src/model/receipt.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** DESIGN 7's policy without any stylesheet: the strictest that the library promises to run under. */
const STRICT =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

/** Below it everything of the site may be read from other origins. */
const OPEN = '/open';

/** Below it the files of `cdn/` stand once more: what a bundle of the page's own would hold. */
const BUNDLED = '/bundled/';

/** How long a slow server takes between two parts of a page. */
const SLOW_MS = 400;

/** One page that somebody wrote, and how their server sends it. */
export interface SitePage {
  readonly html: string;
  /** What a slow server sends a moment later. */
  readonly rest?: string;
  /** Absent: utf-8. */
  readonly charset?: 'euc-kr';
  /** Its content security policy; absent: the strict one; empty: none. */
  readonly policy?: string;
}

/** A site that has put `dist/` on its server. */
export interface ScriptTagSite {
  readonly origin: string;
  /** Paths that were asked for since the last `forget()`. */
  readonly requested: readonly string[];
  /** Bodies of forms that were sent. */
  readonly sent: readonly URLSearchParams[];
  /** The same bodies as they came. */
  readonly bodies: readonly string[];
  /** Receipts that were posted to `/consents/receipts`, once each. */
  readonly receipts: readonly Receipt[];
  /** Where the first of them said that it is kept on the device. */
  readonly persisted: readonly string[];
  /** What browsers reported to `/csp`: the address that a policy stopped. */
  readonly stopped: readonly string[];
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

/** The body of a request as text; every byte is a character of its own. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** What stands at an address of the site that is no page. */
function fileAt(pathname: string): string {
  if (pathname.startsWith('/policies/')) return join(root, 'demo', pathname);
  if (pathname.startsWith('/jquery-')) {
    return join(root, 'node_modules', pathname.replace('.js', ''), 'dist/jquery.min.js');
  }
  return join(root, 'dist', pathname.replace(BUNDLED, '/cdn/'));
}

/** What the site has got. */
class Got {
  readonly sent: URLSearchParams[] = [];
  readonly bodies: string[] = [];
  readonly receipts: Receipt[] = [];
  readonly persisted: string[] = [];
  readonly stopped: string[] = [];
  /** A receipt comes again when its page went before it had the answer. */
  readonly #known = new Set<string>();

  take(pathname: string, body: string): string | undefined {
    if (pathname === '/join') {
      this.bodies.push(body);
      this.sent.push(new URLSearchParams(body));
      return '<!doctype html><title>joined</title>';
    }
    if (pathname === '/csp') {
      const { 'csp-report': report } = JSON.parse(body) as {
        'csp-report': Record<string, string>;
      };
      this.stopped.push(report['blocked-uri'] ?? '');
      return '';
    }
    if (pathname !== '/consents/receipts') return undefined;
    const { receipt, hash, delivery } = JSON.parse(body) as {
      receipt: Receipt;
      hash: string;
      delivery: { persisted: string };
    };
    if (!this.#known.has(receipt.id)) {
      this.receipts.push(receipt);
      this.persisted.push(delivery.persisted);
    }
    this.#known.add(receipt.id);
    return JSON.stringify({ rh: hash, id: receipt.id, iat: 0, notice: 'unverified' });
  }

  forget(): void {
    const { sent, bodies, receipts, persisted, stopped } = this;
    for (const list of [sent, bodies, receipts, persisted, stopped]) list.length = 0;
  }
}

export async function startScriptTagSite(
  pages: Readonly<Record<string, SitePage>>,
): Promise<ScriptTagSite> {
  const requested: string[] = [];
  const got = new Got();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname: whole } = new URL(request.url ?? '/', 'http://site.invalid');
    requested.push(whole);
    const page = pages[whole];
    if (page !== undefined) {
      const { charset = 'utf-8', policy = STRICT } = page;
      response.setHeader('content-type', `text/html; charset=${charset}`);
      if (policy !== '') response.setHeader('content-security-policy', policy);
      if (page.rest !== undefined) {
        response.write(encode(page.html, page.charset));
        await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      }
      response.end(encode(page.rest ?? page.html, page.charset));
      return;
    }
    const isOpen = whole.startsWith(`${OPEN}/`);
    const pathname = isOpen ? whole.slice(OPEN.length) : whole;
    if (isOpen) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', '*, content-type, idempotency-key');
    }
    if (request.method === 'OPTIONS') {
      response.end();
      return;
    }
    const reply = request.method === 'POST' ? got.take(pathname, await bodyOf(request)) : undefined;
    if (reply !== undefined) {
      response.setHeader('content-type', reply.startsWith('{') ? 'application/json' : 'text/html');
      response.end(reply);
      return;
    }
    // A blocker of cookie scripts stands between this site and every visitor.
    if (blockedBy(pathname) !== undefined) {
      request.socket.destroy();
      return;
    }
    const content = await readFile(fileAt(pathname)).catch(() => undefined);
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', TYPES[extname(pathname)] ?? 'text/plain');
    response.setHeader('x-content-type-options', 'nosniff');
    response.end(content);
  };
  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requested,
    sent: got.sent,
    bodies: got.bodies,
    receipts: got.receipts,
    persisted: got.persisted,
    stopped: got.stopped,
    forget: () => {
      requested.length = 0;
      got.forget();
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
