import { canonicalJson } from '../model/canonical-json.js';
import type { Notice, TextPart } from '../model/notice.js';
import { hashOf } from '../model/sha256.js';
import { requireHash } from './checked-body.js';
import { ProblemError } from './problem.js';
import type { StoredDocument } from './receipt-store.js';

/** An item's own hash is what later notices are compared by, so it must be the hash of the item. */
function refuseWrongItems({ items }: Notice, path: string): void {
  const errors = items.flatMap(({ sha256, facts: _facts, ...item }, i) =>
    hashOf(item) === sha256 ? [] : [{ path: `${path}.items[${i}].sha256`, code: 'hash-mismatch' }],
  );
  if (errors.length > 0) throw new ProblemError('hash-mismatch', { errors });
}

/**
 * A notice or text as it is stored: canonical JSON under its hash.
 *
 * @throws ProblemError `hash-mismatch` when it is not what is named by the hash, or when a hash in
 *   it is wrong.
 */
export function documentOf(value: Notice | TextPart, sha256: string, path: string): StoredDocument {
  requireHash(value, sha256, path);
  const isNotice = value.schema === 'dongui/notice@1';
  if (isNotice) refuseWrongItems(value, path);
  return { sha256, kind: isNotice ? 'notice' : 'text', body: canonicalJson(value) };
}
