import * as l10n from '@vscode/l10n';
import { findLevel } from '../model/levelName.ts';
import { replaceFix } from './fixes.ts';
import { linkData } from './linkData.ts';
import { defineRule } from './rule.ts';

export const tableRowWithoutLevel = defineRule({
  code: 'table-row-without-level',
  severity: 'warning',
  summary: 'A row of the page’s grade table stands for a level that the page does not have.',
  rationale: `A row leads to the text of its level. Where there is none, the level was renamed, removed, or never written. Rows that
link to other pages are fine, and so are tables on pages that have no level headings.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |
|  [Senior Editor](#senior-editor) | [Grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |
//~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
|  Staff Editor | [Grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |
//~^^^^^^^^^^^^

### Editor

#### Responsibilities

- Edit
`,
      good: `---
title: Editor
---

## Levels

| Title | Grade |
|---|---|
| Editor (Intermediate) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |
| [Editing Manager](/job-families/department/manager/) | [Grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |

### Editor

#### Responsibilities

- Edit
`,
    },
  ],
  check({ linked, family, profile }, report) {
    const rows = family.gradeRows;
    const matched = new Set(family.levels.flatMap(level => level.row ?? []));
    // A table of which no row finds a level is a family without level headings.
    if (matched.size === 0) return;
    for (const row of rows) {
      if (matched.has(row)) continue;
      const { link } = row;
      const resolved = link && linked.resolveLink(link);
      if (link && (!link.destination.startsWith('#') || resolved?.type === 'ok')) continue;
      if (row.titles.length > 1 && row.titles.some(one => findLevel(one, family.levels, profile).type !== 'unknown')) continue;
      const data = link && resolved && linkData(link, resolved);
      const match = findLevel(row.title, family.levels, profile, [family.title]);
      if (match.type === 'unknown')
        report({
          span: link?.span ?? row.titleSpan,
          message: l10n.t`This page has no level “${row.title}”: write it, or take its row out of the table.`,
          ...(data && { data }),
        });
      else if (match.type === 'found' && match.level.row === undefined && link)
        report({
          span: link.span,
          message: l10n.t`The row of “${row.title}” links to “${link.destination}”, a heading that this page does not have.`,
          ...(data && { data }),
          fixes: [
            replaceFix(l10n.t`Link to “${match.level.title}”`, link.destinationSpan, `#${match.level.anchor}`, { safe: true }),
          ],
        });
      // Else it is a second row of a level, or a name that fits several: nothing is missing.
    }
  },
});
