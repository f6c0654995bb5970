/**
 * Builds the pages below `demo/hosts/` from the snippets in `docs/hosts/`, so that what a reader is
 * told to paste is what the demo runs.
 *
 * A snippet is a fenced block with an id behind its language: ```html gnuboard5-step1. A page takes
 * it with `<!-- snippet: gnuboard5-step1 -->`, or `/* snippet: … *\/` within a script. What the
 * host's template engine would print stands in `values.json` beside the page: the expression as it
 * is written in the snippet, and its value. `%%name%%` in a value is what the demo server got in the
 * field `name` (demo/server/hosts/).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a browser gets; what a server runs is checked there. */
const FENCE = /^(`{3,})(html|css|js) +([a-z][a-z0-9-]*)[ \t]*\n([\s\S]*?)\n\1[ \t]*$/gm;
const PLACEHOLDER = /<!--\s*snippet:\s*([\w-]+)\s*-->|\/\*\s*snippet:\s*([\w-]+)\s*\*\//g;

/** What PHP, JSP, Blade, Django, Twig, FreeMarker, Smarty and the builders' engines understand. */
const EXPRESSION =
  /<[?%#]|\{[$=%{#]|[$#]\{|<\/?(?:c|fmt|form|spring|th):|\s(?:th|v|x):[\w-]+=|^\s*@(?:if|else|end|foreach|csrf|error|section|include)\w*/m;

/**
 * Reads all snippets of a folder of documents.
 *
 * @returns {Map<string, {code: string, file: string}>} by id
 */
export function readSnippets(folder = 'docs/hosts') {
  const snippets = new Map();
  if (!existsSync(folder)) return snippets;
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.md')) continue;
    const file = `${folder}/${name}`;
    for (const [, , , id, code] of readFileSync(file, 'utf8').matchAll(FENCE)) {
      if (snippets.has(id)) throw new Error(`${file}: the snippet ${id} is there twice.`);
      snippets.set(id, { code, file });
    }
  }
  return snippets;
}

/** The ids of the snippets that a page takes, in order. */
export function snippetsOf(source) {
  return [...source.matchAll(PLACEHOLDER)].map(([, inMarkup, inScript]) => inMarkup ?? inScript);
}

/**
 * Puts the snippets into a page, and the values in place of the expressions.
 *
 * @throws Error that names the page: an unknown snippet, an expression without a value, a value
 *   without its expression.
 */
export function buildHostPage(source, { page, snippets, values }) {
  let built = source.replace(PLACEHOLDER, (_, inMarkup, inScript) => {
    const snippet = snippets.get(inMarkup ?? inScript);
    if (snippet === undefined) {
      throw new Error(`${page}: no document has the snippet ${inMarkup ?? inScript}.`);
    }
    return snippet.code;
  });
  // The longest first: one expression may be a part of another.
  const rows = Object.entries(values).sort(([a], [b]) => b.length - a.length);
  for (const [expression, value] of rows) {
    if (!built.includes(expression)) {
      throw new Error(`${page}: values.json has ${expression}, which no snippet here has.`);
    }
    built = built.replaceAll(expression, () => value);
  }
  const left = EXPRESSION.exec(built);
  if (left !== null) {
    const excerpt = built.slice(left.index, left.index + 80).trim();
    throw new Error(`${page}: values.json has no value for ${excerpt}`);
  }
  return built;
}

/** The host pages, by path below the folder: what is written for each, and with which values. */
export function readHostPages(folder = 'demo/hosts') {
  const pages = new Map();
  if (!existsSync(folder)) return pages;
  for (const name of readdirSync(folder, { recursive: true }).sort()) {
    if (!name.endsWith('.html')) continue;
    const path = join(folder, name);
    const table = join(dirname(path), 'values.json');
    const values = existsSync(table) ? JSON.parse(readFileSync(table, 'utf8')) : {};
    pages.set(name.replaceAll('\\', '/'), { source: readFileSync(path, 'utf8'), values });
  }
  return pages;
}

/** Builds all host pages into a folder. */
export function buildHostPages(target) {
  const snippets = readSnippets();
  for (const [page, { source, values }] of readHostPages()) {
    const file = join(target, page);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, buildHostPage(source, { page: `demo/hosts/${page}`, snippets, values }));
  }
}
