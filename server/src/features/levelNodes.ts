import * as l10n from '@vscode/l10n';
import type { HeadingNode } from '../model/headingTree.ts';
import { gradeOf, type JobFamily, type Level } from '../model/jobFamily.ts';

/** The levels of a family by their heading; the page level has none and is left out. */
export function levelNodes(family: JobFamily): ReadonlyMap<HeadingNode, Level> {
  return new Map(family.levels.flatMap(level => (level.node ? [[level.node, level] as const] : [])));
}

/** A level's grade in two or three words. */
export function gradeLabel(level: Level): string {
  const grade = gradeOf(level)?.grade;
  if (grade !== undefined) return l10n.t`grade ${grade}`;
  return level.gradeResource ? l10n.t`grade kept elsewhere` : l10n.t`no grade`;
}
