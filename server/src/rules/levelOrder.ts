import * as l10n from '@vscode/l10n';
import { gradeOf, type Level } from '../model/jobFamily.ts';
import { sameRole } from '../model/levelName.ts';
import { defineRule } from './rule.ts';

export const levelOrder = defineRule({
  code: 'level-order',
  severity: 'information',
  summary: 'A level stands behind a higher level of its role and track.',
  rationale: `Levels stand from the lowest grade to the highest, so that each can build on the one before it and readers can follow their
way upwards. Levels of the same grade may stand in any order; management and individual contributors each have their own, and so has
each role where a page has several.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

### Senior Editor

#### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Editor
//~ ^^^^^^

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Junior Editor
//~ ^^^^^^^^^^^^^

#### Job Grade

The Junior Editor is a [grade 5](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      good: `---
title: Editor
---

## Levels

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Senior Editor

#### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Director of Editing

#### Job Grade

The Director of Editing is a [grade 10](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Staff Editor

#### Job Grade

The Staff Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Junior Host

#### Job Grade

The Junior Host is a [grade 5](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ uri, family }, report) {
    for (const [index, level] of family.levels.entries()) {
      const grade = gradeOf(level)?.grade;
      const higher = grade === undefined ? undefined : highestBefore(level, family.levels.slice(0, index));
      if (!higher || gradeOf(higher)!.grade <= grade!) continue;
      report({
        span: level.nameSpan,
        message: l10n.t`“${level.title}” (grade ${grade!}) stands behind “${higher.title}” (grade ${gradeOf(higher)!.grade}). Levels stand from the lowest to the highest.`,
        related: [{ uri, span: higher.nameSpan, message: l10n.t`“${higher.title}” is here.` }],
      });
    }
  },
});

function highestBefore(level: Level, before: readonly Level[]): Level | undefined {
  let highest: Level | undefined;
  for (const other of before) {
    if (other.track !== level.track || !gradeOf(other) || !sameRole(other.name, level.name)) continue;
    if (!highest || gradeOf(other)!.grade > gradeOf(highest)!.grade) highest = other;
  }
  return highest;
}
