import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { gradeColumns } from '../../model/gradeTable.ts';
import { type GradeRow, gradeOf, type Level } from '../../model/jobFamily.ts';
import { gradeForName, gradeLink } from '../../model/sectionTemplate.ts';
import type { Table } from '../../syntax/block.ts';
import { shownText } from '../../syntax/page.ts';
import { textOf } from '../../text/span.ts';
import { type CompletionPlace, replaceItem } from './place.ts';
import { hole } from './snippet.ts';

/** On a new row of the page's grade table, or right below it: a row for each level that has none, those below the row above first. */
export function gradeRowItems(place: CompletionPlace): CompletionItem[] {
  const { family, linked } = place;
  const table = tableAt(place);
  const columns = table && gradeColumns(family.page, table, linked.profile);
  if (!table || !columns || !/^\s*(?:\|.*)?$/.test(place.before)) return [];
  const isHere = (row: GradeRow): boolean => row.span.start >= place.lineSpan.start && row.span.end <= place.lineSpan.end;
  if (family.levels.some(level => level.row && isHere(level.row))) return [];
  const rows = family.gradeRows.filter(row => row.span.start < place.lineSpan.start && row.span.start >= table.span.start);
  const above = family.levels.findLastIndex(level => level.row !== undefined && level.row === rows.at(-1));
  const lacking = family.levels.filter(level => !level.row && level.node);
  const follows = (level: Level): boolean => family.levels.indexOf(level) > above;
  return lacking
    .toSorted((a, b) => Number(follows(b)) - Number(follows(a)))
    .map((level, order) => {
      const cells = table.header.cells.map((header, column) => {
        if (column === columns.title) return `[${level.title}](#${level.anchor})`;
        if (column === columns.grade) return gradeCell(place, level, rows[0]);
        return hole(shownText(family.page, header).text.trim());
      });
      return replaceItem(place, place.lineSpan, {
        label: level.title,
        kind: CompletionItemKind.Value,
        detail: l10n.t`Row of the grade table`,
        template: `| ${cells.join(' | ')} |`,
        filterText: `| ${level.title}`,
        sortText: String(order).padStart(2, '0'),
        preselect: order === 0,
      });
    });
}

/** The table that the cursor's line is a row of, or may become one of. */
function tableAt({ family: { page }, lineSpan }: CompletionPlace): Table | undefined {
  const line = page.lines.lineAt(lineSpan.start);
  const table = page.blocks.findLast(block => block.span.start < lineSpan.start);
  if (table?.type !== 'table') return undefined;
  const first = page.lines.lineAt(table.header.span.start) + 2;
  return first <= line && line <= page.lines.lineAt(table.span.end) + 1 ? table : undefined;
}

/** The grade as another row of the table writes it, with the level's own number; a hole where nothing tells it. */
function gradeCell(place: CompletionPlace, level: Level, other: GradeRow | undefined): string {
  const { family, linked } = place;
  const grade = gradeOf(level)?.grade ?? gradeForName(family, level.name, linked.ladder, linked.profile);
  const number = grade === undefined ? hole(linked.profile.grades.unknownNumber) : String(grade);
  const written = other?.grade && textOf(family.page.text, other.gradeSpan);
  // The number's first place: behind it the address of a link may hold it again.
  const pattern = new RegExp(`(?<!\\d)${other?.grade?.grade}(?!\\d)`);
  return written && pattern.test(written) ? written.replace(pattern, () => number) : gradeLink(family, number, linked.profile);
}
