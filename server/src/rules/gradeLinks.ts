import { findGradeStatements, type GradeStatement } from '../model/gradeStatement.ts';
import { isSectionOf } from '../model/headingTree.ts';
import type { JobFamily, Level } from '../model/jobFamily.ts';
import { gradeDestination } from '../model/sectionTemplate.ts';
import type { Profile } from '../profile/profile.ts';
import type { Link } from '../syntax/link.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';

/** A grade that a page states, and whose it is. */
export interface StatedGrade {
  readonly statement: GradeStatement;
  /** Undefined for a sentence or row that belongs to no level. */
  readonly level: Level | undefined;
}

/** Every grade that a page states in page order: its levels', its table's, and what else stands in a Job Grade section. */
export function statedGrades(family: JobFamily, profile: Profile): readonly StatedGrade[] {
  if (last?.family !== family || last.profile !== profile) last = { family, profile, grades: readStatedGrades(family, profile) };
  return last.grades;
}

/** Several rules ask, of one family after another. A weak map would keep what each edit leaves until all of memory is looked at. */
let last: { readonly family: JobFamily; readonly profile: Profile; readonly grades: readonly StatedGrade[] } | undefined;

function readStatedGrades(family: JobFamily, profile: Profile): readonly StatedGrade[] {
  const found = new Map<number, StatedGrade>();
  const add = (statement: GradeStatement | undefined, level: Level | undefined): void => {
    if (statement && !statement.inHeading && !found.has(statement.span.start))
      found.set(statement.span.start, { statement, level });
  };
  for (const level of family.levels) {
    add(level.grade, level);
    add(level.row?.grade, level);
  }
  for (const row of family.gradeRows) add(row.grade, undefined);
  for (const node of family.tree.nodes) {
    if (!isSectionOf(node, ['job-grade'])) continue;
    // A sentence about something else may mention a grade: "there is little data for a grade 9".
    for (const statement of findGradeStatements(family.page, node.blocks, profile, true)) add(statement, undefined);
  }
  return [...found.values()].sort((a, b) => a.statement.span.start - b.statement.span.start);
}

/** The ids of the grade page that a grade link may lead to: the profile's, and those of the page's own grade tables. */
export function gradeAnchors(linked: LinkedFamily): ReadonlySet<string> {
  const ofTables = linked.ladder.source === 'page' ? linked.ladder.sections.flatMap(section => section.anchors) : [];
  return new Set([...linked.profile.grades.anchors, ...ofTables]);
}

/** The destination of a grade link as this page writes its others, or as the profile has it: one that exists, where that can be told. */
export function goodGradeDestination(linked: LinkedFamily): string {
  const written = gradeDestination(linked.family, linked.profile);
  const anchor = goodGradeAnchor(linked, written.split('#')[1]?.replace(/["`\s].*$/, ''));
  return written.includes('{{') ? written : `${written.split('#')[0]}#${anchor}`;
}

/** `wanted` where the grade page has it, else a grade anchor that it has. */
export function goodGradeAnchor(linked: LinkedFamily, wanted: string | undefined): string {
  const { grades } = linked.profile;
  const ids = linked.gradePage === undefined ? undefined : linked.idsOf(linked.gradePage);
  const anchors = gradeAnchors(linked);
  const candidates = [...(wanted !== undefined && anchors.has(wanted) ? [wanted] : []), grades.anchor, ...anchors];
  return candidates.find(anchor => ids?.has(anchor) ?? true) ?? grades.anchor;
}

/** True for a link to the grade page where that page is not in the workspace: nothing can be said of such links. */
export function leadsToAbsentGradePage(linked: LinkedFamily, link: Link): boolean {
  if (linked.gradePage !== undefined) return false;
  const destination = linked.destinationOf(link);
  const page = linked.profile.grades.page;
  if (page === undefined) return false;
  if (destination.type === 'site') return destination.url === page;
  return (
    destination.type === 'ref' &&
    destination.page
      .replace(/\.md$|\/_?index(?:\.md)?$/g, '')
      .split('/')
      .at(-1) === page.split('/').at(-2)
  );
}
