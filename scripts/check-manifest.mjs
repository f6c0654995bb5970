/**
 * The committed custom-elements.json has to be what the sources say. `--write` puts the built one
 * in its place.
 */
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './lib/run.mjs';

const built = join(root, 'dist/custom-elements.json');
const committed = join(root, 'custom-elements.json');

if (process.argv.includes('--write')) {
  copyFileSync(built, committed);
} else if (!existsSync(committed) || !readFileSync(committed).equals(readFileSync(built))) {
  console.log('✖ custom-elements.json is out of date: npm run manifest:write, then commit it');
  process.exitCode = 1;
} else {
  console.log('✔ custom-elements.json is what the sources say');
}
