import { getDelivery } from '../core/delivery.js';
import { type KnownPast, type PastRecord, readPast } from '../core/past.js';
import { browserPorts } from '../core/ports.js';
import { createNotice } from '../model/create-notice.js';
import type { Notice } from '../model/notice.js';
import { type Past, type Recall, recallAnswers } from '../model/recall-answers.js';
import type { AskedSurface } from './asked-surface.js';
import { knownBundles, type KnownHost, tellLeft } from './tell-known.js';

/** Longest time that a person waits for what a database or a server may know, in ms. */
const PATIENCE_MS = 2_000;

const NOTHING: Past = { receipts: [], notices: new Map() };

/** The element that asks. */
export interface RecallHost extends KnownHost {
  /** The host's own name of the person; `''` for the newest at this browser. */
  readonly subject: string;
}

/** What was decided earlier, and what follows from it for a surface. */
export interface Recollection {
  /** The notice that is asked on now. */
  readonly notice: Notice;
  readonly past: Past;
  readonly recall: Recall;
}

/** Ids of the receipts that a page passes in, whole or not. */
function idsIn(bundles: readonly unknown[]): ReadonlySet<unknown> {
  const receipts = bundles.flatMap((bundle) => {
    const list = Object(bundle) as { receipts?: unknown };
    return Array.isArray(list.receipts) ? (list.receipts as { receipt?: { id?: unknown } }[]) : [];
  });
  return new Set(receipts.map((each) => each.receipt?.id));
}

/**
 * The receipts of one person: those of a subject at this browser, and those that the page passes in.
 * A signup is somebody new: without a subject this browser's own count for nothing.
 */
async function pastOf({ policy, surface }: AskedSurface, host: RecallHost): Promise<Past> {
  const delivery = getDelivery(browserPorts());
  const bundles = await knownBundles(host);
  const isNew = surface.name === 'signup' && host.subject === '';
  if (isNew && bundles.length === 0) return NOTHING;
  const newest = isNew || host.subject ? undefined : delivery.ledger.head(policy.id);
  const subject = host.subject || (await newest?.catch(() => undefined))?.subject;
  const past: KnownPast = await readPast(delivery, policy.id, { bundles });
  tellLeft(host, past, policy.id);
  const passed = idsIn(bundles);
  const isTheirs = ({ receipt }: PastRecord): boolean =>
    receipt.subject === subject || passed.has(receipt.id);
  const receipts = past.records.filter(isTheirs).map(({ receipt }) => receipt);
  return { receipts, notices: past.notices };
}

/**
 * What is known of a surface's items already. A database that is blocked, or a server that is slow,
 * knows nothing: then all is asked. Never rejects.
 */
export async function recallSurface(asked: AskedSurface, host: RecallHost): Promise<Recollection> {
  const patience = new Promise<Past>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, NOTHING);
  });
  const past = await Promise.race([pastOf(asked, host).catch(() => NOTHING), patience]);
  const { notice } = createNotice(asked.policy, asked.surface);
  return { notice, past, recall: recallAnswers(past, notice, Date.now()) };
}
