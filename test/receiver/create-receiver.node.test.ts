import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { testReceiverContract } from '../support/receiver-contract.js';
import {
  mountBare,
  mountNodeHttp,
  type OpenDatabase,
  openPglite,
} from '../support/receiver-mounts.js';

async function openOnDisk(): Promise<OpenDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'dongui-receiver-'));
  const { database, close } = await openPglite(folder);
  return {
    database,
    async close() {
      await close();
      await rm(folder, { recursive: true });
    },
  };
}

testReceiverContract('PGlite in memory, called directly', mountBare(openPglite));
testReceiverContract('PGlite in memory, behind Node http', mountNodeHttp(openPglite));
testReceiverContract('PGlite on disk, called directly', mountBare(openOnDisk));
