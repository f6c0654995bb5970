import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  link,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import type { Receiver } from './create-receiver.js';
import { type FolderLock, type FolderOwner, type LockPorts, takeFolder } from './folder-lock.js';
import {
  type ClosableStore,
  createPgliteStore,
  type OpenDatabase,
  openPglite,
} from './pglite-store.js';

export type { ClosableStore, OpenDatabase } from './pglite-store.js';

const HEARTBEAT_MS = 5_000;

/** So long an owner in another container must be silent to count as gone. */
const SILENCE_MS = 3 * HEARTBEAT_MS;

const NONE = (): string => '';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

async function placeOf(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(NONE);
  const namespace = await readlink('/proc/self/ns/pid').catch(NONE);
  return [hostname(), boot.trim(), namespace].join(' ');
}

/** State letter and start of a process, by Linux, or else by `ps`; empty where neither knows. */
async function processOf(pid: number): Promise<{ state: string; started: string }> {
  const line = await readFile(`/proc/${pid}/stat`, 'latin1').catch(NONE);
  // proc_pid_stat(5): the second field, a name in brackets, may itself hold blanks and brackets.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state = '', started = ''] = [fields[0], fields[19]];
  if (started !== '') return { state, started };
  const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(
    () => ({ stdout: '' }),
  );
  return { state: '', started: stdout.trim() };
}

async function isRunningHere({ pid, started }: FolderOwner): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (codeOf(error) !== 'EPERM') return false;
  }
  const now = await processOf(pid);
  const isReused = started !== '' && now.started !== '' && started !== now.started;
  return !isReused && now.state !== 'Z' && now.state !== 'X';
}

/** Of a process elsewhere only its lock file tells: while it lives it touches it. */
async function isTouched(path: string): Promise<boolean> {
  const touchedAt = (): Promise<number> =>
    stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
  const before = await touchedAt();
  await sleep(SILENCE_MS);
  return (await touchedAt()) !== before;
}

/** Written beside and linked, so that nobody ever reads half of it. */
async function createWhole(folder: string, name: string, text: string): Promise<boolean> {
  const draft = join(folder, `${randomUUID()}.draft`);
  await writeFile(draft, text, { flush: true });
  try {
    await link(draft, join(folder, name));
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft);
  }
}

async function lockFolder(folder: string): Promise<FolderLock> {
  const [place, { started }] = [await placeOf(), await processOf(process.pid)];
  const ports: LockPorts = {
    folder,
    names: () => readdir(folder),
    create: (name, text) => createWhole(folder, name, text),
    read: (name) => readFile(join(folder, name), 'utf8'),
    remove: (name) => rm(join(folder, name), { force: true }),
    isRunning: (owner, name) =>
      owner.place === place ? isRunningHere(owner) : isTouched(join(folder, name)),
  };
  return takeFolder(ports, { pid: process.pid, started, place, released: false });
}

async function own<Opened extends Pick<OpenDatabase, 'close'>>(
  folder: string,
  open: (path: string) => Promise<Opened>,
): Promise<Opened> {
  const lock = await lockFolder(folder);
  const opened = await open(join(folder, 'pglite')).catch(async (error: unknown) => {
    await lock.release();
    throw error;
  });
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(join(folder, lock.name), now, now).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') return;
      // Another one took this process for gone: what is written from now on would get lost.
      clearInterval(heartbeat);
      void opened.close();
    });
  }, HEARTBEAT_MS).unref();
  const close = async (): Promise<void> => {
    clearInterval(heartbeat);
    await opened.close();
    await lock.release();
  };
  return { ...opened, close };
}

/**
 * A store in a folder, by PGlite, owned by this process alone: two owners of one folder lose rows.
 * The folder is created when it is not there. A lock whose process is gone does not count; one in
 * another container is watched for 15 seconds before it counts as gone.
 *
 * @throws Error with one line that names the process which has the folder.
 */
export async function openPgliteStore(folder: string): Promise<ClosableStore> {
  await mkdir(folder, { recursive: true });
  return own(folder, createPgliteStore);
}

/**
 * The database of `openPgliteStore()` as it is, to look into: owned in the same way, and nothing is
 * made in it.
 *
 * @throws Error when there is none in the folder, or another process has it.
 */
export async function openPgliteDatabase(folder: string): Promise<OpenDatabase> {
  await stat(join(folder, 'pglite', 'PG_VERSION'));
  return own(folder, openPglite);
}

const addresses = new WeakMap<Request, string>();

/**
 * The address of the socket that a request of `toNodeListener()` came by, for `rateLimit`. Behind a
 * proxy that is the proxy: use the header that it sets instead.
 */
export function remoteAddressOf(request: Request): string | undefined {
  return addresses.get(request);
}

/**
 * `Readable.toWeb()` would close the connection when nobody wants the rest: an answer is still to go.
 */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = incoming[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await chunks.next();
      if (chunk.done === true) controller.close();
      else controller.enqueue(chunk.value);
    },
  });
}

/** Methods that a `Request` refuses to have; none of our routes takes them, nor PATCH. */
const FORBIDDEN = /^(TRACE|TRACK|CONNECT)$/;

const pathOf = (incoming: IncomingMessage): string => {
  // Express takes the mounted part away from `url`.
  const { originalUrl } = incoming as { originalUrl?: string };
  const path = originalUrl ?? incoming.url ?? '/';
  return path.startsWith('/') ? path : `/${path}`;
};

function toRequest(incoming: IncomingMessage): Request {
  const { method = 'GET', headers, socket } = incoming;
  const pairs = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const request = new Request(`http://localhost${pathOf(incoming)}`, {
    method: FORBIDDEN.test(method) ? 'PATCH' : method,
    headers: new Headers(pairs.map(([name, value]): [string, string] => [name, value])),
    ...(hasBody && { body: bodyOf(incoming), duplex: 'half' }),
  });
  if (socket.remoteAddress !== undefined) addresses.set(request, socket.remoteAddress);
  return request;
}

/** How long what is left of a refused body may still come in before the connection is cut. */
const REST_MS = 1_000;

async function respond(
  handler: Receiver,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const response = await handler(toRequest(incoming));
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(body, () => {
    if (incoming.complete) return;
    // Cut at once, and the client would see a broken connection instead of the answer.
    setTimeout(() => incoming.socket.destroy(), REST_MS).unref();
  });
}

/** A request handler as `http.createServer()` and Express take it. */
export type NodeListener = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  next?: (error?: unknown) => void,
) => void;

/**
 * Mounts a receiver in Node's own server, or in Express. With `basePath`, a request for another
 * path goes to `next` where there is one: `listener(incoming, outgoing, () => site(…))`.
 */
export function toNodeListener(
  handler: Receiver,
  { basePath = '' }: { readonly basePath?: string } = {},
): NodeListener {
  return (incoming, outgoing, next) => {
    if (next && !`${pathOf(incoming).split('?')[0]}/`.startsWith(`${basePath}/`)) {
      next();
      return;
    }
    respond(handler, incoming, outgoing).catch(() => outgoing.destroy());
  };
}
