import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createReceiver, createSqlStore, type SqlDatabase } from '../../src/receiver/index.js';
import { toNodeListener } from '../../src/receiver/node.js';
import { createPglite } from './pglite-template.js';
import type { Mount, Subject } from './receiver-contract.js';

const BASE = '/consents';

/** Something to store in, and its end. */
export interface OpenDatabase {
  readonly database: SqlDatabase;
  readonly close: () => Promise<void>;
}

type OpensDatabase = () => Promise<OpenDatabase>;

/** PGlite as it comes: in memory, or in a folder. */
export async function openPglite(folder?: string): Promise<OpenDatabase> {
  const pglite = await createPglite(folder);
  return {
    database: {
      query: (sql, parameters) => pglite.query<Record<string, unknown>>(sql, parameters),
    },
    close: () => pglite.close(),
  };
}

const queries = ({ database }: OpenDatabase): Pick<Subject, 'query'> => ({
  query: async (sql) => (await database.query(sql)).rows,
});

/** The handler called as it is: `(Request) => Promise<Response>`. */
export function mountBare(open: OpensDatabase): Mount {
  return async (options) => {
    const opened = await open();
    const handler = createReceiver({ ...options, store: createSqlStore(opened.database) });
    return {
      send: (path, init) => handler(new Request(`https://receiver.example${BASE}${path}`, init)),
      ...queries(opened),
      stop: () => opened.close(),
    };
  };
}

/** The same behind Node's own server, over a real socket. */
export function mountNodeHttp(open: OpensDatabase): Mount {
  return async (options) => {
    const opened = await open();
    const handler = createReceiver({ ...options, store: createSqlStore(opened.database) });
    const server = createServer(toNodeListener(handler, { basePath: BASE }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return {
      send: (path, init) => fetch(`http://127.0.0.1:${port}${BASE}${path}`, init),
      ...queries(opened),
      async stop() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
        await opened.close();
      },
    };
  };
}
