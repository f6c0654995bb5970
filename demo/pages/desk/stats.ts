import type { Notice, NoticeItem } from '../../../src/model/notice.js';
import type { ItemCount, Stats } from '../../../src/receiver/receipt-store.js';

/** One notice as it was counted. */
export type NoticeCount = Stats['notices'][number];

/** What was asked on one surface of one version, in whatever language. */
export interface Asked {
  readonly policy: string;
  readonly surface: string;
  readonly version: string;
  readonly receipts: number;
  /** Hashes of its notices, one a language, Korean first. */
  readonly notices: readonly string[];
  readonly items: readonly ItemCount[];
}

/** How one item was answered. Shares are of all who were asked, in percent. */
export interface ItemBar {
  readonly id: string;
  /** Consents that stand; `withdrawn` are those of them that do not any more. */
  readonly standing: number;
  readonly refused: number;
  readonly withdrawn: number;
  readonly asked: number;
  /** Share of those who agreed, whatever they did later. */
  readonly given: number;
}

function addCounts(one: readonly ItemCount[], other: readonly ItemCount[]): readonly ItemCount[] {
  const ids = [...new Set([...one, ...other].map(({ id }) => id))];
  return ids.map((id) => {
    const both = [...one, ...other].filter((item) => item.id === id);
    const sum = (name: 'given' | 'refused' | 'withdrawn'): number =>
      both.reduce((total, item) => total + item[name], 0);
    return { id, given: sum('given'), refused: sum('refused'), withdrawn: sum('withdrawn') };
  });
}

/** Puts the languages of one surface and version together: ids mean the same in all of them. */
export function askedOf(notices: readonly NoticeCount[]): readonly Asked[] {
  const byKey = new Map<string, Asked>();
  const korean = ({ locale }: NoticeCount): number => (locale.startsWith('ko') ? 0 : 1);
  for (const each of [...notices].sort((one, other) => korean(one) - korean(other))) {
    const { policy, surface, version, receipts, notice, items } = each;
    const key = keyOf(each);
    const before = byKey.get(key);
    byKey.set(key, {
      ...{ policy, surface, version },
      receipts: receipts + (before?.receipts ?? 0),
      notices: [...(before?.notices ?? []), notice],
      items: addCounts(before?.items ?? [], items),
    });
  }
  return [...byKey.values()].sort((one, other) => other.receipts - one.receipts);
}

/** By what an `Asked` is chosen. */
export function keyOf({
  policy,
  surface,
  version,
}: Pick<Asked, 'policy' | 'surface' | 'version'>): string {
  return [policy, surface, version].join(' ');
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100);

/** What the bars of a surface are drawn from. What nobody was asked has none. */
export function itemBars({ items }: Asked): readonly ItemBar[] {
  return items
    .filter(({ given, refused }) => given + refused > 0)
    .map(({ id, given, refused, withdrawn }) => {
      const asked = given + refused;
      // A withdrawal can be on record whose giving is not.
      const gone = Math.min(withdrawn, given);
      return {
        id,
        refused,
        withdrawn: gone,
        asked,
        standing: given - gone,
        given: percent(given, asked),
      };
    });
}

/** A part of a bar, in percent of its length. */
export interface Segment {
  readonly name: 'given' | 'refused' | 'gone';
  readonly x: number;
  readonly width: number;
}

/** Room between two parts of a bar, in percent. */
const GAP = 0.5;

/** Where the parts of a bar stand. What is not there takes no room. */
export function segmentsOf({ standing, refused, withdrawn, asked }: ItemBar): readonly Segment[] {
  const parts = [
    { name: 'given', count: standing },
    { name: 'refused', count: refused },
    { name: 'gone', count: withdrawn },
  ] as const;
  const there = parts.filter(({ count }) => count > 0);
  const room = 100 - GAP * Math.max(0, there.length - 1);
  let x = 0;
  return there.map(({ name, count }) => {
    const width = (room * count) / asked;
    const segment = { name, x, width };
    x += width + GAP;
    return segment;
  });
}

/** Shares of one item in all versions of a surface. */
export interface RateRow {
  readonly id: string;
  /** By version; undefined where it was not asked. */
  readonly rates: readonly (ItemBar | undefined)[];
}

export interface Rates {
  readonly versions: readonly string[];
  readonly rows: readonly RateRow[];
}

/** How the share of those who agree went from version to version of one surface. */
export function ratesOf(all: readonly Asked[], { policy, surface }: Asked): Rates {
  const versions = all
    .filter((each) => each.policy === policy && each.surface === surface)
    .sort((one, other) => one.version.localeCompare(other.version, 'en', { numeric: true }));
  const bars = versions.map(itemBars);
  const ids = [...new Set(bars.flat().map(({ id }) => id))];
  return {
    versions: versions.map(({ version }) => version),
    rows: ids.map((id) => ({
      id,
      rates: bars.map((each) => each.find((bar) => bar.id === id)),
    })),
  };
}

/** One day of the course: its bars in px from the top of a chart of a height. */
export interface DayBar {
  readonly day: string;
  readonly decisions: number;
  readonly withdrawals: number;
}

/** The day with most receipts; undefined while there are none. */
export function busiestOf(days: readonly DayBar[]): DayBar | undefined {
  const total = ({ decisions, withdrawals }: DayBar): number => decisions + withdrawals;
  const best = days.reduce<DayBar | undefined>(
    (most, each) => (most && total(most) >= total(each) ? most : each),
    undefined,
  );
  return best && total(best) > 0 ? best : undefined;
}

/** What an item is called, and whether it had to be given, as its notice has it. */
export function itemIn(
  notices: readonly (Notice | undefined)[],
  id: string,
): { readonly item: NoticeItem; readonly locale: string } | undefined {
  for (const notice of notices) {
    const item = notice?.items.find((each) => each.id === id);
    if (notice !== undefined && item !== undefined) return { item, locale: notice.locale };
  }
  return undefined;
}
