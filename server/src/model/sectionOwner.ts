import type { Profile, SectionKind } from '../profile/profile.ts';
import { ancestorsOf, type HeadingNode, type HeadingTree, isSectionOf, plainSiblingBefore, siblingsOf } from './headingTree.ts';
import type { Level, Section } from './jobFamily.ts';
import { hasSeniority } from './levelHeading.ts';
import { exactName, findLevel, readLevelName } from './levelName.ts';
import { levelsBelow } from './sectionScope.ts';

/** Kinds that are no level's. */
const GROUPING: readonly SectionKind[] = ['levels', 'specialties', 'segment', 'references'];

/** Whose a section is: a level's; the page's (base or family section); or nobody's. */
export type OwnerOfSection = Level | 'page' | 'nobody';

/** Tells whose each section of a page is. Sections must be asked for in page order, and added to `sections` as they are. */
export class SectionOwner {
  constructor(
    private readonly tree: HeadingTree,
    private readonly levels: readonly Level[],
    private readonly byNode: ReadonlyMap<HeadingNode, Level>,
    private readonly sections: ReadonlyMap<Level, readonly Section[]>,
    private readonly roleNames: readonly string[],
    private readonly profile: Profile,
  ) {
    for (const level of levels) {
      const name = exactName(level.title, profile);
      const alike = this.byName.get(name);
      if (alike) alike.push(level);
      else this.byName.set(name, [level]);
    }
  }

  private readonly byName = new Map<string, Level[]>();
  /** The sections that levels with a heading have so far. */
  private readonly owned = new Map<HeadingNode, Level>();

  /** Notes whose a section is: what is nested in it by mistake is of the same level. */
  note(node: HeadingNode, owner: Level): void {
    if (owner.node) this.owned.set(node, owner);
  }

  /** True for a section that carries a level's exact name, or that is next to a level, whatever both are under. */
  isOfLevel(node: HeadingNode): boolean {
    if (node.section!.kinds.every(kind => GROUPING.includes(kind))) return false;
    const sibling = plainSiblingBefore(node, this.tree);
    if (sibling && this.byNode.has(sibling) && ancestorsOf(node).some(above => above.section)) return true;
    const container = node.parent && this.owned.get(node.parent);
    return container !== undefined
      ? !node.parent!.section!.kinds.some(kind => node.section!.kinds.includes(kind)) &&
          !ancestorsOf(node).some(above => this.byNode.has(above))
      : this.exactlyNamed(node, undefined) !== undefined && !ancestorsOf(node).some(above => this.byNode.has(above));
  }

  /** `before`: the last level whose heading comes before the section. */
  ownerOf(node: HeadingNode, before: Level | undefined): OwnerOfSection {
    const above = ancestorsOf(node).find(ancestor => this.byNode.has(ancestor));
    const owner = above && this.byNode.get(above);
    const named = this.exactlyNamed(node, owner);
    if (named && this.isOfNamed(node, named, owner)) return named;
    if (owner) return this.isPartOf(node, above!) ? 'nobody' : owner;
    const container = node.parent && this.owned.get(node.parent);
    if (container) return container;
    if (!before?.node) return this.ownerOverLevels(node);
    return this.ownerAfterLevels(node, before);
  }

  /** The level whose full name a section carries, of those before it. */
  private exactlyNamed(node: HeadingNode, owner: Level | undefined): Level | undefined {
    const qualifier = node.section!.qualifier;
    if (qualifier === undefined) return undefined;
    const alike = this.byName.get(exactName(qualifier, this.profile)) ?? [];
    const levels = alike.filter(level => level.node && level.node.index < node.index);
    return levels.find(level => level === owner) ?? levels.at(-1);
  }

  private isOfNamed(node: HeadingNode, named: Level, owner: Level | undefined): boolean {
    if (named === owner) return true;
    const { kinds } = node.section!;
    // The name of a level that has such a section already was copied with the section.
    if (owner) return !this.hasKind(named, kinds);
    return !(this.isOfFamily(kinds) && this.isRole(node) && this.isHigherThanLevels(node));
  }

  /** A plain sub-heading with responsibilities of its own is a part of the level's work if the level has its own too. */
  private isPartOf(node: HeadingNode, level: HeadingNode): boolean {
    const { kinds } = node.section!;
    const above = ancestorsOf(node);
    const isBelowPlain = above.slice(0, above.indexOf(level)).some(one => one.section === undefined);
    return isBelowPlain && this.isOfBase(kinds) && level.children.some(child => isSectionOf(child, kinds));
  }

  private ownerOverLevels(node: HeadingNode): OwnerOfSection {
    const { kinds } = node.section!;
    if (this.isOfFamily(kinds)) return 'page';
    if (this.isOfOtherGroup(node) || this.namesLostLevel(node)) return 'nobody';
    const isUnderOther = ancestorsOf(node).some(above => above.section === undefined && !isRoleHeading(above, this.tree));
    const hasPageLevel = this.levels.some(level => level.node === undefined);
    return isUnderOther && hasPageLevel && !this.isOverLevels(node) ? 'nobody' : 'page';
  }

  private ownerAfterLevels(node: HeadingNode, before: Level): OwnerOfSection {
    const { kinds, qualifier, owner } = node.section!;
    if (qualifier !== undefined) {
      const pageLevel = this.levels.find(level => level.node === undefined);
      const name = exactName(qualifier, this.profile);
      // A field or the family: "Performance Indicators – Marketing".
      if (this.isOfFamily(kinds) && (this.isRole(node) || !hasSeniority(qualifier, this.profile))) return 'page';
      if (pageLevel && exactName(pageLevel.title, this.profile) === name) return pageLevel;
      const candidates = this.levels.filter(level => level.node !== undefined && level.node.index < node.index);
      const match = findLevel(qualifier, candidates, this.profile);
      if (match.type === 'found') return match.level;
      if (this.isOfFamily(kinds)) return 'page';
      const isOfGroup = !hasSeniority(qualifier, this.profile) && !this.isOfOtherGroup(node);
      return isOfGroup && this.isOverLevels(node) ? 'page' : 'nobody';
    }
    if (this.isOfFamily(kinds)) return 'page';
    if (this.isOfBase(kinds) && (owner === 'base' || owner === 'all' || this.isOverLevels(node))) return 'page';
    const interrupted = this.tree.nodes
      .slice(before.node!.index + 1, node.index)
      .some(one => one.section === undefined && one.heading.level <= before.node!.heading.level);
    const isUnderOther = ancestorsOf(node).some(ancestor => ancestor.section === undefined);
    if (!interrupted && !isUnderOther && !this.hasKind(before, kinds)) return before;
    const isNextBase = node.heading.level < before.node!.heading.level && this.levelsAfter(node).length > 0;
    return this.isOfBase(kinds) && isNextBase ? 'page' : 'nobody';
  }

  /** True if the levels of a section's group all come after it. */
  private isOverLevels(node: HeadingNode): boolean {
    const below = levelsBelow(node, this.levels, this.tree).filter(level => level.node !== undefined);
    return below.length > 0 && below.every(level => level.node!.index > node.index);
  }

  private levelsAfter(node: HeadingNode): readonly Level[] {
    return levelsBelow(node, this.levels, this.tree).filter(level => level.node !== undefined && level.node.index > node.index);
  }

  /** "Requirements for Paris": those of some of the levels, and not of the family or group that a heading above names. */
  private isOfOtherGroup(node: HeadingNode): boolean {
    const { qualifier, nameStart, owner } = node.section!;
    if (qualifier === undefined || owner === 'all' || node.heading.text.slice(0, nameStart).includes(qualifier)) return false;
    // Next to the section of all levels, one with an owner is of some of them.
    const isOfAll = (one: HeadingNode): boolean => one.section?.qualifier === undefined && isSectionOf(one, node.section!.kinds);
    if (siblingsOf(node, this.tree).some(one => one.index < node.index && isOfAll(one))) return true;
    const names = [...this.roleNames, ...ancestorsOf(node).map(above => above.name)];
    const known = new Set(names.flatMap(name => readLevelName(name, this.profile).words));
    return !readLevelName(qualifier, this.profile).words.some(word => known.has(word));
  }

  /** True for a section that names a level which the page does not have. */
  private namesLostLevel(node: HeadingNode): boolean {
    const { qualifier, kinds } = node.section!;
    if (qualifier === undefined || this.levels.length === 0 || !this.isOfBase(kinds)) return false;
    if (!hasSeniority(qualifier, this.profile)) return false;
    const roles = this.roleNames.map(role => ({ name: readLevelName(role, this.profile) }));
    return findLevel(qualifier, [...this.levels, ...roles], this.profile, this.roleNames).type === 'unknown';
  }

  private isHigherThanLevels(node: HeadingNode): boolean {
    return this.levels.every(level => level.node === undefined || node.heading.level < level.node.heading.level);
  }

  /** True if the name that a section carries is the family's. */
  private isRole(node: HeadingNode): boolean {
    const name = exactName(node.section!.qualifier ?? '', this.profile);
    return this.roleNames.some(role => exactName(role, this.profile) === name);
  }

  private isOfFamily(kinds: readonly SectionKind[]): boolean {
    return kinds.every(kind => this.profile.familySections.includes(kind));
  }

  private isOfBase(kinds: readonly SectionKind[]): boolean {
    return kinds.some(kind => this.profile.baseSections.includes(kind));
  }

  private hasKind(level: Level, kinds: readonly SectionKind[]): boolean {
    return this.sections.get(level)!.some(section => kinds.includes(section.kind));
  }
}

/** The page's one heading over everything: plain, and before any section. */
export function isRoleHeading(node: HeadingNode, tree: HeadingTree): boolean {
  return tree.nodes[0] === node;
}
