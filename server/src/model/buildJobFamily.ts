import type { Profile } from '../profile/profile.ts';
import type { Table } from '../syntax/block.ts';
import { frontMatterText } from '../syntax/frontMatter.ts';
import { linksWithin, type PageSyntax, shownText } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';
import { readExtends } from './extends.ts';
import { type GradeLadder, ladderOfProfile, lowestManagementGrade } from './gradeLadder.ts';
import { gradeInCell } from './gradeStatement.ts';
import { gradeColumns } from './gradeTable.ts';
import { buildHeadingTree, type HeadingNode, type HeadingTree, isSectionOf } from './headingTree.ts';
import type { GradeRow, JobFamily, Level } from './jobFamily.ts';
import { findLevel, readLevelName, trackOf } from './levelName.ts';
import { type FoundLevel, findLevelHeadings } from './levels.ts';
import { assignSections } from './sections.ts';

type BuildingLevel = { -readonly [K in keyof Level]: Level[K] };

/** Reads a page as a job family; never throws. `ladder` decides what a "W Manager, X" is; the profile's where none is given. */
export function buildJobFamily(page: PageSyntax, profile: Profile, ladder: GradeLadder = ladderOfProfile(profile)): JobFamily {
  const tree = buildHeadingTree(page, profile);
  const gradeRows = readGradeRows(page, tree, profile);
  const title = frontMatterText(page.frontMatter, 'title');
  const titleEntry = page.frontMatter?.entries.find(entry => entry.key === 'title');
  const titleSpan = title !== undefined && titleEntry ? titleEntry.valueSpan : { start: 0, end: 0 };
  const roleNames = [title, frontMatterText(page.frontMatter, 'RoleName')].filter(name => name !== undefined);

  const found = findLevelHeadings(page, tree, gradeRows, roleNames, profile);
  const levels = found.map((one): BuildingLevel => startLevel(one, title ?? '', titleSpan, profile));
  const byNode = new Map<HeadingNode, Level>(levels.flatMap(level => (level.node ? [[level.node, level] as const] : [])));
  for (const level of levels) {
    level.row = rowOfLevel(level, levels, gradeRows, profile);
    level.track = trackOf(level.name, (level.grade ?? level.row?.grade)?.grade, lowestManagementGrade(ladder), profile);
  }
  const { sections, base, shared } = assignSections(page, tree, levels, byNode, profile);
  for (const level of levels) level.sections = sections.get(level) ?? [];
  const extended = readExtends(page, levels, base, tree, profile, title);
  for (const level of levels) {
    level.extends = extended.references.get(level) ?? [];
    level.sections = level.sections.map(section => extended.marked(section));
  }
  return { page, tree, title: title ?? '', titleSpan, levels, base: base.map(extended.marked), shared, gradeRows };
}

function startLevel(found: FoundLevel, pageTitle: string, titleSpan: Span, profile: Profile): BuildingLevel {
  const heading = found.node?.heading;
  const title = heading ? heading.text : ((found.grade ?? found.gradeResource)?.subject?.name ?? pageTitle);
  return {
    title,
    anchor: heading?.id ?? '',
    name: readLevelName(title, profile),
    node: found.node,
    nameSpan: heading?.contentSpan ?? titleSpan,
    track: 'individual-contributor',
    grade: found.grade,
    gradeResource: found.gradeResource,
    row: undefined,
    sections: [],
    extends: [],
    introBlocks: found.node?.blocks ?? [],
  };
}

/** The grade tables of a page: those with a grade column, under Job Grades or Levels or before the first level. */
function readGradeRows(page: PageSyntax, tree: HeadingTree, profile: Profile): GradeRow[] {
  const rows: GradeRow[] = [];
  const places = [
    { blocks: tree.introBlocks, node: undefined as HeadingNode | undefined },
    ...tree.nodes.map(node => ({ blocks: node.blocks, node })),
  ];
  for (const { blocks, node } of places) {
    for (const block of blocks) {
      if (block.type === 'table' && (node === undefined || isSectionOf(node, ['job-grade', 'levels'])))
        rows.push(...rowsOfTable(page, block, profile));
    }
  }
  return rows;
}

function rowsOfTable(page: PageSyntax, table: Table, profile: Profile): GradeRow[] {
  const columns = gradeColumns(page, table, profile);
  if (!columns) return [];
  return table.rows.flatMap(row => {
    const titleSpan = row.cells[columns.title];
    const gradeSpan = row.cells[columns.grade];
    if (!titleSpan || !gradeSpan) return [];
    const title = shownText(page, titleSpan).text.trim();
    return title === ''
      ? []
      : [
          {
            span: row.span,
            title,
            titleSpan,
            link: linksWithin(page, titleSpan)[0],
            grade: gradeInCell(page, gradeSpan, profile),
            gradeSpan,
          },
        ];
  });
}

/** The row whose link leads to the level, else the one that names it. */
function rowOfLevel(level: Level, levels: readonly Level[], rows: readonly GradeRow[], profile: Profile): GradeRow | undefined {
  const linked = rows.find(row => row.link !== undefined && level.anchor !== '' && row.link.destination === `#${level.anchor}`);
  if (linked) return linked;
  return rows.find(row => {
    if (row.link?.destination.startsWith('#') && levels.some(other => `#${other.anchor}` === row.link?.destination)) return false;
    if (row.link && !row.link.destination.startsWith('#')) return false;
    const match = findLevel(row.title, levels, profile);
    return match.type === 'found' && match.level === level;
  });
}
