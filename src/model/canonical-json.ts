import { isPlainObject } from './is-plain-object.js';

/** Deeper than any document of ours; a value that refers to itself ends here too. */
const DEEPEST = 64;

const LONE_SURROGATE = /\p{Surrogate}/u;

function write(value: unknown, path: string, depth: number): string {
  if (value === null || typeof value === 'boolean' || Number.isSafeInteger(value)) {
    return String(value);
  }
  if (typeof value === 'string' && !LONE_SURROGATE.test(value)) return JSON.stringify(value);
  if (depth < DEEPEST) {
    if (Array.isArray(value)) {
      // The spread turns the holes of a sparse array into `undefined`, which is refused.
      const items = [...(value as unknown[])];
      return `[${items.map((item, i) => write(item, `${path}[${i}]`, depth + 1)).join(',')}]`;
    }
    if (isPlainObject(value)) {
      const keys = Object.keys(value).filter((key) => value[key] !== undefined);
      const member = (key: string): string =>
        `${write(key, path, depth)}:${write(value[key], `${path}.${key}`, depth + 1)}`;
      // Without a comparison function `sort` orders by UTF-16 code units, as RFC 8785, 3.2.3 asks.
      return `{${keys.sort().map(member).join(',')}}`;
    }
  }
  throw new TypeError(`No canonical JSON for the ${typeof value} at $${path}`);
}

/**
 * The one way to write a value as JSON (RFC 8785, JCS), so that its bytes can be hashed: no spaces,
 * keys sorted by UTF-16 code units.
 *
 * Our world is smaller than the RFC's: numbers are integers. Object members that are `undefined`
 * are left out, as `JSON.stringify` does.
 *
 * @throws TypeError that names the path (`$.items[0].dt`) of anything else that JSON or this world
 *   does not have: fractions, unsafe integers, lone surrogates, holes, functions, class instances,
 *   values that are nested more than 64 deep or refer to themselves.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', 0);
}
