import { gradeOf, ownSection } from '../model/jobFamily.ts';
import { canonicalName } from '../profile/profile.ts';
import { addSectionFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const missingJobGrade = defineRule({
  code: 'missing-job-grade',
  severity: 'error',
  summary: 'A level states no job grade, neither in its own section nor in the page’s grade table.',
  rationale: `Every level has a job grade: pay ranges, the calculator and the ladder hang on it. Add a Job Grade section with the grade
sentence, or a row for the level in the page's grade table.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

### Senior Editor
//~ ^^^^^^^^^^^^^

#### Senior Editor Responsibilities

- Edit long texts
`,
      good: `---
title: Editor
---

## Levels

### Senior Editor

#### Senior Editor Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Senior Editor Responsibilities

- Edit long texts
`,
      fixed: `---
title: Editor
---

## Levels

### Senior Editor

#### Senior Editor Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Senior Editor Responsibilities

- Edit long texts
`,
    },
  ],
  check({ linked, family, profile }, report) {
    for (const level of family.levels) {
      if (gradeOf(level)) continue;
      const section = ownSection(level, 'job-grade');
      const name = canonicalName(profile, 'job-grade');
      report({
        span: section?.heading.contentSpan ?? level.nameSpan,
        message: section ? `The ${name} of “${level.title}” states no grade.` : `“${level.title}” has no ${name}.`,
        fixes: level.node && !section ? [addSectionFix(linked, level, 'job-grade')] : [],
      });
    }
  },
});
