import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** The example, built from the packed tarball in a folder of its own. */
export interface BuiltExample {
  readonly dist: string;
  remove(): Promise<void>;
}

/** Packs the library as npm would publish it, installs it into a copy of the example, and builds. */
export async function buildSpaExample(): Promise<BuiltExample> {
  const folder = await mkdtemp(join(tmpdir(), 'dongui-spa-'));
  const { stdout } = await run(
    npm,
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    { cwd: root, timeout: 120_000 },
  );
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  const app = join(folder, 'app');
  await cp(join(root, 'examples/spa'), app, {
    recursive: true,
    filter: (source) => !/node_modules|\/dist$/.test(source.slice(root.length)),
  });
  const options = { cwd: app, timeout: 240_000 };
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run(npm, [...install, join(folder, packed!.filename)], options);
  await run(npm, ['run', 'build'], options);
  return { dist: join(app, 'dist'), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What an app's own server does: files, its policy document, and an address to sign up at. */
export interface AppServer {
  readonly origin: string;
  /** Bodies of `POST /api/join`. */
  readonly joined: readonly JoinBody[];
  stop(): Promise<void>;
}

export interface JoinBody {
  readonly email: string;
  readonly consent: {
    readonly receipt: string;
    readonly hash: string;
    readonly decisions: Readonly<Record<string, string>>;
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** @param receiver origin whose `/consents` this server passes on. */
export async function startAppServer(dist: string, receiver: string): Promise<AppServer> {
  const joined: JoinBody[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://app.invalid').pathname;
    if (path === '/api/join') {
      const body = JSON.parse(await readBody(request)) as JoinBody;
      joined.push(body);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ receipt: body.consent.receipt }));
      return;
    }
    if (path.startsWith('/consents/')) {
      const passed = await fetch(receiver + path, {
        method: request.method ?? 'GET',
        headers: { 'content-type': request.headers['content-type'] ?? '' },
        ...(request.method === 'GET' ? {} : { body: await readBody(request) }),
      });
      response.writeHead(passed.status, { 'content-type': 'application/json' });
      response.end(await passed.text());
      return;
    }
    const file =
      path === '/policy.json'
        ? join(root, 'demo/policies/haru.ko.json')
        : join(dist, path === '/' ? 'index.html' : path);
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(await readFile(file));
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    joined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
