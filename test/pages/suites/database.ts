import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';

import { PGlite } from '@electric-sql/pglite';

import { oracleHash, type Stage } from './stage.js';

/** The last tests of an engine: what all the others left behind. */
export function closingTests(stage: Stage): void {
  it('caused no report of the content security policy, and no error', async () => {
    assert.deepEqual(await stage.server.cspReports(), []);
    assert.deepEqual(stage.errors, []);
  });

  it('left each receipt in the database once, under its own hash', async () => {
    await stage.server.stop();
    const database = await PGlite.create(join(stage.server.dataDir, 'pglite'));
    try {
      const { rows } = await database.query<{ id: string; hash: string; body: string }>(
        'SELECT id::text AS id, hash, body FROM dongui_receipt',
      );
      assert.deepEqual(rows.map(({ id }) => id).sort(), [...stage.made].sort());
      for (const { hash, body } of rows) assert.equal(oracleHash(JSON.parse(body)), hash);
    } finally {
      await database.close();
    }
  });
}
