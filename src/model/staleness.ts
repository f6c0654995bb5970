import { expiryDay, koreanDay } from './due-dates.js';
import type { Notice, NoticeItem } from './notice.js';
import type { Receipt, ReceiptItem } from './receipt.js';

/** An item of a notice with the language that the notice is in. */
export interface ShownItem {
  readonly item: Pick<NoticeItem, 'revision' | 'facts'>;
  readonly locale: string;
}

/**
 * Whether a consent to what was shown then no longer covers what is shown now, so that the person
 * is asked again (requirement CON-17; PIPA 15(2), 17(2), 28-8(3)): the revision differs, or the
 * legal facts differ in the same language. Another translation of the same facts is no change.
 */
export function isStale(then: ShownItem, now: ShownItem): boolean {
  return (
    then.item.revision !== now.item.revision ||
    (then.locale === now.locale && then.item.facts !== now.item.facts)
  );
}

/** What a decision is about, and as what it is shown now. */
export interface Matter {
  /** Id of the policy. */
  readonly policy: string;
  /** Id of the item. */
  readonly id: string;
  /** The matter as the present policy shows it. Absent: nothing is held against it. */
  readonly now?: ShownItem;
  /**
   * In ms since 1970: a consent whose period is over by then is expired. Absent: nothing ends by the
   * clock.
   */
  readonly asOf?: number;
}

/** How a matter stands for one person. */
export interface MatterState {
  /**
   * `open`: there is no answer. `stale`: given, but to facts that have changed since. There is no
   * `renewed`: what was renewed is given.
   */
  readonly state: 'open' | 'given' | 'refused' | 'withdrawn' | 'expired' | 'stale';
  /** The receipt that made it so; absent while open. */
  readonly receipt?: Receipt;
  /**
   * When consent was first given, where it has been renewed since; else the time of the receipt.
   * Reconfirmation counts from it (Network Act Decree 62-3). Absent while open.
   */
  readonly since?: string;
  /** The last day of a consent that ended by its period (`asOf`): `YYYY-MM-DD`, in Korea. */
  readonly endedOn?: string;
}

interface Event {
  readonly receipt: Receipt;
  readonly state: ReceiptItem['state'];
}

/**
 * Whether one receipt came before the other. Within a chain its number counts; between chains only
 * the person's clock is left, which can have been set back.
 */
function isBefore(one: Receipt, other: Receipt): boolean {
  return one.chain === other.chain ? one.seq < other.seq : one.at < other.at;
}

const isGiving = ({ state }: Event): boolean => state === 'given' || state === 'renewed';

/**
 * Whether an event takes back what another gave: it names that receipt, or comes no earlier. What
 * was given again names the withdrawal that it follows, so that no clock can turn the two around.
 */
function ends({ receipt, state }: Event, giving: Event): boolean {
  const isEnd = state === 'withdrawn' || state === 'expired';
  if (giving.receipt.ref === receipt.id) return false;
  return isEnd && (receipt.ref === giving.receipt.id || !isBefore(receipt, giving.receipt));
}

function newest(events: readonly Event[]): Event | undefined {
  return events.reduce<Event | undefined>(
    (best, event) => (best && isBefore(event.receipt, best.receipt) ? best : event),
    undefined,
  );
}

/** What happened to one matter, without what a correction has taken the place of. */
function eventsOf(receipts: readonly Receipt[], { policy, id }: Matter): readonly Event[] {
  const events = receipts
    .filter(({ notice }) => notice.policy === policy)
    .flatMap((receipt) =>
      receipt.items.flatMap((item) => (item.id === id ? [{ receipt, state: item.state }] : [])),
    );
  const corrected = events
    .filter(({ receipt }) => receipt.event === 'correction')
    .map(({ receipt }) => receipt.ref);
  return events.filter(({ receipt }) => !corrected.includes(receipt.id));
}

/** The time of the first giving that renewals lead back to. */
function givenSince({ receipt }: Event, events: readonly Event[]): string {
  const earlier = events.find((event) => event.receipt.id === receipt.ref);
  const isRenewal = receipt.event === 'renewal' && earlier && earlier.receipt !== receipt;
  if (!isRenewal) return receipt.at;
  const rest = events.filter((event) => event.receipt !== receipt);
  return givenSince(earlier, rest);
}

/** What one person's receipts say of one matter, and what they were shown. */
interface Case {
  readonly matter: Matter;
  readonly notices: ReadonlyMap<string, Notice>;
}

/** An item as its notice holds it. */
interface NoticedItem extends ShownItem {
  readonly item: NoticeItem;
}

function shownIn({ receipt }: Event, { matter, notices }: Case): NoticedItem | undefined {
  const notice = notices.get(receipt.notice.sha256);
  const item = notice?.items.find(({ id }) => id === matter.id);
  return notice && item && { item, locale: notice.locale };
}

function isChanged(event: Event, at: Case): boolean {
  const then = shownIn(event, at);
  return then !== undefined && at.matter.now !== undefined && isStale(then, at.matter.now);
}

/** The last day of a consent, where that is over: a renewal begins its period anew. */
function endOf(event: Event, at: Case): string | undefined {
  const { asOf } = at.matter;
  const item = shownIn(event, at)?.item;
  if (asOf === undefined || item === undefined) return undefined;
  const day = expiryDay(event.receipt.at, item);
  return day !== undefined && day < koreanDay(asOf) ? day : undefined;
}

/** The state of what was given and not taken back. */
function givenState(lasting: readonly Event[], events: readonly Event[], at: Case): MatterState {
  const running = lasting.filter((event) => endOf(event, at) === undefined);
  const valid = newest(running.filter((event) => !isChanged(event, at)));
  const given = (valid ?? newest(running) ?? newest(lasting)) as Event;
  const [{ receipt }, since] = [given, givenSince(given, events)];
  const endedOn = endOf(given, at);
  if (endedOn !== undefined) return { state: 'expired', receipt, since, endedOn };
  return { state: valid ? 'given' : 'stale', receipt, since };
}

/**
 * The present state of a matter (DESIGN 5): the newest `given` or `renewed` that no later
 * withdrawal, expiry or changed revision follows. `refused` answers a question and never withdraws,
 * so a matter stays given whatever else was answered later. A correction takes the place of the
 * receipt that it names.
 *
 * @param receipts All receipts of one person, in any order, also of other matters.
 * @param notices The notices they name, by hash. Without its notice a receipt counts as not stale:
 *   nothing is known to have changed.
 */
export function presentState(
  receipts: readonly Receipt[],
  matter: Matter,
  notices: ReadonlyMap<string, Notice>,
): MatterState {
  const events = eventsOf(receipts, matter);
  const lasting = events.filter(
    (event) => isGiving(event) && !events.some((other) => ends(other, event)),
  );
  if (lasting.length > 0) return givenState(lasting, events, { matter, notices });
  const last = newest(events.filter((event) => !isGiving(event)));
  if (!last) return { state: 'open' };
  return {
    state: last.state as MatterState['state'],
    receipt: last.receipt,
    since: last.receipt.at,
  };
}
