import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { root } from './run.mjs';

/**
 * Writes `chunks.json` beside the chunks: which file an entry became, and what each file imports.
 * The loader's map and the size budgets are made from it.
 */
export function chunkManifest() {
  return {
    name: 'chunk-manifest',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const entries = chunks.filter(({ isEntry }) => isEntry);
      const manifest = {
        entries: Object.fromEntries(entries.map((chunk) => [chunk.name, chunk.fileName]).sort()),
        files: Object.fromEntries(chunks.map((chunk) => [chunk.fileName, describe(chunk)]).sort()),
      };
      this.emitFile({
        type: 'asset',
        fileName: 'chunks.json',
        source: `${JSON.stringify(manifest, null, 2)}\n`,
      });
    },
  };
}

/** Of each module, how many bytes of it are left before minifying: where a budget goes. */
function describe({ imports, dynamicImports, modules }) {
  const sizes = Object.entries(modules).map(([id, { code }]) => [
    relative(root, id.replace(/^\0/, '')),
    code?.length ?? 0,
  ]);
  return { imports, dynamicImports, modules: Object.fromEntries(sizes.sort()) };
}

/** A file and all that it imports statically, itself first: what has to arrive before it runs. */
export function withImports(manifest, file, seen = new Set()) {
  if (!seen.has(file)) {
    seen.add(file);
    for (const imported of manifest.files[file].imports) withImports(manifest, imported, seen);
  }
  return [...seen];
}

export function readManifest(outDir) {
  return JSON.parse(readFileSync(join(outDir, 'cdn/chunks.json'), 'utf8'));
}

/** Of a name, all that differs from the others. */
function hashOf(file) {
  return /^dongui-([0-9a-f]+)\.js$/.exec(file)[1];
}

/** Whether a text file is one that an element asks for by its name. */
function isPart(name, entries) {
  return `define/${name}` in entries || ['guardian', 'recall'].includes(name);
}

/** The module `virtual:chunks`, declared in src/script-tag/virtual-chunks.d.ts. */
export function virtualChunks(outDir) {
  const id = '\0virtual:chunks';
  return {
    name: 'virtual-chunks',
    resolveId: (source) => (source === 'virtual:chunks' ? id : null),
    load(loaded) {
      if (loaded !== id) return null;
      const manifest = readManifest(outDir);
      const chunks = {};
      const locales = {};
      for (const [name, file] of Object.entries(manifest.entries)) {
        const [kind] = name.split('/', 1);
        const key = name.slice(kind.length + 1);
        const files = withImports(manifest, file).map(hashOf).join(' ');
        const [, part] = key.split('/');
        if (kind !== 'locales') chunks[kind === 'define' ? `dongui-${key}` : key] = files;
        // What several parts share is no part: it comes with each of them.
        else if (part === undefined || isPart(part, manifest.entries)) locales[key] = files;
      }
      return `export const chunks = ${JSON.stringify(chunks)};
        export const locales = ${JSON.stringify(locales)};`;
    },
  };
}

/** A module and all that it imports statically. */
function reachedFrom(start, getModuleInfo, seen = new Set()) {
  if (seen.has(start)) return seen;
  seen.add(start);
  for (const id of getModuleInfo(start).importedIds) reachedFrom(id, getModuleInfo, seen);
  return seen;
}

/**
 * For `manualChunks`: in how many files a signup page comes does not depend on how many elements
 * there are, for text that is cut is packed worse. What its element shares with those that only show
 * a policy is one file, the rest of it another, what records a third. Registering an element is in
 * none of them.
 *
 * @param asking The elements that ask: what they share stays with the signup page.
 * @param later What is fetched once the items are visible.
 */
export function signupTogether(entry, { asking, later }) {
  let names;
  const nameAll = ({ getModuleIds, getModuleInfo }) => {
    const ids = [...getModuleIds()];
    const reach = (path) =>
      reachedFrom(
        ids.find((id) => id.endsWith(path)),
        getModuleInfo,
      );
    const readers = ids
      .filter((id) => /src[/\\]define[/\\]\w/.test(id))
      .filter((id) => ![entry, ...asking].some((path) => id.endsWith(path)));
    const read = new Set(readers.flatMap((id) => [...reachedFrom(id, getModuleInfo)]));
    const own = [...reach(entry)].filter((id) => !id.endsWith(entry));
    names = new Map([
      ...[...reach(later)].map((id) => [id, 'recording']),
      ...own.map((id) => [id, read.has(id) ? 'reading' : 'asking']),
    ]);
  };
  return (id, graph) => {
    if (names === undefined) nameAll(graph);
    return names.get(id);
  };
}
