import type { HeadingNode } from '../model/headingTree.ts';
import type { JobFamily, Level } from '../model/jobFamily.ts';

/** The levels of a family by their heading; the page level has none and is left out. */
export function levelNodes(family: JobFamily): ReadonlyMap<HeadingNode, Level> {
  return new Map(family.levels.flatMap(level => (level.node ? [[level.node, level] as const] : [])));
}
