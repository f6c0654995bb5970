import type { SurfaceItem } from './surface.js';

const RANKS: Partial<Record<SurfaceItem['kind'], number>> = {
  age: 0,
  terms: 1,
  information: 2,
  'marketing-use': 5,
  advertising: 5,
  'advertising-night': 5,
};

const OPTIONAL = 4;
const PROMOTION = 5;

/** Age, terms, information, then the other required items; the optional ones; promotion. */
function ownRank({ kind, required }: SurfaceItem): number {
  const rank = RANKS[kind] ?? 3;
  return required || kind === 'information' ? rank : Math.max(rank, OPTIONAL);
}

const parentsOf = ({ dependsOn = [], dependsOnAny = [] }: SurfaceItem): readonly string[] => [
  ...dependsOn,
  ...dependsOnAny,
];

/** A child stands in no earlier rank than its parents: what hangs on a choice is part of it. */
function ranksOf(items: readonly SurfaceItem[]): (item: SurfaceItem) => number {
  const ranks = new Map(items.map((item) => [item.id, ownRank(item)]));
  const rank = (id: string): number => ranks.get(id) ?? 0;
  // Ranks only rise and end at 5, so this ends also where dependencies run in a circle.
  for (let settled = false; !settled;) {
    settled = true;
    for (const item of items) {
      const highest = Math.max(rank(item.id), ...parentsOf(item).map(rank));
      if (highest > rank(item.id)) {
        ranks.set(item.id, highest);
        settled = false;
      }
    }
  }
  return ({ id }) => rank(id);
}

/** The item in its place: with its group, and with those dependencies that hold on this surface. */
function place(item: SurfaceItem, rank: number, placed: readonly SurfaceItem[]): SurfaceItem {
  const { dependsOn, dependsOnAny, ...rest } = item;
  const asked = (ids: readonly string[] = []): string[] =>
    ids.filter((id) => placed.some((other) => other.id === id && other.kind !== 'information'));
  const all = asked(dependsOn);
  const any = asked(dependsOnAny);
  return {
    ...rest,
    ...(all.length > 0 && { dependsOn: all }),
    ...(any.length > 0 && { dependsOnAny: any }),
    group: rank < OPTIONAL ? 'required' : rank < PROMOTION ? 'optional' : 'promotion',
  };
}

/**
 * Legal order (requirements CTL-10, CTL-13): required before optional before promotion, parents
 * before their children, and else as the surface names them. Sets the items' groups by the way, and
 * keeps of their dependencies those on items of this surface that a person can give. Where
 * dependencies run in a circle, the first item of it loses those that it cannot have.
 */
export function inLegalOrder(items: readonly SurfaceItem[]): SurfaceItem[] {
  const rankOf = ranksOf(items);
  const open = [...items].sort((one, other) => rankOf(one) - rankOf(other));
  const placed: SurfaceItem[] = [];
  while (open.length > 0) {
    const isOpen = (id: string): boolean => open.some((item) => item.id === id);
    const next = open.findIndex((item) => !parentsOf(item).some(isOpen));
    for (const item of open.splice(Math.max(next, 0), 1)) {
      placed.push(place(item, rankOf(item), placed));
    }
  }
  return placed;
}
