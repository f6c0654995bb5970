import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LOADER = new URL('../../scripts/ts-loader.mjs', import.meta.url).href;
const SCRIPT = fileURLToPath(new URL('./receiver-child.ts', import.meta.url));

/** A receiver in another process. */
export interface ChildReceiver {
  readonly pid: number;
  /** Address of its routes, or undefined where it refused to start. */
  readonly url: string | undefined;
  /** What it said when it refused. */
  readonly refusal: string | undefined;
  /** Sends a signal and waits for its end. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

/** Starts one over a folder or a PostgreSQL address, and waits for what it says. */
export async function startChildReceiver(place: string): Promise<ChildReceiver> {
  // Without the coverage of the tests: who is killed writes none, and it takes time.
  const { NODE_V8_COVERAGE: _coverage, ...env } = process.env;
  const child: ChildProcess = spawn(process.execPath, ['--import', LOADER, SCRIPT, place], {
    ...{ env, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const first = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout! }).once('line', resolve);
    void ended.then(() => {
      resolve('refused (without a word)');
    });
  });
  const [word, ...rest] = (await first).split(' ');
  const text = rest.join(' ');
  return {
    pid: child.pid ?? 0,
    url: word === 'port' ? `http://127.0.0.1:${text}/consents` : undefined,
    refusal: word === 'port' ? undefined : text,
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
