import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.ts';

export const performanceIndicatorsTwice = defineRule({
  code: 'performance-indicators-twice',
  severity: 'information',
  summary: 'Performance indicators stand both at levels and once for the whole page.',
  rationale: `Either each level has its own indicators, or the page has them once for all. Where both are there, nobody knows whether the
page's hold for the levels with their own.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Performance Indicators

- Texts edited

## Performance Indicators
//~^^^^^^^^^^^^^^^^^^^^^^

- Readers
`,
      good: `---
title: Editor
---

## Levels

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Performance Indicators

- Readers
`,
    },
  ],
  check({ uri, family }, report) {
    const own = family.levels.flatMap(level => level.sections.filter(section => section.kind === 'performance-indicators'));
    for (const shared of family.shared) {
      if (shared.kind !== 'performance-indicators' || shared.qualifier !== undefined) continue;
      const others = own.filter(section => section.node !== shared.node);
      if (others.length === 0) continue;
      report({
        span: shared.heading.contentSpan,
        message:
          others.length === 1
            ? l10n.t`One level has performance indicators of its own besides these.`
            : l10n.t`${others.length} levels have performance indicators of their own besides these.`,
        related: others.map(section => ({ uri, span: section.heading.contentSpan, message: l10n.t`A level’s own stand here.` })),
      });
    }
  },
});
