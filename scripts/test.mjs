/**
 * npm test: every test once, in the engines that ENGINES selects (all three without it).
 *
 *     npm test                              all
 *     npm test -- node                      one kind: node, browser or page
 *     npm test -- test/core/ledger.test.ts  some files
 *
 * The last line is "N passed, M failed" over all kinds.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { ensureDependencies } from './lib/dependencies.mjs';
import { root, runNode } from './lib/run.mjs';

const KINDS = ['node', 'browser', 'page'];
const CACHE = join(root, '.cache');

/** Kinds of test and how each is run; each answers with its counts by engine, or by kind. */
const runners = { node: runNodeTests, browser: runBrowserTests, page: runPageTests };

const startedAt = Date.now();
const { files, kinds, isWhole } = select(process.argv.slice(2));
mkdirSync(CACHE, { recursive: true });
// A folder for this run alone: another one may be under way in the same tree.
const runFolder = mkdtempSync(join(CACHE, 'test-'));
process.on('exit', () => rmSync(runFolder, { recursive: true, force: true }));
await ensureDependencies();
const versions = await prepareBrowsers().catch((error) => {
  console.error(error.message);
  process.exit(1);
});

const total = { passed: 0, failed: 0, skipped: 0 };
const table = [];
for (const kind of KINDS) {
  if (!kinds.has(kind) || files[kind].length === 0) continue;
  console.log(`\n— ${kind} tests: ${files[kind].length} files`);
  for (const [name, counts] of Object.entries(await runners[kind](files[kind]))) add(name, counts);
}
if (isWhole) await holdCoverage();
finish();

/** Sorts the test files by kind, and keeps those that the command line asks for. */
function select(args) {
  const found = { node: [], browser: [], page: [] };
  for (const file of testFiles(join(root, 'test'))) found[kindOf(file)].push(file);
  const wanted = args
    .filter((arg) => !KINDS.includes(arg))
    .map((arg) => relative(root, resolve(arg)));
  const kept = wanted.length === 0 ? found : mapValues(found, (list) => list.filter(isWanted));
  const named = args.filter((arg) => KINDS.includes(arg));
  return {
    files: kept,
    kinds: new Set(named.length === 0 ? KINDS : named),
    isWhole: args.length === 0,
  };

  function isWanted(file) {
    return wanted.some((path) => file === path || file.startsWith(`${path}/`));
  }
}

function testFiles(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true }).filter((name) =>
    name.endsWith('.test.ts'),
  );
  return names.sort().map((name) => relative(root, join(folder, name)));
}

function kindOf(file) {
  if (file.endsWith('.node.test.ts')) return 'node';
  return file.endsWith('.page.test.ts') ? 'page' : 'browser';
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** Installs what is missing now, so that it fails before the tests and not among them. */
async function prepareBrowsers() {
  const isNeeded = (kind) => kinds.has(kind) && files[kind].length > 0;
  if (!isNeeded('browser') && !isNeeded('page')) return {};
  const { executableVersion, findBrowsers } = await import('./browsers.mjs');
  const browsers = await findBrowsers({ install: true });
  const found = {};
  if (browsers.chromium) found.Chromium = executableVersion(browsers.chromium.path);
  if (browsers.firefox) found.Firefox = executableVersion(browsers.firefox.path);
  if (browsers.webkit) found.WebKit = 'WebKitGTK';
  return found;
}

/** Pure logic, once, in Node; V8 notes which source ran. */
async function runNodeTests(list) {
  const coverage = [
    'node_modules/c8/bin/c8.js',
    '--reporter=json',
    `--reports-dir=${join(runFolder, 'node')}`,
    `--temp-directory=${join(runFolder, 'v8')}`,
    '--include=src/**/*.ts',
    process.execPath,
  ];
  const args = [
    ...(isWhole ? coverage : []),
    ...nodeTestFlags('240000'),
    '--test-concurrency=2',
    ...list,
  ];
  return { node: await countsOf(args, { timeoutMs: 480_000 }) };
}

/** Whole pages of the built demo, in real browsers, one file after the other. */
async function runPageTests(list) {
  const { buildIfStale } = await import('./build.mjs');
  if ((await buildIfStale()) !== 0) {
    console.error('The build failed, so no full page can be tested.');
    return { page: { passed: 0, failed: list.length, skipped: 0 } };
  }
  const args = [...nodeTestFlags('300000'), '--test-concurrency=1', ...list];
  return { page: await countsOf(args, { timeoutMs: 600_000 }) };
}

function nodeTestFlags(timeoutMs) {
  return [
    '--import=./scripts/ts-loader.mjs',
    '--test',
    '--test-reporter=./scripts/node-reporter.mjs',
    '--test-reporter-destination=stdout',
    `--test-timeout=${timeoutMs}`,
  ];
}

/** Source in real browsers, in each selected engine. */
async function runBrowserTests(list) {
  const coverage = isWhole ? ['--coverage'] : [];
  const args = ['node_modules/@web/test-runner/dist/bin.js', ...coverage, '--files', ...list];
  const engines = await countsOf(args, { timeoutMs: 600_000 });
  if ('failed' in engines) return { browser: engines };
  for (const [name, { version }] of Object.entries(engines))
    versions[name] = version ?? versions[name];
  for (const name of Object.keys(versions)) {
    engines[name] ??= { passed: 0, failed: list.length, skipped: 0 };
  }
  return engines;
}

/** Runs a test runner whose reporter leaves its counts in a file. */
async function countsOf(args, { timeoutMs }) {
  const results = join(runFolder, 'results.json');
  rmSync(results, { force: true });
  const env = { TEST_RESULTS: results, COVERAGE_DIR: join(runFolder, 'browser') };
  const code = await runNode(args, { timeoutMs, env });
  if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = JSON.parse(readFileSync(results, 'utf8'));
  const all = 'failed' in counts ? [counts] : Object.values(counts);
  // A runner that failed without a failed test has not told everything.
  if (code !== 0 && all.every(({ failed }) => failed === 0)) {
    console.error(`The runner ended with exit code ${code} without naming a failed test.`);
    all[0] ? (all[0].failed += 1) : (counts.browser = { passed: 0, failed: 1, skipped: 0 });
  }
  return counts;
}

function add(name, counts) {
  for (const key of Object.keys(total)) total[key] += counts[key];
  table.push([name, counts]);
}

async function holdCoverage() {
  if (!('Chromium' in versions)) {
    console.log('\nCoverage is measured in Chromium, which ENGINES leaves out.');
    return;
  }
  console.log('\n— coverage');
  const code = await runNode(['scripts/coverage.mjs', runFolder], { timeoutMs: 60_000 });
  if (code !== 0) process.exitCode = 1;
}

function finish() {
  console.log('');
  for (const [name, { passed, failed, skipped }] of table) {
    const version = versions[name] === undefined ? '' : `, ${versions[name]}`;
    const rest = skipped === 0 ? '' : `, ${skipped} skipped`;
    console.log(`${name}${version}: ${passed} ok, ${failed} not ok${rest}`);
  }
  if (total.passed + total.failed === 0) console.error('No test was run.');
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
  console.log(`${Math.round((Date.now() - startedAt) / 1000)} s`);
  const line = `${total.passed} passed, ${total.failed} failed`;
  writeFileSync(join(CACHE, 'test-line.txt'), `${line}\n`);
  console.log(line);
}
