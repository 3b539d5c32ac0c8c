import type { LadderTable, Profile, SeniorityWord, Track } from '../profile/profile.ts';
import type { Table } from '../syntax/block.ts';
import { type PageSyntax, shownText } from '../syntax/page.ts';
import type { TableRow } from '../syntax/tableRows.ts';
import { type LevelName, readLevelName } from './levelName.ts';

/** One row of one of the ladder's tables. */
export interface LadderRow {
  readonly grade: number;
  readonly management: readonly string[];
  readonly individualContributor: readonly string[];
  /** Line of the row on the grade page, counted from 0; undefined where the ladder is the profile's. */
  readonly line: number | undefined;
}

/** One table of the ladder: the general one, or that of a part of the company. */
export interface LadderSection {
  readonly title: string;
  /** The ids under which a link reaches this table; the first is the nearest. Empty for a profile's table without one. */
  readonly anchors: readonly string[];
  readonly rows: readonly LadderRow[];
}

/** The company's grades and what has them. */
export interface GradeLadder {
  readonly source: 'page' | 'profile';
  readonly sections: readonly LadderSection[];
}

/** The ladder as the profile has it, for a workspace without the grade page. */
export function ladderOfProfile(profile: Profile): GradeLadder {
  return { source: 'profile', sections: profile.ladder.tables.map(table => sectionOfProfile(table, profile)) };
}

/** The ladder that the grade page's own tables tell; undefined where it has none. */
export function ladderOfPage(page: PageSyntax, profile: Profile): GradeLadder | undefined {
  const sections: LadderSection[] = [];
  for (const block of page.blocks) {
    if (block.type !== 'table') continue;
    const section = sectionOfTable(page, block, profile);
    if (section) sections.push(section);
  }
  return sections.length > 0 ? { source: 'page', sections } : undefined;
}

/** All rows of the ladder with this grade, with the table each stands in. */
export function rowsOfGrade(ladder: GradeLadder, grade: number): { readonly section: LadderSection; readonly row: LadderRow }[] {
  return ladder.sections.flatMap(section => section.rows.filter(row => row.grade === grade).map(row => ({ section, row })));
}

/** Every grade that the ladder knows, highest first. */
export function gradesOf(ladder: GradeLadder): readonly number[] {
  let grades = knownGrades.get(ladder);
  if (!grades) {
    grades = [...new Set(ladder.sections.flatMap(section => section.rows.map(row => row.grade)))].sort((a, b) => b - a);
    knownGrades.set(ladder, grades);
  }
  return grades;
}

const knownGrades = new WeakMap<GradeLadder, readonly number[]>();

/** The lowest grade at which the ladder's first table has management; Infinity where it has none. */
export function lowestManagementGrade(ladder: GradeLadder): number {
  return Math.min(...(ladder.sections[0]?.rows ?? []).filter(row => row.management.length > 0).map(row => row.grade));
}

/** The table that a grade link's anchor leads to: the first one where the anchor is none of a table's own. */
export function sectionForAnchor(ladder: GradeLadder, anchor: string | undefined): LadderSection | undefined {
  return ladder.sections.find(section => anchor !== undefined && section.anchors.includes(anchor)) ?? ladder.sections[0];
}

/** The grades that a table of the ladder gives a level by its seniority and track, lowest first; none where it is silent. */
export function gradesForLevel(section: LadderSection, name: LevelName, track: Track, profile: Profile): number[] {
  const grades = namedGrades(section, profile).flatMap(one =>
    one.track === track && one.seniority === name.seniority ? [one.grade] : [],
  );
  return [...new Set(grades)].sort((a, b) => a - b);
}

/** A grade that a ladder's table gives to whoever has a word of seniority, whatever the role. */
interface NamedGrade {
  readonly grade: number;
  readonly track: Track;
  readonly seniority: SeniorityWord;
}

const knownNamed = new WeakMap<LadderSection, { readonly profile: Profile; readonly named: readonly NamedGrade[] }>();

function namedGrades(section: LadderSection, profile: Profile): readonly NamedGrade[] {
  const known = knownNamed.get(section);
  if (known?.profile === profile) return known.named;
  const read = (titles: readonly string[], track: Track, grade: number): NamedGrade[] =>
    titles
      .flatMap(one => one.split('/'))
      .map(title => readLevelName(title, profile))
      .flatMap(({ roleWords, seniority }) => (roleWords.length === 0 ? [{ grade, track, seniority }] : []));
  const named = section.rows.flatMap(({ grade, management, individualContributor }) => [
    ...read(management, 'management', grade),
    ...read(individualContributor, 'individual-contributor', grade),
  ]);
  knownNamed.set(section, { profile, named });
  return named;
}

function sectionOfProfile(table: LadderTable, profile: Profile): LadderSection {
  return {
    title: table.title,
    anchors:
      table.anchor === undefined
        ? profile.grades.anchors.filter(anchor => !profile.ladder.tables.some(other => other.anchor === anchor))
        : [table.anchor],
    rows: table.rows.map(row => ({
      grade: row.grade,
      management: row.management ?? [],
      individualContributor: row.individualContributor ?? [],
      line: undefined,
    })),
  };
}

function sectionOfTable(page: PageSyntax, table: Table, profile: Profile): LadderSection | undefined {
  const column = (names: readonly string[]): number => {
    const wanted = names.map(name => name.toLowerCase());
    return table.header.cells.findIndex(cell => wanted.includes(shownText(page, cell).text.trim().toLowerCase()));
  };
  const grade = column(profile.ladder.columns.grade);
  const management = column(profile.ladder.columns.management);
  const individual = column(profile.ladder.columns.individualContributor);
  if (grade < 0 || (management < 0 && individual < 0)) return undefined;
  const rows = table.rows.flatMap(row => {
    const number = Number(/^\s*(\d{1,2})\s*$/.exec(cellText(page, row, grade))?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) return [];
    return [
      {
        grade: number,
        management: titlesOf(page, row, management),
        individualContributor: titlesOf(page, row, individual),
        line: page.lines.lineAt(row.span.start),
      },
    ];
  });
  if (rows.length === 0) return undefined;
  const above = page.headings.filter(heading => heading.span.start < table.span.start);
  const nearest = above.at(-1);
  const enclosing = nearest ? [nearest, ...enclosingHeadings(above)] : [];
  return { title: nearest?.text ?? '', anchors: [...new Set(enclosing.map(heading => heading.id))], rows };
}

/** The headings that the last of `above` stands under, nearest first. */
function enclosingHeadings(above: PageSyntax['headings']): PageSyntax['headings'] {
  const chain: PageSyntax['headings'][number][] = [];
  let level = above.at(-1)?.level ?? 0;
  for (let i = above.length - 2; i >= 0; i--) {
    const heading = above[i]!;
    if (heading.level < level) {
      chain.push(heading);
      level = heading.level;
    }
  }
  return chain;
}

function titlesOf(page: PageSyntax, row: TableRow, column: number): string[] {
  const cell = row.cells[column];
  if (!cell) return [];
  return page.text
    .slice(cell.start, cell.end)
    .split(/<br\s*\/?>/i)
    .map(title => title.replace(/\s+/g, ' ').trim())
    .filter(title => title !== '');
}

function cellText(page: PageSyntax, row: TableRow, column: number): string {
  const cell = row.cells[column];
  return cell ? shownText(page, cell).text : '';
}
