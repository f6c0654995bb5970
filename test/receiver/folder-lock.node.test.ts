import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import {
  type FolderLock,
  type FolderOwner,
  type LockPorts,
  takeFolder,
} from '../../src/receiver/folder-lock.js';

const SEED = 20_261_122;

/** A folder in memory, in which some processes run and some do not. */
function setUp(files: Readonly<Record<string, string>> = {}, running: readonly number[] = []) {
  const folder = new Map(Object.entries(files));
  const alive = new Set(running);
  const ports: LockPorts = {
    folder: '.data',
    names: () => Promise.resolve([...folder.keys()]),
    create: (name, text) => {
      if (folder.has(name)) return Promise.resolve(false);
      folder.set(name, text);
      return Promise.resolve(true);
    },
    read: (name) => {
      const text = folder.get(name);
      return text === undefined ? Promise.reject(new Error('ENOENT')) : Promise.resolve(text);
    },
    remove: (name) => {
      folder.delete(name);
      return Promise.resolve();
    },
    isRunning: ({ pid }) => Promise.resolve(alive.has(pid)),
  };
  return { folder, alive, ports };
}

const ownerOf = (pid: number): FolderOwner => ({
  pid,
  started: '1',
  place: 'here',
  released: false,
});

const fileOf = (pid: number, released = false): string =>
  JSON.stringify({ ...ownerOf(pid), released });

describe('takeFolder', () => {
  it('takes an empty folder', async () => {
    const { folder, ports } = setUp();
    const { name } = await takeFolder(ports, ownerOf(1));
    assert.deepEqual([...folder], [[name, fileOf(1)]]);
  });

  it('refuses a folder whose owner runs, and names both', async () => {
    const { folder, ports } = setUp({ 'owner-7.lock': fileOf(1234) }, [1234]);
    await assert.rejects(takeFolder(ports, ownerOf(2)), {
      message:
        'The data folder .data is in use by process 1234: stop it, or choose another folder.',
    });
    assert.deepEqual([...folder.keys()], ['owner-7.lock']);
  });

  it('follows an owner that does not run any more', async () => {
    const { folder, ports } = setUp({ 'owner-7.lock': fileOf(1234) });
    await takeFolder(ports, ownerOf(2));
    assert.deepEqual([...folder], [['owner-8.lock', fileOf(2)]]);
  });

  it('follows an owner that has released it, though it runs', async () => {
    const { folder, ports } = setUp({}, [1, 2]);
    const lock = await takeFolder(ports, ownerOf(1));
    await lock.release();
    await takeFolder(ports, ownerOf(2));
    assert.deepEqual([...folder], [['owner-3.lock', fileOf(2)]]);
  });

  it('follows a file that a power cut has emptied', async () => {
    const { folder, ports } = setUp({ 'owner-1.lock': '' }, [0]);
    await takeFolder(ports, ownerOf(2));
    assert.deepEqual([...folder.keys()], ['owner-2.lock']);
  });

  it('leaves other files alone', async () => {
    const { folder, ports } = setUp({ 'owner-x.lock': 'x', PG_VERSION: '18' });
    await takeFolder(ports, ownerOf(2));
    assert.deepEqual([...folder.keys()], ['owner-x.lock', 'PG_VERSION', 'owner-1.lock']);
  });
});

/** What a lock takes to be right: between its taking and its release nobody else has it. */
async function race(
  scheduler: fc.Scheduler,
  take: typeof takeFolder,
  contenders: number,
): Promise<number> {
  const { ports, alive } = setUp({ 'owner-1.lock': fileOf(99) });
  const slow: LockPorts = {
    ...ports,
    names: scheduler.scheduleFunction(ports.names),
    create: scheduler.scheduleFunction(ports.create),
    read: scheduler.scheduleFunction(ports.read),
    remove: scheduler.scheduleFunction(ports.remove),
    isRunning: scheduler.scheduleFunction(ports.isRunning),
  };
  let owners = 0;
  let most = 0;
  const contend = async (pid: number): Promise<void> => {
    alive.add(pid);
    // Each tries again, as a service does that its host starts anew.
    for (let attempt = 0; attempt < 3; attempt++) {
      const lock: FolderLock | undefined = await take(slow, ownerOf(pid)).catch(() => undefined);
      if (!lock) continue;
      owners += 1;
      most = Math.max(most, owners);
      await scheduler.schedule(Promise.resolve());
      owners -= 1;
      await lock.release();
    }
  };
  const all = Promise.all(Array.from({ length: contenders }, (_, i) => contend(i + 1)));
  await scheduler.waitFor(all);
  return most;
}

/** What one would write first: a dead owner's file is removed, and one's own put in its place. */
const takeNaively: typeof takeFolder = async (ports, owner) => {
  const name = 'owner-1.lock';
  const text = await ports.read(name).catch(() => undefined);
  if (text !== undefined) {
    const other = JSON.parse(text) as FolderOwner;
    if (await ports.isRunning(other, name)) throw new Error('in use');
    await ports.remove(name);
  }
  if (!(await ports.create(name, JSON.stringify(owner)))) throw new Error('in use');
  return { name, release: () => ports.remove(name) };
};

describe('takeFolder in a race', () => {
  it('gives the folder to one at a time, in whatever order the steps come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 4 }), async (scheduler, count) => {
        assert.equal(await race(scheduler, takeFolder, count), 1);
      }),
      { numRuns: 500, seed: SEED },
    );
  });

  it('would see it if two had the folder', async () => {
    const found = await fc.check(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        assert.equal(await race(scheduler, takeNaively, 2), 1);
      }),
      { numRuns: 500, seed: SEED },
    );
    assert.ok(found.failed);
  });
});
