import type { Messages } from './messages.js';

const catalogue = new Map<string, Messages>();
const listeners = new Set<() => void>();
const asked = new Set<string>();
let loader: LocaleLoader | undefined;

/** Fetches the texts of a language that nobody has registered, or answers `undefined`. */
export type LocaleLoader = (lang: string) => Promise<Messages> | undefined;

function primary(lang: string): string {
  return lang.split('-', 1)[0] ?? lang;
}

function announce(): void {
  for (const listener of listeners) listener();
}

/** Adds or replaces the texts of one language. Elements on the page render them at once. */
export function registerMessages(lang: string, messages: Messages): void {
  catalogue.set(lang.toLowerCase(), messages);
  announce();
}

/** Says where texts come from that are not registered yet. The script tag sets it to its own files. */
export function setLocaleLoader(load: LocaleLoader | undefined): void {
  loader = load;
  asked.clear();
  announce();
}

/** Finds `ko-KR`, then `ko`; `undefined` when neither is registered. */
export function findMessages(lang: string): Messages | undefined {
  const wanted = lang.toLowerCase();
  return catalogue.get(wanted) ?? catalogue.get(primary(wanted));
}

/** Whether the texts of a language are there or on their way. Starts to fetch them once. */
export function wantMessages(lang: string): boolean {
  if (findMessages(lang) !== undefined) return true;
  const wanted = primary(lang.toLowerCase());
  if (asked.has(wanted)) return true;
  const loading = loader?.(wanted);
  if (loading === undefined) return false;
  asked.add(wanted);
  loading.then(
    (messages) => {
      registerMessages(wanted, messages);
    },
    () => {
      asked.delete(wanted);
      loader = undefined;
      announce();
    },
  );
  return true;
}

/** The language that was registered first: better than nothing. */
export function anyLanguage(): string | undefined {
  return catalogue.keys().next().value;
}

/** @returns a function that ends the subscription. */
export function onMessagesChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
