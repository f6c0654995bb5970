/**
 * npm run check: every gate, one after the other, each also alone (`npm run lint`).
 *
 *     npm run check                  all; goes on after a failure and names what failed
 *     npm run check -- --no-tests    all but the tests, for who has just run them
 *     node scripts/check.mjs lint types
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { ensureDependencies } from './lib/dependencies.mjs';
import { root, runNode } from './lib/run.mjs';

const MINUTE = 60_000;
const bin = {
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  eslint: 'node_modules/eslint/bin/eslint.js',
  litAnalyzer: 'node_modules/@jackolope/lit-analyzer/cli.mjs',
  tsc: 'node_modules/typescript/bin/tsc',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  knip: 'node_modules/knip/bin/knip.js',
};

/** In the order of `npm run check`: what is quick and often wrong first. */
const steps = {
  lock: () => node('scripts/check-lock.mjs'),
  format: () => node(bin.prettier, '--check', '--log-level=warn', '.'),
  lint: () => node(bin.eslint, '--max-warnings=0', '.'),
  templates: () =>
    node(bin.litAnalyzer, 'src/**/*.ts', '--strict', '--maxWarnings', '0', '--quiet'),
  types: () => node(bin.tsc, '-p', 'tsconfig.json'),
  layers: () => node(bin.depcruise, 'src', 'locales', '--config', '.dependency-cruiser.mjs'),
  unused: () => node(bin.knip, '--no-progress'),
  build: async () => (await import('./build.mjs')).build(),
  test: () => runNode(['scripts/test.mjs'], { timeoutMs: 15 * MINUTE }),
  schema: () => node('scripts/check-schema.mjs'),
  manifest: () => afterBuild('scripts/check-manifest.mjs'),
  dist: () => afterBuild('scripts/check-dist.mjs'),
  package: () => afterBuild('scripts/check-package.mjs'),
  size: () => afterBuild('scripts/size.mjs'),
};

/** What writes instead of checking, and is no part of the whole. */
const extras = {
  'format:write': () => node(bin.prettier, '--write', '--log-level=warn', '.'),
  'manifest:write': () => afterBuild('scripts/check-manifest.mjs', '--write'),
};

await ensureDependencies();
const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));
const all = Object.keys(steps).filter((name) => name !== 'test' || !args.includes('--no-tests'));
await runSteps(named.length > 0 ? named : all);

async function runSteps(names) {
  const unknown = names.find((name) => !(name in steps) && !(name in extras));
  if (unknown !== undefined) throw new Error(`No step is called ${unknown}`);
  const failed = [];
  for (const name of names) {
    const startedAt = Date.now();
    if (names.length > 1) console.log(`\n— ${name}`);
    const code = await (steps[name] ?? extras[name])();
    if (code !== 0) failed.push(name);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(`${code === 0 ? '✔' : '✖'} ${name} (${seconds} s)`);
  }
  if (failed.length > 0) {
    console.error(`\nFailed: ${failed.join(', ')}`);
    process.exitCode = 1;
  }
}

function node(...command) {
  return runNode(command, { timeoutMs: 5 * MINUTE });
}

/** For steps that look at `dist/`: it has to be what the sources give now. */
async function afterBuild(...command) {
  const { buildIfStale } = await import('./build.mjs');
  const code = await buildIfStale();
  return code === 0 && existsSync(join(root, 'dist')) ? node(...command) : code || 1;
}
