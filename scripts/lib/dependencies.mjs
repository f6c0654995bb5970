import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root, run } from './run.mjs';

/**
 * Makes `node_modules` what `package-lock.json` says, so that every script works right after
 * `git clone`. When nothing is missing this costs the reading of two files.
 */
export async function ensureDependencies() {
  const problem = findDifference();
  if (problem === undefined) return;
  console.log(`Installing packages (${problem}) …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await run(npm, ['ci', '--no-audit', '--no-fund'], { timeoutMs: 600_000 });
  if (code !== 0) {
    console.error('npm ci failed: see its messages above.');
    process.exit(code);
  }
}

/** What `node_modules` lacks, in words, or undefined when it is in step with the lock file. */
function findDifference() {
  const wanted = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  if (wanted === undefined) throw new Error('package-lock.json cannot be read');
  if (installed === undefined) return 'none are installed yet';
  for (const [path, entry] of Object.entries(wanted)) {
    // Optional packages are those of other platforms; the empty path is this package itself.
    if (path === '' || entry.optional) continue;
    if (installed[path]?.version !== entry.version) return `${path} is missing or outdated`;
  }
  return undefined;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
