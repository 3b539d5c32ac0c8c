import * as l10n from '@vscode/l10n';
import { gradeOf, type Level } from '../model/jobFamily.ts';
import { sameRole } from '../model/levelName.ts';
import { defineRule } from './rule.ts';

export const gradeOrder = defineRule({
  code: 'grade-order',
  severity: 'warning',
  summary: 'A more senior level of a track has a lower grade than a more junior one.',
  rationale: `Grades rise with seniority: a Senior has a higher grade than a Junior, a Director a higher one than a Manager. Where
they do not, one of the two was mistyped or copied. Levels of the same grade are fine; roles
of different names are not compared, nor are the tracks, management and individual contributor.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Senior Editor

### Job Grade

The Senior Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~                     ^^^^^^^
`,
      good: `---
title: Editor
---

## Senior Editor

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Editor

### Job Grade

The Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Manager, Editing

### Job Grade

The Manager, Editing is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Principal Editor

### Job Grade

The Principal Editor is a [grade 9](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ uri, family }, report) {
    for (const level of family.levels) {
      const own = gradeOf(level);
      const junior = own && highestJunior(level, family.levels);
      if (!junior || gradeOf(junior)!.grade <= own.grade) continue;
      const other = gradeOf(junior)!;
      report({
        span: own.span,
        message: l10n.t`“${level.title}” has grade ${own.grade}, and “${junior.title}”, which is more junior, has grade ${other.grade}.`,
        related: [{ uri, span: other.span, message: l10n.t`“${junior.title}” is a grade ${other.grade}.` }],
      });
    }
  },
});

/** Of the more junior levels of a level's role and track, the one of the highest grade. */
function highestJunior(level: Level, levels: readonly Level[]): Level | undefined {
  const juniors = levels.filter(
    other =>
      other.track === level.track &&
      other.name.seniority.rank < level.name.seniority.rank &&
      gradeOf(other) !== undefined &&
      sameRole(other.name, level.name),
  );
  return juniors.reduce<Level | undefined>(
    (best, other) => (best && gradeOf(best)!.grade >= gradeOf(other)!.grade ? best : other),
    undefined,
  );
}
