import { stat } from 'node:fs/promises';

import { type OpenDatabase, openPgliteDatabase } from '../receiver/node.js';
import { openPostgres } from '../receiver/postgres-store.js';

/**
 * The database at an address (`postgres://…`) or in a folder, as the receiver keeps it. A folder that
 * a receiver has open is refused: stop it, or verify a copy.
 *
 * @returns undefined for a file.
 * @throws Error that says why it cannot be opened.
 */
export async function openDatabase(place: string): Promise<OpenDatabase | undefined> {
  if (/^postgres(ql)?:\/\//.test(place)) return openPostgres(place);
  const isFolder = await stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? openPgliteDatabase(place) : undefined;
}
