import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import pg from 'pg';

import type { OpenDatabase } from './receiver-mounts.js';

const run = promisify(execFile);

const VERSIONS = '/usr/lib/postgresql';

/** A PostgreSQL server of our own: on the loopback, in a temporary folder, gone at the end. */
export interface PostgresServer {
  /** An empty database. */
  open(): Promise<OpenDatabase & { readonly pool: pg.Pool; readonly url: string }>;
  stop(): Promise<void>;
}

/** Folder of the newest server that is installed, as Debian lays them out. */
export function findPostgres(): string | undefined {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const folders = versions.map((version) => join(VERSIONS, version, 'bin'));
  return folders.filter((folder) => existsSync(join(folder, 'initdb'))).at(-1);
}

/** The server refuses to run as root: then as the user that Debian made for it. */
async function unprivileged(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const idOf = async (flag: string): Promise<number> =>
    Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function waitFor(connectionString: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(100);
    }
  }
}

/** Starts a server from the folder that `findPostgres()` found. */
export async function startPostgres(binaries: string): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'dongui-postgres-'));
  const user = await unprivileged();
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(folder, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const data = join(folder, 'data');
  const init = ['--pgdata', data, '--username=postgres', `--pwfile=${passwordFile}`, '--no-sync'];
  await run(
    join(binaries, 'initdb'),
    [...init, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'],
    { ...user, cwd: folder },
  );
  const port = await freePort();
  const flags = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder];
  const server = spawn(join(binaries, 'postgres'), flags, {
    ...{ ...user, cwd: folder, stdio: 'ignore' },
  });
  const urlOf = (database: string): string =>
    `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  await waitFor(urlOf('postgres'));
  let databases = 0;
  return {
    async open() {
      databases += 1;
      const name = `test_${databases}`;
      const client = new pg.Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      const pool = new pg.Pool({ connectionString: urlOf(name), max: 8 });
      return { database: pool, pool, url: urlOf(name), close: () => pool.end() };
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // First wait for clients to go, for `pool.end()` does not; then cut those that a test forgot.
      server.kill('SIGTERM');
      await Promise.race([ended, sleep(3_000)]);
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
