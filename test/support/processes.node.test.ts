import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { findDescendant, slowProcesses } from './processes.js';

const SPIN = 'for (;;);';

/** Ticks of processor time that a process has used (proc_pid_stat(5)). */
async function ticksOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'latin1')).split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

/** A shell whose child takes all the time that it can get. */
function startBusyTree(): ChildProcess {
  return spawn('sh', ['-c', `${process.execPath} -e '${SPIN}'; true`], { stdio: 'ignore' });
}

function pidOf(child: ChildProcess): number {
  return findDescendant(child.pid ?? 0, 'node') ?? 0;
}

describe('slowProcesses', { skip: process.platform !== 'linux' }, () => {
  it('takes time from a process and its children, and gives it back', async () => {
    const trees = [startBusyTree(), startBusyTree()] as const;
    await sleep(500);
    const [slowed, free] = [pidOf(trees[0]), pidOf(trees[1])];
    try {
      // Compared with a process beside it: how busy the machine is does not matter.
      const measure = async (): Promise<number> => {
        const before = await Promise.all([ticksOf(slowed), ticksOf(free)]);
        await sleep(1500);
        const after = await Promise.all([ticksOf(slowed), ticksOf(free)]);
        return (after[0] - before[0]) / (after[1] - before[1]);
      };
      const release = slowProcesses(trees[0].pid ?? 0, 6);
      const share = await measure();
      release();
      assert.ok(share < 0.5, `slowed, it had ${share} of what the other had`);
      assert.ok((await measure()) > 0.6, 'let go, both are equal again');
    } finally {
      for (const pid of [slowed, free]) process.kill(pid, 'SIGKILL');
    }
  });
});
