import type { Profile, SectionKind } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { ancestorsOf, type HeadingNode, type HeadingTree, isSectionOf, standsUnder } from './headingTree.ts';
import type { Level, Section } from './jobFamily.ts';
import { findLevel } from './levelName.ts';
import { NO_ITEMS, PageSection } from './pageSection.ts';

/** Whose each section of a page is. */
export interface AssignedSections {
  readonly sections: ReadonlyMap<Level, readonly Section[]>;
  readonly base: readonly Section[];
  readonly shared: readonly Section[];
}

/**
 * Gives every section to its level, to the base or to the family. A section belongs to the level it stands under; one at a
 * plainly wrong depth to the level before it; one over the levels to the base, and to the page level where there is one.
 */
export function assignSections(
  page: PageSyntax,
  tree: HeadingTree,
  levels: readonly Level[],
  byNode: ReadonlyMap<HeadingNode, Level>,
  profile: Profile,
): AssignedSections {
  const sections = new Map<Level, Section[]>(levels.map(level => [level, []]));
  const base: Section[] = [];
  const shared: Section[] = [];
  const pageLevel = levels.find(level => level.node === undefined);
  const firstLevel = levels.find(level => level.node !== undefined)?.node;
  let before: Level | undefined;

  for (const node of tree.nodes) {
    before = byNode.get(node) ?? before;
    if (!node.section || !isSectionProper(node, profile)) continue;
    const made = node.section.kinds.map(kind => makeSection(page, node, kind, profile));
    const owner = ownerOf(node, before, levels, byNode, tree, sections, profile);
    if (owner === 'nobody') continue;
    if (owner !== 'page') {
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
        if (overLevels && (firstLevel !== undefined || levels.length === 0)) base.push(section);
      } else if (profile.familySections.includes(section.kind) && !(ofLevel && firstLevel === undefined)) shared.push(section);
    }
  }
  return { sections, base, shared };
}

const STRUCTURE_ONLY: readonly SectionKind[] = ['levels', 'specialties', 'segment', 'references'];

/** A section that can be someone's: no mere container, in no specialty, and no sub-heading of a section of its own kind. */
function isSectionProper(node: HeadingNode, profile: Profile): boolean {
  const kinds = node.section!.kinds.filter(kind => !STRUCTURE_ONLY.includes(kind));
  if (kinds.length === 0 || standsUnder(node, ['specialties', 'segment'])) return false;
  const container = ancestorsOf(node).find(above => above.section !== undefined && !isSectionOf(above, STRUCTURE_ONLY));
  const closest = ancestorsOf(node)[0];
  if (!container || !closest) return true;
  // "AMER Specific Requirements" right under Requirements is a part of them; so is anything named in a hiring process.
  const sameKind = kinds.every(kind => container.section!.kinds.includes(kind)) && container === closest;
  return (
    !sameKind &&
    !(isSectionOf(container, ['hiring-process']) && container === closest && !isSectionOf(node, profile.familySections))
  );
}

function ownerOf(
  node: HeadingNode,
  before: Level | undefined,
  levels: readonly Level[],
  byNode: ReadonlyMap<HeadingNode, Level>,
  tree: HeadingTree,
  sections: ReadonlyMap<Level, readonly Section[]>,
  profile: Profile,
): Level | 'page' | 'nobody' {
  const kinds = node.section!.kinds;
  const above = ancestorsOf(node).find(ancestor => byNode.has(ancestor));
  if (above) {
    const plainBetween = ancestorsOf(node)
      .slice(0, ancestorsOf(node).indexOf(above))
      .some(one => one.section === undefined);
    const level = byNode.get(above)!;
    // A plain sub-heading with responsibilities of its own is a part of the level's work, where the level has its own too.
    return plainBetween && kinds.some(kind => profile.baseSections.includes(kind)) && hasDirectly(above, kinds)
      ? 'nobody'
      : level;
  }
  if (!before?.node)
    return ancestorsOf(node).some(ancestor => ancestor.section === undefined && !isIntro(ancestor, tree)) &&
      levels.some(level => level.node === undefined) &&
      kinds.some(kind => !profile.familySections.includes(kind))
      ? 'nobody'
      : 'page';

  const qualifier = node.section!.qualifier;
  if (qualifier !== undefined && !profile.sectionQualifiers.some(one => one.toLowerCase() === qualifier.toLowerCase())) {
    const match = findLevel(
      qualifier,
      levels.filter(level => level.node !== undefined && level.node.index < node.index),
      profile,
    );
    if (match.type === 'found') return match.level;
    return kinds.every(kind => profile.familySections.includes(kind)) ? 'page' : 'nobody';
  }
  if (kinds.every(kind => profile.familySections.includes(kind))) return 'page';
  const interrupted = tree.nodes
    .slice(before.node.index + 1, node.index)
    .some(one => one.section === undefined && one.heading.level <= before.node!.heading.level);
  const underOther = ancestorsOf(node).some(ancestor => ancestor.section === undefined);
  return interrupted || underOther || hasKind(before, kinds, sections) ? 'nobody' : before;
}

function hasDirectly(node: HeadingNode, kinds: readonly SectionKind[]): boolean {
  return node.children.some(child => isSectionOf(child, kinds));
}

function hasKind(level: Level, kinds: readonly SectionKind[], sections: ReadonlyMap<Level, readonly Section[]>): boolean {
  return sections.get(level)!.some(section => kinds.includes(section.kind));
}

/** True where nothing but sections, or the page's first heading, stands over the node. */
function isTop(node: HeadingNode, tree: HeadingTree): boolean {
  return ancestorsOf(node).every(above => above.section !== undefined || isIntro(above, tree));
}

/** The page's one heading over everything: plain, and before any section. */
function isIntro(node: HeadingNode, tree: HeadingTree): boolean {
  return tree.nodes[0] === node;
}

function makeSection(page: PageSyntax, node: HeadingNode, kind: SectionKind, profile: Profile): Section {
  const blocks = sectionBlocks(node, profile);
  return new PageSection(page, kind, node, blocks, NO_ITEMS);
}

/** A section's own blocks and those of its plain sub-headings; what other sections and levels hold is theirs. */
function sectionBlocks(node: HeadingNode, profile: Profile): Block[] {
  const parts = node.children.filter(
    child => child.section === undefined && !child.children.some(one => isSectionOf(one, ['job-grade', ...profile.baseSections])),
  );
  return [...node.blocks, ...parts.flatMap(part => sectionBlocks(part, profile))];
}
