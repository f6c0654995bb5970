import { execFileSync } from 'node:child_process';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
}

function processTable(): readonly Process[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,comm='], { encoding: 'utf8' });
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, ...name] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), name: name.join(' ') };
    });
}

function descendantsOf(pid: number, table: readonly Process[]): readonly Process[] {
  const children = table.filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [child, ...descendantsOf(child.pid, table)]);
}

/** The first process below `pid` whose name is this one. */
export function findDescendant(pid: number, name: string): number | undefined {
  return descendantsOf(pid, processTable()).find((each) => each.name === name)?.pid;
}

const CYCLE_MS = 60;
const LOOK_AGAIN_AFTER = 10;

/**
 * Slows a browser down from outside, for engines that offer nothing for it: all its processes run
 * for one part of each 60 ms and stand still for the others. Only for processes of the caller's own.
 *
 * @param pid The process that the test started; what it started itself is slowed too.
 * @param factor How many times slower: 6 is a cheap phone beside a desk computer.
 * @returns A function that brings it back to full speed.
 */
export function slowProcesses(pid: number, factor: number): () => void {
  let pids: readonly number[] = [];
  let cycles = 0;
  let timer: NodeJS.Timeout;

  const signal = (name: 'SIGSTOP' | 'SIGCONT'): void => {
    for (const each of pids) {
      try {
        process.kill(each, name);
      } catch {
        // It has ended by itself.
      }
    }
  };
  const run = (): void => {
    signal('SIGCONT');
    if (cycles++ % LOOK_AGAIN_AFTER === 0) {
      pids = [pid, ...descendantsOf(pid, processTable()).map((each) => each.pid)];
    }
    timer = setTimeout(stand, CYCLE_MS / factor);
  };
  const stand = (): void => {
    signal('SIGSTOP');
    timer = setTimeout(run, CYCLE_MS - CYCLE_MS / factor);
  };
  const release = (): void => {
    clearTimeout(timer);
    signal('SIGCONT');
    process.off('exit', release);
  };
  process.once('exit', release);
  run();
  return release;
}
