/**
 * npm run soak: what takes longer than a gate may. Every bit of twenty bundles is changed, one at a
 * time, and verification has to see each: 1.4 million verifications, ten to thirty minutes on two cores.
 */
import { availableParallelism } from 'node:os';

import { ensureDependencies } from './lib/dependencies.mjs';
import { runNode } from './lib/run.mjs';

const HOUR = 3_600_000;

await ensureDependencies();
const processes = availableParallelism();
const codes = await Promise.all(
  Array.from({ length: processes }, (_, first) =>
    runNode(
      [
        '--import=./scripts/ts-loader.mjs',
        'test/soak/flip-every-bit.ts',
        String(first),
        String(processes),
      ],
      { timeoutMs: HOUR },
    ),
  ),
);
const failed = codes.filter((code) => code !== 0).length;
console.log(failed === 0 ? 'Every changed bit was seen.' : 'Some changes were not seen.');
if (failed > 0) process.exitCode = 1;
