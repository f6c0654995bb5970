import type { Day } from '../model/formats.js';

/**
 * What a way does. `refuse` keeps new cookies out, `delete` removes those that are there, `limit`
 * only shortens how long they stay. Three things with three texts (requirement CKI-07).
 */
export type WayKind = 'refuse' | 'delete' | 'limit';

/** Languages in which the menus' words are written down. */
export type GuideLang = 'ko' | 'en' | 'ja';

/**
 * How sure the words of a language are. `official`: read in the regulator's own guide. `vendor`:
 * read in the maker's help or texts. `third-party`: read elsewhere. `memory`: written down from
 * memory or from the menus' usual translation, and not checked on a device.
 */
export type Sureness = 'official' | 'vendor' | 'third-party' | 'memory';

/** Where a way was read; docs/cookie-steps.md names it in full. */
export type GuideSource = 'pipc-2026-04' | 'firefox-texts' | 'firefox-help' | 'none';

/** What the way was written for: from one version on, or as of a month. */
export interface CheckedVersion {
  /** In the maker's spelling, equal in all languages: `iOS`. */
  readonly product: string;
  /** The first version that has these menus: `18`. */
  readonly from?: string;
  /** ISO 8601 month that the source describes: `2026-04`. */
  readonly asOf?: string;
}

/** One way to refuse, delete or limit; its steps stand in `locales/<lang>/cookie-steps.ts`. */
export interface Way<Id extends string = string> {
  readonly id: Id;
  readonly kind: WayKind;
  /** Which cookies a refusal keeps out: those of other companies, those of trackers, all. */
  readonly scope?: 'third-party' | 'tracking' | 'all';
  readonly version: CheckedVersion;
  /** The day on which source and wording were last held against each other (requirement CKI-08). */
  readonly checkedOn: Day;
  readonly source: GuideSource;
  readonly sureness: Readonly<Record<GuideLang, Sureness>>;
  /** An address that a link can't open, to be pasted into the address bar. */
  readonly settings?: string;
}

/** The ways of one browser on one platform, or of one device's advertising identifier. */
export interface Guide<Id extends string = string, WayId extends string = string> {
  readonly id: Id;
  readonly ways: readonly Way<WayId>[];
}

/** A day as its parts. */
function partsOf(day: Day): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}

/**
 * Whether a day lies more than 12 months back: then a menu may have moved (requirement CKI-08).
 *
 * @param now the reader's clock; its local calendar counts.
 */
export function isOld(checkedOn: Day, now: Date): boolean {
  const [year, month, date] = partsOf(checkedOn);
  // The same date a year later is the last good day; February 29 ends with March 1.
  return (
    new Date(now.getFullYear(), now.getMonth(), now.getDate()) > new Date(year + 1, month - 1, date)
  );
}
