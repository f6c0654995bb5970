import type { Notice, NoticeItem } from './notice.js';
import type { Ack, ItemState, Receipt, ReceiptItem } from './receipt.js';
import { isStale, type MatterState, presentState } from './staleness.js';

/** A receipt with what it is proved by. */
export interface MatterRecord {
  readonly receipt: Receipt;
  /** SHA-256 of the canonical JSON of the receipt, base64url. */
  readonly hash: string;
  readonly ack?: Ack;
}

/** What one person decided about one policy. */
export interface MatterSources<Known extends MatterRecord> {
  /** Id of the policy. */
  readonly policy: string;
  /** The person's receipts, oldest first. */
  readonly records: readonly Known[];
  /** The notices that they name, by hash, as far as they are there. */
  readonly notices: ReadonlyMap<string, Notice>;
  /** What the present policy shows on its surfaces; undefined where it is not known. */
  readonly today?: readonly Notice[] | undefined;
  /** In ms since 1970: what is over by then has expired. */
  readonly asOf: number;
}

/** One thing that happened to a matter. */
export interface MatterStep<Known extends MatterRecord> {
  readonly record: Known;
  readonly state: ItemState;
  readonly by: ReceiptItem['by'];
  /** What stood there; undefined where it is not known any more. */
  readonly notice?: Notice | undefined;
  readonly item?: NoticeItem | undefined;
}

/** A matter as the present policy shows it. */
export interface PresentMatter {
  readonly notice: Notice;
  readonly item: NoticeItem;
}

/** How one matter stands, and how it came to be so. */
export interface KnownMatter<Known extends MatterRecord> {
  readonly id: string;
  readonly state: Exclude<MatterState['state'], 'open'>;
  /** Since when: UTC, by the person's clock. */
  readonly since: string;
  /** What made it so. */
  readonly step: MatterStep<Known>;
  /** All that happened to it, the newest first. */
  readonly steps: readonly MatterStep<Known>[];
  /** As the present policy asks it; undefined where it does not, or where the policy is not known. */
  readonly now?: PresentMatter | undefined;
  /** The last day of a consent that ended by its period: `YYYY-MM-DD`, in Korea. */
  readonly endedOn?: string | undefined;
}

function itemOf(notice: Notice | undefined, id: string): NoticeItem | undefined {
  return notice?.items.find((item) => item.id === id && item.kind !== 'information');
}

/** The matter on the surface where it was decided, else on any other. */
function presentOf(
  id: string,
  surface: string | undefined,
  today: readonly Notice[] = [],
): PresentMatter | undefined {
  const places = today.flatMap((notice) => {
    const item = itemOf(notice, id);
    return item === undefined ? [] : [{ notice, item }];
  });
  return places.find(({ notice }) => notice.surface === surface) ?? places[0];
}

function stepsOf<Known extends MatterRecord>(
  id: string,
  { records, notices }: MatterSources<Known>,
): readonly MatterStep<Known>[] {
  return records
    .flatMap((record): MatterStep<Known>[] => {
      const decided = record.receipt.items.find((item) => item.id === id);
      if (decided === undefined) return [];
      const notice = notices.get(record.receipt.notice.sha256);
      const { state, by } = decided;
      return [{ record, state, by, notice, item: itemOf(notice, id) }];
    })
    .reverse();
}

/**
 * The answer by which a person refused what a matter has become. `refused` never withdraws, but a
 * consent that no longer covers the matter does not stand against it either.
 */
function refusedAnew<Known extends MatterRecord>({
  steps,
  step,
  now,
}: KnownMatter<Known>): MatterStep<Known> | undefined {
  if (now === undefined) return undefined;
  const shown = { item: now.item, locale: now.notice.locale };
  const newer = steps.slice(0, steps.indexOf(step));
  return newer.find(({ state, by, item, record }) => {
    const isAnswer = state === 'refused' && by !== 'unticked' && by !== 'parent';
    if (!isAnswer || item === undefined) return false;
    return !isStale({ item, locale: record.receipt.notice.locale }, shown);
  });
}

/** How a matter stands by its receipts, before what was refused anew. */
function standingOf<Known extends MatterRecord>(
  id: string,
  steps: readonly MatterStep<Known>[],
  { policy, asOf, notices, today }: MatterSources<Known>,
): KnownMatter<Known> | undefined {
  const now = presentOf(id, steps[0]?.record.receipt.notice.surface, today);
  const shown = now && { item: now.item, locale: now.notice.locale };
  const { state, receipt, since, endedOn } = presentState(
    steps.map(({ record }) => record.receipt),
    { policy, id, asOf, ...(shown && { now: shown }) },
    notices,
  );
  const step = steps.find(({ record }) => record.receipt === receipt);
  if (state === 'open' || step === undefined || since === undefined) return undefined;
  return { id, state, since, step, steps, now, endedOn };
}

function matterOf<Known extends MatterRecord>(
  id: string,
  sources: MatterSources<Known>,
): KnownMatter<Known> | undefined {
  const matter = standingOf(id, stepsOf(id, sources), sources);
  if (matter === undefined || !(matter.state === 'stale' || matter.endedOn)) return matter;
  const refusal = refusedAnew(matter);
  if (refusal === undefined) return matter;
  const { steps, now } = matter;
  return { id, state: 'refused', since: refusal.record.receipt.at, step: refusal, steps, now };
}

/** Ids in the order in which a person meets them: as it is asked today, then as it was asked last. */
function idsInOrder<Known extends MatterRecord>({
  records,
  notices,
  today = [],
}: MatterSources<Known>): readonly string[] {
  const newestFirst = [...records].reverse();
  const stored = newestFirst.flatMap(({ receipt }) => notices.get(receipt.notice.sha256) ?? []);
  const decided = new Set(
    newestFirst.flatMap(({ receipt }) => receipt.items.map((item) => item.id)),
  );
  const all = [...today, ...new Set(stored)].flatMap(({ items }) => items.map(({ id }) => id));
  return [...new Set([...all.filter((id) => decided.has(id)), ...decided])];
}

/**
 * Receipts in the order in which they were made: within a chain by their number, since two of one
 * moment have no order by time, and a clock may have been set.
 */
function inChainOrder<Known extends MatterRecord>(records: readonly Known[]): readonly Known[] {
  const chains = new Map<string, Known[]>();
  for (const record of records) {
    const { chain } = record.receipt;
    const own = chains.get(chain);
    if (own) own.push(record);
    else chains.set(chain, [record]);
  }
  for (const own of chains.values()) own.sort((a, b) => a.receipt.seq - b.receipt.seq);
  return records.map((record) => chains.get(record.receipt.chain)?.shift() ?? record);
}

/**
 * Every matter that a person has decided, how it stands, and how it came to be so (requirement
 * WDR-04; PIPA 35).
 */
export function listMatters<Known extends MatterRecord>(
  sources: MatterSources<Known>,
): readonly KnownMatter<Known>[] {
  const own = sources.records.filter(({ receipt }) => receipt.notice.policy === sources.policy);
  const narrowed = { ...sources, records: inChainOrder(own) };
  return idsInOrder(narrowed).flatMap((id) => matterOf(id, narrowed) ?? []);
}

/** Whether consent was given and has not been taken back, also where its facts have changed since. */
export function isStanding({ state }: { readonly state: string }): boolean {
  return state === 'given' || state === 'stale';
}

/** A matter as far as others hang on it. */
type Linked = Pick<KnownMatter<MatterRecord>, 'id' | 'state' | 'step' | 'now'>;

const partsOf = ({ step, now }: Linked): NoticeItem | undefined => step.item ?? now?.item;

/** Whether a matter can stand where these others do (DESIGN 5: parents). */
function isHeld(item: NoticeItem | undefined, standing: readonly string[]): boolean {
  const { dependsOn = [], dependsOnAny = [] } = item ?? {};
  return (
    dependsOn.every((id) => standing.includes(id)) &&
    (dependsOnAny.length === 0 || dependsOnAny.some((id) => standing.includes(id)))
  );
}

/**
 * What falls with matters that are taken back, since it hangs on them: the channels of advertising on
 * the use for promotion, advertising at night on its channels.
 *
 * @returns matters that are given, without the ones that are taken back themselves.
 */
export function dependantsOf<Known extends Linked>(
  ids: readonly string[],
  matters: readonly Known[],
): readonly Known[] {
  const given = matters.filter(isStanding);
  // What was never held by what it names does not fall with it.
  const before = given.map(({ id }) => id);
  const held = given.filter((matter) => isHeld(partsOf(matter), before));
  const fallen = new Set(ids);
  for (let size = -1; size !== fallen.size;) {
    size = fallen.size;
    const left = before.filter((id) => !fallen.has(id));
    for (const matter of held) if (!isHeld(partsOf(matter), left)) fallen.add(matter.id);
  }
  return held.filter(({ id }) => fallen.has(id) && !ids.includes(id));
}

/** What has to be given before a matter can be: ids of its parents that are not. */
export interface Missing {
  /** Every one of these. */
  readonly all: readonly string[];
  /** One of these. */
  readonly any: readonly string[];
}

/** What stands in the way of giving a matter. */
export function missingParents(item: NoticeItem, matters: readonly Linked[]): Missing {
  const standing = matters.filter(({ state }) => state === 'given').map(({ id }) => id);
  const { dependsOn = [], dependsOnAny = [] } = item;
  return {
    all: dependsOn.filter((id) => !standing.includes(id)),
    any: dependsOnAny.some((id) => standing.includes(id)) ? [] : dependsOnAny,
  };
}
