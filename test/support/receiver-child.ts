/**
 * A receiver in a process of its own, to be killed: `receiver-child.ts <folder or postgres url>`.
 * Prints `port <n>` when it listens, or `refused <message>` and ends.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import pg from 'pg';

import { createReceiver, createSqlStore } from '../../src/receiver/index.js';
import { openPgliteStore, toNodeListener } from '../../src/receiver/node.js';
import { API_KEY, ORIGIN, POLICY } from './receiver-fixtures.js';

const [place = ''] = process.argv.slice(2);

try {
  const store = place.startsWith('postgres:')
    ? createSqlStore(new pg.Pool({ connectionString: place, max: 8 }))
    : await openPgliteStore(place);
  const handler = createReceiver({
    ...{ store, policies: [POLICY], allowedOrigins: [ORIGIN], apiKey: API_KEY },
  });
  const server = createServer(toNodeListener(handler));
  server.listen(0, '127.0.0.1', () => {
    console.log(`port ${(server.address() as AddressInfo).port}`);
  });
} catch (error) {
  console.log(`refused ${error instanceof Error ? error.message : String(error)}`);
}
