import type { LevelView } from '../ladder/ladderView.ts';
import { type LadderStrings, ladderStrings } from '../ladder/strings.ts';
import type { BulletView, TextBlock } from '../ladder/textBlock.ts';
import { familiesByDepartment } from './departments.ts';
import type { ExportedFamily } from './exportedFamily.ts';

/** Families as Markdown: for each a table with a column a level and a row a section, its bullets as lines of the cell. */
export function markdownTables(
  families: readonly ExportedFamily[],
  title: string,
  strings: LadderStrings = ladderStrings(),
): string {
  if (families.length === 1) return `${familyMarkdown(families[0]!, '#', strings)}\n`;
  const departments = familiesByDepartment(families);
  const isOne = departments.length === 1;
  const parts = departments.flatMap(({ department, families: some }) => [
    ...(department === undefined || isOne ? [] : [`## ${escaped(department)}`]),
    ...some.map(family => familyMarkdown(family, isOne ? '##' : '###', strings)),
  ]);
  return `${[`# ${escaped(title)}`, ...parts].join('\n\n')}\n`;
}

function familyMarkdown({ title, view }: ExportedFamily, depth: string, strings: LadderStrings): string {
  const name = `${depth} ${escaped(title === '' ? strings.untitled : title)}`;
  const base = view.base.length > 0 ? [{ kind: 'base' } as const] : [];
  const columns = [...base, ...view.levels.map(level => ({ kind: 'level', level }) as const)];
  const cellsOf = (section: (typeof view.sections)[number]): string[] =>
    columns.map(column => {
      if (column.kind === 'base')
        return view.base
          .filter(one => one.kind === section.kind)
          .map(one => linesOf(one.blocks).join(BREAK))
          .join(BREAK);
      return levelCell(column.level, section.kind, base.length > 0, strings);
    });
  const heads = columns.map(column => (column.kind === 'base' ? strings.base : escaped(column.level.title)));
  const grades = columns.map(column => (column.kind === 'base' ? strings.baseNote : gradeText(column.level, strings)));
  const rows = view.sections
    .map(section => ({ section, cells: cellsOf(section) }))
    .filter(row => row.cells.some(cell => cell !== ''));
  const table =
    columns.length === 0
      ? []
      : [
          [
            rowOf(['', ...heads]),
            rowOf(['', ...columns].map(() => '---')),
            rowOf([strings.grade, ...grades]),
            ...rows.map(({ section, cells }) => rowOf([escaped(section.title), ...cells])),
          ].join('\n'),
        ];
  const shared = view.shared.map(section => {
    const heading = view.sections.find(one => one.kind === section.kind)?.title ?? section.kind;
    return [`**${escaped(heading)}** (${strings.wholeFamily})`, linesOf(section.blocks).join('\\\n')].join('\n\n');
  });
  const empty = view.levels.length === 0 ? [escaped(strings.noLevels)] : [];
  return [name, ...empty, ...table, ...shared].join('\n\n');
}

const BREAK = '<br>';

function levelCell(level: LevelView, kind: string, hasBase: boolean, strings: LadderStrings): string {
  const section = level.sections.find(one => one.kind === kind);
  if (!section) return '';
  const inherited = section.inherited.filter(group => group.level !== undefined || group.family !== undefined || !hasBase);
  const count = inherited.reduce((sum, group) => sum + group.bullets.length, 0);
  const names = inherited.map(group => group.level);
  return [...(count > 0 ? [escaped(strings.inheritedFrom(count, names))] : []), ...linesOf(section.blocks)].join(BREAK);
}

function gradeText(level: LevelView, strings: LadderStrings): string {
  return level.grade === undefined ? (level.label ?? strings.noGrade) : String(level.grade.number);
}

function linesOf(blocks: readonly TextBlock[]): string[] {
  return blocks.flatMap(linesOfBlock);
}

function linesOfBlock(block: TextBlock): string[] {
  switch (block.type) {
    case 'list':
      return bulletLines(block.bullets, block.ordered);
    case 'paragraph':
    case 'block':
      return [escaped(block.text.plain)];
    case 'code':
      return [escaped(block.text)];
  }
}

function bulletLines(bullets: readonly BulletView[], ordered = false, indent = ''): string[] {
  return bullets.flatMap((bullet, index) => [
    `${indent}${ordered ? `${index + 1}\\.` : '•'} ${escaped(bullet.text.plain)}`,
    ...bulletLines(bullet.children, false, `${indent}&emsp;`),
  ]);
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Words that Markdown shows as they are, on one line: no page's text makes a tag, a link, a heading or another cell. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]#|~<>&$!]/g, '\\$&')
    .replace(/^([+-])(?=\s|$)/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/\b(https?|ftp|mailto)(:)/gi, '$1\\$2')
    .replace(/\b(www)\./gi, '$1\\.')
    .replaceAll('@', '\\@');
}
