import type { Profile } from '../profile/profile.ts';
import type { Table } from '../syntax/block.ts';
import { type PageSyntax, shownText } from '../syntax/page.ts';

/** Which columns of a table hold what, counted from 0. */
export interface GradeColumns {
  readonly title: number;
  readonly grade: number;
}

/** The columns of a grade table by the names in its header; undefined for any other table. */
export function gradeColumns(page: PageSyntax, table: Table, profile: Profile): GradeColumns | undefined {
  const wanted = profile.grades.table.grade.map(name => name.toLowerCase());
  const { cells } = table.header;
  const grade = cells.findIndex(cell => wanted.includes(shownText(page, cell).text.trim().toLowerCase()));
  const title = cells.findIndex((_, column) => column !== grade);
  return grade < 0 || title < 0 ? undefined : { title, grade };
}
