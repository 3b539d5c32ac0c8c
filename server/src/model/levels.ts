import type { Profile } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { findGradeResource, type GradeResource } from './gradeResource.ts';
import { findGradeStatements, type GradeStatement } from './gradeStatement.ts';
import {
  type HeadingNode,
  type HeadingTree,
  isSectionOf,
  nearestPlainAncestor,
  plainSiblingBefore,
  standsUnder,
} from './headingTree.ts';
import type { GradeRow } from './jobFamily.ts';
import { findLevel, readLevelName, wordsOf } from './levelName.ts';

/** What a level says of its grade. */
interface FoundGrade {
  readonly grade: GradeStatement | undefined;
  readonly gradeResource: GradeResource | undefined;
}

/** A heading that is a level, or the page itself (`node` undefined), with the grade it states. */
export interface FoundLevel extends FoundGrade {
  readonly node: HeadingNode | undefined;
}

const NO_GRADE: FoundGrade = { grade: undefined, gradeResource: undefined };

/**
 * The levels of a page in page order, the page level first. A heading is a level when it has a Job Grade of its own, when it
 * stands right under Levels with responsibilities or requirements and a seniority word or the role's name, or when a row of
 * the page's grade table leads to it. Structure decides, not meaning.
 */
export function findLevelHeadings(
  page: PageSyntax,
  tree: HeadingTree,
  rows: readonly GradeRow[],
  roleNames: readonly string[],
  profile: Profile,
): FoundLevel[] {
  const grades = new Map<HeadingNode, FoundGrade>();
  const eligible = (node: HeadingNode): boolean => node.section === undefined && !standsUnder(node, profile.noLevelsUnder);
  const homeless: { node: HeadingNode; found: FoundGrade }[] = [];

  for (const node of tree.nodes) {
    if (isSectionOf(node, ['job-grade'])) {
      const found = findGrade(page, node, profile, false);
      if (standsUnder(node, profile.noLevelsUnder)) continue;
      const owner = nearestPlainAncestor(node);
      if (!saysGrade(found)) {
        if (owner && eligible(owner) && isUnfilled(node) && !grades.has(owner)) grades.set(owner, NO_GRADE);
      } else if (owner === undefined) homeless.push({ node, found });
      else if (eligible(owner) && !saysGrade(grades.get(owner))) grades.set(owner, found);
    } else if (eligible(node)) {
      const found = findGrade(page, node, profile, true);
      const level = repeatsItsParent(node, profile) ? node.parent! : node;
      if (saysGrade(found) && !saysGrade(grades.get(level))) grades.set(level, found);
    }
  }
  for (const node of tree.nodes) {
    if (eligible(node) && !grades.has(node) && (isNamedUnderLevels(node, roleNames, profile) || isRowTarget(node, rows)))
      grades.set(node, NO_GRADE);
  }

  const pageGrade = settleHomeless(homeless, grades, tree, profile);
  const levels: FoundLevel[] = tree.nodes.filter(node => grades.has(node)).map(node => ({ node, ...grades.get(node)! }));
  return pageGrade ? [{ node: undefined, ...pageGrade }, ...levels] : levels;
}

/** What a heading's own words say of a grade. `strict`: only whole sentences, for headings that are no Job Grade. */
function findGrade(page: PageSyntax, node: HeadingNode, profile: Profile, strict: boolean): FoundGrade {
  const [grade] = findGradeStatements(page, node.blocks, profile, strict);
  return { grade, gradeResource: grade ? undefined : findGradeResource(page, node.blocks, profile) };
}

function saysGrade(found: FoundGrade | undefined): boolean {
  return (found?.grade ?? found?.gradeResource) !== undefined;
}

/** A Job Grade right under its level that nobody has written yet; one with a table, or with headings below it, is something else. */
function isUnfilled(node: HeadingNode): boolean {
  return node.parent?.section === undefined && node.children.length === 0 && !node.blocks.some(block => block.type === 'table');
}

/**
 * Job Grades under no plain heading: one beside a level's heading belongs to that; one at the top, or beside the page's one
 * intro heading, makes the page itself a level. One that names a level without a heading belongs to none.
 */
function settleHomeless(
  homeless: readonly { node: HeadingNode; found: FoundGrade }[],
  grades: Map<HeadingNode, FoundGrade>,
  tree: HeadingTree,
  profile: Profile,
): FoundGrade | undefined {
  let pageGrade: FoundGrade | undefined;
  for (const { node, found } of homeless) {
    const sibling = plainSiblingBefore(node, tree);
    const qualifier = node.section?.qualifier;
    const named =
      qualifier !== undefined && !profile.sectionQualifiers.some(one => one.toLowerCase() === qualifier.toLowerCase());
    const belongs = sibling !== undefined && (!named || matches(qualifier, sibling, profile));
    const isIntro =
      sibling !== undefined &&
      homeless.length === 1 &&
      grades.size === 0 &&
      tree.nodes.filter(one => one.section === undefined && one.heading.level === sibling.heading.level).length === 1 &&
      !named;
    if (sibling && belongs && !isIntro && !standsUnder(sibling, profile.noLevelsUnder)) {
      if (!saysGrade(grades.get(sibling))) grades.set(sibling, found);
    } else if (pageGrade === undefined && !(named && standsUnder(node, ['levels']))) {
      pageGrade = found;
    }
  }
  return pageGrade;
}

function matches(qualifier: string, node: HeadingNode, profile: Profile): boolean {
  return findLevel(qualifier, [{ name: readLevelName(node.heading.text, profile) }], profile).type === 'found';
}

/** A heading that only says its parent's name again: a Job Grade section that lost those words. */
function repeatsItsParent(node: HeadingNode, profile: Profile): boolean {
  if (!node.parent || node.parent.section) return false;
  return wordsOf(node.heading.text, profile).join(' ') === wordsOf(node.parent.heading.text, profile).join(' ');
}

function isNamedUnderLevels(node: HeadingNode, roleNames: readonly string[], profile: Profile): boolean {
  if (!node.parent || !isSectionOf(node.parent, ['levels'])) return false;
  if (!node.children.some(child => isSectionOf(child, profile.baseSections))) return false;
  const name = readLevelName(node.heading.text, profile);
  if (name.seniority.unmarked !== true || name.words.length !== name.roleWords.length) return true;
  return roleNames.some(role => {
    const words = readLevelName(role, profile).roleWords;
    return words.length > 0 && words.every(word => name.words.includes(word));
  });
}

function isRowTarget(node: HeadingNode, rows: readonly GradeRow[]): boolean {
  return rows.some(row => row.link?.destination === `#${node.heading.id}`);
}
