import type { Delivery } from '../../core/delivery.js';
import { type KnownBundles, type KnownPast, type PastRecord, readPast } from '../../core/past.js';
import type { Notice } from '../../model/notice.js';
import { isPlainObject } from '../../model/is-plain-object.js';

/** Whose past is looked for. */
export interface PastQuery extends KnownBundles {
  /** Id of the policy. */
  readonly policy: string;
  /** The host's own name of the person; `''` when it gives none. */
  readonly subject: string;
}

/** The past of one person: what others decided at this browser is not mixed in. */
export interface PersonalPast extends KnownPast {
  readonly policy: string;
  /** How many receipts of the policy this device keeps, also of others. */
  readonly kept: number;
}

/** Ids of the receipts that a page passed in, as far as anything there looks like one. */
function passedIds(bundles: readonly unknown[]): ReadonlySet<unknown> {
  const lists = bundles.map((bundle) => isPlainObject(bundle) && bundle['receipts']);
  const entries = lists.flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  return new Set(
    entries.map((each) => {
      const receipt = isPlainObject(each) && each['receipt'];
      return isPlainObject(receipt) ? receipt['id'] : undefined;
    }),
  );
}

/** The subject that was begun last here; one that the database has not taken yet comes first. */
async function newestSubject(
  delivery: Delivery,
  policy: string,
  records: readonly PastRecord[],
): Promise<string | undefined> {
  const begun = records.filter(({ receipt }) => receipt.seq === 1).reverse();
  const onItsWay = begun.find(({ delivery: state }) => state && state.persisted !== 'idb');
  if (onItsWay) return onItsWay.receipt.subject;
  const head = await delivery.ledger.head(policy).catch(() => undefined);
  return head?.subject ?? (begun[0] ?? records.at(-1))?.receipt.subject;
}

async function subjectsOf(
  delivery: Delivery,
  { policy, subject, bundles }: PastQuery,
  { records }: KnownPast,
): Promise<ReadonlySet<string | undefined>> {
  if (subject !== '') return new Set([subject]);
  const passed = passedIds(bundles);
  const known = records.filter(({ receipt }) => passed.has(receipt.id));
  if (known.length > 0) return new Set(known.map(({ receipt }) => receipt.subject));
  return new Set([await newestSubject(delivery, policy, records)]);
}

/**
 * Reads what one person decided: the one whom the page names, else those whose receipts it passes
 * in, else who was the last to begin at this browser.
 */
export async function readPersonalPast(
  delivery: Delivery,
  query: PastQuery,
): Promise<PersonalPast> {
  const past = await readPast(delivery, query.policy, query);
  const subjects = await subjectsOf(delivery, query, past);
  const records = past.records.filter(({ receipt }) => subjects.has(receipt.subject));
  const kept = past.records.filter(({ delivery: state }) => state !== undefined).length;
  const receipts = records.map(({ receipt }) => receipt);
  return { ...past, records, receipts, policy: query.policy, kept };
}

/** A receipt of this page, which the database may not have yet. */
export interface MadeRecord {
  readonly record: PastRecord;
  readonly notice: Notice;
}

/** What was made here and has not come back from the database. */
export function stillMissing(
  { records }: PersonalPast,
  made: readonly MadeRecord[],
): readonly MadeRecord[] {
  const ids = new Set(records.map(({ receipt }) => receipt.id));
  return made.filter(({ record }) => !ids.has(record.receipt.id));
}

/** The past with what was made here since it was read. */
export function withMade(past: PersonalPast, made: readonly MadeRecord[]): PersonalPast {
  const records = [...past.records, ...made.map(({ record }) => record)];
  const notices = new Map(past.notices);
  for (const { record, notice } of made) notices.set(record.receipt.notice.sha256, notice);
  const receipts = records.map(({ receipt }) => receipt);
  return { ...past, records, receipts, notices, kept: past.kept + made.length };
}
