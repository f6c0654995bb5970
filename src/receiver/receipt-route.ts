import { canonicalJson } from '../model/canonical-json.js';
import { isPlainObject } from '../model/is-plain-object.js';
import { parseNotice } from '../model/parse-notice.js';
import { parseReceiptEnvelope } from '../model/parse-receipt.js';
import { misfitsOf, type NoticeOutline } from '../model/notice-outline.js';
import { looksNamed } from '../model/looks-named.js';
import { looksPersonal } from '../model/personal-data.js';
import type { Ack, Receipt, ReceiptEnvelope } from '../model/receipt.js';
import { hasHash, requireHash, understand } from './checked-body.js';
import { documentOf } from './document-of.js';
import { ProblemError } from './problem.js';
import { readJson } from './read-json.js';
import { jsonResponse, type ReceiverContext, type Route } from './route.js';

const DAY_MS = 86_400_000;

/** Nothing that says who somebody is may come in as a pseudonym (requirement REC-03, REC-09). */
function refusePersonal({ subject, guardian, items }: Receipt): void {
  const named = [
    { path: '$.receipt.subject', text: subject },
    { path: '$.receipt.guardian.ref', text: guardian?.ref ?? '' },
    ...items.map(({ source = '' }, i) => ({ path: `$.receipt.items[${i}].source`, text: source })),
  ].filter(({ text }) => looksPersonal(text));
  if (looksNamed(guardian?.ref ?? '')) named.push({ path: '$.receipt.guardian.ref', text: '' });
  if (named.length === 0) return;
  const errors = named.map(({ path }) => ({ path, code: 'personal-data' }));
  throw new ProblemError('subject-personal', { errors });
}

/** A body taken apart: most pages send the notice along that all their visitors saw. */
interface Posted {
  readonly envelope: ReceiptEnvelope;
  readonly notice: unknown;
}

function readPosted(body: unknown): Posted {
  const { notice, ...rest } = isPlainObject(body) ? body : { notice: undefined };
  const envelope = understand(() => parseReceiptEnvelope(isPlainObject(body) ? rest : body));
  return { envelope, notice };
}

/**
 * The notice of a receipt; it is stored before the receipt is, or the hash would prove nothing. One
 * that travels along and has the hash of one that is known needs no second look.
 */
async function outlineFor(
  { shelf }: ReceiverContext,
  { envelope, notice }: Posted,
): Promise<NoticeOutline | undefined> {
  const { sha256 } = envelope.receipt.notice;
  const known = await shelf.outline(sha256);
  if (notice === undefined || (known && hasHash(notice, sha256))) return known;
  const understood = understand(() => parseNotice(notice), '$.notice');
  await shelf.put(documentOf(understood, sha256, '$.notice'));
  return shelf.outline(sha256);
}

const missing = (hashes: readonly string[]): ProblemError =>
  new ProblemError('notice-missing', { missing: hashes });

async function add(
  { store, shelf, now, signer, sealer }: ReceiverContext,
  { receipt, hash, delivery }: ReceiptEnvelope,
): Promise<Response> {
  const { id, at, notice } = receipt;
  const receivedAt = now();
  const status = shelf.status(notice.sha256);
  const log = sealer?.head;
  const iat = Math.floor(receivedAt / 1_000);
  const ack: Ack = { rh: hash, id, iat, notice: status, ...(log && { log }) };
  const result = await store.addReceipt({
    ...{ receipt, hash, delivery, status, receivedAt },
    ack: canonicalJson((await signer?.sign(ack)) ?? ack),
    // Never a reason to refuse: who was offline for a week, or has a wrong clock, has decided all the same.
    skewed: Math.abs(receivedAt - Date.parse(at)) > DAY_MS,
  });
  sealer?.wake();
  switch (result.outcome) {
    case 'conflict':
      throw new ProblemError('receipt-conflict');
    case 'missing':
      shelf.forget(notice.sha256);
      throw missing([notice.sha256]);
    default:
      return jsonResponse(result.ack, result.outcome === 'stored' ? 201 : 200);
  }
}

/**
 * With `publishedOnly`, a receipt on anything else is refused; but not one that was acknowledged
 * before the documents changed, whose answer got lost on the way.
 */
async function answerUnpublished(
  { store }: ReceiverContext,
  { receipt, hash }: ReceiptEnvelope,
): Promise<Response> {
  const ack = await store.findAck(receipt.id, hash);
  if (ack === undefined) throw new ProblemError('notice-unpublished');
  return jsonResponse(ack);
}

/** `POST /receipts`: 201 with the ack of a new receipt, 200 with the same bytes for the same again. */
export const receiptRoute: Route = {
  method: 'POST',
  path: /^\/receipts$/,
  keyed: false,
  async answer(context, { request }) {
    const posted = readPosted(await readJson(request, context.bodyTimeoutMs));
    const { envelope } = posted;
    const { receipt, hash } = envelope;
    requireHash(receipt, hash, '$.hash');
    refusePersonal(receipt);
    if (!context.shelf.takes(receipt.notice.sha256)) return answerUnpublished(context, envelope);
    const outline = await outlineFor(context, posted);
    if (!outline) throw missing([receipt.notice.sha256]);
    const errors = misfitsOf(receipt, outline).map((misfit) => ({
      ...misfit,
      path: `$.receipt${misfit.path.slice(1)}`,
    }));
    if (errors.length > 0) throw new ProblemError('receipt-inconsistent', { errors });
    const texts = await context.shelf.missingTexts(outline);
    if (texts.length > 0) throw missing(texts);
    return add(context, envelope);
  },
};
