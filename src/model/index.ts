/**
 * `dongui/model`: what a policy document, a notice and a receipt are, and the pure functions over
 * them. Runs in browsers, workers and servers alike.
 */
export type * from './block.js';
export type * from './formats.js';
export type * from './notice.js';
export type * from './policy-about.js';
export type * from './policy-automatic.js';
export type * from './policy-document.js';
export type * from './policy-marketing.js';
export type * from './policy-processing.js';
export type * from './receipt.js';
export type * from './retention.js';
export type * from './surface.js';

export { type Article, BASIS_ARTICLES, CONSENT_ARTICLES } from './basis-articles.js';
export { type Bundle, type BundledReceipt, type BundleSources, createBundle } from './bundle.js';
export { canonicalJson } from './canonical-json.js';
export { RecordError, type RecordIssue, type RecordIssueCode } from './check-shape.js';
export { checkTranslation, type TranslationProblem } from './check-translation.js';
export {
  type Asked,
  comparePolicies,
  type EntryChange,
  type FactChange,
} from './compare-policies.js';
export { type CreatedNotice, createNotice } from './create-notice.js';
export { deriveSurface } from './derive-surface.js';
export {
  type DutyPreset,
  expiryDay,
  koreanDay,
  RECONFIRMATION,
  reconfirmationDay,
} from './due-dates.js';
export { describeIssue } from './explain-policy-issue.js';
export { GUARDIAN_CONFIRMATION, guardianDueDay, isUnconfirmed } from './guardian-due.js';
export { fromCsv, toCsv } from './exports/csv.js';
export { type DpvDocument, dpvGaps, fromDpv, toDpv } from './exports/dpv.js';
export { ImportError, type ImportIssueCode, type ImportPlace } from './exports/import-error.js';
export type { Finding, FindingCode, FindingLevel } from './finding.js';
export {
  type ChapterState,
  chapterState,
  GUIDE_CHAPTERS,
  type GuideChapter,
  type GuideChapterName,
} from './guide-rows.js';
export type { LogExport, LogHead } from './log.js';
export { parseBundle } from './parse-bundle.js';
export { parseNotice, parseNoticeOrText } from './parse-notice.js';
export { parsePolicyDocument } from './parse-policy-document.js';
export { parseReceipt, parseReceiptEnvelope } from './parse-receipt.js';
export { looksPersonal } from './personal-data.js';
export { PolicyError, type PolicyIssue, type PolicyIssueCode } from './policy-error.js';
export {
  REPEALED_BASES,
  type RepealedBasis,
  RETENTION_PRESETS,
  type RetentionPreset,
} from './presets.js';
export {
  REMEDIES,
  type RemedyPreset,
  RETIRED_REMEDIES,
  type RetiredRemedy,
  retirementOf,
} from './remedies.js';
export { hashOf, sha256 } from './sha256.js';
export {
  isStale,
  type Matter,
  type MatterState,
  presentState,
  type ShownItem,
} from './staleness.js';
export { chooseTranslation } from './translations.js';
export {
  type CheckSignature,
  type SignatureState,
  type Verification,
  type VerifiedReceipt,
  verifyBundle,
} from './verify-bundle.js';
export { verifyLog } from './verify-log.js';
