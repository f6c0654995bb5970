import { canonicalJson } from './canonical-json.js';
import { createNotice } from './create-notice.js';
import { deriveSurface } from './derive-surface.js';
import { GUIDE_CHAPTERS, type GuideChapterName } from './guide-rows.js';
import type { PolicyDocument } from './policy-document.js';
import { policyEntries, type PolicyEntry } from './policy-entries.js';
import { isStale, type ShownItem } from './staleness.js';

/** One fact of an entry that is not the same in both versions. */
export interface FactChange {
  /** Its path within the entry: `retention`, `recipient.name`, `uses["배송"].data`. */
  readonly field: string;
  /** All of it before and after. */
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
  /** What the later version no longer has. */
  readonly removed: readonly unknown[];
  /** What only the later version has. */
  readonly added: readonly unknown[];
}

/**
 * Whether a person is asked: `again` after a change, `first` for a new matter, `ended` where it is
 * no longer asked, `same` where what was agreed to still holds (requirement CON-17).
 */
export type Asked = 'again' | 'first' | 'ended' | 'same';

/** An entry that is not the same in both versions. `reworded`: its facts are, its wording is not. */
export interface EntryChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'reworded';
  readonly part: string;
  readonly chapter: GuideChapterName;
  /** `''` where the entry has no name of its own. */
  readonly title: string;
  readonly facts: readonly FactChange[];
  /** Absent where no consent is asked for it in either version. */
  readonly asked?: Asked;
}

/** Fields that explain and are no fact that a consent rests on. */
const WORDING =
  /^(title|detail|detailTitle|printedUnder|question|summary|childText|description|means)$/;

/** What one list has and the other has not, each as often as it is there. */
function without(list: readonly unknown[], other: readonly unknown[]): unknown[] {
  const left = other.map(canonicalJson);
  return list.filter((value) => {
    const at = left.indexOf(canonicalJson(value));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function changedFacts(before?: PolicyEntry, after?: PolicyEntry): FactChange[] {
  const names = new Set([...(before?.fields.keys() ?? []), ...(after?.fields.keys() ?? [])]);
  return [...names].flatMap((field) => {
    const was = before?.fields.get(field) ?? [];
    const is = after?.fields.get(field) ?? [];
    const change = { removed: without(was, is), added: without(is, was) };
    if (change.removed.length + change.added.length === 0) return [];
    return [{ field, before: was, after: is, ...change }];
  });
}

/** What each surface of a document asks for, by id. What is only shown is not among it. */
function askedItems(document: PolicyDocument): Map<string, ShownItem> {
  const { locale, surfaces } = document;
  const notices = Object.keys(surfaces).map(
    (name) => createNotice(document, deriveSurface(document, name)).notice,
  );
  return new Map(
    notices.flatMap(({ items }) =>
      items
        .filter(({ kind }) => kind !== 'information')
        .map((item): [string, ShownItem] => [item.id, { item, locale }]),
    ),
  );
}

/** How the asking for a matter stands; `undefined` where neither version asks. */
function askedOf(before?: ShownItem, after?: ShownItem): Asked | undefined {
  if (before === undefined) return after === undefined ? undefined : 'first';
  if (after === undefined) return 'ended';
  return isStale(before, after) ? 'again' : 'same';
}

/** Of several matters of one entry, what concerns a person most. */
const WEIGHT: readonly Asked[] = ['again', 'first', 'ended', 'same'];

/** The same entry in both versions. */
interface Pair {
  /** As the later version has it, where it does. */
  readonly entry: PolicyEntry;
  readonly before?: PolicyEntry;
  readonly after?: PolicyEntry;
}

/** What the earlier and the later version ask for. */
type Asks = readonly [ReadonlyMap<string, ShownItem>, ReadonlyMap<string, ShownItem>];

function mostAsked({ before, after }: Pair, [then, now]: Asks): Asked | undefined {
  const matters = new Set([...(before?.matters ?? []), ...(after?.matters ?? [])]);
  const states = [...matters].map((id) => askedOf(then.get(id), now.get(id)));
  return WEIGHT.find((each) => states.includes(each));
}

function kindOf({ before, after }: Pair, facts: readonly FactChange[]): EntryChange['kind'] {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  const isWording = facts.length > 0 && facts.every(({ field }) => WORDING.test(field));
  return isWording ? 'reworded' : 'changed';
}

function changeOf(pair: Pair, asks: Asks): EntryChange[] {
  const facts = changedFacts(pair.before, pair.after);
  const asked = mostAsked(pair, asks);
  const isInBoth = pair.before !== undefined && pair.after !== undefined;
  // A revision alone asks again too: then the entry is told, with no fact to show.
  if (isInBoth && facts.length === 0 && asked !== 'again') return [];
  const { part, chapter, title } = pair.entry;
  return [{ kind: kindOf(pair, facts), part, chapter, title, facts, ...(asked && { asked }) }];
}

const orderOf = ({ chapter }: EntryChange): number => Object.keys(GUIDE_CHAPTERS).indexOf(chapter);

/**
 * What two versions of a policy do not have in common, in facts: what was added, removed and
 * changed, entry by entry in the order of the guide, and whether consent is asked again
 * (requirements POL-08, CON-17; 표준지침 21). Order alone is no change, nor is anything about the
 * version itself. Both documents should be in one language: another wording is another fact here.
 */
export function comparePolicies(before: PolicyDocument, after: PolicyDocument): EntryChange[] {
  const entries = new Map<string, Pair>();
  for (const entry of policyEntries(before)) entries.set(entry.key, { entry, before: entry });
  for (const entry of policyEntries(after))
    entries.set(entry.key, { ...entries.get(entry.key), entry, after: entry });
  const asks: Asks = [askedItems(before), askedItems(after)];
  const changes = [...entries.values()].flatMap((pair) => changeOf(pair, asks));
  return changes.sort((one, other) => orderOf(one) - orderOf(other));
}
