import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { PGlite } from '@electric-sql/pglite';

const CACHE = new URL('../../.cache/', import.meta.url);

/** The package exports no `package.json`, so it is found from its entry. */
function versionOf(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = createRequire(entry)('../package.json') as { version: string };
  return version;
}

let template: Promise<Blob> | undefined;

async function makeTemplate(): Promise<Blob> {
  const path = fileURLToPath(new URL(`pglite-${versionOf()}.tar`, CACHE));
  if (!existsSync(path)) {
    const pglite = await PGlite.create();
    const dump = await pglite.dumpDataDir('none');
    await pglite.close();
    await mkdir(CACHE, { recursive: true });
    // Test files run beside each other: none may see half of it.
    const draft = `${path}.${process.pid}`;
    await writeFile(draft, new Uint8Array(await dump.arrayBuffer()));
    await rename(draft, path);
  }
  return new Blob([new Uint8Array(await readFile(path))]);
}

/**
 * PGlite, empty: in memory, or in a folder. Creating one anew takes seconds, so it is made once for
 * each version of PGlite, and copied.
 */
export async function createPglite(folder?: string): Promise<PGlite> {
  template ??= makeTemplate();
  return PGlite.create({ ...(folder && { dataDir: folder }), loadDataDir: await template });
}
