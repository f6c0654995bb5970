/**
 * npm start: installs what is missing, builds what is stale, and serves the demo until it is ended.
 * PORT, HOST, DATA_DIR, DATABASE_URL and DONGUI_API_KEY go to the server as they are.
 */
import { ensureDependencies } from './lib/dependencies.mjs';
import { runNode } from './lib/run.mjs';

await ensureDependencies();
const { buildIfStale } = await import('./build.mjs');
const built = await buildIfStale();
process.exitCode =
  built === 0
    ? await runNode(['--enable-source-maps', 'dist/demo/server.js'], { timeoutMs: Infinity })
    : built;
