import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createReceiver } from '../src/receiver/index.js';
import { toNodeListener } from '../src/receiver/node.js';
import { createDemoHandler, type Handler } from './server/demo-handler.js';
import { RECEIVER_PATH } from './server/operator.js';
import { readPolicies } from './server/services.js';
import { readSettings, type Settings } from './server/settings.js';
import { openSigningKey } from './server/signing-key.js';
import { findSiteFiles } from './server/site-files.js';
import { type DemoStore, openStore } from './server/store.js';

/** How long requests that are under way may take once the server has been asked to end. */
const GRACE_MS = 3000;

/**
 * The demo: its pages, its signup forms and the receiver in one process. What goes wrong at the
 * start is one line and exit code 1.
 */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const folder = dirname(fileURLToPath(import.meta.url));
  const [files, policies] = await Promise.all([findSiteFiles(folder), readPolicies(folder)]);

  // The port is taken first: it is the cheaper of the two that may be somebody else's.
  const opening = deferred<Handler>();
  const server = createServer(toNodeListener(async (request) => (await opening.promise)(request)));
  const origin = await listen(server, settings);
  const signingKey = await openSigningKey(settings);
  const store = await openStore(settings);
  const receiver = createReceiver({
    store,
    policies: policies.all,
    // The demo's own pages are of the receiver's origin; no other page may post here.
    allowedOrigins: [],
    apiKey: settings.apiKey,
    ...(signingKey && { signingKey }),
  });
  const { services } = policies;
  opening.resolve(createDemoHandler({ files, services, receiver, apiKey: settings.apiKey }));

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop(server, store));
  }
  console.log(greeting(origin, settings));
}

function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Resolves with the origin of the address that the server has got. */
async function listen(server: Server, { port, host }: Settings): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const line =
      code === 'EADDRINUSE'
        ? `Port ${port} on ${host} is in use. Choose another: PORT=${port + 1}`
        : `The demo cannot listen on ${host}:${port}: ${message}`;
    throw new Error(line, { cause: error });
  }
  const address = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

/** Lets requests under way finish, then closes the database, so that nothing is cut off. */
async function stop(server: Server, store: DemoStore): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  setTimeout(() => {
    server.closeAllConnections();
  }, GRACE_MS).unref();
  await closed;
  await store.close();
  process.exit(0);
}

function greeting(origin: string, settings: Settings): string {
  const { databaseUrl, dataDir, apiKey, apiKeyIsNew } = settings;
  const place = databaseUrl === undefined ? dataDir : 'PostgreSQL';
  return [
    `dongui demo: ${origin}/`,
    `  sign up   ${origin}/haru/`,
    `  desk      ${origin}/desk/`,
    `  receiver  ${origin}${RECEIVER_PATH}/receipts (receipts are kept in ${place})`,
    ...(apiKeyIsNew
      ? [`  API key   ${apiKey} (made for this run; DONGUI_API_KEY sets one that stays)`]
      : []),
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
