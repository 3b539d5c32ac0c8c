import * as l10n from '@vscode/l10n';
import { standsUnder } from '../model/headingTree.ts';
import type { GradeRow, Level } from '../model/jobFamily.ts';
import { findLevel, nearestLevel, readLevelName } from '../model/levelName.ts';
import type { Profile } from '../profile/profile.ts';
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
  check({ uri, family, profile }, report) {
    const [first] = family.gradeRows;
    if (!first) return;
    const matched = new Set(family.levels.flatMap(level => level.row ?? []));
    const unmatched = family.gradeRows.filter(row => !matched.has(row));
    // A table may be about one group: only a level among others that have rows lacks one.
    for (const level of family.levels) {
      if (level.row || !level.node || standsUnder(level.node, profile.noLevelsUnder)) continue;
      const others = family.levels.filter(one => one !== level && one.node?.parent === level.node!.parent);
      if (others.filter(one => one.row).length * 2 <= others.length) continue;
      if (namesSeveral(level, unmatched, profile)) continue;
      report({
        span: level.nameSpan,
        message: l10n.t`“${level.title}” has no row in the grade table of this page.`,
        related: [{ uri, span: first.span, message: l10n.t`The table begins here.` }],
      });
    }
  },
});

/** True if a row may mean a level: by a shortened name that fits several, or by a misspelled one. */
function namesSeveral(level: Level, rows: readonly GradeRow[], profile: Profile): boolean {
  return rows.some(row =>
    row.titles.some(title => findLevel(title, [level], profile).type === 'found' || isMisspelled(title, level, profile)),
  );
}

function isMisspelled(title: string, level: Level, profile: Profile): boolean {
  const isAlike = readLevelName(title, profile).seniority === level.name.seniority;
  return isAlike && nearestLevel(title, [level], profile) !== undefined;
}
