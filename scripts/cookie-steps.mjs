/**
 * Writes the table of docs/cookie-steps.md from the steps of the cookie guide.
 *
 *     node scripts/cookie-steps.mjs
 */
import './ts-loader.mjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './lib/run.mjs';

const { stepsTable } = await import('../test/support/steps-table.ts');
const path = join(root, 'docs/cookie-steps.md');
const page = readFileSync(path, 'utf8');
const [start, end] = ['<!-- steps -->', '<!-- /steps -->'];
const before = page.slice(0, page.indexOf(start) + start.length);
const after = page.slice(page.indexOf(end));
writeFileSync(path, `${before}\n\n${stepsTable()}\n\n${after}`);
console.log('✔ docs/cookie-steps.md');
