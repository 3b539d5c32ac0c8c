import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { gradesOf, rowsOfGrade } from '../../model/gradeLadder.ts';
import { gradeOf, ownSection } from '../../model/jobFamily.ts';
import { gradeForName, gradeLink, gradeSentence, resourceSentence } from '../../model/sectionTemplate.ts';
import { type CompletionPlace, replaceItem } from './place.ts';
import { hole } from './snippet.ts';

/** In a Job Grade section: the sentence with the grade that the ladder gives the level, and behind "is a" every grade. */
export function gradeItems(place: CompletionPlace): CompletionItem[] {
  const { level, family, linked } = place;
  if (!level) return [];
  const inGradeSection = place.section?.kind === 'job-grade';
  if (
    !inGradeSection &&
    ((gradeOf(level) ?? level.gradeResource) !== undefined ||
      ownSection(level, 'job-grade') !== undefined ||
      place.section !== undefined ||
      level.node === undefined)
  )
    return [];
  const starts = /^\s*(?:The\b[\w ,.()&-]*)?$/i.test(place.before) && (inGradeSection || place.before !== '');
  const elsewhere = resourceSentence(family, level.title, linked.profile, hole);
  if (elsewhere !== undefined)
    return starts
      ? [
          replaceItem(place, place.lineSpan, {
            label: elsewhere.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'),
            kind: CompletionItemKind.Value,
            template: elsewhere,
            sortText: '00',
            preselect: true,
          }),
        ]
      : [];
  const likely = gradeForName(family, level.name, linked.ladder, linked.profile);
  const grades = gradesOf(linked.ladder).toSorted((a, b) => Number(b === likely) - Number(a === likely) || a - b);
  const writing = /\b(?:is|as)\s+an?\s+(\[?[\w ]*)$/i.exec(place.before);
  if (writing) {
    const span = { start: place.offset - writing[1]!.length, end: place.offset };
    return grades.map((grade, order) =>
      item(place, span, grade, gradeLink(family, String(grade), linked.profile), order, `grade ${grade}`),
    );
  }
  if (!starts) return [];
  return grades.map((grade, order) => {
    const sentence = gradeSentence(family, level.title, String(grade), linked.profile);
    return item(place, place.lineSpan, grade, sentence, order, `The ${level.title} is a grade ${grade}`);
  });
}

function item(
  place: CompletionPlace,
  span: { readonly start: number; readonly end: number },
  grade: number,
  template: string,
  order: number,
  label: string,
): CompletionItem {
  const rows = rowsOfGrade(place.linked.ladder, grade);
  const has = rows.flatMap(({ row }) => [...row.management, ...row.individualContributor]);
  return replaceItem(place, span, {
    label,
    kind: CompletionItemKind.Value,
    detail: [...new Set(has)].join(', '),
    template,
    sortText: String(order).padStart(2, '0'),
    preselect: order === 0,
  });
}
