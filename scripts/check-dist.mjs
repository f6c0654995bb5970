/**
 * Holds the built files against what a page on somebody else's site needs:
 * pure ASCII (an euc-kr page reads a classic script as euc-kr), names that no filter list blocks,
 * nothing left over, and the same bytes from the same sources.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { buildInto } from './build.mjs';
import { blockedBy } from './lib/filter-lists.mjs';
import { root } from './lib/run.mjs';

const dist = join(root, 'dist');
const problems = [];

const files = listFiles(dist);
for (const file of files) {
  const word = blockedBy(`/${file}`);
  if (word !== undefined) problems.push(`dist/${file}: filter lists block "${word}"`);
  if (isForScriptTag(file)) holdAscii(file);
}
for (const file of ['dongui.js', 'dongui.all.js']) {
  if (!files.includes(file)) problems.push(`dist/${file} is missing`);
}
await holdSameBytes();

for (const problem of problems) console.log(`✖ ${problem}`);
if (problems.length > 0) process.exitCode = 1;
else console.log(`✔ ${files.length} files: ASCII where needed, neutral names, built twice alike`);

function listFiles(folder) {
  if (!existsSync(folder)) throw new Error('dist/ is missing: npm run build');
  return readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

function isForScriptTag(file) {
  return /^(dongui[^/]*|cdn\/[^/]+)\.js$/.test(file);
}

function holdAscii(file) {
  const bytes = readFileSync(join(dist, file));
  const at = bytes.findIndex((byte) => byte > 0x7e);
  if (at === -1) return;
  const around = bytes.subarray(Math.max(0, at - 40), at + 20).toString('utf8');
  problems.push(`dist/${file}: not ASCII at byte ${at}: …${around.replace(/\s+/g, ' ')}…`);
}

async function holdSameBytes() {
  const { code, folder } = await buildInto();
  if (code !== 0) {
    problems.push('the second build failed');
    return;
  }
  const again = listFiles(folder);
  for (const file of new Set([...files, ...again])) {
    const [first, second] = [dist, folder].map((base) => readIfThere(join(base, file)));
    if (first === undefined || second === undefined || !first.equals(second)) {
      problems.push(`dist/${file}: a second build made it differently`);
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path) : undefined;
}
