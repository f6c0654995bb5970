/**
 * Holds the package as npm would publish it: the exports map (publint), how TypeScript and bundlers
 * resolve its types (attw), and what a project that installed it may write (test/dist/*.types.ts).
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root, run, runNode } from './lib/run.mjs';

const ATTW_FLAGS = ['--profile', 'esm-only', '--no-emoji', '--no-color', '--format', 'ascii'];

const folder = mkdtempSync(join(tmpdir(), 'dongui-pack-'));
const code = await hold();
rmSync(folder, { recursive: true, force: true });
process.exitCode = code;

async function hold() {
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder], {
    timeoutMs: 60_000,
    quiet: true,
  });
  if (packed !== 0) return packed;
  const tarball = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
  const codes = [
    await runNode(['node_modules/publint/src/cli.js', 'run', tarball, '--strict'], { quiet: true }),
    await runNode(['node_modules/@arethetypeswrong/cli/dist/index.js', tarball, ...ATTW_FLAGS], {
      quiet: true,
    }),
    existsSync(join(root, 'test/dist'))
      ? await runNode(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.dist.json'])
      : 0,
  ];
  const failed = codes.find((one) => one !== 0);
  if (failed === undefined) console.log('✔ publint, attw and the types of a user agree');
  return failed ?? 0;
}
