import * as l10n from '@vscode/l10n';
import { gradesForLevel, gradesOf, rowsOfGrade, sectionForAnchor } from '../model/gradeLadder.ts';
import { gradeOf } from '../model/jobFamily.ts';
import { managesFunction } from '../model/levelName.ts';
import { writtenAnchor } from '../syntax/link.ts';
import { oneOf } from './quoted.ts';
import { defineRule } from './rule.ts';

export const gradeUnlikeLadder = defineRule({
  code: 'grade-unlike-ladder',
  severity: 'information',
  summary: 'The company’s ladder gives levels of this seniority another grade.',
  rationale: `The ladder says which grade a Senior, a Staff or a Director has. A level may differ from it on purpose; more often a
number was mistyped, or stayed behind when a level was copied. The ladder's table is the one that the grade's link leads to; a
grade that any other of its tables gives such a level is not told. Names that the ladder does not know are not told either.

It is information, since a company may well grade a level apart.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Staff Editor

### Job Grade

The Staff Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~                    ^^^^^^^
`,
      good: `---
title: Editor
---

## Staff Editor

### Job Grade

The Staff Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Staff Host

### Job Grade

The Staff Host is a [grade 9](/handbook/total-rewards/compensation/compensation-calculator/#customer-success).

## Editor of Things

### Job Grade

The Editor of Things is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ linked, family, profile }, report) {
    const { ladder } = linked;
    // What another rule says: the grades of the page are not checked.
    if (profile.grades.page !== undefined && linked.gradePage === undefined) return;
    const known = gradesOf(ladder);
    for (const level of family.levels) {
      const own = gradeOf(level);
      // A name without a word of seniority says nothing of a grade; who manages a function is graded apart.
      if (!own || level.name.seniority.unmarked === true || managesFunction(level.name, profile)) continue;
      // A grade that no table has is told by its own rule.
      if (!known.includes(own.grade)) continue;
      const linkedSection = sectionForAnchor(ladder, own.link && writtenAnchor(own.link));
      const wanted = linkedSection ? gradesForLevel(linkedSection, level.name, level.track, profile) : [];
      if (wanted.length === 0) continue;
      const anywhere = ladder.sections.flatMap(section => gradesForLevel(section, level.name, level.track, profile));
      if (anywhere.includes(own.grade)) continue;
      const row = rowsOfGrade(ladder, wanted[0]!).find(one => one.section === linkedSection)?.row;
      const span =
        row?.line === undefined || linked.gradePage === undefined ? undefined : linked.lineSpanOf(linked.gradePage, row.line);
      report({
        span: own.span,
        message: l10n.t`“${level.title}” has grade ${own.grade}. The company’s ladder gives ${level.name.seniority.name} grade ${oneOf(wanted.map(String))}.`,
        related: span ? [{ uri: linked.gradePage!, span, message: l10n.t`The ladder’s row of grade ${wanted[0]!}.` }] : [],
      });
    }
  },
});
