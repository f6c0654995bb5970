import { type Sparse, plainCopy } from './plain-copy.js';
import type { SurfaceItem } from './surface.js';

type Item = Sparse<SurfaceItem>;

/** Kinds that have a rank of their own. The gap is for the other required items, and optional ones. */
const RANKS = 'age,terms,information,,,marketing-use,advertising,advertising-night'.split(',');
const REQUIRED = 3;
const OPTIONAL = 4;

function ownRank({ kind, required }: Item): number {
  const rank = RANKS.indexOf(kind);
  if (rank > OPTIONAL || kind === 'information') return rank;
  if (!required) return OPTIONAL;
  return rank < 0 ? REQUIRED : rank;
}

const parentsOf = ({ dependsOn = [], dependsOnAny = [] }: Item): readonly string[] => [
  ...dependsOn,
  ...dependsOnAny,
];

/**
 * Legal order (requirements CTL-10, CTL-13): required before optional before promotion, parents
 * before their children, and else as the surface names them. A child stands in no earlier group
 * than its parents, for what hangs on a choice is part of it. Where dependencies run in a circle,
 * which the parser does not let in, one item of it loses those that it cannot have.
 *
 * Sets the items' groups by the way, and keeps of their dependencies those on items of this surface
 * that a person can give. Information comes without dependencies.
 */
export function inLegalOrder(items: readonly Item[]): SurfaceItem[] {
  const ranks = new Map<string, number>();
  const rankOf = (item: Item): number =>
    Math.max(ownRank(item), ...parentsOf(item).map((id) => ranks.get(id) ?? 0));
  const asked = (ids?: readonly string[]): readonly string[] | undefined => {
    const kept = ids?.filter((id) => ranks.has(id));
    return kept?.length ? kept : undefined;
  };
  const placed: SurfaceItem[] = [];
  for (let open = items; open.length > 0;) {
    const free = open.filter(
      (item) => !parentsOf(item).some((id) => open.some((other) => other.id === id)),
    );
    // The lowest rank comes first; no item that is set free later can have a lower one.
    const item = (free.length > 0 ? free : open).reduce((best, each) =>
      rankOf(each) < rankOf(best) ? each : best,
    );
    const rank = rankOf(item);
    placed.push(
      plainCopy<SurfaceItem>({
        ...item,
        group: rank < OPTIONAL ? 'required' : rank > OPTIONAL ? 'promotion' : 'optional',
        dependsOn: asked(item.dependsOn),
        dependsOnAny: asked(item.dependsOnAny),
      }),
    );
    if (item.kind !== 'information') ranks.set(item.id, rank);
    open = open.filter((other) => other !== item);
  }
  return placed;
}
