import type { Profile } from '../../profile/profile.ts';
import type { PageSyntax } from '../../syntax/page.ts';
import { readExtends } from '../extends.ts';
import type { GradeLadder } from '../gradeLadder.ts';
import { lowestManagementGrade } from '../gradeLadder.ts';
import { gradeInHeading } from '../gradeStatement.ts';
import { readGradeRows, rowsOfLevels } from '../gradeTable.ts';
import { ancestorsOf, type HeadingNode, type HeadingTree, isSectionOf } from '../headingTree.ts';
import type { JobFamily, Level, Section } from '../jobFamily.ts';
import { readLevelName, trackOf } from '../levelName.ts';
import { levelNamesOf, plainName } from './levelNames.ts';
import type { OpenLadder, RankedLevel } from './openLadder.ts';
import { sectionsOfCells, sectionsUnder, standIn } from './ownSections.ts';

type BuildingLevel = { -readonly [Key in keyof Level]: Level[Key] };

/** Makes the model of a ladder of any form. */
export function buildOpenFamily(
  page: PageSyntax,
  tree: HeadingTree,
  open: OpenLadder,
  profile: Profile,
  ladder: GradeLadder,
): JobFamily {
  const { unnamedSection } = profile.ownLadder!;
  const levelNodes = new Set(open.levels.flatMap(level => level.nodes));
  const isLeftOut = (node: HeadingNode): boolean => levelNodes.has(node) || open.base.includes(node);
  const gradeRows = readGradeRows(page, tree, profile).filter(row => row.grade !== undefined);
  const levels =
    open.levels.length > 0
      ? open.levels.map((level, index) => levelOf(page, tree, level, index, profile, isLeftOut))
      : [pageLevel(page, tree, open, profile)];
  const rows = rowsOfLevels(levels, gradeRows, profile);
  for (const level of levels) {
    level.row = rows.get(level);
    const found = open.levels[levels.indexOf(level)];
    level.track =
      found?.track ?? trackOf(level.name, (level.grade ?? level.row?.grade)?.grade, lowestManagementGrade(ladder), profile);
  }
  const base = [
    ...open.base.flatMap(node => sectionsUnder(page, node, unnamedSection, one => levelNodes.has(one))),
    ...sharedSections(page, tree, levelNodes, profile),
  ];
  for (const level of levels) level.base = open.levels.length > 0 ? base : [];
  const extended = readExtends(page, levels, base, tree, profile, open.title);
  for (const level of levels) {
    level.extends = extended.references.get(level) ?? [];
    level.sections = level.sections.map(section => extended.marked(section));
  }
  return { page, tree, title: open.title, titleSpan: open.titleSpan, levels, base, shared: [], gradeRows, isOpen: true };
}

function levelOf(
  page: PageSyntax,
  tree: HeadingTree,
  found: RankedLevel,
  index: number,
  profile: Profile,
  isLeftOut: (node: HeadingNode) => boolean,
): BuildingLevel {
  const { unnamedSection } = profile.ownLadder!;
  const node =
    found.nodes[0] ?? standIn(undefined, found.title, found.nameSpan, found.span, found.anchor, tree.nodes.length + index);
  const own = found.nodes.flatMap((one, at) =>
    // A level that several parts repeat has a section of each.
    sectionsUnder(
      page,
      one,
      found.nodes.length > 1 && at >= 0 && one.parent ? one.parent.heading.text : unnamedSection,
      isLeftOut,
    ),
  );
  return {
    ...EMPTY_LEVEL,
    title: found.title,
    label: found.label,
    rank: found.rank,
    anchor: found.nodes[0]?.heading.id ?? found.anchor,
    name: readLevelName(found.title, profile),
    node,
    nameSpan: found.nameSpan,
    sections: [...own, ...sectionsOfCells(page, node, found.sections, unnamedSection)],
    grade: node.grade === undefined ? undefined : gradeInHeading(page, node.heading, node.name, profile),
    introBlocks: found.nodes[0]?.blocks ?? [],
  };
}

/** The level that a page is by itself. */
function pageLevel(page: PageSyntax, tree: HeadingTree, open: OpenLadder, profile: Profile): BuildingLevel {
  const { unnamedSection } = profile.ownLadder!;
  const entry = page.frontMatter?.entries.find(one => one.key === 'title');
  const heading = tree.nodes.find(node => node.heading.level === 1)?.heading;
  const written =
    typeof entry?.value === 'string' && entry.value.trim() !== ''
      ? entry.value.trim()
      : (heading?.text ?? open.fileTitle ?? open.title);
  const read = open.form === 'level-page' ? levelNamesOf(profile.ownLadder!).read(written) : undefined;
  const title = read?.title ?? written;
  const roots = tree.nodes.filter(node => node.parent === undefined);
  const intro = tree.introBlocks.length > 0 ? [standIn(undefined, unnamedSection, { start: 0, end: 0 }, undefined, '', 0)] : [];
  const sections = [
    ...intro.flatMap(node =>
      sectionsUnder(
        page,
        { ...node, blocks: tree.introBlocks.filter(block => block.type === 'list') },
        unnamedSection,
        () => false,
      ),
    ),
    ...roots.flatMap(root => {
      const known = root.section?.kinds[0];
      const under = sectionsUnder(page, root, root.heading.level === 1 ? unnamedSection : root.heading.text, () => false);
      return known === undefined ? under : under.map(section => (section.node === root ? withKind(section, known) : section));
    }),
  ];
  const role = new Set(profile.ownLadder!.role.map(name => name.toLowerCase()));
  // Besides what is required, a page about a role describes the company.
  const isAsked = ({ node }: Section): boolean =>
    [node, ...ancestorsOf(node)].some(one => one.section !== undefined || role.has(plainName(one.heading.text).toLowerCase()));
  return {
    ...EMPTY_LEVEL,
    title,
    label: read?.label,
    rank: open.rank,
    name: readLevelName(title, profile),
    nameSpan: open.titleSpan,
    sections: open.form === 'role-page' ? sections.filter(isAsked) : sections,
    introBlocks: tree.introBlocks,
  };
}

/** Responsibilities and Requirements over the first level: they apply to all. */
function sharedSections(page: PageSyntax, tree: HeadingTree, levels: ReadonlySet<HeadingNode>, profile: Profile): Section[] {
  const first = Math.min(...[...levels].map(node => node.index));
  if (!Number.isFinite(first)) return [];
  return tree.nodes
    .filter(
      node => node.index < first && isSectionOf(node, profile.baseSections) && !node.children.some(child => levels.has(child)),
    )
    .flatMap(node => {
      const kind = node.section!.kinds[0]!;
      return sectionsUnder(page, node, node.heading.text, one => levels.has(one)).map(section => withKind(section, kind));
    });
}

function withKind(section: Section, kind: Section['kind']): Section {
  return {
    kind,
    node: section.node,
    heading: section.heading,
    blocks: section.blocks,
    bullets: section.bullets,
    qualifier: section.qualifier,
  };
}

const EMPTY_LEVEL: Omit<BuildingLevel, 'title' | 'name' | 'nameSpan' | 'introBlocks'> = {
  anchor: '',
  label: undefined,
  rank: undefined,
  node: undefined,
  track: 'individual-contributor',
  grade: undefined,
  gradeResource: undefined,
  ungraded: false,
  row: undefined,
  sections: [],
  base: [],
  extends: [],
};
