/**
 * Holds what a page really loads against its budget: gzip at its best level, 1 kB = 1000 bytes.
 * Each budget counts whole files as the build made them, chunks included. With `--modules` it
 * lists what is in them, the biggest first, in bytes before minifying.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

import { readManifest, withImports } from './lib/rollup-chunks.mjs';
import { root } from './lib/run.mjs';

const dist = join(root, 'dist');

/**
 * What the page of a signup does not load: what explains a wrong document, the note after
 * recording, which only a page shows that stays (a form that is sent by script), and what reads a
 * field map and draws what has a box of the page, which this page has not, nor a draft; what a child
 * and a guardian are told, once somebody has not said to be old enough; what checks signatures, for a
 * page with keys; what knows earlier decisions, which a signup looks at only where the page says whose.
 */
const NOT_AT_SIGNUP = [
  /^src\/model\/explain-/,
  /^src\/elements\/consent\/stored-view/,
  /^src\/host\/page-fields/,
  /^src\/host\/draft/,
  /^src\/elements\/consent\/adopted-part/,
  /^src\/elements\/consent\/guardian-part/,
  /^src\/core\/check-ack/,
  /^src\/elements\/consent\/(recall-part|remember-page|recalled-items)/,
];

/** The page around the form: a script tag, one element, Korean. */
const SIGNUP = { tag: 'define/consent', locale: 'locales/ko' };

const manifest = readManifest(dist);
const scripts = ['dongui.js'];
const beforeItems = filesBeforeItems();
const later = filesFetchedLater(beforeItems);

// The limits are what there is, rounded up: they hold what was reached. docs/decisions/0006 says how
// far that is from the target, and why.
const rows = [
  row('signup page, before the items are visible', 36_200, [...scripts, ...beforeItems]),
  row('signup page, in all', 46_200, [...scripts, ...beforeItems, ...later]),
  row('dongui.all.js', 168_000, ['dongui.all.js']),
  { name: './core alone', limit: 7_400, size: gzipSize(await bundleCore()), files: [] },
];

for (const { name, limit, size, files } of rows) {
  const mark = size > limit ? '✖' : '✔';
  console.log(`${mark} ${name}: ${size} of ${limit} B`);
  for (const file of files) console.log(`      ${sizeOf(file)} ${describe(file)}`);
}
if (process.argv.includes('--modules')) listModules(beforeItems);
if (rows.some(({ size, limit }) => size > limit)) process.exitCode = 1;
holdFigures();

/** README's table and the demo's claim are made of these numbers: `--write` writes the table. */
function holdFigures() {
  const path = join(root, 'README.md');
  const readme = readFileSync(path, 'utf8');
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  const table = [
    '| what a page loads | now | limit |',
    '| --- | --- | --- |',
    ...rows.map(({ name, size, limit }) => `| ${name} | ${kB(size)} | ${kB(limit)} |`),
  ].join('\n');
  const between = /(<!-- sizes -->\n)[^]*?(<!-- \/sizes -->)/;
  const wanted = readme.replace(between, `$1\n${table}\n\n$2`);
  if (process.argv.includes('--write')) writeFileSync(path, wanted);
  else if (wanted !== readme) {
    console.log('✖ README.md has other sizes: node scripts/size.mjs --write');
    process.exitCode = 1;
  }
  const claim = `${rows[1].limit / 1000} kB`;
  if (!readFileSync(join(root, 'demo/index.html'), 'utf8').includes(claim)) {
    console.log(`✖ demo/index.html does not say ${claim}`);
    process.exitCode = 1;
  }
}

function row(name, limit, files) {
  return { name, limit, files, size: files.reduce((sum, file) => sum + sizeOf(file), 0) };
}

/** What the loader requests before the first item is drawn: see `chunks` in its map. */
function filesBeforeItems() {
  const roots = [SIGNUP.tag, SIGNUP.locale, ...alwaysLoaded()].map(entryFile);
  return cdn(new Set(roots.flatMap((file) => withImports(manifest, file))));
}

/** The parts of `src/script-tag/chunks/` belong to every page with an element. */
function alwaysLoaded() {
  return Object.keys(manifest.entries).filter((name) => name === 'chunks/page');
}

/** What those files import when they come to it, and what that imports in turn. */
function filesFetchedLater(before) {
  const seen = new Set(before.map((file) => file.replace('cdn/', '')));
  const queue = [...seen];
  const found = new Set();
  while (queue.length > 0) {
    for (const file of manifest.files[queue.shift()].dynamicImports) {
      if (isNotAtSignup(file)) continue;
      for (const needed of withImports(manifest, file)) {
        if (seen.has(needed)) continue;
        seen.add(needed);
        found.add(needed);
        queue.push(needed);
      }
    }
  }
  return cdn(found);
}

function isNotAtSignup(file) {
  return Object.keys(manifest.files[file].modules).some((id) =>
    NOT_AT_SIGNUP.some((name) => name.test(id)),
  );
}

function entryFile(name) {
  const file = manifest.entries[name];
  if (file === undefined) throw new Error(`dist/cdn/chunks.json knows no entry ${name}`);
  return file;
}

function cdn(files) {
  return [...files].map((file) => `cdn/${file}`);
}

function sizeOf(file) {
  const path = join(dist, file);
  if (!existsSync(path)) throw new Error(`dist/${file} is missing: npm run build`);
  return gzipSize(readFileSync(path));
}

function gzipSize(content) {
  return gzipSync(content, { level: 9 }).length;
}

function describe(file) {
  const modules = Object.keys(manifest.files[file.replace('cdn/', '')]?.modules ?? {});
  const own = modules.filter((id) => !id.startsWith('node_modules/'));
  const packages = modules.length - own.length;
  const names = own.slice(0, 4).map((id) => id.replace(/^src\//, ''));
  const rest = [
    ...(own.length > 4 ? [`${own.length - 4} more`] : []),
    ...(packages > 0 ? [`${packages} of packages`] : []),
  ];
  return [file, ...(names.length > 0 ? [`(${[...names, ...rest].join(', ')})`] : [])].join(' ');
}

function listModules(files) {
  const sizes = files.flatMap((f) => Object.entries(manifest.files[f.replace('cdn/', '')].modules));
  for (const [id, size] of sizes.sort((a, b) => b[1] - a[1])) console.log(`${size}\t${id}`);
}

/** As an app that imports only the core would bundle it, without what it fetches when it needs it. */
async function bundleCore() {
  const bundle = await rollup({
    input: join(dist, 'src/core/index.js'),
    plugins: [nodeResolve({ browser: true }), terser({ ecma: 2022, module: true })],
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const needed = [output[0].fileName, ...output[0].imports];
  return output
    .filter(({ fileName }) => needed.includes(fileName))
    .map(({ code }) => code)
    .join('');
}
