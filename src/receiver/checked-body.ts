import { RecordError } from '../model/check-shape.js';
import { hashOf } from '../model/sha256.js';
import { ProblemError } from './problem.js';

/**
 * Turns what a parser found into a problem. It has JSON paths from `root` on, and repeats nothing
 * that stood there.
 */
export function understand<Value>(parse: () => Value, root = '$'): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    const errors = error.issues.map((issue) => ({ ...issue, path: root + issue.path.slice(1) }));
    throw new ProblemError('body-invalid', { errors });
  }
}

/** Whether a value has this hash. One that cannot be hashed has none. */
export function hasHash(value: unknown, hash: string): boolean {
  try {
    return hashOf(value) === hash;
  } catch {
    return false;
  }
}

/**
 * Holds a hash against the canonical JSON of what was understood. A body with a key twice may say
 * one thing to us and another to who hashed it: it ends here.
 *
 * @throws ProblemError `hash-mismatch` that names the path of the hash.
 */
export function requireHash(value: unknown, hash: string, path: string): void {
  if (hasHash(value, hash)) return;
  throw new ProblemError('hash-mismatch', { errors: [{ path, code: 'hash-mismatch' }] });
}
