/** The committed JSON Schema has to be what the types in src/model say. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root, runNode } from './lib/run.mjs';

const path = join(root, 'policy.schema.json');
const before = existsSync(path) ? readFileSync(path) : undefined;
const code = await runNode(['scripts/schema.mjs'], { timeoutMs: 120_000 });
if (code !== 0) {
  process.exitCode = code;
} else if (before === undefined || !before.equals(readFileSync(path))) {
  console.log('✖ policy.schema.json was out of date; it is written anew: commit it');
  process.exitCode = 1;
} else {
  console.log('✔ policy.schema.json is what the types say');
}
