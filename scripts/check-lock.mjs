/**
 * Holds package-lock.json against what `npm ci` needs on any machine: no registry's address, a hash
 * for each package, and an entry for each platform's variant of a native one. npm leaves the last
 * out when a registry lacks that variant at the time, and `npm ci` then refuses the whole file.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './lib/run.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const problems = [];

for (const [path, entry] of Object.entries(packages)) {
  if (path === '') continue;
  if (entry.resolved !== undefined) problems.push(`${path} names an address: ${entry.resolved}`);
  if (entry.integrity === undefined) problems.push(`${path} has no integrity`);
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
    if (!places.some((place) => place in packages)) {
      problems.push(`${path} lacks ${name}: take a version whose variants are all published`);
    }
  }
}

for (const problem of problems) console.log(`✖ ${problem}`);
if (problems.length > 0) process.exitCode = 1;
else console.log(`✔ ${Object.keys(packages).length - 1} packages, each with its hash`);
