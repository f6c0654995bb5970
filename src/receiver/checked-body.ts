import { RecordError } from '../model/check-shape.js';
import { hashOf } from '../model/sha256.js';
import { ProblemError } from './problem.js';

/** Turns what a parser found into a problem. It has JSON paths, and repeats nothing that stood there. */
export function understand<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    throw new ProblemError('body-invalid', { errors: error.issues });
  }
}

/**
 * Holds a hash against the canonical JSON of what was understood. A body with a key twice may say
 * one thing to us and another to who hashed it: it ends here.
 *
 * @throws ProblemError `hash-mismatch` that names the path of the hash.
 */
export function requireHash(value: unknown, hash: string, path: string): void {
  if (hashOf(value) === hash) return;
  throw new ProblemError('hash-mismatch', { errors: [{ path, code: 'hash-mismatch' }] });
}
