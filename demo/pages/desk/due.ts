import type { DueKind } from '../../../src/model/due-rules.js';
import type { DueItem } from '../../../src/receiver/receipt-store.js';
import { ask } from './ask.js';

/** What falls due on one day, of one kind. */
export interface DueGroup {
  readonly kind: DueKind;
  /** `YYYY-MM-DD`, of Korea. */
  readonly day: string;
  /** Days from today; below zero when it is over. */
  readonly left: number;
  readonly requirement: string;
  readonly items: readonly DueItem[];
  /** How many persons it is about. */
  readonly people: number;
}

/** All that is due. */
export interface DueList {
  readonly items: readonly DueItem[];
  /** True when there is more than was read. */
  readonly isCut: boolean;
}

interface DueAnswer {
  readonly items: readonly DueItem[];
  readonly next?: string;
}

const PAGE_SIZE = 500;
const MOST_PAGES = 10;
const DAY_MS = 86_400_000;

/** Reads what the operator owes in the next sixty days, and what is over. */
export async function readDue(): Promise<DueList> {
  const items: DueItem[] = [];
  let after = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = `limit=${PAGE_SIZE}&after=${after}`;
    const answer = await ask<DueAnswer>(`/desk/due?${query}`);
    items.push(...answer.items);
    if (answer.next === undefined) return { items, isCut: false };
    after = answer.next;
  }
  return { items, isCut: true };
}

/** Tells the receiver that something is done: it goes from the list. */
export async function settle({ receipt, kind }: DueItem): Promise<void> {
  await ask(`/desk/due/${receipt}/${kind}`, 'PUT');
}

/**
 * Puts what is due together by day and kind, in the order of the days.
 *
 * @param today `YYYY-MM-DD`, of Korea.
 */
export function groupDue(items: readonly DueItem[], today: string): readonly DueGroup[] {
  const groups = new Map<string, DueItem[]>();
  for (const item of items) {
    const key = `${item.due} ${item.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group;
      if (first === undefined) return [];
      const { kind, due: day, requirement } = first;
      const left = Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
      const people = new Set(group.map(({ account, subject }) => account ?? subject)).size;
      return [{ kind, day, left, requirement, items: group, people }];
    });
}
