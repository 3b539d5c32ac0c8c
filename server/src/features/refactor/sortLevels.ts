import * as l10n from '@vscode/l10n';
import { isSectionOf } from '../../model/headingTree.ts';
import { gradeOf, type JobFamily, type Level, spanOfLevel } from '../../model/jobFamily.ts';
import { sameRole } from '../../model/levelName.ts';
import { type Span, textOf, trimSpan } from '../../text/span.ts';
import type { Refactoring } from './refactoring.ts';

/**
 * Puts levels in the order of their grades. Levels of one role and track change places among themselves, so that a page keeps
 * its custom of which track, or which role, comes first. Levels without a grade stay where they are.
 */
export const sortLevels: Refactoring = {
  kind: 'refactor.rewrite.jobFamily.sortLevels',
  leaves: 'same',
  offer({ heading, family, page }) {
    if (!heading || !(isSectionOf(heading, ['levels']) || family.levels.some(level => level.node === heading))) return undefined;
    const moves = groupsOf(family).flatMap(movesOf);
    if (moves.length === 0) return undefined;
    const blocks = blocksOf(family);
    if (!blocks) return undefined;
    return {
      title: l10n.t`Sort the levels by grade`,
      edits: () => moves.map(({ from, to }) => ({ span: blocks.get(to)!, newText: textOf(page.text, blocks.get(from)!) })),
    };
  },
};

/** The levels that may change places: beside each other in the page's structure, of one track, of one role. */
function groupsOf(family: JobFamily): Level[][] {
  const groups: Level[][] = [];
  for (const level of family.levels) {
    if (!level.node || !gradeOf(level)) continue;
    const group = groups.find(
      ([first]) => isBeside(first!, level) && first!.track === level.track && sameRole(first!.name, level.name),
    );
    if (group) group.push(level);
    else groups.push([level]);
  }
  return groups;
}

function isBeside(a: Level, b: Level): boolean {
  return a.node!.parent === b.node!.parent && a.node!.heading.level === b.node!.heading.level;
}

function movesOf(group: readonly Level[]): { readonly from: Level; readonly to: Level }[] {
  const sorted = group.toSorted((a, b) => gradeOf(a)!.grade - gradeOf(b)!.grade);
  return sorted.flatMap((from, place) => (from === group[place] ? [] : [{ from, to: group[place]! }]));
}

/** What is each level's, without the blank lines behind it; undefined where levels lie within each other and none can be taken out. */
export function blocksOf(family: JobFamily): ReadonlyMap<Level, Span> | undefined {
  const levels = family.levels.filter(level => level.node);
  const blocks = new Map(levels.map(level => [level, trimSpan(family.page.text, spanOfLevel(family, level))] as const));
  const apart = levels.every((level, at) => at === 0 || blocks.get(levels[at - 1]!)!.end <= blocks.get(level)!.start);
  return apart ? blocks : undefined;
}
