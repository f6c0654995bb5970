import { hashOf } from './sha256.js';
import type { Notice, NoticeItem } from './notice.js';
import type { Receipt, ReceiptItem } from './receipt.js';
import { isStale, presentState } from './staleness.js';

/** What one person decided earlier at this browser, as the ledger has it. */
export interface Past {
  readonly receipts: readonly Receipt[];
  /** The notices that the receipts name, by hash. */
  readonly notices: ReadonlyMap<string, Notice>;
}

/** A decision that stands, so that its question is not asked again. */
export interface KnownAnswer {
  readonly state: 'given' | 'refused' | 'withdrawn';
  /** The receipt that made it so. */
  readonly receipt: Receipt;
  /** When it came to be so: UTC, as receipts have it. */
  readonly since: string;
}

/** The names of the facts that a person consents to (PIPA 17(2)). */
export type FactName = 'recipient' | 'purposes' | 'data' | 'retention' | 'refusal';

/**
 * A consent that holds no longer, so that the person is asked again: to what has changed since
 * (requirement CON-17), or one whose period is over.
 */
export interface StaleAnswer {
  readonly since: string;
  /** What has changed. Empty where two languages can't be held against each other. */
  readonly changed: readonly FactName[];
  /** The item as it was agreed to, where that is known and in the same language. */
  readonly then?: NoticeItem;
  /** The last day of the consent, where its period is over: `YYYY-MM-DD`, in Korea. */
  readonly endedOn?: string;
}

/** What a person is not asked again, and what again, by item id. */
export interface Recall {
  readonly known: ReadonlyMap<string, KnownAnswer>;
  readonly stale: ReadonlyMap<string, StaleAnswer>;
}

/**
 * For how long the same request is not made again after a refusal, in days (E-Commerce Act
 * 21-2(1)5, Decree 27-2; requirement CTL-04).
 */
const DAYS_WITHOUT_REQUEST = 7;

const DAY_MS = 86_400_000;

/** All that one item is judged by. */
interface Case {
  readonly past: Past;
  readonly notice: Notice;
  readonly item: NoticeItem;
}

const itemIn = (receipt: Receipt, id: string): ReceiptItem | undefined =>
  receipt.items.find((item) => item.id === id);

/** The item as it was shown when the receipt was made; undefined where nobody knows any more. */
function shownThen(receipt: Receipt, { past, item }: Case): NoticeItem | undefined {
  const notice = past.notices.get(receipt.notice.sha256);
  return notice?.items.find(({ id }) => id === item.id);
}

function isUnchanged(receipt: Receipt, at: Case): boolean {
  const then = shownThen(receipt, at);
  if (then === undefined) return true;
  const { notice, item } = at;
  return !isStale({ item: then, locale: receipt.notice.locale }, { item, locale: notice.locale });
}

/** The newest answer by which a person said no; a question that was left open is none. */
function lastRefusal(at: Case): Receipt | undefined {
  const { past, notice, item } = at;
  return past.receipts
    .filter((receipt) => receipt.notice.policy === notice.policy.id)
    .filter((receipt) => {
      const { state, by } = itemIn(receipt, item.id) ?? {};
      const isNo = state === 'refused' || state === 'withdrawn';
      return isNo && by !== 'unticked' && by !== 'parent';
    })
    .reduce<Receipt | undefined>(
      (best, each) => (best && best.at > each.at ? best : each),
      undefined,
    );
}

function factsOf(item: NoticeItem): Readonly<Record<FactName, unknown>> {
  const { recipient, refusal } = item;
  const uses = item.uses ?? [item];
  return {
    recipient: recipient?.name ?? null,
    purposes: uses.map(({ purposes = [] }) => purposes.map(({ text }) => text)),
    data: uses.map(({ data = [] }) => data.map(({ dpv: _dpv, ...each }) => each)),
    retention: uses.map(({ retention = [] }) => retention),
    refusal: [refusal?.right ?? null, refusal?.consequence ?? null],
  };
}

/** What has changed since a consent, and what was agreed to then. */
function changesSince(receipt: Receipt, at: Case): Pick<StaleAnswer, 'changed' | 'then'> {
  const then = shownThen(receipt, at);
  if (then === undefined || receipt.notice.locale !== at.notice.locale) return { changed: [] };
  const before = factsOf(then);
  const now = factsOf(at.item);
  const changed = (Object.keys(now) as FactName[]).filter(
    (name) => hashOf(before[name]) !== hashOf(now[name]),
  );
  return { changed, then };
}

/** The refusal for which a person is left alone: none where it is over, or older than the giving. */
function quietRefusal(at: Case, now: number, giving: string): KnownAnswer | undefined {
  const receipt = lastRefusal(at);
  if (receipt === undefined || !isUnchanged(receipt, at) || receipt.at < giving) return undefined;
  if (now - Date.parse(receipt.at) >= DAYS_WITHOUT_REQUEST * DAY_MS) return undefined;
  const isWithdrawal = itemIn(receipt, at.item.id)?.state === 'withdrawn';
  return { state: isWithdrawal ? 'withdrawn' : 'refused', receipt, since: receipt.at };
}

function judge(at: Case, now: number): KnownAnswer | StaleAnswer | undefined {
  const { past, notice, item } = at;
  const shown = { item, locale: notice.locale };
  const matter = { policy: notice.policy.id, id: item.id, now: shown, asOf: now };
  const present = presentState(past.receipts, matter, past.notices);
  const { state, receipt, since = '', endedOn } = present;
  if (receipt === undefined) return undefined;
  if (state === 'given') return { state, receipt, since };
  const isOver = state === 'stale' || endedOn !== undefined;
  const again = isOver ? { since, ...changesSince(receipt, at) } : undefined;
  const quiet = quietRefusal(at, now, receipt.at);
  return quiet ?? (again && { ...again, ...(endedOn !== undefined && { endedOn }) });
}

/**
 * What a person need not be asked again, and what was agreed to and holds no longer (DESIGN 5): what
 * is given stays given until it is withdrawn, its facts change, or its period is over. What the person refused or
 * withdrew is not asked again for a week.
 *
 * @param notice What would be asked now.
 * @param now In ms since 1970.
 */
export function recallAnswers(past: Past, notice: Notice, now: number): Recall {
  const known = new Map<string, KnownAnswer>();
  const stale = new Map<string, StaleAnswer>();
  for (const item of notice.items) {
    const answer = judge({ past, notice, item }, now);
    if (answer === undefined) continue;
    if ('state' in answer) known.set(item.id, answer);
    else stale.set(item.id, answer);
  }
  return { known, stale };
}
