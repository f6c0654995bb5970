import { canonicalJson } from '../model/canonical-json.js';
import { createNotice } from '../model/create-notice.js';
import { deriveSurface } from '../model/derive-surface.js';
import type { PolicyDocument } from '../model/policy-document.js';
import type { StoredDocument } from './receipt-store.js';

/** Notices and texts of one document, by hash. A surface that may not ask anything has no notice. */
function documentsOf(policy: PolicyDocument): StoredDocument[] {
  return Object.keys(policy.surfaces).flatMap((name): StoredDocument[] => {
    const surface = deriveSurface(policy, name);
    if (surface.errors.length > 0) return [];
    const { notice, hash, texts } = createNotice(policy, surface);
    return [
      ...texts.map(({ hash: sha256, part }) => ({
        ...{ sha256, kind: 'text' as const, body: canonicalJson(part) },
      })),
      { sha256: hash, kind: 'notice', body: canonicalJson(notice) },
    ];
  });
}

/**
 * All notices that the site's own documents lead to, derived by the code that the pages run, and
 * the long texts that they name.
 *
 * @throws RangeError where `deriveSurface()` does: a surface names an item that is not there.
 */
export function publishNotices(
  policies: readonly PolicyDocument[],
): ReadonlyMap<string, StoredDocument> {
  return new Map(policies.flatMap(documentsOf).map((document) => [document.sha256, document]));
}
