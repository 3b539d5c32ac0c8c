import type { Profile, SectionKind } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { ancestorsOf, type HeadingNode, type HeadingTree, isSectionOf } from './headingTree.ts';
import type { Level, Section } from './jobFamily.ts';
import { NO_ITEMS, PageSection } from './pageSection.ts';
import { isRoleHeading, SectionOwner } from './sectionOwner.ts';
import { levelsBelow } from './sectionScope.ts';

/** Whose each section of a page is. */
export interface AssignedSections {
  readonly sections: ReadonlyMap<Level, readonly Section[]>;
  /** Sections over several levels, and to which levels each applies. */
  readonly base: readonly Section[];
  readonly baseOf: ReadonlyMap<Level, readonly Section[]>;
  readonly shared: readonly Section[];
}

/**
 * Gives every section to its level, to the base or to the family. A section belongs to the level whose exact name it carries,
 * else to the level above it; one at a plainly wrong depth to the level before it. A base applies to the levels below its own
 * parent heading. `roleNames`: what the page calls its role.
 */
export function assignSections(
  page: PageSyntax,
  tree: HeadingTree,
  levels: readonly Level[],
  byNode: ReadonlyMap<HeadingNode, Level>,
  roleNames: readonly string[],
  profile: Profile,
): AssignedSections {
  const sections = new Map<Level, Section[]>(levels.map(level => [level, []]));
  const base: Section[] = [];
  const shared: Section[] = [];
  const pageLevel = levels.find(level => level.node === undefined);
  const firstLevel = levels.find(level => level.node !== undefined)?.node;
  const owners = new SectionOwner(tree, levels, byNode, sections, roleNames, profile);
  let before: Level | undefined;

  for (const node of tree.nodes) {
    before = byNode.get(node) ?? before;
    if (!node.section || !(owners.isOfLevel(node) || isSectionProper(node, byNode, profile))) continue;
    const made = node.section.kinds.map(kind => makeSection(page, node, kind, byNode, profile));
    const owner = owners.ownerOf(node, before);
    if (owner === 'nobody') continue;
    if (owner !== 'page') {
      owners.note(node, owner);
      sections.get(owner)!.push(...made);
      continue;
    }
    const overLevels = firstLevel === undefined || node.index < firstLevel.index;
    const atTop = isTop(node, tree);
    for (const section of made) {
      const ofLevel = pageLevel !== undefined && overLevels && (atTop || profile.familySections.includes(section.kind));
      if (ofLevel) sections.get(pageLevel)!.push(section);
      if (profile.baseSections.includes(section.kind)) {
        // A page without any level stands over those of its folder, which have pages of their own.
        if (firstLevel !== undefined || levels.length === 0) base.push(section);
      } else if (profile.familySections.includes(section.kind) && !(ofLevel && firstLevel === undefined)) shared.push(section);
    }
  }
  const baseOf = new Map<Level, Section[]>(levels.map(level => [level, []]));
  const applied = base.filter(section => {
    const to = appliesTo(section, base, levels, tree);
    for (const level of to) baseOf.get(level)!.push(section);
    return to.length > 0 || levels.length === 0;
  });
  return { sections, base: applied, baseOf, shared };
}

/** The levels that a base section applies to: those below its parent heading, up to the next base of its kind next to it. */
function appliesTo(section: Section, base: readonly Section[], levels: readonly Level[], tree: HeadingTree): readonly Level[] {
  const { node, kind } = section;
  const below = levelsBelow(node, levels, tree);
  const after = below.filter(level => level.node !== undefined && level.node.index > node.index);
  // A base after all of its levels says so itself: "General Requirements".
  if (after.length === 0) return below;
  const next = base.find(
    one =>
      one.kind === kind &&
      one.node.index > node.index &&
      one.node.parent === node.parent &&
      one.heading.level === section.heading.level &&
      one.node.section?.owner === node.section?.owner,
  );
  const pageLevel = below.filter(level => level.node === undefined);
  return [...pageLevel, ...after.filter(level => !next || level.node!.index < next.node.index)];
}

/** Kinds that only group others, or are independent. */
const STRUCTURE_ONLY: readonly SectionKind[] = ['levels', 'specialties', 'segment', 'references'];

/** A section that can be someone's: no mere container, in no specialty, and no sub-heading of a section of its own kind. */
function isSectionProper(node: HeadingNode, byNode: ReadonlyMap<HeadingNode, Level>, profile: Profile): boolean {
  const kinds = node.section!.kinds.filter(kind => !STRUCTURE_ONLY.includes(kind));
  if (kinds.length === 0) return false;
  // What is under a level is the level's, whatever that is under.
  const all = ancestorsOf(node);
  const level = all.findIndex(above => byNode.has(above));
  const above = level < 0 ? all : all.slice(0, level);
  if (above.some(one => isSectionOf(one, ['specialties', 'segment']))) return false;
  const container = above.find(one => one.section !== undefined && !isSectionOf(one, STRUCTURE_ONLY));
  const closest = above[0];
  if (!container || !closest) return true;
  // "AMER Specific Requirements" right under Requirements is a part of them; so is anything named in a hiring process.
  const sameKind = kinds.every(kind => container.section!.kinds.includes(kind)) && container === closest;
  return (
    !sameKind &&
    !(isSectionOf(container, ['hiring-process']) && container === closest && !isSectionOf(node, profile.familySections))
  );
}

/** True where nothing but sections, or the page's first heading, stands over the node. */
function isTop(node: HeadingNode, tree: HeadingTree): boolean {
  return ancestorsOf(node).every(above => above.section !== undefined || isRoleHeading(above, tree));
}

function makeSection(
  page: PageSyntax,
  node: HeadingNode,
  kind: SectionKind,
  byNode: ReadonlyMap<HeadingNode, Level>,
  profile: Profile,
): Section {
  return new PageSection(page, kind, node, sectionBlocks(node, byNode, profile), NO_ITEMS);
}

/** A section's own blocks and those of its plain sub-headings; what other sections and levels hold is theirs. */
function sectionBlocks(node: HeadingNode, byNode: ReadonlyMap<HeadingNode, Level>, profile: Profile): Block[] {
  const parts = node.children.filter(
    child =>
      child.section === undefined &&
      !byNode.has(child) &&
      !child.children.some(one => isSectionOf(one, ['job-grade', ...profile.baseSections])),
  );
  return [...node.blocks, ...parts.flatMap(part => sectionBlocks(part, byNode, profile))];
}
