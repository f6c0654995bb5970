import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { PGlite } from '@electric-sql/pglite';

import { createReceiver, createSqlStore, type ReceiptStore } from '../../src/receiver/index.js';
import {
  type NodeListener,
  openPgliteStore,
  remoteAddressOf,
  toNodeListener,
} from '../../src/receiver/node.js';
import { createPglite } from '../support/pglite-template.js';
import { startChildReceiver } from '../support/child-receiver.js';
import {
  API_KEY,
  envelopeOf,
  ORIGIN,
  POLICY,
  receiptOn,
  show,
} from '../support/receiver-fixtures.js';
import { openPglite, type OpenDatabase } from '../support/receiver-mounts.js';

const SHOWN = show(POLICY);

/** A folder with an empty database in it, or with nothing. */
async function withFolder(
  work: (folder: string) => Promise<void>,
  { empty = false }: { readonly empty?: boolean } = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dongui-node-'));
  if (!empty) await (await createPglite(join(folder, 'pglite'))).close();
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const post = (url: string): Promise<Response> =>
  fetch(`${url}/receipts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(envelopeOf(receiptOn(SHOWN))),
  });

const lockIn = async (folder: string): Promise<string> => {
  const [name, ...others] = (await readdir(folder)).filter((each) => each.endsWith('.lock'));
  assert.deepEqual(others, []);
  return join(folder, name!);
};

// Side by side, for most of it is waiting.
describe('openPgliteStore', { concurrency: true }, () => {
  it('refuses a folder that another process has, and takes it once that is killed', async () => {
    await withFolder(async (folder) => {
      const first = await startChildReceiver(folder);
      assert.equal((await post(first.url!)).status, 201);

      const second = await startChildReceiver(folder);
      await assert.rejects(openPgliteStore(folder), { message: second.refusal! });
      await first.kill('SIGKILL');
      const store = await openPgliteStore(folder);

      assert.equal(
        second.refusal,
        `The data folder ${folder} is in use by process ${first.pid}: stop it, or choose another folder.`,
      );
      assert.equal((await store.readFeed({ after: '0', limit: 10 })).items.length, 1);
      await store.close();
    });
  });

  it('refuses a second owner in the same process, and opens again after close()', async () => {
    await withFolder(async (folder) => {
      const store = await openPgliteStore(folder);
      await assert.rejects(openPgliteStore(folder), new RegExp(`process ${process.pid}:`));
      await store.close();

      const again = await openPgliteStore(folder);
      // A process with our number that began at another time is another process.
      const lock = await lockIn(folder);
      const owner = JSON.parse(await readFile(lock, 'utf8')) as { started: string };
      await again.close();
      await rm(await lockIn(folder));
      await writeFile(lock, JSON.stringify({ ...owner, started: `${owner.started}0` }));
      const third = await openPgliteStore(folder);
      await third.close();
    });
  });

  it('watches an owner in another container, whose number says nothing', async () => {
    await withFolder(async (folder) => {
      const lock = join(folder, 'owner-7.lock');
      const owner = { pid: process.pid, started: '1', place: 'elsewhere', released: false };
      await writeFile(lock, JSON.stringify(owner));
      const touching = setInterval(() => {
        const now = new Date();
        void utimes(lock, now, now);
      }, 1_000);

      await assert.rejects(openPgliteStore(folder), /is in use by process/);
      clearInterval(touching);
      const store = await openPgliteStore(folder);

      assert.match(await lockIn(folder), /owner-8\.lock$/);
      await store.close();
    });
  });

  it('stops when another one has taken it for gone', async () => {
    await withFolder(async (folder) => {
      const store = await openPgliteStore(folder);
      await rm(await lockIn(folder));
      // Until its next heartbeat, some seconds later, it does not know.
      const readOn = async (): Promise<void> => {
        for (let second = 0; second < 60; second += 1) {
          await store.readFeed({ after: '0', limit: 1 });
          await sleep(1_000);
        }
      };
      await assert.rejects(readOn());
    });
  });

  it('gives the folder free again when the database in it does not open', async () => {
    await withFolder(
      async (folder) => {
        await writeFile(join(folder, 'pglite'), 'a file where a folder should be');
        await assert.rejects(openPgliteStore(folder));
        await rm(join(folder, 'pglite'));
        const store = await openPgliteStore(folder);
        await store.close();
      },
      { empty: true },
    );
  });

  it('makes the folder when it is not there', async () => {
    await withFolder(
      async (folder) => {
        const store = await openPgliteStore(join(folder, 'a', 'b'));
        assert.equal(await store.findAck(receiptOn(SHOWN).id, 'x'), undefined);
        await store.close();
      },
      { empty: true },
    );
  });

  it('is needed: of two owners without it, one loses what it has stored', async () => {
    await withFolder(async (folder) => {
      const lost: string[] = [];
      const first = await PGlite.create(join(folder, 'pglite'));
      await first.query('CREATE TABLE kept (id integer PRIMARY KEY)');
      const second = await PGlite.create(join(folder, 'pglite'));
      for (let id = 0; id < 40; id++) {
        const owner = id % 2 === 0 ? first : second;
        await owner.query('INSERT INTO kept VALUES ($1)', [id]).catch(() => lost.push('refused'));
      }
      await first.close();
      await second.close();
      const third = await PGlite.create(join(folder, 'pglite')).catch(() => undefined);
      const { rows } = (await third?.query('SELECT id FROM kept').catch(() => undefined)) ?? {
        rows: [],
      };
      await third?.close();
      assert.ok(rows.length < 40 - lost.length, `kept ${rows.length}, refused ${lost.length}`);
    });
  });
});

type Write = (send: (text: string) => void) => (() => void) | undefined;

/**
 * Sends bytes as they are, and answers what came back until the connection ended or was quiet.
 *
 * @param write What it returns is called when the connection is over.
 */
function talk(server: Server, write: Write): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    let answer = '';
    let stop: (() => void) | undefined;
    const socket = connect(port, '127.0.0.1', () => {
      stop = write((text) => socket.writable && socket.write(text));
    });
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      // A whole problem: nothing more will come.
      if (/\r\n\r\n(\{.*\}|$)/s.test(answer))
        socket.end(() => {
          resolve(answer);
        });
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      stop?.();
      resolve(answer);
    });
  });
}

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that are alive: what only waits to be collected does not count. */
function liveBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Some of it is swept beside the program, so a second look may find less. */
async function leastLiveBytes(enough: number): Promise<number> {
  let least = liveBytes();
  for (let looks = 1; looks < 20 && least > enough; looks += 1) {
    await nextTurn();
    least = Math.min(least, liveBytes());
  }
  return least;
}

/** Sends one and the same piece again and again, as long as anybody takes it. */
async function pour(socket: Socket, piece: Buffer, times: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      resolve();
    });
  });
  for (let sent = 0; sent < times && !socket.destroyed; sent += 1) {
    if (socket.write(piece)) continue;
    const drained = new Promise<void>((resolve) => {
      socket.once('drain', resolve);
    });
    await Promise.race([drained, closed]);
  }
}

describe('toNodeListener', () => {
  let opened: OpenDatabase;
  let store: ReceiptStore;
  let server: Server;
  const failures: unknown[] = [];

  before(async () => {
    opened = await openPglite();
    store = createSqlStore(opened.database);
    const mount = (basePath: string, bodyTimeoutMs: number): NodeListener =>
      toNodeListener(
        createReceiver({
          ...{ store, policies: [POLICY], allowedOrigins: [ORIGIN], apiKey: API_KEY },
          ...{ basePath, bodyTimeoutMs, onError: (error) => failures.push(error) },
        }),
        { basePath },
      );
    const [patient, hurried] = [mount('/consents', 120_000), mount('/hurried', 200)];
    server = createServer((incoming, outgoing) => {
      patient(incoming, outgoing, () => {
        hurried(incoming, outgoing, () => outgoing.end('the site'));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await opened.close();
  });

  const head = (line: string, ...headers: string[]): string =>
    [line, 'Host: shop.example', ...headers, '', ''].join('\r\n');

  const POST = 'POST /consents/receipts HTTP/1.1';
  const JSON_TYPE = 'Content-Type: application/json';

  const hostile: readonly (readonly [string, RegExp, Write])[] = [
    [
      'a body of a byte now and then',
      /^HTTP\/1.1 408 .*"code":"body-too-slow"/s,
      (send) => {
        send(head(POST.replace('consents', 'hurried'), JSON_TYPE, 'Content-Length: 200000'));
        const drip = setInterval(() => {
          send('{');
        }, 50);
        return () => {
          clearInterval(drip);
        };
      },
    ],
    [
      'a body that never ends',
      /^HTTP\/1.1 413 .*"code":"body-too-large"/s,
      (send) => {
        send(head(POST, JSON_TYPE, 'Transfer-Encoding: chunked'));
        const chunk = `10000\r\n${' '.repeat(65_536)}\r\n`;
        for (let i = 0; i < 16; i++) send(chunk);
      },
    ],
    [
      'a length that is too much',
      /^HTTP\/1.1 413 .*"code":"body-too-large"/s,
      (send) => {
        send(head(POST, JSON_TYPE, 'Content-Length: 99999999'));
      },
    ],
    [
      'a length that is less than what follows',
      // What follows is taken for the next request, which it is not.
      /^HTTP\/1.1 400 /,
      (send) => {
        send(`${head(POST, JSON_TYPE, 'Content-Length: 3')}{"a":1}`);
      },
    ],
    [
      'two lengths',
      /^HTTP\/1.1 400 /,
      (send) => {
        send(`${head(POST, JSON_TYPE, 'Content-Length: 2', 'Content-Length: 3')}{}`);
      },
    ],
    [
      'a length and chunks',
      /^HTTP\/1.1 400 /,
      (send) => {
        send(`${head(POST, JSON_TYPE, 'Content-Length: 2', 'Transfer-Encoding: chunked')}{}`);
      },
    ],
    [
      'TRACE',
      /^HTTP\/1.1 405 .*Allow: POST, GET, OPTIONS/is,
      (send) => {
        send(head('TRACE /consents/receipts HTTP/1.1'));
      },
    ],
    [
      'PATCH',
      /^HTTP\/1.1 405 /,
      (send) => {
        send(head('PATCH /consents/receipts HTTP/1.1'));
      },
    ],
    [
      'a method that is none',
      /^HTTP\/1.1 400 /,
      (send) => {
        send(head('STEAL /consents/receipts HTTP/1.1'));
      },
    ],
    [
      'a path out of the mount',
      /^HTTP\/1.1 404 .*"code":"route-unknown"/s,
      (send) => {
        send(head('GET /consents/%2e%2e/%2e%2e/etc/passwd HTTP/1.1'));
      },
    ],
    [
      'an address that is a whole URL',
      /^HTTP\/1.1 200 .*the site/s,
      (send) => {
        send(head('GET http://evil.example/consents/health HTTP/1.1', 'Connection: close'));
      },
    ],
    [
      'line breaks in a header',
      /^HTTP\/1.1 40[03] /,
      (send) => {
        send(head(POST, JSON_TYPE, `Origin: ${ORIGIN}\r\n Set-Cookie: a=b`, 'Content-Length: 0'));
      },
    ],
    [
      'two origins',
      /^HTTP\/1.1 403 .*"code":"origin-not-allowed"/s,
      (send) => {
        send(
          head(
            POST,
            JSON_TYPE,
            `Origin: ${ORIGIN}`,
            'Origin: https://evil.example',
            'Content-Length: 0',
          ),
        );
      },
    ],
  ];
  for (const [what, answer, write] of hostile) {
    it(`answers ${what}`, async () => {
      assert.match(await talk(server, write), answer);
    });
  }

  it('outlives clients that go away in the middle, and has stored nothing of all this', async () => {
    const { port } = server.address() as AddressInfo;
    for (let i = 0; i < 20; i++) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.write(`${head(POST, JSON_TYPE, 'Content-Length: 1000')}{"receipt":`, () => {
            socket.resetAndDestroy();
            resolve();
          });
        });
      });
    }
    const { items } = await store.readFeed({ after: '0', limit: 1 });
    assert.deepEqual(items, []);
    assert.deepEqual(failures, []);
    assert.equal((await post(`http://127.0.0.1:${port}/consents`)).status, 201);
  });

  it('cuts the connection of who goes on sending what was refused', async () => {
    const { port } = server.address() as AddressInfo;
    let answer = '';
    // Ends only when the other side cuts: this one goes on for ever.
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(head(POST, JSON_TYPE, 'Content-Length: 99999999'));
        const drip = setInterval(() => socket.write(' '), 50);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          clearInterval(drip);
          resolve();
        });
      });
      socket.on('data', (data) => (answer += data.toString('latin1')));
    });
    assert.match(answer, /^HTTP\/1.1 413 /);
  });

  const MIB = 1_048_576;
  const spaces = ' '.repeat(65_536);
  const floods: readonly (readonly [string, string, string])[] = [
    ['with its length declared', 'Content-Length: 99999999', spaces],
    ['of no declared length', 'Transfer-Encoding: chunked', `10000\r\n${spaces}\r\n`],
  ];
  for (const [what, header, text] of floods) {
    it(`does not hold in memory what it will not take: a flood ${what}`, async () => {
      const { port } = server.address() as AddressInfo;
      const taken = new Promise<Socket>((resolve) => server.once('connection', resolve));
      const piece = Buffer.from(text);
      const before = await leastLiveBytes(0);

      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(head(POST, JSON_TYPE, header));
      await pour(socket, piece, 512);
      const other = await taken;
      while (!other.destroyed && other.bytesRead < 31 * MIB) await nextTurn();

      const grown = (await leastLiveBytes(before + 8 * MIB)) - before;
      socket.destroy();
      while (!other.destroyed) await nextTurn();
      assert.ok(grown < 8 * MIB, `${Math.round(grown / MIB)} MiB of 32 are held`);
    });
  }

  it('gives what is not its own to who comes next', async () => {
    const { port } = server.address() as AddressInfo;
    for (const path of ['/', '/consentsx', '/my/', '/?/consents/']) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      assert.equal(await response.text(), 'the site', path);
    }
  });

  it('tells the address of the socket, and only of its own requests', async () => {
    let seen: (string | undefined)[] = [];
    const other = createServer(
      toNodeListener((request) => {
        seen = [remoteAddressOf(request), remoteAddressOf(new Request('http://localhost/'))];
        return Promise.resolve(new Response('{}'));
      }),
    );
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    await (await fetch(`http://127.0.0.1:${(other.address() as AddressInfo).port}/x`)).text();
    assert.deepEqual(seen, ['127.0.0.1', undefined]);
    other.closeAllConnections();
    other.close();
  });

  it('knows the whole path where Express has taken a part away', async () => {
    const listener = toNodeListener(createReceiver({ store, allowedOrigins: [] }));
    const express = createServer((incoming, outgoing) => {
      const mounted = Object.assign(incoming, { originalUrl: incoming.url, url: '/health' });
      listener(mounted, outgoing);
    });
    await new Promise<void>((resolve) => express.listen(0, '127.0.0.1', resolve));
    const { port } = express.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/consents/health`);
    assert.deepEqual(await response.json(), { status: 'ok' });
    express.closeAllConnections();
    express.close();
  });
});
