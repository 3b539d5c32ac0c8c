import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.ts';

export const levelWithoutTableRow = defineRule({
  code: 'level-without-table-row',
  severity: 'warning',
  summary: 'The page has a grade table, and one of its levels has no row there.',
  rationale: `Who reads the table takes it for the whole family. Add a row for the level, with a link to its heading.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |

### Editor

#### Responsibilities

- Edit

### Senior Editor
//~ ^^^^^^^^^^^^^

#### Responsibilities

- Edit more
`,
      good: `---
title: Editor
---

## Levels

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |
| Sr. Editor | [Grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |

### Editor

#### Responsibilities

- Edit

### Senior Editor

#### Responsibilities

- Edit more
`,
    },
  ],
  check({ uri, family }, report) {
    // A table that stands for few of the levels is about something else than the whole family.
    const withRow = family.levels.filter(level => level.row).length;
    if (withRow * 2 < family.levels.length) return;
    const [first] = family.gradeRows;
    for (const level of family.levels) {
      if (level.row || !level.node || !first) continue;
      report({
        span: level.nameSpan,
        message: l10n.t`“${level.title}” has no row in the grade table of this page.`,
        related: [{ uri, span: first.span, message: l10n.t`The table begins here.` }],
      });
    }
  },
});
