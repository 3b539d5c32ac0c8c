import * as l10n from '@vscode/l10n';
import { ancestorsOf, type HeadingNode, isSectionOf } from '../../model/headingTree.ts';
import { type GradeRow, gradeOf, type JobFamily, type Level, ownSection, type Section } from '../../model/jobFamily.ts';
import { braceHole, newSection } from '../../model/sectionTemplate.ts';
import { canonicalName, type Profile } from '../../profile/profile.ts';
import { comparedText } from '../../rules/similarity.ts';
import type { Table } from '../../syntax/block.ts';
import { shownText } from '../../syntax/page.ts';
import { containsSpan, type Span, textOf, touches } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import { lineEndOf, type Refactoring, type RefactoringPlace } from './refactoring.ts';

/** Turns the page's grade table into a sentence at each level. */
export const gradeTableToSentences: Refactoring = {
  kind: 'refactor.rewrite.jobFamily.gradeTableToSentences',
  leaves: 'same',
  offer(place) {
    const { family, linked, profile } = place;
    const table = tableAt(place);
    const rows = table && family.gradeRows.filter(row => containsSpan(table.span, row.span));
    if (!table || !rows || rows.length !== table.rows.length || table.header.cells.length !== 2 || profile.grades.resource)
      return undefined;
    const levels = rows.map(row => family.levels.find(level => level.row === row));
    if (!levels.every((level, at) => level?.node && canHaveSentence(place, level, rows[at]!))) return undefined;
    if (levels.every(level => level!.grade)) return undefined;
    return {
      title: l10n.t`Write the grades of this table as a sentence at each level`,
      edits: () => [
        tableRemoval(family, table),
        ...levels.flatMap(level => {
          if (level!.grade) return [];
          const sentence = sentenceOf(place, level!);
          const { offset, text } = newSection(family, level, 'job-grade', linked.ladder, profile, braceHole, sentence);
          return [{ span: { start: offset, end: offset }, newText: text }];
        }),
      ],
    };
  },
};

/** Turns the grade sentences of all levels into a table over the levels. A sentence that says more stays where it is. */
export const gradeSentencesToTable: Refactoring = {
  kind: 'refactor.rewrite.jobFamily.gradeSentencesToTable',
  leaves: 'same',
  offer(place) {
    const { family, heading, level, section } = place;
    const isHere =
      (section?.kind === 'job-grade' && level?.sections.includes(section)) ||
      (heading !== undefined && (isSectionOf(heading, ['levels']) || family.levels.some(one => one.node === heading)));
    if (!isHere || family.levels.length < 2 || family.gradeRows.length > 0 || !family.levels.every(canHaveRow)) return undefined;
    const plain = family.levels.flatMap(one => plainGradeSection(place, one) ?? []);
    if (plain.length < 2) return undefined;
    return {
      title: l10n.t`Gather the grades of the ${family.levels.length} levels in a table`,
      edits: () => [
        tableInsertion(place),
        ...plain.map(({ node }) => ({ span: { start: node.heading.span.start, end: node.span.end }, newText: '' })),
      ],
    };
  },
};

function tableAt({ family, page, span }: RefactoringPlace): Table | undefined {
  if (family.gradeRows.length === 0) return undefined;
  return page.blocks.find((block): block is Table => block.type === 'table' && touches(block.span, span.start));
}

/**
 * A level that states no grade and has no place for it yet, or states the grade of its row among other words. Where it has a mere
 * sentence besides its row, the table would only be dropped.
 */
function canHaveSentence(place: RefactoringPlace, level: Level, row: GradeRow): boolean {
  if (!row.grade) return false;
  if (!level.grade) return ownSection(level, 'job-grade') === undefined;
  return level.grade.grade === row.grade.grade && !plainGradeSection(place, level);
}

/** The grade that a level has by its row, as a sentence. */
export function sentenceOf({ page, profile }: Pick<RefactoringPlace, 'page' | 'profile'>, level: Level): string {
  const { grade, link } = level.row!.grade!;
  const words = profile.grades.linkText.replace('{number}', String(grade));
  const linked = link ? `[${words}](${textOf(page.text, link.destinationSpan)})` : words;
  return profile.grades.sentence.replace('{level}', level.title).replace('{grade}', linked);
}

/** The table, with its heading where that holds nothing else, and the blank lines behind. */
function tableRemoval({ page, tree }: JobFamily, { span }: Table): SpanEdit {
  const over = tree.nodes.findLast(node => node.blocks.some(block => block.span.start === span.start));
  const isAlone =
    over !== undefined && over.blocks.length === 1 && over.children.length === 0 && isSectionOf(over, ['job-grade']);
  const start = isAlone ? over.heading.span.start : span.start;
  const blank = /^\s*/.exec(page.text.slice(span.end))![0];
  // At the page's end the last line keeps its end.
  const end = span.end + blank.length === page.text.length ? span.end : span.end + blank.length;
  return { span: { start, end }, newText: '' };
}

function canHaveRow(level: Level): boolean {
  const written = level.grade && !level.grade.brokenLink;
  return written === true && level.node !== undefined && level.anchor !== '' && !/[[\]|]/.test(level.title);
}

/** The Job Grade section of a level that says its grade and nothing else. */
function plainGradeSection({ page, profile }: RefactoringPlace, level: Level): Section | undefined {
  const sections = level.sections.filter(section => section.kind === 'job-grade');
  const [section] = sections;
  const [block] = section?.blocks ?? [];
  const { grade } = level;
  if (!section || !block || !grade || sections.length > 1 || section.blocks.length > 1 || block.type !== 'paragraph')
    return undefined;
  if (section.node.children.length > 0 || section.node.section!.kinds.length > 1 || section.node.parent !== level.node)
    return undefined;
  const said = comparedText(shownText(page, block.span).text).joined;
  const words = shownText(page, grade.span).text;
  const plain = comparedText(profile.grades.sentence.replace('{level}', level.title).replace('{grade}', words)).joined;
  return said === plain ? section : undefined;
}

function tableInsertion({ family, page, profile }: RefactoringPlace): SpanEdit {
  const newline = lineEndOf(page);
  const { table } = profile.grades;
  const lines = [
    `| ${table.title[0]} | ${table.grade[0]} |`,
    '|---|---|',
    ...family.levels.map(level => `| [${level.title}](#${level.anchor}) | ${gradeCell(page.text, level, profile)} |`),
  ];
  const first = family.levels[0]!.node!;
  const over = ancestorsOf(first).find(node => isSectionOf(node, ['levels']));
  if (over) {
    const end = endOfOwnWords(over);
    return { span: end, newText: `${newline}${newline}${lines.join(newline)}` };
  }
  const heading = `${'#'.repeat(first.heading.level)} ${canonicalName(profile, 'job-grade')}`;
  const at = { start: first.heading.span.start, end: first.heading.span.start };
  return { span: at, newText: `${[heading, '', ...lines, '', ''].join(newline)}` };
}

export function endOfOwnWords(node: HeadingNode): Span {
  const end = node.blocks.at(-1)?.span.end ?? node.heading.span.end;
  return { start: end, end };
}

function gradeCell(text: string, level: Level, { grades }: Profile): string {
  const { grade, link } = gradeOf(level)!;
  const words = grades.linkText.replace('{number}', String(grade));
  const written = words.charAt(0).toUpperCase() + words.slice(1);
  return link ? `[${written}](${textOf(text, link.destinationSpan)})` : written;
}
