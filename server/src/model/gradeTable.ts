import type { Profile } from '../profile/profile.ts';
import type { Table } from '../syntax/block.ts';
import { linksWithin, type PageSyntax, shownText } from '../syntax/page.ts';
import { type Span, textOf } from '../text/span.ts';
import { gradeInCell } from './gradeStatement.ts';
import { type HeadingNode, type HeadingTree, isSectionOf } from './headingTree.ts';
import type { GradeRow, Level } from './jobFamily.ts';
import { findLevel } from './levelName.ts';

/** Which columns of a table hold what, counted from 0. */
export interface GradeColumns {
  readonly title: number;
  readonly grade: number;
}

/**
 * The columns of a grade table by the names in its header; undefined for any other table. If no column is named as one of
 * titles, the first besides the grades is.
 */
export function gradeColumns(page: PageSyntax, table: Table, profile: Profile): GradeColumns | undefined {
  const names = namesOf(page, table);
  const { title: titles, grade: grades } = lowerNames(profile);
  // "Level" may head either column: the other name decides.
  const grade = names.findLastIndex(name => grades.includes(name));
  const named = names.findIndex((name, column) => column !== grade && titles.includes(name));
  const title = named >= 0 ? named : names.findIndex((_, column) => column !== grade);
  return grade < 0 || title < 0 ? undefined : { title, grade };
}

/** The rows of a page's grade tables: tables with a grade column, under Job Grades or Levels, or with a column of titles too. */
export function readGradeRows(page: PageSyntax, tree: HeadingTree, profile: Profile): GradeRow[] {
  const places = [
    { blocks: tree.introBlocks, node: undefined as HeadingNode | undefined },
    ...tree.nodes.map(node => ({ blocks: node.blocks, node })),
  ];
  return places.flatMap(({ blocks, node }) =>
    blocks.flatMap(block =>
      block.type === 'table' && (isPlaceOfTables(node) || hasTitles(page, block, profile))
        ? rowsOfTable(page, block, profile)
        : [],
    ),
  );
}

function isPlaceOfTables(node: HeadingNode | undefined): boolean {
  return node === undefined || isSectionOf(node, ['job-grade', 'levels']);
}

/** True if a table says itself what it is: a column of titles, and grades in most of its rows. */
function hasTitles(page: PageSyntax, table: Table, profile: Profile): boolean {
  const columns = gradeColumns(page, table, profile);
  if (!columns || !lowerNames(profile).title.includes(namesOf(page, table)[columns.title]!)) return false;
  const graded = table.rows.filter(({ cells }) => cells[columns.grade] && gradeInCell(page, cells[columns.grade]!, profile));
  return graded.length > 0 && graded.length * 2 >= table.rows.length;
}

function namesOf(page: PageSyntax, table: Table): readonly string[] {
  return table.header.cells.map(cell => shownText(page, cell).text.trim().toLowerCase());
}

function lowerNames({ grades }: Profile): { readonly title: readonly string[]; readonly grade: readonly string[] } {
  const lower = (names: readonly string[]): string[] => names.map(name => name.toLowerCase());
  return { title: lower(grades.table.title), grade: lower(grades.table.grade) };
}

function rowsOfTable(page: PageSyntax, table: Table, profile: Profile): GradeRow[] {
  const columns = gradeColumns(page, table, profile);
  if (!columns) return [];
  return table.rows.flatMap((row): GradeRow[] => {
    const titleSpan = row.cells[columns.title];
    const gradeSpan = row.cells[columns.grade];
    if (!titleSpan || !gradeSpan) return [];
    const title = shownText(page, titleSpan).text.trim();
    if (title === '') return [];
    const links = linksWithin(page, titleSpan);
    return [
      {
        span: row.span,
        title,
        titles: titlesIn(page, titleSpan, title),
        titleSpan,
        link: links[0],
        links,
        grade: gradeInCell(page, gradeSpan, profile),
        gradeSpan,
      },
    ];
  });
}

/** The titles in a cell: parted by line breaks, and "X (A/B)" stands for "X (A)" and "X (B)". */
function titlesIn(page: PageSyntax, cell: Span, whole: string): readonly string[] {
  const parts: string[] = [];
  let start = cell.start;
  for (const match of [...textOf(page.text, cell).matchAll(/<br\s*\/?>/gi), undefined]) {
    const end = match ? cell.start + match.index : cell.end;
    const text = shownText(page, { start, end }).text.trim();
    if (text !== '') parts.push(text);
    if (match) start = end + match[0].length;
  }
  const titles = parts.length > 1 ? parts : [whole];
  return titles.flatMap(title => {
    const bracket = /\(([^()]*\/[^()]*)\)/.exec(title);
    if (!bracket) return [title];
    const around = (word: string): string => title.replace(bracket[0], `(${word.trim()})`);
    return [title, ...bracket[1]!.split('/').map(around)];
  });
}

/** The row of each level: the one whose link leads to it, else the first that names it. Levels without a row are left out. */
export function rowsOfLevels(
  levels: readonly Level[],
  rows: readonly GradeRow[],
  profile: Profile,
): ReadonlyMap<Level, GradeRow> {
  const byAnchor = new Map<string, Level>(
    levels.flatMap(level => (level.anchor === '' ? [] : [[`#${level.anchor}`, level] as const])),
  );
  const linked = new Map<Level, GradeRow>();
  const named = new Map<Level, GradeRow>();
  const note = (found: Map<Level, GradeRow>, level: Level | undefined, row: GradeRow): void => {
    if (level && !found.has(level)) found.set(level, row);
  };
  for (const row of rows) {
    const targets = row.links.map(link => byAnchor.get(link.destination));
    for (const target of targets) note(linked, target, row);
    if (targets.some(target => target !== undefined) || row.links.some(link => !link.destination.startsWith('#'))) continue;
    for (const title of row.titles) {
      const match = findLevel(title, levels, profile);
      if (match.type === 'found') note(named, match.level, row);
    }
  }
  return new Map([...named, ...linked]);
}
