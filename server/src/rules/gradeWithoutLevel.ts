import * as l10n from '@vscode/l10n';
import { findGradeStatements } from '../model/gradeStatement.ts';
import { isSectionOf } from '../model/headingTree.ts';
import { findLevel, readLevelName } from '../model/levelName.ts';
import { defineRule } from './rule.ts';

export const gradeWithoutLevel = defineRule({
  code: 'grade-without-level',
  severity: 'warning',
  summary: 'A sentence states the grade of a level that has no heading.',
  rationale: `A level is a heading with its sections. A level that only a grade sentence mentions is missing in the ladder, in exports and
in searches. Add a heading for it, or remove the sentence.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~ ^^^^^^^^^^^^^

## Responsibilities

- Edit
`,
      good: `---
title: Editor
---

## Job Grade

- The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
- The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Responsibilities

- Edit

## Senior Editor

### Responsibilities

- Edit long texts
`,
    },
  ],
  check({ family, page, profile }, report) {
    const known = new Set(family.levels.flatMap(level => level.grade?.span.start ?? []));
    const owned = new Set(family.levels.flatMap(level => level.sections.map(section => section.node)));
    for (const node of family.tree.nodes) {
      // A Job Grade section of no level is reported as misplaced.
      if (!isSectionOf(node, ['job-grade']) || !owned.has(node)) continue;
      for (const { subject, span } of findGradeStatements(page, node.blocks, profile, true)) {
        if (!subject || known.has(span.start)) continue;
        if (findLevel(subject.name, family.levels, profile, [family.title]).type !== 'unknown') continue;
        // "A Baker in Paris" is no level of its own: its seniority is that of one which the page has.
        const { seniority } = readLevelName(subject.name, profile);
        if (family.levels.some(level => level.name.seniority === seniority)) continue;
        report({
          span: subject.span,
          message: l10n.t`“${subject.name}” has a grade and no heading. Add a heading for this level, or remove the sentence.`,
        });
      }
    }
  },
});
