/**
 * Writes policy.schema.json, the JSON Schema that editors check a policy document with, from the
 * types in src/model.
 *
 *     node scripts/schema.mjs           writes it
 *     node scripts/schema.mjs --check   fails when the committed one is not what the types say
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createGenerator } from 'ts-json-schema-generator';

const root = fileURLToPath(new URL('..', import.meta.url));
const path = join(root, 'policy.schema.json');

/** The form of keys that a site chooses; a type of TypeScript cannot say it. */
const KEYS = { translations: 'Locale', surfaces: 'Id' };

function generate() {
  const type = 'PolicyDocument';
  const schema = createGenerator({
    path: join(root, 'src/model/policy-document.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    type,
    skipTypeCheck: true,
    additionalProperties: false,
  }).createSchema(type);
  const { properties } = schema.definitions[type];
  for (const [property, key] of Object.entries(KEYS)) {
    if (!(key in schema.definitions)) throw new Error(`No definition of ${key}`);
    properties[property].propertyNames = { $ref: `#/definitions/${key}` };
  }
  const { $schema, ...rest } = schema;
  return { $schema, title: 'Policy document of dongui', ...rest };
}

const written = `${JSON.stringify(generate(), null, 2)}\n`;
const isStale = !existsSync(path) || readFileSync(path, 'utf8') !== written;
if (!process.argv.includes('--check')) {
  if (isStale) writeFileSync(path, written);
  console.log(`policy.schema.json ${isStale ? 'is written' : 'was up to date'}`);
} else if (isStale) {
  console.error('policy.schema.json is not what src/model says: run node scripts/schema.mjs');
  process.exitCode = 1;
}
