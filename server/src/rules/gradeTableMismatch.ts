import * as l10n from '@vscode/l10n';
import type { GradeStatement } from '../model/gradeStatement.ts';
import { textOf } from '../text/span.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const gradeTableMismatch = defineRule({
  code: 'grade-table-mismatch',
  severity: 'warning',
  summary: 'The page’s grade table gives a level another grade than its Job Grade section.',
  rationale: `A reader who sees two grades for one level believes neither. Decide which is right and write it in both places; the
quick fix takes the section's grade, a second one the table's.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |
//~                    ^^^^^^^

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      good: `---
title: Editor
---

## Levels

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Levels

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ uri, family, text }, report) {
    const change = (title: string, statement: GradeStatement, grade: number, preferred: boolean): Fix =>
      replaceFix(title, statement.span, textOf(text, statement.span).replace(/\d+(?!.*\d)/, String(grade)), { preferred });
    for (const level of family.levels) {
      const inRow = level.row?.grade;
      const inSection = level.grade;
      if (!inRow || !inSection || inRow.grade === inSection.grade) continue;
      report({
        span: inRow.span,
        message: l10n.t`The table gives “${level.title}” grade ${inRow.grade}, its own text grade ${inSection.grade}.`,
        related: [{ uri, span: inSection.span, message: l10n.t`Grade ${inSection.grade} is stated here.` }],
        fixes: [
          change(l10n.t`Change the table to grade ${inSection.grade}`, inRow, inSection.grade, true),
          change(l10n.t`Change the text of “${level.title}” to grade ${inRow.grade}`, inSection, inRow.grade, false),
        ],
      });
    }
  },
});
