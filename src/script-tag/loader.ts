import { chunks, type ChunkFiles, locales } from 'virtual:chunks';

import { dropLeftDrafts } from '../host/left-drafts.js';
import type { Messages } from '../i18n/messages.js';
import type { LocaleLoader } from '../i18n/registry.js';

/** What `chunks/page.ts` exports. */
interface PageModule {
  readonly configure: (defaults: object) => void;
  readonly setLocaleLoader: (load: LocaleLoader) => void;
}

/** Of every tag. */
const PREFIX = 'dongui-';

// Read in the script's own task: afterwards `currentScript` is null.
const script = document.currentScript as HTMLScriptElement;
const base = new URL('cdn/', script.src).href;
const requested = new Set<string>();

/** `data-endpoint` and `data-src` on the script tag. */
function defaultsOf({ dataset }: HTMLScriptElement): object {
  return Object.fromEntries(Object.entries(dataset));
}

function addressOf(hash: string | undefined): string {
  return `${base}dongui-${hash}.js`;
}

/** Asks for files at once, so that none waits for the one that imports it. */
function preload(files: ChunkFiles): void {
  for (const hash of files.split(' ')) {
    if (requested.has(hash)) continue;
    requested.add(hash);
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = addressOf(hash);
    link.crossOrigin = script.crossOrigin;
    // A policy that allows scripts by nonce asks for it here as well.
    link.nonce = script.nonce;
    document.head.append(link);
  }
}

function run(files: ChunkFiles): Promise<unknown> {
  preload(files);
  return import(addressOf(files.split(' ', 1)[0]));
}

/** The texts of one element, `ko/policy`; the consent form's stand under the language alone. */
function textFiles(lang: string, part: string): ChunkFiles | undefined {
  return locales[part === 'consent' ? lang : `${lang}/${part}`];
}

function loadLocale(lang: string, part: string): Promise<Messages> | undefined {
  const files = textFiles(lang, part);
  if (files === undefined) return undefined;
  return run(files).then((module) => (module as { default: Messages }).default);
}

/** What the page wants is set before its first element is brought to life. */
async function preparePage(): Promise<void> {
  const { configure, setLocaleLoader } = (await run(chunks['page'] ?? '')) as PageModule;
  configure(defaultsOf(script));
  setLocaleLoader(loadLocale);
}

let page: Promise<void> | undefined;
const started = new Set<string>();

function start(name: string): void {
  const files = chunks[name];
  if (files === undefined || started.has(name)) return;
  started.add(name);
  page ??= preparePage();
  preload(files);
  const lang = document.documentElement.lang.toLowerCase().split('-', 1)[0] ?? '';
  const texts = textFiles(lang, name.slice(PREFIX.length));
  if (texts !== undefined) preload(texts);
  page
    .then(() => run(files))
    .catch((error: unknown) => {
      console.error(`[dongui] Could not load ${name} from ${base}`, error);
    });
}

const tags = Object.keys(chunks).filter((name) => name.startsWith(PREFIX));

function scan(): void {
  for (const tag of tags) if (document.getElementsByTagName(tag).length > 0) start(tag);
}

/** Whether an earlier page left something to deliver; asked without opening a database. */
function somethingWaits(): boolean {
  try {
    return localStorage.getItem('dongui/waits') !== null;
  } catch {
    return false;
  }
}

scan();
new MutationObserver(scan).observe(document, { childList: true, subtree: true });
if (somethingWaits()) start('deliver');
addEventListener('load', dropLeftDrafts);
