import * as l10n from '@vscode/l10n';
import { gradeOf, type Level } from '../model/jobFamily.ts';
import { isSpecialty } from '../model/levelHeading.ts';
import { defineRule } from './rule.ts';

export const extendsMoreSenior = defineRule({
  code: 'extends-more-senior',
  severity: 'information',
  summary: 'A level extends a more senior level of its track.',
  rationale: `A level extends the one below it. Extending the one above asks of a Junior all that a Senior must do, and more.
Usually the two names were swapped, or the section was copied. Levels of different tracks are not compared, and a sentence that takes
a part back (“all requirements of the level above, but without …”) is not reported.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Extends the Senior Editor requirements
//~           ^^^^^^^^^^^^^

## Senior Editor

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Careful reading
`,
      good: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Careful reading

## Senior Editor

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Extends the Editor requirements

## Principal Editor

### Job Grade

The Principal Editor is a [grade 9](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Extends the Senior Editor requirements

## Manager, Editing

### Job Grade

The Manager, Editing is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Extends the Principal Editor requirements

## Associate Editor

### Job Grade

The Associate Editor is a [grade 5](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Extends the Editor requirements, but without a portfolio
`,
    },
  ],
  check({ linked, family }, report) {
    for (const level of family.levels) {
      if (isSpecialty(level)) continue;
      for (const reference of level.extends) {
        const target = linked.resolveExtends(reference);
        if (reference.amended || reference.kinds.length === 0) continue;
        if (!target?.level || target.level === level || !isMoreSenior(target.level, level)) continue;
        report({
          span: reference.targetSpan,
          message: l10n.t`“${level.title}” extends “${target.level.title}”, which is more senior. Extend a level below it.`,
          related: [{ uri: target.uri, span: target.level.nameSpan, message: l10n.t`“${target.level.title}” is here.` }],
        });
      }
    }
  },
});

/** By both measures, as far as both are known: a word of seniority alone means something else in every department. */
function isMoreSenior(other: Level, level: Level): boolean {
  if (other.track !== level.track) return false;
  const [theirs, own] = [gradeOf(other)?.grade, gradeOf(level)?.grade];
  const [rank, ownRank] = [other.name.seniority.rank, level.name.seniority.rank];
  return theirs !== undefined && own !== undefined ? theirs > own && rank >= ownRank : rank > ownRank;
}
