import { canonicalJson } from '../model/canonical-json.js';
import { checkShape } from '../model/check-shape.js';
import { misfitsOf, type NoticeOutline, outlineOf } from '../model/notice-outline.js';
import { parseNoticeOrText } from '../model/parse-notice.js';
import { parseReceipt } from '../model/parse-receipt.js';
import type { Ack, Receipt } from '../model/receipt.js';
import { sha256 } from '../model/sha256.js';
import type { CheckSignature } from '../model/verify-bundle.js';
import type { DatabaseCopy, ReceiptRow } from './database-copy.js';
import {
  type DatabaseFinding,
  databaseFinding,
  type DatabaseFindingCode,
} from './database-finding.js';

const DAY_MS = 86_400_000;

/** JSON that was stored as it was made: in its canonical form, and of the shape that it should have. */
function readStored<Value>(text: string, check: (value: unknown) => Value): Value | undefined {
  try {
    const value = check(JSON.parse(text));
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

const shaped =
  (shape: string) =>
  (value: unknown): unknown => {
    if (checkShape(shape, value).length > 0) throw new TypeError(shape);
    return value;
  };

/** The documents of a database that are what their address says. */
export interface SoundDocuments {
  readonly outlines: ReadonlyMap<string, NoticeOutline>;
  readonly texts: ReadonlySet<string>;
  /** Addresses of documents that are not. */
  readonly broken: ReadonlySet<string>;
}

/** Reads the documents; what was changed does not have its address any more. */
export function readDocuments(documents: DatabaseCopy['documents']): SoundDocuments {
  const outlines = new Map<string, NoticeOutline>();
  const texts = new Set<string>();
  const broken = new Set<string>();
  for (const { sha256: address, kind, body } of documents) {
    const part = readStored(body, parseNoticeOrText);
    const isSound = part?.schema === `dongui/${kind}@1` && sha256(body) === address;
    if (!isSound) broken.add(address);
    else if (part.schema === 'dongui/notice@1') outlines.set(address, outlineOf(part));
    else texts.add(address);
  }
  return { outlines, texts, broken };
}

type Found = readonly [code: DatabaseFindingCode, detail?: string];

/** Columns that repeat what the receipt says, or what follows from it. */
function columnFindings(row: ReceiptRow, receipt: Receipt): Found[] {
  const far = Math.abs(Date.parse(row.received_at) - Date.parse(receipt.at)) > DAY_MS;
  const pairs: Readonly<Record<string, readonly [unknown, unknown]>> = {
    id: [row.id, receipt.id],
    policy: [row.policy, receipt.notice.policy],
    subject: [row.subject, receipt.subject],
    event: [row.event, receipt.event],
    notice: [row.notice, receipt.notice.sha256],
    at: [Date.parse(row.at), Date.parse(receipt.at)],
    skewed: [row.skewed, far],
  };
  return Object.entries(pairs)
    .filter(([, [stored, said]]) => stored !== said)
    .map(([column]): Found => ['column', column]);
}

function noticeFindings(receipt: Receipt, { outlines, texts, broken }: SoundDocuments): Found[] {
  const { sha256: address } = receipt.notice;
  const outline = outlines.get(address);
  if (!outline) return [[broken.has(address) ? 'document-hash' : 'notice-missing', address]];
  return [
    ...outline.texts
      .filter((text) => !texts.has(text))
      .map((text): Found => [broken.has(text) ? 'document-hash' : 'text-missing', text]),
    ...misfitsOf(receipt, outline).map(({ item, code }): Found => ['misfit', item ?? code]),
  ];
}

function bodyFindings(row: ReceiptRow, documents: SoundDocuments): Found[] {
  const { body, erased_at: erasedAt, subject } = row;
  if (body === null)
    return erasedAt === null || subject !== null ? [['half-erased']] : [['erased']];
  const receipt = readStored(body, parseReceipt);
  const found: Found[] = sha256(body) === row.hash ? [] : [['body-hash', row.hash]];
  if (erasedAt !== null) found.push(['half-erased']);
  if (!receipt) return [...found, ['body-invalid']];
  if (row.skewed) found.push(['clock-skew', receipt.at]);
  return [...found, ...columnFindings(row, receipt), ...noticeFindings(receipt, documents)];
}

const SIGNATURES = {
  invalid: 'ack-signature',
  'strange-key': 'ack-strange-key',
  unchecked: 'ack-unchecked',
} as const;

/** A row with what was found of it. */
export interface VerifiedRow {
  readonly row: ReceiptRow;
  /** Undefined where it cannot be read. */
  readonly ack?: Ack;
  /** True when a key that was given has signed the answer. */
  readonly isSigned: boolean;
  readonly findings: readonly DatabaseFinding[];
}

async function ackFindings(
  row: ReceiptRow,
  ack: Ack | undefined,
  check: CheckSignature,
): Promise<Found[]> {
  if (!ack) return [['ack-invalid']];
  if (ack.rh !== row.hash || ack.id !== row.id) return [['ack-other']];
  const seconds = Math.floor(Date.parse(row.received_at) / 1_000);
  const state = ack.jws === undefined ? 'valid' : await check(ack);
  return [
    ...(ack.iat === seconds ? [] : [['column', 'received_at'] as const]),
    ...(ack.notice === row.status ? [] : [['column', 'status'] as const]),
    ...(ack.jws === undefined ? [['ack-unsigned'] as const] : []),
    ...(state === 'valid' ? [] : [[SIGNATURES[state]] as const]),
  ];
}

/** Holds one row against itself, its notice and the receiver's answer in it. */
export async function verifyRow(
  row: ReceiptRow,
  documents: SoundDocuments,
  check: CheckSignature,
): Promise<VerifiedRow> {
  const ack = readStored(row.ack, shaped('ackRecord')) as Ack | undefined;
  const answered = await ackFindings(row, ack, check);
  const isDelivered = readStored(row.delivery, shaped('deliveryFacts')) !== undefined;
  const found: Found[] = [
    ...bodyFindings(row, documents),
    ...answered,
    ...(isDelivered ? [] : [['delivery-invalid'] as const]),
  ];
  const isSigned = ack?.jws !== undefined && answered.length === 0;
  const findings = found.map(([code, detail]) =>
    databaseFinding(code, { receipt: row.id, ...(detail !== undefined && { detail }) }),
  );
  return { row, ...(ack && { ack }), isSigned, findings };
}
