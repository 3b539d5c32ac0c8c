import * as l10n from '@vscode/l10n';
import { replaceFix } from './fixes.ts';
import { quote } from './quoted.ts';
import { defineRule } from './rule.ts';

export const ambiguousExtendedLevel = defineRule({
  code: 'ambiguous-extended-level',
  severity: 'warning',
  summary: 'A level extends a level whose name fits several of the page.',
  rationale: `Readers cannot tell which level is meant, and neither can the tools: nothing is inherited. A shortened name means the level of
the same specialty, of the same group of headings, or the only one before. If two are left, write the name as in the level's heading.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Senior Editor, News

### Job Grade

The Senior Editor, News is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Careful reading

## Senior Editor, Books

### Job Grade

The Senior Editor, Books is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Patient reading

## Staff Editor

### Job Grade

The Staff Editor is a [grade 8](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Extends the Senior Editor requirements
//~           ^^^^^^^^^^^^^
`,
      good: `---
title: Editor
---

## Senior Editor, News

### Job Grade

The Senior Editor, News is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Careful reading

## Senior Editor, Books

### Job Grade

The Senior Editor, Books is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Requirements

- Extends the Senior Editor, News requirements
`,
    },
  ],
  check({ uri, family }, report) {
    for (const level of family.levels) {
      for (const { target, targetSpan, kinds } of level.extends) {
        if (target.type !== 'ambiguous' || kinds.length === 0) continue;
        report({
          span: targetSpan,
          message: l10n.t`“${target.name}” fits several levels: ${target.levels.map(one => quote(one.title)).join(', ')}. Write the name in full.`,
          related: target.levels.map(one => ({ uri, span: one.nameSpan, message: l10n.t`“${one.title}” is here.` })),
          fixes: target.levels
            .filter(one => one !== level)
            .map(one => replaceFix(l10n.t`Change to “${one.title}”`, targetSpan, one.title, { preferred: false })),
        });
      }
    }
  },
});
