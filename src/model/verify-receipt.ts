import { type Finding, finding } from './finding.js';
import { guardianDueDay } from './guardian-due.js';
import type { Notice } from './notice.js';
import { misfitsOf, outlineOf } from './notice-outline.js';
import type { Ack, Receipt } from './receipt.js';
import { hashOf } from './sha256.js';
import type { PlacedReceipt } from './verify-chains.js';
import type { VerifiedDocuments } from './verify-documents.js';

const DAY_SECONDS = 86_400;

/** What a signature says of the words that it stands under. */
export type SignatureState = 'valid' | 'invalid' | 'strange-key' | 'unchecked';

/** What a receipt itself tells about the moment of decision. */
function circumstances({ shown, submit, client, actor }: Receipt, path: string): Finding[] {
  // A guardian is not asked whether the child is old enough.
  const hidden = shown.hidden.filter((id) => actor !== 'guardian' || id !== 'age');
  return [
    ...(hidden.length > 0 ? [finding('hidden', `${path}.shown.hidden`, hidden.join(', '))] : []),
    ...(shown.framed ? [finding('framed', `${path}.shown.framed`)] : []),
    ...(submit.trusted ? [] : [finding('untrusted', `${path}.submit.trusted`, submit.by)]),
    ...(client.secure ? [] : [finding('insecure', `${path}.client.secure`)]),
  ];
}

/** The texts that a notice names and that are not there. A text at an address need not be. */
function missingTexts(notice: Notice, { texts }: VerifiedDocuments, path: string): Finding[] {
  return outlineOf(notice)
    .texts.filter((sha256) => !texts.has(sha256))
    .map((sha256) => finding('text-missing', `${path}.notice`, sha256));
}

function noticeFindings(receipt: Receipt, documents: VerifiedDocuments, path: string): Finding[] {
  const notice = documents.notices.get(receipt.notice.sha256)?.part;
  if (notice === undefined)
    return [finding('notice-missing', `${path}.notice.sha256`, receipt.notice.sha256)];
  const misfits = misfitsOf(receipt, outlineOf(notice)).map(({ path: place, code, item }) =>
    finding('misfit', path + place.slice(1), item ?? code),
  );
  const gaps = notice.gaps ?? [];
  return [
    ...misfits,
    ...missingTexts(notice, documents, path),
    ...(gaps.length > 0 ? [finding('facts-unstated', `${path}.notice`, gaps.join(', '))] : []),
  ];
}

/** Until a guardian is confirmed, nobody has consented for the child (PIPA 22-2(1); CHD-01). */
function guardianFindings(receipt: Receipt, ack: Ack | undefined, path: string): Finding[] {
  const arrived = ack && new Date(ack.iat * 1_000).toISOString();
  const due = guardianDueDay(receipt, arrived ?? receipt.at);
  return due === undefined ? [] : [finding('guardian-unconfirmed', `${path}.guardian`, due)];
}

function ackFindings({ receipt, hash, path }: PlacedReceipt, ack: Ack): Finding[] {
  if (ack.rh !== hash || ack.id !== receipt.id) return [finding('ack-other', `${path}.ack`)];
  const late = ack.iat - Date.parse(receipt.at) / 1_000;
  return [
    ...(Math.abs(late) > DAY_SECONDS
      ? [finding('clock-skew', `${path}.receipt.at`, String(Math.round(late)))]
      : []),
    ...(ack.notice === 'unverified' ? [finding('notice-unverified', `${path}.ack.notice`)] : []),
    ...(ack.jws === undefined ? [finding('ack-unsigned', `${path}.ack`)] : []),
  ];
}

const SIGNATURES = {
  invalid: 'ack-signature',
  'strange-key': 'ack-strange-key',
  unchecked: 'ack-unchecked',
} as const;

function signatureFindings(signature: SignatureState | undefined, path: string): Finding[] {
  if (signature === undefined || signature === 'valid') return [];
  return [finding(SIGNATURES[signature], path)];
}

/**
 * Holds one receipt against its own hash, its notice, the texts and the receiver's answer.
 *
 * @param signature What the signature of the answer is worth; undefined where there is none.
 */
export function verifyReceipt(
  placed: PlacedReceipt,
  documents: VerifiedDocuments,
  signature: SignatureState | undefined,
): readonly Finding[] {
  const { receipt, hash, ack, path } = placed;
  const isWhole = hashOf(receipt) === hash;
  return [
    ...(isWhole ? [] : [finding('receipt-hash', `${path}.hash`, hash)]),
    ...noticeFindings(receipt, documents, `${path}.receipt`),
    ...(ack === undefined ? [finding('ack-missing', path)] : ackFindings(placed, ack)),
    ...signatureFindings(signature, `${path}.ack.jws`),
    ...guardianFindings(receipt, ack, `${path}.receipt`),
    ...circumstances(receipt, `${path}.receipt`),
  ];
}
