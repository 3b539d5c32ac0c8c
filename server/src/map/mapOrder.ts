import type { CareerMap, MapFamily } from './careerMap.ts';

/** Rounds of drawing families to those that they are linked with; more change nothing that one sees. */
const ROUNDS = 8;

/**
 * The families from left to right: by department and grade first, then each is drawn to the middle of those that it is linked
 * with, so that lines stay short. Families without a link come last.
 */
export function familiesInOrder({ families, edges }: CareerMap): MapFamily[] {
  const isLinked = ({ uri }: MapFamily): boolean => edges.some(({ from, to }) => from === uri || to === uri);
  const sorted = families.toSorted(
    (a, b) =>
      compare(a.department ?? '', b.department ?? '') ||
      lowest(a) - lowest(b) ||
      compare(a.title, b.title) ||
      compare(a.uri, b.uri),
  );
  let order = sorted.filter(isLinked);
  const linked = new Map<string, string[]>(families.map(family => [family.uri, []]));
  for (const { from, to } of edges) {
    linked.get(from)!.push(to);
    linked.get(to)!.push(from);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const places = new Map(order.map((family, index) => [family.uri, index] as const));
    const wanted = new Map(
      order.map(family => {
        const own = places.get(family.uri)!;
        const others = linked.get(family.uri)!.map(uri => places.get(uri)!);
        return [family.uri, others.reduce((sum, place) => sum + place, own) / (others.length + 1)] as const;
      }),
    );
    order = order.toSorted((a, b) => wanted.get(a.uri)! - wanted.get(b.uri)!);
  }
  return [...order, ...sorted.filter(family => !isLinked(family))];
}

function lowest(family: MapFamily): number {
  return Math.min(...family.levels.map(level => level.grade ?? 0));
}

/** By code units, so that the order is the same wherever it is made. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
