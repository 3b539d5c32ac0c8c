import { type HeadingNode, type HeadingTree, isSectionOf, isUnder } from './headingTree.ts';
import type { Level } from './jobFamily.ts';

/**
 * The levels below the parent heading of a section: what it can apply to. The whole page's if it has no parent, or if its parent
 * is the page's first heading and has no levels below itself.
 */
export function levelsBelow(node: HeadingNode, levels: readonly Level[], tree: HeadingTree): readonly Level[] {
  let group = node.parent;
  // A section within another applies where that one does.
  while (group?.section && !isSectionOf(group, ['levels'])) group = group.parent;
  if (!group) return levels;
  const below = levels.filter(level => level.node !== undefined && isUnder(level.node, group));
  return below.length === 0 && group === tree.nodes[0] ? levels : below;
}
