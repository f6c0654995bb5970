// Lets Node 20 run the TypeScript of this repository: node --import ./scripts/ts-loader.mjs a.ts
import { register } from 'node:module';

process.setSourceMapsEnabled(true);
register('./lib/ts-hooks.mjs', import.meta.url);
