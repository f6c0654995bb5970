/**
 * Holds the package as npm would publish it: the exports map (publint), how TypeScript and bundlers
 * resolve its types (attw), and what a project that installed it may write (test/dist/*.types.ts).
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root, run, runNode } from './lib/run.mjs';

const folder = mkdtempSync(join(tmpdir(), 'dongui-pack-'));
const code = await hold();
rmSync(folder, { recursive: true, force: true });
process.exitCode = code;

async function hold() {
  const packed = await run('npm', ['pack', '--silent', '--pack-destination', folder], {
    timeoutMs: 60_000,
  });
  if (packed !== 0) return packed;
  const tarball = join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
  const codes = [
    await runNode(['node_modules/publint/src/cli.js', 'run', tarball, '--strict']),
    await runNode([
      'node_modules/@arethetypeswrong/cli/dist/index.js',
      tarball,
      ...['--profile', 'esm-only', '--no-emoji', '--format', 'ascii'],
    ]),
    existsSync(join(root, 'test/dist'))
      ? await runNode(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.dist.json'])
      : 0,
  ];
  return codes.find((one) => one !== 0) ?? 0;
}
