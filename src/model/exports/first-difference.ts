import { isPlainObject } from '../is-plain-object.js';

/** A step of a JSON path: `.at`, `['@graph']`, `[2]`. */
export function pathStep(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`;
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key}']`;
}

function inLists(one: readonly unknown[], other: readonly unknown[]): string | undefined {
  const length = Math.max(one.length, other.length);
  for (let i = 0; i < length; i += 1) {
    const isInBoth = i < one.length && i < other.length;
    const found = isInBoth ? firstDifference(one[i], other[i]) : '';
    if (found !== undefined) return pathStep(i) + found;
  }
  return undefined;
}

type Members = Readonly<Record<string, unknown>>;

function inObjects(one: Members, other: Members): string | undefined {
  for (const key of Object.keys(one)) {
    const found = Object.hasOwn(other, key) ? firstDifference(one[key], other[key]) : '';
    if (found !== undefined) return pathStep(key) + found;
  }
  const more = Object.keys(other).find((key) => !Object.hasOwn(one, key));
  return more === undefined ? undefined : pathStep(more);
}

/**
 * Where two values from `JSON.parse` first differ, as the rest of a JSON path (empty: they
 * themselves), whatever the order of their keys; undefined where they do not. It goes no deeper than
 * the first value does.
 */
export function firstDifference(one: unknown, other: unknown): string | undefined {
  if (Array.isArray(one) && Array.isArray(other)) return inLists(one, other);
  if (isPlainObject(one) && isPlainObject(other)) return inObjects(one, other);
  return one === other ? undefined : '';
}
