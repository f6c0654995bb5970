import { RecordError } from './check-shape.js';
import { itemHashes } from './create-notice.js';
import { type Finding, type FindingCode, finding } from './finding.js';
import type { Notice, NoticeItem, TextPart } from './notice.js';
import { parseNoticeOrText } from './parse-notice.js';
import { hashOf } from './sha256.js';

/** What a parser found, with the paths of the bundle. */
export function parseFindings(error: unknown, path: string, code: FindingCode): readonly Finding[] {
  if (!(error instanceof RecordError)) return [finding(code, path, String(error))];
  return error.issues.map((issue) => finding(code, path + issue.path.slice(1), issue.code));
}

/** A document that could be read, and where it stands in the bundle. */
interface Placed<Part> {
  readonly part: Part;
  readonly path: string;
}

/** Documents by the hash that they really have. */
export interface VerifiedDocuments {
  readonly notices: ReadonlyMap<string, Placed<Notice>>;
  readonly texts: ReadonlyMap<string, Placed<TextPart>>;
  readonly findings: readonly Finding[];
}

/** An item carries two hashes of itself: whoever changed a fact would have to change them too. */
function itemFindings(item: NoticeItem, path: string): Finding[] {
  const { sha256, facts, ...rest } = item;
  const real = itemHashes(rest);
  return real.sha256 === sha256 && real.facts === facts
    ? []
    : [finding('item-hash', path, item.id)];
}

function readPart<Part extends Notice | TextPart>(
  value: unknown,
  schema: Part['schema'],
): { readonly part: Part; readonly hash: string } {
  const part = parseNoticeOrText(value);
  if (part.schema !== schema) throw new Error(part.schema);
  return { part: part as Part, hash: hashOf(part) };
}

/** Reads notices and texts. Their address is the hash of what is there, so none can pass for another. */
export function verifyDocuments(
  noticeValues: readonly unknown[],
  textValues: readonly unknown[],
): VerifiedDocuments {
  const findings: Finding[] = [];
  const notices = new Map<string, Placed<Notice>>();
  const texts = new Map<string, Placed<TextPart>>();
  const attempt = (path: string, code: FindingCode, work: () => void): void => {
    try {
      work();
    } catch (error) {
      findings.push(...parseFindings(error, path, code));
    }
  };
  for (const [i, value] of noticeValues.entries()) {
    const path = `$.notices[${i}]`;
    attempt(path, 'notice-invalid', () => {
      const { part, hash } = readPart<Notice>(value, 'dongui/notice@1');
      notices.set(hash, { part, path });
      for (const [j, item] of part.items.entries())
        findings.push(...itemFindings(item, `${path}.items[${j}]`));
    });
  }
  for (const [i, value] of textValues.entries()) {
    const path = `$.texts[${i}]`;
    attempt(path, 'text-invalid', () => {
      const { part, hash } = readPart<TextPart>(value, 'dongui/text@1');
      texts.set(hash, { part, path });
    });
  }
  return { notices, texts, findings };
}
