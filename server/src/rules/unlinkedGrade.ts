import * as l10n from '@vscode/l10n';
import { holdsPlaceholder } from '../model/placeholders.ts';
import { textOf } from '../text/span.ts';
import { replaceFix } from './fixes.ts';
import { goodGradeDestination, statedGrades } from './gradeLinks.ts';
import { defineRule } from './rule.ts';

export const unlinkedGrade = defineRule({
  code: 'unlinked-grade',
  severity: 'warning',
  summary: 'A grade is stated without a link to the page with the company’s grades.',
  rationale: `A grade is a number that means something only beside the grade table. The link takes the reader there. Often it was
there once and lost a bracket: then the address stands in the text for everybody to read.`,
  examples: [
    {
      title: 'No link',
      bad: `---
title: Editor
---

## Job Grade

The Editor is a grade 6.
//~             ^^^^^^^
`,
      good: `---
title: Editor
---

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
    {
      title: 'A lost bracket',
      bad: `---
title: Editor
---

### Editor

#### Job Grade

The Editor is a grade 6 (/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

### Senior Editor

#### Job Grade

The Senior Editor is a [grade 7] (/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      good: `---
title: Editor
---

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Senior Editor

#### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
    {
      title: 'A cell of the grade table, linked as the other rows are',
      bad: `---
title: Editor
---

## Job Grades

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#customer-success) |
| [Senior Editor](#senior-editor) | Grade 7 |
//~                                 ^^^^^^^

## Editor

## Senior Editor
`,
      good: `---
title: Editor
---

## Job Grades

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |

## Editor
`,
      fixed: `---
title: Editor
---

## Job Grades

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#customer-success) |
| [Senior Editor](#senior-editor) | [Grade 7](/handbook/total-rewards/compensation/compensation-calculator/#customer-success) |

## Editor

## Senior Editor
`,
    },
  ],
  check({ linked, family, text, profile }, report) {
    for (const level of family.levels) {
      const resource = level.gradeResource;
      if (!resource || resource.link) continue;
      // An address that is still to be filled in is told as such.
      if (holdsPlaceholder(/^\]\([^)\n]*/.exec(text.slice(resource.span.end, resource.span.end + 200))?.[0] ?? '', profile))
        continue;
      const url = profile.grades.resource?.url;
      const name = textOf(text, resource.span);
      report({
        span: resource.span,
        message: l10n.t`“${name}” has no link: readers of “${level.title}” cannot find its grade.`,
        fixes: url === undefined ? [] : [replaceFix(l10n.t`Link to ${url}`, resource.span, `[${name}](${url})`, { safe: true })],
      });
    }
    if (profile.grades.page === undefined) return;
    for (const { statement } of statedGrades(family, profile)) {
      if (statement.link) continue;
      const words = textOf(text, statement.span);
      const { brokenLink } = statement;
      if (brokenLink) {
        // The sentence's full stop may have slipped between the words and their address.
        const stop = textOf(text, brokenLink.span).includes('. (') || textOf(text, brokenLink.span).includes('.(') ? '.' : '';
        report({
          span: brokenLink.span,
          message: l10n.t`The link on “${words}” has lost a bracket, so readers see its address. Write it as [${words}](address), with no space between.`,
          fixes: [
            replaceFix(l10n.t`Mend the link`, brokenLink.span, `[${words}](${brokenLink.destination})${stop}`, { safe: true }),
          ],
        });
        continue;
      }
      const bracketed = text.charAt(statement.span.start - 1) === '[' && text.charAt(statement.span.end) === ']';
      const span = bracketed ? { start: statement.span.start - 1, end: statement.span.end + 1 } : statement.span;
      report({
        span,
        message: l10n.t`“${words}” has no link to the page with the grade table.`,
        fixes: [
          replaceFix(l10n.t`Link the grade to the grade table`, span, `[${words}](${goodGradeDestination(linked)})`, {
            safe: true,
          }),
        ],
      });
    }
  },
});
