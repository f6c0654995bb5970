import type { Finding } from '../model/finding.js';
import type { Notice, TextPart } from '../model/notice.js';
import { outlineOf } from '../model/notice-outline.js';
import type { Past } from '../model/recall-answers.js';
import type { Ack, Receipt } from '../model/receipt.js';
import { hashOf } from '../model/sha256.js';
import {
  type CheckSignature,
  type Verification,
  verifyBundle,
  type VerifiedReceipt,
} from '../model/verify-bundle.js';
import type { Delivery } from './delivery.js';
import type { DeliveryState, Entry, LedgerRecord } from './entry.js';

/** One receipt of the past, with what became of it. */
export interface PastRecord {
  readonly receipt: Receipt;
  /** SHA-256 of the canonical JSON of the receipt, base64url. */
  readonly hash: string;
  /** What became of it on this device; absent where only the site's server has it. */
  readonly delivery?: DeliveryState;
  /** The receiver's answer, from this device or from the site's server. */
  readonly ack?: Ack;
  /** True when its chain had gone on meanwhile, in another tab. */
  readonly fork?: boolean;
}

/** All that is known of what was decided about one policy, here and elsewhere. */
export interface KnownPast extends Past {
  /** Oldest first. `receipts` are the same without what became of them. */
  readonly records: readonly PastRecord[];
  /** The long texts that the notices name, by hash, as far as they are there. */
  readonly texts: ReadonlyMap<string, TextPart>;
  /**
   * Why receipts that the page passed in are left out. Paths begin with the number of the bundle:
   * `[0].receipts[2].hash`.
   */
  readonly left: readonly Finding[];
  /** Ids of other policies that receipts which the page passed in are about. */
  readonly strangers: readonly string[];
}

/** What the past is read from: the delivery of the page. */
export type PastSource = Pick<Delivery, 'receipts'> & {
  readonly ledger: Pick<Delivery['ledger'], 'notice' | 'text'>;
};

/** What a page passes in, for another device or where storage was cleared. */
export interface KnownBundles {
  /** Bundles as `JSON.parse` made them; anything. */
  readonly bundles: readonly unknown[];
  /** Without it the signatures of answers stay unchecked. */
  readonly checkSignature?: CheckSignature;
}

/** Documents by hash, filled while the past is read. */
interface Documents {
  readonly notices: Map<string, Notice>;
  readonly texts: Map<string, TextPart>;
}

/** A chain that does not connect is shown and told, so its receipts stay. */
const STAYS: readonly Finding['code'][] = ['chain-broken', 'chain-subject'];

const breaks = ({ level, code }: Finding): boolean => level === 'broken' && !STAYS.includes(code);

async function readDocuments(from: PastSource, to: Documents, record: LedgerRecord): Promise<void> {
  const { policy, sha256 } = record.receipt.notice;
  // A receipt that the ledger has not taken yet carries what it names.
  const { notice: own, texts = [] } = record as Entry;
  for (const { hash, part } of texts) to.texts.set(hash, part);
  if (to.notices.has(sha256)) return;
  const notice = own ?? (await from.ledger.notice(policy, sha256).catch(() => undefined));
  if (notice === undefined) return;
  to.notices.set(sha256, notice);
  for (const hash of outlineOf(notice).texts) {
    const text =
      to.texts.get(hash) ?? (await from.ledger.text(policy, hash).catch(() => undefined));
    if (text !== undefined) to.texts.set(hash, text);
  }
}

const ackOf = ({ ack }: DeliveryState): Ack | undefined => (ack === 'status' ? undefined : ack);

function ownRecord({ receipt, hash, delivery, fork }: LedgerRecord): PastRecord {
  const ack = ackOf(delivery);
  return { receipt, hash, delivery, ...(ack && { ack }), ...(fork && { fork }) };
}

/** A receipt that stands on what is broken, or names what is not there, shows nobody anything. */
function isWhole(
  { receipt, findings }: VerifiedReceipt,
  { documents, ...all }: Verification,
): boolean {
  const place = documents.notices.get(receipt.notice.sha256)?.path;
  if (place === undefined || findings.some(breaks)) return false;
  return !all.findings.some(({ path }) => `${path}.`.startsWith(`${place}.`));
}

function takeDocuments(notice: Notice, from: Verification, to: Documents): void {
  to.notices.set(hashOf(notice), notice);
  for (const hash of outlineOf(notice).texts) {
    const text = from.documents.texts.get(hash)?.part;
    if (text !== undefined) to.texts.set(hash, text);
  }
}

/** The past as it is being read. */
interface Reading extends Documents {
  readonly policy: string;
  readonly records: Map<string, PastRecord>;
  readonly left: Finding[];
  readonly strangers: Set<string>;
}

async function takeBundle(to: Reading, at: number, known: KnownBundles): Promise<void> {
  const verified = await verifyBundle(known.bundles[at], known.checkSignature);
  const { receipts, findings } = verified;
  for (const each of findings.filter(breaks))
    to.left.push({ ...each, path: each.path.replace('$', `[${at}]`) });
  for (const each of receipts) {
    const { receipt, hash, ack, notice } = each;
    if (notice === undefined || !isWhole(each, verified)) continue;
    if (receipt.notice.policy !== to.policy) to.strangers.add(receipt.notice.policy);
    else {
      const here = to.records.get(receipt.id);
      to.records.set(receipt.id, { ...(ack && { ack }), ...(here ?? { receipt, hash }) });
      takeDocuments(notice, verified, to);
    }
  }
}

/**
 * What was decided about a policy: what this device keeps, in the ledger and in the journal, and
 * what the page passes in. Every hash of what is passed in is made again; what contradicts itself
 * is left out and told.
 *
 * @param policy Id of the policy.
 * @returns never rejects for what is passed in; rejects when this device can't be read.
 */
export async function readPast(
  from: PastSource,
  policy: string,
  known: KnownBundles = { bundles: [] },
): Promise<KnownPast> {
  const reading: Reading = {
    policy,
    records: new Map(),
    notices: new Map(),
    texts: new Map(),
    left: [],
    strangers: new Set(),
  };
  for (const record of await from.receipts(policy)) {
    await readDocuments(from, reading, record);
    reading.records.set(record.receipt.id, ownRecord(record));
  }
  for (const at of known.bundles.keys()) await takeBundle(reading, at, known);
  const { notices, texts, left, strangers } = reading;
  // Ids begin with the time (RFC 9562, UUIDv7).
  const records = [...reading.records.values()].sort((a, b) =>
    a.receipt.id < b.receipt.id ? -1 : 1,
  );
  const receipts = records.map(({ receipt }) => receipt);
  return { records, receipts, notices, texts, left, strangers: [...strangers] };
}
