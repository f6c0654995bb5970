import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';

import { CHROMIUM_ARGS, findBrowsers } from './scripts/browsers.mjs';
import { compareEngines } from './scripts/lib/compare-engines.mjs';
import { webKitLauncher } from './scripts/lib/webkit-launcher.mjs';
import { plainReporter } from './test/support/plain-reporter.mjs';

const { chromium, firefox, webkit } = await findBrowsers({ install: true });

/** A launcher of the given browser, under the name that reports show. */
function puppeteerLauncher(name, launchOptions) {
  const launcher = chromeLauncher({ launchOptions });
  launcher.name = name;
  return launcher;
}

export default {
  // `*.node.test.ts` and `*.page.test.ts` run under node:test: see scripts/test.mjs.
  files: ['test/**/*.test.ts', '!test/**/*.node.test.ts', '!test/**/*.page.test.ts'],
  nodeResolve: true,
  middleware: [compareEngines()],
  plugins: [esbuildPlugin({ ts: true, tsconfig: './tsconfig.json', target: 'es2022' })],
  browsers: [
    chromium &&
      puppeteerLauncher('Chromium', { executablePath: chromium.path, args: CHROMIUM_ARGS }),
    firefox && puppeteerLauncher('Firefox', { browser: 'firefox', executablePath: firefox.path }),
    webkit && webKitLauncher(webkit),
  ].filter(Boolean),
  // Two cores: two engines side by side, each with one page. One page is also what makes the
  // WebDriver launcher open each file as a page of its own and not in a frame.
  concurrency: 1,
  concurrentBrowsers: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: 30_000 } },
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: false }), plainReporter()],
  // Thresholds are held by scripts/coverage.mjs, over this run and that of node:test together.
  coverageConfig: {
    include: ['src/**/*.ts'],
    reportDir: process.env.COVERAGE_DIR ?? '.cache/coverage',
    filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
    reporters: ['json'],
  },
};
