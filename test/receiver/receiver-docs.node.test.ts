import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { createReceiver, createSqlStore } from '../../src/receiver/index.js';
import { toNodeListener } from '../../src/receiver/node.js';
import { type OpenDatabase, openPglite } from '../support/receiver-mounts.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TEXT = readFileSync(new URL('../../docs/receiver.md', import.meta.url), 'utf8');
const API_KEY = 'key-of-the-manual';

/** What is documented: each command with the answer below it. */
function readSession(): readonly { readonly command: string; readonly answer: string }[] {
  const [, session = ''] = /```console\n(.*?)```/s.exec(TEXT) ?? [];
  return session
    .split(/^\$ /m)
    .slice(1)
    .map((step) => {
      const [command = '', ...answer] = step.trim().split('\n');
      return { command, answer: answer.join('\n') };
    });
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function hasCurl(): boolean {
  try {
    execFileSync('curl', ['--version']);
    return true;
  } catch {
    return false;
  }
}

describe('docs/receiver.md', () => {
  let opened: OpenDatabase;
  let server: ReturnType<typeof createServer>;

  before(async () => {
    opened = await openPglite();
    const store = createSqlStore(opened.database);
    const receiver = createReceiver({ store, allowedOrigins: [], apiKey: API_KEY });
    server = createServer(toNodeListener(receiver));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await opened.close();
  });

  const skip = !hasCurl() && 'curl is not installed';
  if (skip !== false) console.log(`The session of docs/receiver.md was NOT run: ${skip}.`);

  it('shows a session as it goes', { skip }, async () => {
    const steps = readSession();
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/`;
    let aliases = 'shopt -s expand_aliases\n';
    let compared = 0;
    for (const { command, answer } of steps) {
      const line = command.replaceAll('http://127.0.0.1:4400/', address);
      if (line.startsWith('alias ')) {
        aliases += `${line}\n`;
        continue;
      }
      const { stdout } = await promisify(execFile)('bash', ['-c', `${aliases}${line}`], {
        ...{ cwd: ROOT, env: { ...process.env, DONGUI_API_KEY: API_KEY } },
      });
      const expected = answer.split('…').map(escape).join('.*?');
      assert.match(stdout.trim(), new RegExp(`^${expected}$`, 's'), command);
      compared += 1;
    }
    assert.equal(compared, 15);
  });

  it('names every code that a problem can have', () => {
    const source = readFileSync(new URL('../../src/receiver/problem.ts', import.meta.url), 'utf8');
    const codes = [...source.matchAll(/^ {2}'([a-z-]+)': \[(\d{3}),/gm)];
    assert.ok(codes.length > 15);
    for (const [, code = '', status = ''] of codes) {
      assert.match(TEXT, new RegExp(`^\\| ${status} \\|.*\`${code}\``, 'm'));
    }
  });

  it('names every table and column, and no other', async () => {
    const { rows } = await opened.database.query(`
      SELECT table_name, column_name FROM information_schema.columns
      WHERE table_name LIKE 'dongui_%' AND table_schema = 'public'
        AND table_name NOT LIKE '%position'`);
    const documented = new Set<string>();
    let table = '';
    for (const [, name = '', columns = ''] of TEXT.matchAll(
      /^\| (`dongui_\w+`)? ?\| (`.*?`) \|/gm,
    )) {
      table = name.replaceAll('`', '') || table;
      for (const column of columns.split(', '))
        documented.add(`${table}.${column.replaceAll('`', '')}`);
    }
    const real = rows.map((row) => `${String(row['table_name'])}.${String(row['column_name'])}`);
    assert.deepEqual([...documented].sort(), real.sort());
  });

  it('has a query that finds what was altered', async () => {
    const [, query = ''] = /```sql\n(.*?)```/s.exec(TEXT) ?? [];
    const { database } = opened;
    assert.deepEqual((await database.query(query)).rows, []);
    const altered = await database.query(
      `UPDATE dongui_receipt SET body = coalesce(replace(body, 'refused', 'given'), '{}') RETURNING id`,
    );
    assert.ok(altered.rows.length > 0);
    assert.deepEqual((await database.query(query)).rows, altered.rows);
  });
});
