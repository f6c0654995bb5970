import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A block of code in the documentation. */
export interface Snippet {
  /** File and line of the fence: `docs/elements/consent.md:5`. */
  readonly place: string;
  /** First word after the fence: `html`, `php`, `blade`. */
  readonly language: string;
  /** What stands after the language: an id such as `wordpress-form`; empty where there is none. */
  readonly info: string;
  readonly code: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Where a person finds something to paste. */
const PLACES = ['README.md', 'docs/elements', 'docs/hosts'];

/** Every block of code that the documentation offers for pasting, in the order of the files. */
export function readSnippets(): readonly Snippet[] {
  return PLACES.flatMap((place) =>
    markdownFiles(place).flatMap((file) => snippetsOf(file, readFileSync(ROOT + file, 'utf8'))),
  );
}

function markdownFiles(place: string): readonly string[] {
  if (place.endsWith('.md')) return [place];
  if (!existsSync(ROOT + place)) return [];
  const names = readdirSync(ROOT + place, { recursive: true }).map(String);
  return names
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `${place}/${name}`);
}

/** The fenced blocks of a page; the longer fence of a block that holds fences is understood. */
export function snippetsOf(file: string, text: string): readonly Snippet[] {
  const found: Snippet[] = [];
  const fence = /^( *)(`{3,})([^\s`]+)[^\S\n]*([^\n]*)\n(.*?)^\1\2$/gms;
  for (const match of text.matchAll(fence)) {
    const [, indent = '', , language = '', info = '', code = ''] = match;
    const line = text.slice(0, match.index).split('\n').length;
    const own = indent === '' ? code : code.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    found.push({ place: `${file}:${line}`, language, info: info.trim(), code: own });
  }
  return found;
}
