import * as l10n from '@vscode/l10n';
import { gradesOf } from '../model/gradeLadder.ts';
import { gradeForName } from '../model/sectionTemplate.ts';
import { textOf } from '../text/span.ts';
import { replaceFix } from './fixes.ts';
import { statedGrades } from './gradeLinks.ts';
import { defineRule } from './rule.ts';

export const unknownGrade = defineRule({
  code: 'unknown-grade',
  severity: 'warning',
  summary: 'A stated grade is in none of the company’s grade tables.',
  rationale: `Grades come from the tables on the grade page. A number that stands in none of them has no pay range. The quick fix
offers the grade that the table gives a level of this name, where there is just one.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Senior Editor

### Job Grade

The Senior Editor is a [grade 13](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~                     ^^^^^^^^
`,
      good: `---
title: Editor
---

## Senior Editor

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Senior Editor

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ linked, family, text, profile }, report) {
    const known = gradesOf(linked.ladder);
    for (const { statement, level } of statedGrades(family, profile)) {
      if (known.includes(statement.grade)) continue;
      const wanted = level && gradeForName(family, level.name, linked.ladder, profile);
      const words = textOf(text, statement.span);
      report({
        span: statement.span,
        message: l10n.t`There is no grade ${statement.grade} in the company’s grade tables. They know ${[...known].reverse().join(', ')}.`,
        fixes:
          wanted === undefined
            ? []
            : [replaceFix(l10n.t`Change to grade ${wanted}`, statement.span, words.replace(/\d+(?!.*\d)/, String(wanted)))],
      });
    }
  },
});
