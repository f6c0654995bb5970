import { execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository; every command runs there, wherever it was called from. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Processes that this one started and that have not ended yet. */
const running = new Set();

/**
 * Runs a command to its end and resolves with its exit code. One that takes longer than
 * `timeoutMs` is ended with all that it started, and counts as failed (124, as `timeout` does).
 * With `quiet` its output is shown only when it fails.
 */
export function run(
  command,
  args,
  { timeoutMs = 300_000, env = {}, quiet = false, stdio = quiet ? 'pipe' : 'inherit' } = {},
) {
  const child = spawn(command, args, { cwd: root, stdio, env: { ...process.env, ...env } });
  running.add(child);
  return new Promise((resolve, reject) => {
    let timedOut = false;
    const output = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data) => output.push(data));
    const end = () => {
      timedOut = true;
      console.error(`Ended after ${timeoutMs / 1000} s: ${command} ${args.join(' ')}`);
      endTree(child.pid);
    };
    const timer = timeoutMs === Infinity ? undefined : setTimeout(end, timeoutMs);
    const done = () => {
      clearTimeout(timer);
      running.delete(child);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', (code, signal) => {
      done();
      const result = timedOut ? 124 : (code ?? (signal === null ? 1 : 128));
      if (result !== 0) process.stdout.write(Buffer.concat(output));
      resolve(result);
    });
  });
}

/** As `run()`, for a script or tool that Node runs: no shell and no `npx` in between. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** Ends a process and its descendants, each by its own id, the deepest first. */
export function endTree(pid, signal = 'SIGKILL') {
  for (const id of [...descendants(pid).reverse(), pid]) {
    try {
      process.kill(id, signal);
    } catch {
      // It has ended by itself in the meantime.
    }
  }
}

/** A browser is in no process group of ours, so the tree is read from the process table. */
function descendants(pid) {
  let table;
  try {
    table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' });
  } catch {
    return [];
  }
  const children = new Map();
  for (const line of table.trim().split('\n')) {
    const [id, parent] = line.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const found = [];
  const visit = (id) => {
    for (const child of children.get(id) ?? []) {
      found.push(child);
      visit(child);
    }
  };
  visit(pid);
  return found;
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => {
    for (const child of running) endTree(child.pid, 'SIGTERM');
    process.exit(code);
  });
}
