import type { Messages } from './messages.js';
import type { MessageParts, Part } from './parts.js';

const catalogue = new Map<string, Messages>();
const listeners = new Set<() => void>();
const asked = new Map<string, 'loading' | 'failed'>();
let loader: LocaleLoader | undefined;

/**
 * Fetches the texts that one element needs in a language, or answers `undefined` where there are
 * none.
 *
 * @param lang the primary subtag of a BCP 47 tag: `ko`, `en`.
 */
export type LocaleLoader = (lang: string, part: Part) => Promise<Messages> | undefined;

function primary(lang: string): string {
  return lang.split('-', 1)[0] ?? lang;
}

function keyOf(lang: string, part: Part): string {
  return `${part}/${lang.toLowerCase()}`;
}

function announce(): void {
  for (const listener of listeners) listener();
}

/**
 * Adds or replaces texts of one language. Elements on the page render them at once.
 *
 * @param part which element's texts they are; those of the consent form, where it is left out.
 */
export function registerMessages(lang: string, messages: Messages): void;
export function registerMessages<Name extends Part>(
  lang: string,
  messages: MessageParts[Name],
  part: Name,
): void;
export function registerMessages(lang: string, messages: Messages, part: Part = 'consent'): void {
  catalogue.set(keyOf(lang, part), messages);
  announce();
}

/** Says where texts come from that are not registered yet. The script tag sets it to its own files. */
export function setLocaleLoader(load: LocaleLoader | undefined): void {
  loader = load;
  asked.clear();
  announce();
}

/** Finds `ko-KR`, then `ko`; `undefined` when neither is registered. */
export function findMessages(lang: string, part: Part): Messages | undefined {
  return catalogue.get(keyOf(lang, part)) ?? catalogue.get(keyOf(primary(lang), part));
}

/** Whether the texts of a language are there or on their way. Starts to fetch them once. */
export function wantMessages(lang: string, part: Part): boolean {
  if (findMessages(lang, part) !== undefined) return true;
  const wanted = primary(lang.toLowerCase());
  const key = keyOf(wanted, part);
  const state = asked.get(key);
  if (state !== undefined) return state === 'loading';
  const loading = loader?.(wanted, part);
  if (loading === undefined) return false;
  asked.set(key, 'loading');
  loading.then(
    (messages) => {
      registerMessages(wanted, messages, part);
    },
    () => {
      asked.set(key, 'failed');
      announce();
    },
  );
  return true;
}

/** The language that was registered first: better than nothing. */
export function anyLanguage(part: Part): string | undefined {
  for (const key of catalogue.keys()) {
    if (key.startsWith(`${part}/`)) return key.slice(part.length + 1);
  }
  return undefined;
}

/** @returns a function that ends the subscription. */
export function onMessagesChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
