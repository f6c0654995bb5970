/**
 * Holds what the tests ran against what they must run: nearly all of `src/model` and `src/core`, 93 % of
 * the rest. Source counts as run when either the node run or Chromium's ran it: each leaves a
 * report in the folder that test.mjs names, and a part is uncovered only if no run that loaded its
 * file has covered it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { transformSync } from 'esbuild';

import { root } from './lib/run.mjs';

const REPORTS = ['node', 'browser'].map((n) => join(process.argv[2], n, 'coverage-final.json'));

/** The script-tag entries are run by the full-page tests, as built files. */
const NOT_MEASURED = /^src\/(script-tag\/|define\/all\.ts)/;

const GROUPS = [
  { name: 'model', matches: /^src\/model\//, atLeast: 99.8 },
  { name: 'core', matches: /^src\/core\//, atLeast: 99.8 },
  { name: 'the rest', matches: /^src\/(?!model\/|core\/)/, atLeast: 93 },
];
const METRICS = ['lines', 'functions', 'branches'];

const reports = REPORTS.map(readReport);
const results = sourceFiles().map(measure).filter(Boolean);
let failed = false;
for (const group of GROUPS) {
  const files = results.filter(({ file }) => group.matches.test(file));
  if (files.length > 0) hold(group, files);
}
if (failed) process.exitCode = 1;

function readReport(path) {
  if (!existsSync(path)) return new Map();
  const report = JSON.parse(readFileSync(path, 'utf8'));
  return new Map(Object.values(report).map((entry) => [relative(root, entry.path), entry]));
}

function sourceFiles() {
  const names = readdirSync(join(root, 'src'), { recursive: true });
  return names
    .filter((name) => /(?<!\.d)\.ts$/.test(name))
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((file) => !NOT_MEASURED.test(file))
    .sort();
}

/** Of one file, how many parts there are and which no run has covered. */
function measure(file) {
  const loaded = reports.map((report) => report.get(file)).filter(Boolean);
  if (loaded.length === 0) return holdsCode(file) ? neverLoaded(file) : undefined;
  const parts = loaded.map(partsOf);
  const measured = { file };
  for (const metric of METRICS) {
    const all = Math.max(...parts.map((part) => part[metric].all));
    const [first, ...others] = parts.map((part) => part[metric].missed);
    const missed = first.filter((a) => others.every((list) => list.some((b) => overlap(a, b))));
    measured[metric] = { all: Math.max(all, missed.length), missed };
  }
  return measured;
}

/** A file of types alone compiles to nothing, and nobody loads it. */
function holdsCode(file) {
  const source = readFileSync(join(root, file), 'utf8');
  const options = {
    loader: 'ts',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  };
  return transformSync(source, options).code.trim() !== '';
}

function neverLoaded(file) {
  const lines = readFileSync(join(root, file), 'utf8').trimEnd().split('\n');
  const missed = lines.map((_line, index) => ({ from: index + 1, to: index + 1 }));
  const whole = { all: 1, missed: [{ from: 1, to: lines.length }] };
  return { file, lines: { all: lines.length, missed }, functions: whole, branches: whole };
}

function partsOf({ statementMap, s, fnMap, f, branchMap, b }) {
  const branches = Object.entries(branchMap).flatMap(([id, { locations }]) =>
    locations.map((location, index) => [location, b[id][index]]),
  );
  return {
    lines: split(Object.entries(statementMap).map(([id, location]) => [location, s[id]])),
    functions: split(Object.entries(fnMap).map(([id, { loc }]) => [loc, f[id]])),
    branches: split(branches),
  };
}

function split(parts) {
  const missed = parts.filter(([, count]) => count === 0).map(([location]) => range(location));
  return { all: parts.length, missed };
}

/** Positions as one number, so that ranges of two reports can be compared. */
function range({ start, end }) {
  const at = ({ line, column }) => line + Math.min(column ?? 0, 9_999) / 10_000;
  return { from: at(start), to: at(end) };
}

function overlap(a, b) {
  return a.from <= b.to && b.from <= a.to;
}

function hold({ name, atLeast }, files) {
  const percent = {};
  for (const metric of METRICS) {
    const all = files.reduce((sum, file) => sum + file[metric].all, 0);
    const missed = files.reduce((sum, file) => sum + file[metric].missed.length, 0);
    percent[metric] = all === 0 ? 100 : (100 * (all - missed)) / all;
  }
  const isLow = METRICS.some((metric) => percent[metric] < atLeast);
  const figures = METRICS.map((metric) => `${metric} ${percent[metric].toFixed(2)} %`).join(', ');
  console.log(`${isLow ? '✖' : '✔'} ${name}: ${figures} (at least ${atLeast} %)`);
  if (!isLow) return;
  failed = true;
  for (const { file, lines, functions, branches } of files) {
    const missed = [...lines.missed, ...functions.missed, ...branches.missed];
    if (missed.length > 0) console.log(`    ${file}: ${describeLines(missed)}`);
  }
}

/** Line numbers as an editor counts them, runs of them as one: "3, 7–12". */
function describeLines(ranges) {
  const numbers = new Set();
  for (const { from, to } of ranges) {
    for (let line = Math.floor(from); line <= Math.floor(to); line += 1) numbers.add(line);
  }
  const runs = [];
  for (const line of [...numbers].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === line - 1) run.last = line;
    else runs.push({ first: line, last: line });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}–${last}`)).join(', ');
}
