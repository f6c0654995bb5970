import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Ack } from '../../src/model/receipt.js';
import { createSqlStore, type ReceiptStore } from '../../src/receiver/index.js';
import { openPgliteStore } from '../../src/receiver/node.js';
import { startChildReceiver } from '../support/child-receiver.js';
import { createPglite } from '../support/pglite-template.js';
import { findPostgres, startPostgres } from '../support/postgres-server.js';
import { envelopeOf, POLICY, receiptOn, show } from '../support/receiver-fixtures.js';

const SEED = Number(process.env['SEED'] ?? 4_242);
const CYCLES = Number(process.env['KILL_CYCLES'] ?? 3);
const CLIENTS = 6;

const SHOWN = show(POLICY);

/** Mulberry32: a small generator with a seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Posts one receipt after the other until the receiver is gone; notes what it acknowledged. */
async function load(url: string, acked: Map<string, string>): Promise<void> {
  for (;;) {
    const envelope = envelopeOf(receiptOn(SHOWN));
    try {
      const response = await fetch(`${url}/receipts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(envelope),
      });
      const ack = (await response.json()) as Ack;
      assert.equal(response.status, 201);
      assert.equal(ack.rh, envelope.hash);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      return;
    }
    acked.set(envelope.receipt.id, envelope.hash);
  }
}

async function storedIn(store: ReceiptStore): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for (let after = '0'; ;) {
    const { items, next } = await store.readFeed({ after, limit: 500 });
    if (items.length === 0) return stored;
    for (const item of items) {
      if ('receipt' in item) stored.set(item.receipt.id, item.hash);
    }
    after = next;
  }
}

/** Kills a receiver under load, again and again; then every receipt it acknowledged must be there. */
async function killUnderLoad(place: string, open: () => Promise<ReceiptStore>): Promise<string> {
  const random = createRandom(SEED);
  const acked = new Map<string, string>();
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const child = await startChildReceiver(place);
    assert.ok(child.url, child.refusal);
    const { url } = child;
    const before = acked.size;
    const clients = Array.from({ length: CLIENTS }, () => load(url, acked));
    while (acked.size < before + 20) await sleep(5);
    await sleep(random() * 300);
    await child.kill('SIGKILL');
    await Promise.all(clients);
  }
  const stored = await storedIn(await open());
  const missing = [...acked].filter(([id, hash]) => stored.get(id) !== hash);
  assert.deepEqual(missing, []);
  // What was stored without an answer getting through is fine, but cannot be much.
  assert.ok(stored.size - acked.size <= CYCLES * CLIENTS);
  return `seed ${SEED}: ${CYCLES} kills, ${acked.size} acknowledged, 0 missing`;
}

describe('a receiver that is killed', () => {
  it('has stored in its folder what it acknowledged', async (test) => {
    const folder = await mkdtemp(join(tmpdir(), 'dongui-kill-'));
    await (await createPglite(join(folder, 'pglite'))).close();
    let store: Awaited<ReturnType<typeof openPgliteStore>> | undefined;
    test.diagnostic(
      await killUnderLoad(folder, async () => (store = await openPgliteStore(folder))),
    );
    await store?.close();
    await rm(folder, { recursive: true });
  });

  const binaries = findPostgres();
  const skip = binaries === undefined && 'PostgreSQL is not installed (apt: postgresql)';
  if (skip !== false) console.log(`Killing a receiver on PostgreSQL was NOT tested: ${skip}.`);
  it('has stored in PostgreSQL what it acknowledged', { skip }, async (test) => {
    const server = await startPostgres(binaries!);
    const { pool, url, close } = await server.open();
    test.diagnostic(await killUnderLoad(url, () => Promise.resolve(createSqlStore(pool))));
    await close();
    await server.stop();
  });
});
