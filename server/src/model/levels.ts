import type { Profile } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { findGradeResource, type GradeResource } from './gradeResource.ts';
import { findGradeStatements, type GradeStatement, gradeInHeading, statesNoGrade } from './gradeStatement.ts';
import {
  ancestorsOf,
  type HeadingNode,
  type HeadingTree,
  isSectionOf,
  isUnder,
  plainSiblingBefore,
  siblingsOf,
  standsUnder,
} from './headingTree.ts';
import type { GradeRow } from './jobFamily.ts';
import { hasSeniority, isLevelLike, mayBeLevel, SPECIALTIES } from './levelHeading.ts';
import { exactName, findLevel, readLevelName, wordsOf } from './levelName.ts';

/** What a level says about its grade. */
interface FoundGrade {
  readonly grade: GradeStatement | undefined;
  readonly gradeResource: GradeResource | undefined;
  /** True if its Job Grade states that it has none. */
  readonly ungraded: boolean;
}

/** A heading that is a level, or the page itself (`node` undefined), with the grade it states. */
export interface FoundLevel extends FoundGrade {
  readonly node: HeadingNode | undefined;
}

const NO_GRADE: FoundGrade = { grade: undefined, gradeResource: undefined, ungraded: false };

/**
 * Returns the levels of a page in page order, the page level first. A heading is a level if it states its own grade, if sections
 * under or next to it carry its exact name, or if a row of a grade table leads to it, wherever on the page it is; directly under
 * Levels also by its sections and a name that says so.
 */
export function findLevelHeadings(
  page: PageSyntax,
  tree: HeadingTree,
  rows: readonly GradeRow[],
  roleNames: readonly string[],
  profile: Profile,
): FoundLevel[] {
  return new LevelFinder(page, tree, rows, roleNames, profile).find();
}

class LevelFinder {
  private readonly grades = new Map<HeadingNode, FoundGrade>();
  /** Job Grades without a heading that they could be of. */
  private readonly homeless: { readonly node: HeadingNode; readonly found: FoundGrade }[] = [];
  /** Further sentences of a Job Grade, about other levels. */
  private readonly listed: { readonly node: HeadingNode; readonly grade: GradeStatement }[] = [];
  private readonly byName = new Map<string, HeadingNode[]>();
  /** Where the rows of grade tables lead to, and what those without a link name. */
  private readonly rowTargets: ReadonlySet<string>;
  private readonly rowNames: ReadonlySet<string>;

  constructor(
    private readonly page: PageSyntax,
    private readonly tree: HeadingTree,
    rows: readonly GradeRow[],
    private readonly roleNames: readonly string[],
    private readonly profile: Profile,
  ) {
    this.rowTargets = new Set(rows.flatMap(row => row.links.map(link => link.destination)));
    const unlinked = rows.filter(row => row.links.length === 0);
    this.rowNames = new Set(unlinked.flatMap(row => row.titles.map(title => exactName(title, profile))));
    for (const node of tree.nodes) {
      if (!mayBeLevel(node, profile)) continue;
      const name = exactName(node.name, profile);
      const known = this.byName.get(name);
      if (known) known.push(node);
      else this.byName.set(name, [node]);
    }
  }

  find(): FoundLevel[] {
    const { tree, grades, profile } = this;
    for (const node of tree.nodes) {
      if (isSectionOf(node, ['job-grade'])) this.readGradeSection(node);
      else if (mayBeLevel(node, profile)) this.readOwnGrade(node);
    }
    for (const { node, grade } of this.listed) this.set(node, { ...NO_GRADE, grade });
    for (const node of this.namedBySections()) this.set(node, NO_GRADE);
    for (const node of tree.nodes)
      if (mayBeLevel(node, profile) && (this.isRowTarget(node) || this.isNamedUnderLevels(node))) this.set(node, NO_GRADE);
    const pageGrade = this.settleHomeless();
    const levels: FoundLevel[] = tree.nodes.filter(node => grades.has(node)).map(node => ({ node, ...grades.get(node)! }));
    return pageGrade ? [{ node: undefined, ...pageGrade }, ...levels] : levels;
  }

  /** The first that says a grade counts. */
  private set(node: HeadingNode, found: FoundGrade): void {
    const known = this.grades.get(node);
    if (!known || (!saysGrade(known) && saysGrade(found))) this.grades.set(node, found);
  }

  private readGradeSection(node: HeadingNode): void {
    const statements = this.statementsOf(node);
    const owner = this.ownerOfGrade(node);
    const others = new Map<GradeStatement, HeadingNode>();
    for (const statement of statements.length > 1 ? statements : []) {
      const other = statement.subject && this.byName.get(exactName(statement.subject.name, this.profile))?.[0];
      if (other && other !== owner) others.set(statement, other);
    }
    for (const [grade, other] of others) this.listed.push({ node: other, grade });
    const own = statements.filter(one => !others.has(one));
    // A list about other levels alone is the group's, and says nothing about the heading above it.
    if (others.size > 0 && own.length === 0) return;
    const found = this.foundGrade(node, own);
    if (owner) {
      if (saysGrade(found)) this.set(owner, found);
      else if (isUnfilled(node)) this.set(owner, NO_GRADE);
    } else if (saysGrade(found) && !standsUnder(node, this.profile.noLevelsUnder)) this.homeless.push({ node, found });
  }

  private statementsOf(node: HeadingNode): GradeStatement[] {
    const statements = findGradeStatements(this.page, node.blocks, this.profile, false);
    const inHeading = node.grade !== undefined ? gradeInHeading(this.page, node.heading, '', this.profile) : undefined;
    return inHeading && statements.length === 0 ? [inHeading] : statements;
  }

  private foundGrade(node: HeadingNode, [grade]: readonly GradeStatement[]): FoundGrade {
    const gradeResource = grade ? undefined : findGradeResource(this.page, node.blocks, this.profile);
    const ungraded = !grade && !gradeResource && statesNoGrade(this.page, node.blocks, this.profile);
    return { grade, gradeResource, ungraded };
  }

  /** Whose Job Grade a section is: that of the heading whose exact name it carries, else of the nearest heading above. */
  private ownerOfGrade(node: HeadingNode): HeadingNode | undefined {
    const above = ancestorsOf(node);
    const nearest = above.find(one => mayBeLevel(one, this.profile));
    const qualifier = node.section?.qualifier;
    if (qualifier === undefined) return nearest;
    const named = (this.byName.get(exactName(qualifier, this.profile)) ?? []).filter(one => one.index < node.index);
    const exact = above.find(one => named.includes(one)) ?? named.at(-1);
    // The name of a level that has its grade already was copied with the section.
    return exact && !(nearest && saysGrade(this.grades.get(exact))) ? exact : nearest;
  }

  /** A grade in a heading, or a whole grade sentence directly under it. */
  private readOwnGrade(node: HeadingNode): void {
    const { page, profile } = this;
    const inHeading = node.grade !== undefined ? gradeInHeading(page, node.heading, node.name, profile) : undefined;
    const found = this.foundGrade(node, inHeading ? [inHeading] : findGradeStatements(page, node.blocks, profile, true));
    if (!found.grade && !found.gradeResource) return;
    this.set(this.speaksOf(node, (found.grade ?? found.gradeResource)?.subject?.name), found);
  }

  /** The heading that a grade sentence speaks of: the one that it is under, unless that is only a part of a level's text. */
  private speaksOf(node: HeadingNode, subject: string | undefined): HeadingNode {
    const { profile } = this;
    if (repeatsItsParent(node, profile)) return node.parent!;
    if (isLevelLike(node, this.roleNames, profile)) return node;
    if (subject !== undefined && findLevel(subject, [{ name: readLevelName(node.name, profile) }], profile).type === 'found')
      return node;
    const above = ancestorsOf(node).find(one => mayBeLevel(one, profile) && isLevelLike(one, this.roleNames, profile));
    return above ?? node;
  }

  /** The headings whose exact name the base sections under or next to them carry. */
  private namedBySections(): HeadingNode[] {
    const graded = this.tree.nodes.filter(node => this.grades.has(node));
    const first = graded[0]?.index ?? -1;
    const found = new Set<HeadingNode>();
    for (const node of this.tree.nodes) {
      const qualifier = node.section?.qualifier;
      if (qualifier === undefined || !isSectionOf(node, this.profile.baseSections)) continue;
      const alike = (this.byName.get(exactName(qualifier, this.profile)) ?? []).filter(one => one.index < node.index);
      const named = alike.at(-1);
      if (!named || (node.parent !== named && node.parent !== named.parent)) continue;
      if (alike.some(one => this.grades.has(one))) continue;
      // A field of work carries its own name too: "Bread Responsibilities" under a specialty "Bread".
      if (standsUnder(named, SPECIALTIES) && !isLevelLike(named, this.roleNames, this.profile)) continue;
      // A heading over levels is their group.
      const next = graded[firstAfter(graded, named.index)];
      if (next && isUnder(next, named)) continue;
      // Over the levels the role's own name means all of them.
      const isRole = this.roleNames.some(role => exactName(role, this.profile) === exactName(named.name, this.profile));
      const isNextToLevels = graded[0]?.parent === named.parent && graded[0]?.heading.level === named.heading.level;
      if (isRole && named.index < first && !isNextToLevels) continue;
      found.add(named);
    }
    return [...found];
  }

  private isRowTarget(node: HeadingNode): boolean {
    return this.rowTargets.has(`#${node.heading.id}`) || this.rowNames.has(exactName(node.name, this.profile));
  }

  private isNamedUnderLevels(node: HeadingNode): boolean {
    if (!node.parent || !isSectionOf(node.parent, ['levels']) || standsUnder(node, this.profile.noLevelsUnder)) return false;
    return (
      node.children.some(child => isSectionOf(child, this.profile.baseSections)) &&
      isLevelLike(node, this.roleNames, this.profile)
    );
  }

  /**
   * Gives Job Grades without a heading above them to the heading next to them, or to the page. Returns the page level's grade;
   * undefined if the page is no level. A grade that names a level without a heading is nobody's.
   */
  private settleHomeless(): FoundGrade | undefined {
    let pageGrade: FoundGrade | undefined;
    for (const { node, found } of this.homeless) {
      const sibling = this.siblingOf(node);
      if (sibling) this.set(sibling, found);
      else if (pageGrade === undefined && !this.namesLostLevel(node)) pageGrade = found;
    }
    return pageGrade;
  }

  /** The level heading that a Job Grade is next to; undefined if it is the page's own. */
  private siblingOf(node: HeadingNode): HeadingNode | undefined {
    const { profile } = this;
    const sibling = plainSiblingBefore(node, this.tree);
    if (!sibling || !mayBeLevel(sibling, profile) || standsUnder(sibling, profile.noLevelsUnder)) return undefined;
    const qualifier = node.section?.qualifier;
    if (qualifier !== undefined)
      return findLevel(qualifier, [{ name: readLevelName(sibling.name, profile) }], profile).type === 'found'
        ? sibling
        : undefined;
    const isRole = this.roleNames.some(role => exactName(role, profile) === exactName(sibling.name, profile));
    const graded = [...this.grades.keys()];
    if (
      isRole &&
      this.tree.nodes[0] === sibling &&
      graded.length > 0 &&
      graded.every(one => one.heading.level > sibling.heading.level)
    )
      return undefined;
    return this.homeless.length === 1 && graded.length === 0 && !this.hasOtherRole(sibling) ? undefined : sibling;
  }

  /** True if another heading next to one names a level too: then neither is the page's one role. */
  private hasOtherRole(node: HeadingNode): boolean {
    return siblingsOf(node, this.tree).some(
      one => one !== node && mayBeLevel(one, this.profile) && hasSeniority(one.name, this.profile),
    );
  }

  private namesLostLevel(node: HeadingNode): boolean {
    const qualifier = node.section?.qualifier;
    if (qualifier === undefined) return false;
    if (standsUnder(node, ['levels'])) return true;
    const isRole = this.roleNames.some(role => exactName(role, this.profile) === exactName(qualifier, this.profile));
    return this.grades.size > 0 && !isRole && hasSeniority(qualifier, this.profile);
  }
}

/** The place of the first node after an index of the page; the nodes are in page order. */
function firstAfter(nodes: readonly HeadingNode[], index: number): number {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]!.index > index) high = middle;
    else low = middle + 1;
  }
  return low;
}

function saysGrade(found: FoundGrade | undefined): boolean {
  return found !== undefined && (found.grade !== undefined || found.gradeResource !== undefined || found.ungraded);
}

/** A Job Grade directly under its level that nobody has written yet; one with a table or further headings is something else. */
function isUnfilled(node: HeadingNode): boolean {
  return node.parent?.section === undefined && node.children.length === 0 && !node.blocks.some(block => block.type === 'table');
}

/** A heading that only says its parent's name again: a Job Grade section that lost those words. */
function repeatsItsParent(node: HeadingNode, profile: Profile): boolean {
  if (!node.parent || node.parent.section) return false;
  return wordsOf(node.name, profile).join(' ') === wordsOf(node.parent.name, profile).join(' ');
}
