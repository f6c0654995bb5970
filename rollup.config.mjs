// What bundlers and npm users load is emitted by tsc, unbundled. Rollup makes what a page loads with
// a script tag, and the demo. scripts/build.mjs says where to, in OUT_DIR.
import { existsSync, readdirSync } from 'node:fs';

import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

import { copyDemoFiles } from './scripts/lib/rollup-demo.mjs';
import { chunkManifest, signupTogether, virtualChunks } from './scripts/lib/rollup-chunks.mjs';
import { typescript } from './scripts/lib/rollup-typescript.mjs';

const out = process.env.OUT_DIR ?? 'dist';

/** A warning is a defect here: an import that stays unresolved breaks only in the page. */
function onwarn(warning) {
  throw new Error(warning.message);
}

/** The TypeScript files of a folder, by path in it without extension. */
function modulesIn(folder, options = {}) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, options).filter((file) => /(?<!\.d)\.ts$/.test(file));
  return files.sort().map((file) => file.replaceAll('\\', '/').replace(/\.ts$/, ''));
}

function entries(folder, prefix, options) {
  return Object.fromEntries(
    modulesIn(folder, options).map((name) => [`${prefix}/${name}`, `${folder}/${name}.ts`]),
  );
}

/** ASCII only: a classic script on an euc-kr page is read as euc-kr. */
function minify() {
  return terser({
    ecma: 2022,
    module: true,
    // Nothing here depends on what reading a property does, or on an arrow function being one.
    compress: { passes: 3, keep_fargs: false, pure_getters: true, unsafe_arrows: true },
    format: { ascii_only: true, comments: false },
  });
}

function browserPlugins() {
  return [typescript(), nodeResolve({ browser: true, exportConditions: ['production'] })];
}

/**
 * One ES module an element, a locale and a part that the loader fetches (src/script-tag/chunks/).
 * The names say nothing, so that no filter list finds a word in them; chunks.json says what is what.
 */
function chunks() {
  const elements = entries('src/define', 'define');
  delete elements['define/all'];
  return {
    // Parts that come later use what the entry holds, instead of an entry that is an empty shell.
    preserveEntrySignatures: 'allow-extension',
    input: {
      ...elements,
      ...entries('locales', 'locales', { recursive: true }),
      ...entries('src/script-tag/chunks', 'chunks'),
    },
    output: {
      dir: `${out}/cdn`,
      format: 'es',
      hashCharacters: 'hex',
      entryFileNames: 'dongui-[hash].js',
      chunkFileNames: 'dongui-[hash].js',
      manualChunks: signupTogether('src/define/consent.ts', {
        asking: ['src/define/third-party.ts'],
        later: 'src/ui/recording-part.ts',
      }),
      sourcemap: true,
    },
    plugins: [...browserPlugins(), minify(), chunkManifest()],
    onwarn,
  };
}

/** One classic script; the loader is built after the chunks whose names it carries. */
function classicScript(input, file) {
  return {
    input,
    output: {
      file: `${out}/${file}`,
      format: 'iife',
      name: 'dongui',
      inlineDynamicImports: true,
      sourcemap: true,
    },
    plugins: [virtualChunks(out), ...browserPlugins(), minify()],
    onwarn,
  };
}

/** The demo's pages: each `demo/pages/<name>.ts` becomes `/assets/<name>.js`. */
function demoPages() {
  return {
    input: Object.fromEntries(modulesIn('demo/pages').map((n) => [n, `demo/pages/${n}.ts`])),
    output: {
      dir: `${out}/demo/assets`,
      format: 'es',
      entryFileNames: '[name].js',
      hashCharacters: 'hex',
      chunkFileNames: 'shared-[hash].js',
      sourcemap: true,
    },
    plugins: [...browserPlugins(), minify()],
    onwarn,
  };
}

/** The demo's server: our sources in one file, packages and Node's own modules from outside. */
function demoServer() {
  return {
    input: 'demo/server.ts',
    output: { file: `${out}/demo/server.js`, format: 'es', sourcemap: true },
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && id !== 'demo/server.ts',
    plugins: [typescript(), copyDemoFiles(out)],
    onwarn,
  };
}

export default [
  modulesIn('src/define').length > 0 && chunks(),
  existsSync('src/script-tag/loader.ts') && classicScript('src/script-tag/loader.ts', 'dongui.js'),
  existsSync('src/script-tag/all.ts') && classicScript('src/script-tag/all.ts', 'dongui.all.js'),
  modulesIn('demo/pages').length > 0 && demoPages(),
  existsSync('demo/server.ts') && demoServer(),
].filter(Boolean);
