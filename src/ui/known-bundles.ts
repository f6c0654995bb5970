import type { Bundle } from '../model/bundle.js';

/** Bundles that a page passes in: itself, or the address of JSON with one or a list of them. */
export type Known = string | Bundle | readonly Bundle[];

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [value];

/**
 * What a page knows of a person: from the property, or fetched from its own server, with the cookies
 * by which that knows who asks. What is in it is looked at by `readPast()`.
 *
 * @throws Error for the developer when nothing usable comes from the address.
 */
export async function bringKnown(known: Known | null | undefined): Promise<readonly unknown[]> {
  if (known == null || known === '') return [];
  if (typeof known !== 'string') return listOf(known);
  const url = new URL(known, document.baseURI).href;
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
  });
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}.`);
  return listOf(await response.json());
}
