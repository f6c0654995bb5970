import { getDelivery } from '../../core/delivery.js';
import { browserPorts } from '../../core/ports.js';
import { createNotice } from '../../model/create-notice.js';
import type { Notice } from '../../model/notice.js';
import { type Past, type Recall, recallAnswers } from '../../model/recall-answers.js';
import type { AskedSurface } from '../../ui/asked-surface.js';

/** Longest time that a person waits for what a database may know, in ms. */
const PATIENCE_MS = 2_000;

const NOTHING: Past = { receipts: [], notices: new Map() };

/** What the subject that a receipt would be of has decided here so far. */
async function readPast(policy: string, subject: string): Promise<Past> {
  const delivery = getDelivery(browserPorts());
  const name = subject || (await delivery.ledger.head(policy))?.subject;
  if (name === undefined) return NOTHING;
  const records = await delivery.receipts(policy);
  const receipts = records
    .map(({ receipt }) => receipt)
    .filter((receipt) => receipt.subject === name);
  const notices = new Map<string, Notice>();
  for (const hash of new Set(receipts.map(({ notice }) => notice.sha256))) {
    const notice = await delivery.ledger.notice(policy, hash);
    if (notice !== undefined) notices.set(hash, notice);
  }
  return { receipts, notices };
}

/**
 * What is known of a surface's items already. A database that is blocked or slow knows nothing:
 * then all is asked. Never rejects.
 *
 * @param subject The host's own name of the person; `''` for the newest at this browser.
 */
export async function recallSurface(
  { policy, surface }: AskedSurface,
  subject: string,
): Promise<Recall> {
  // A signup is somebody new, unless the host says who.
  const isNew = surface.name === 'signup' && subject === '';
  const patience = new Promise<Past>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, NOTHING);
  });
  const reading = isNew ? NOTHING : readPast(policy.id, subject).catch(() => NOTHING);
  const past = await Promise.race([reading, patience]);
  return recallAnswers(past, createNotice(policy, surface).notice, Date.now());
}
