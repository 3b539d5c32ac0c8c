import * as l10n from '@vscode/l10n';
import { replaceFix } from './fixes.ts';
import { levelMeant } from './levelMeant.ts';
import { defineRule } from './rule.ts';

export const gradeNamesAnotherLevel = defineRule({
  code: 'grade-names-another-level',
  severity: 'warning',
  summary: 'The sentence that states a level’s grade speaks of another level.',
  rationale: `Mostly the section was copied from the level above, and the name was left as it was. Then nobody can tell whose grade
it is. Shortened names and slips of the keys are not told here.`,
  examples: [
    {
      title: 'Another level of the page',
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Managing Editor

### Job Grade

The Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~ ^^^^^^
`,
      good: `---
title: Editor
---

## Editor (Intermediate)

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Manager, Editing

### Job Grade

The Editing Manager is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Managing Editor

### Job Grade

The Managing Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
    {
      title: 'A level that the page does not have',
      bad: `---
title: Editor
---

## Staff Editor

### Job Grade

The Senior Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~ ^^^^^^^^^^^^^
`,
      good: `---
title: Editor
---

## Staff Editor

### Job Grade

The Staff Edtior is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Staff Editor

### Job Grade

The Staff Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ uri, family, profile }, report) {
    for (const level of family.levels) {
      const subject = (level.grade ?? level.gradeResource)?.subject;
      if (!level.node || !subject) continue;
      const other = levelMeant(family, level, subject.name, profile);
      if (other === 'own') continue;
      report({
        span: subject.span,
        message: l10n.t`This sentence stands under “${level.title}” and speaks of “${subject.name}”.`,
        related: other === 'none' ? [] : [{ uri, span: other.nameSpan, message: l10n.t`“${other.title}” is here.` }],
        fixes: [replaceFix(l10n.t`Change to “${level.title}”`, subject.span, level.title)],
      });
    }
  },
});
