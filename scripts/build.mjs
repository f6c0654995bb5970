/**
 * Builds everything into `dist/`: modules and types (tsc), what a script tag loads and the demo
 * (rollup), the manifest (cem). It is made beside `dist/` and moved there when it is
 * whole, so that a server or test that reads `dist/` never sees half of it.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root, runNode } from './lib/run.mjs';

const SOURCES = [
  ...['src', 'locales', 'demo', 'docs/hosts', 'scripts'],
  ...['package-lock.json', 'package.json'],
];
const CONFIGS = ['rollup.config.mjs', 'custom-elements-manifest.config.mjs'];
const STAMP = join(root, '.cache/build-stamp');

/** Builds unless `dist/` is what the sources as they are now would give. */
export async function buildIfStale() {
  const stamp = stampOfSources();
  if (existsSync(join(root, 'dist')) && readStamp() === stamp) return 0;
  return build();
}

/** Builds anew; resolves with an exit code. */
export async function build() {
  const stamp = stampOfSources();
  const made = await buildInto();
  if (made.code !== 0) return made.code;
  replaceDist(made.folder);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(STAMP, stamp);
  return 0;
}

function replaceDist(folder) {
  const dist = join(root, 'dist');
  for (let tries = 3; ; tries -= 1) {
    rmSync(dist, { recursive: true, force: true });
    try {
      renameSync(folder, dist);
      return;
    } catch (error) {
      // Another build was moved there in between.
      if (tries === 1) throw error;
    }
  }
}

/** Builds into a new folder at the same depth as `dist/`, which keeps the source maps' paths. */
export async function buildInto() {
  const folder = mkdtempSync(join(root, '.build-'));
  const steps = [
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', folder],
    ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'],
    [
      'node_modules/@custom-elements-manifest/analyzer/cem.js',
      'analyze',
      '--quiet',
      '--config',
      'custom-elements-manifest.config.mjs',
    ],
  ];
  for (const step of steps) {
    const code = await runNode(step, { env: { OUT_DIR: folder }, timeoutMs: 300_000 });
    if (code !== 0) {
      rmSync(folder, { recursive: true, force: true });
      return { code, folder };
    }
  }
  copyLicences(folder);
  return { code: 0, folder };
}

/** The bundles hold these packages' code without its comments; their licences ask to be passed on. */
function copyLicences(folder) {
  for (const name of ['lit', 'idb-keyval']) {
    const from = readdirSync(join(root, 'node_modules', name)).find((file) =>
      /^licen[cs]e/i.test(file),
    );
    if (from === undefined) continue;
    mkdirSync(join(folder, 'cdn'), { recursive: true });
    cpSync(join(root, 'node_modules', name, from), join(folder, 'cdn', `LICENSE-${name}.txt`));
  }
}

function stampOfSources() {
  const hash = createHash('sha256');
  const tsconfigs = readdirSync(root).filter((name) => name.startsWith('tsconfig'));
  for (const name of [...SOURCES, ...CONFIGS, ...tsconfigs].sort()) visit(join(root, name), hash);
  return hash.digest('hex');
}

function visit(path, hash) {
  if (!existsSync(path)) return;
  const stats = statSync(path);
  if (stats.isDirectory()) {
    for (const name of readdirSync(path).sort()) visit(join(path, name), hash);
  } else {
    hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\0`);
  }
}

function readStamp() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined;
}
