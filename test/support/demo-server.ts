import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { FeedItem } from '../../src/receiver/receipt-store.js';
import { createPglite } from './pglite-template.js';
import type { CspReport } from '../../demo/server/csp-reports.js';

/** The built demo; `npm test` builds it before, DEMO_SERVER names another one. */
const SERVER =
  process.env['DEMO_SERVER'] ??
  fileURLToPath(new URL('../../dist/demo/server.js', import.meta.url));

/** The embedded database is made anew: seconds here, many more where the processor is shared. */
const START_MS = 90_000;
const STOP_MS = 10_000;

/** A demo server that runs in a process of its own. */
export interface DemoServer {
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  readonly pid: number;
  /** What it has printed so far. */
  readonly output: () => string;
  /** Ends it as a person does (SIGTERM); resolves with its exit code. */
  stop(): Promise<number | null>;
  /** All receipts that have arrived, oldest first. */
  feed(): Promise<readonly FeedItem[]>;
  /** What browsers reported as stopped by the policy. */
  cspReports(): Promise<readonly CspReport[]>;
}

export interface DemoServerOptions {
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  readonly dataDir: string;
}

const API_KEY = 'test-key-that-opens-nothing-else';

/**
 * A folder for one database; `remove()` when it is done with.
 *
 * @param hasDatabase Whether an empty database lies in it: making one takes the server seconds.
 */
export async function makeDataDir(
  hasDatabase = true,
): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'dongui-demo-'));
  if (hasDatabase) await (await createPglite(join(path, 'pglite'))).close();
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Starts the built demo server, without waiting for it. */
export function spawnDemoServer(environment: NodeJS.ProcessEnv): ChildProcess {
  if (!existsSync(SERVER)) throw new Error(`${SERVER} is missing: npm run build`);
  return spawn(process.execPath, ['--enable-source-maps', SERVER], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts the built demo server and waits until it says where it is. */
export async function startDemoServer({
  port = 0,
  dataDir,
}: DemoServerOptions): Promise<DemoServer> {
  const child = spawnDemoServer({
    PORT: String(port),
    DATA_DIR: dataDir,
    DONGUI_API_KEY: API_KEY,
  });
  const output = collectOutput(child);
  const origin = await findOrigin(child, output);
  return {
    origin,
    port: Number(new URL(origin).port),
    dataDir,
    pid: child.pid ?? 0,
    output,
    stop: () => stop(child),
    feed: () => readFeed(origin),
    cspReports: async () => {
      const response = await fetch(`${origin}/csp-reports`);
      return ((await response.json()) as { reports: readonly CspReport[] }).reports;
    },
  };
}

/** Gathers what a process prints, on both channels. */
export function collectOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => (text += part));
  }
  return () => text;
}

async function findOrigin(child: ChildProcess, output: () => string): Promise<string> {
  const end = Date.now() + START_MS;
  while (Date.now() < end && child.exitCode === null) {
    const [, origin] = /^dongui demo: (\S+)\/$/m.exec(output()) ?? [];
    if (origin !== undefined) return origin;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The demo server did not start:\n${output()}`);
}

function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
    child.kill('SIGTERM');
  });
}

async function readFeed(origin: string): Promise<readonly FeedItem[]> {
  const items: FeedItem[] = [];
  for (let after = ''; ;) {
    const response = await fetch(`${origin}/consents/receipts?limit=500&after=${after}`, {
      headers: { authorization: `Bearer ${API_KEY}` },
    });
    const page = (await response.json()) as { items: readonly FeedItem[]; next: string };
    if (!response.ok) throw new Error(`The feed answers ${response.status}`);
    items.push(...page.items);
    if (page.items.length === 0) return items;
    after = page.next;
  }
}
