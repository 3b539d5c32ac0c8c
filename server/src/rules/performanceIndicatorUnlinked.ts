import * as l10n from '@vscode/l10n';
import { holdsPlaceholder } from '../model/placeholders.ts';
import { textOf } from '../text/span.ts';
import { indicatorSections, indicatorsOf } from './performanceIndicators.ts';
import { defineRule } from './rule.ts';

export const performanceIndicatorUnlinked = defineRule({
  code: 'performance-indicator-unlinked',
  severity: 'information',
  report: 'once',
  summary: 'Performance indicators are listed without links to what they measure.',
  rationale: `An indicator that links to its definition or data can be looked up, and is the same for everybody who works by it. Told once a
section, with each indicator that has no link.`,
  options: {
    some: {
      type: 'boolean',
      default: false,
      description: 'Whether a section is reported too in which some indicators have a link and others do not.',
    },
  },
  examples: [
    {
      options: { some: true },
      bad: `---
title: Editor
---

## Performance Indicators
//~^^^^^^^^^^^^^^^^^^^^^^

- [Texts edited](/handbook/texts/)
- Errors found
- Readers
`,
      good: `---
title: Editor
---

## Performance Indicators

- [Texts edited](/handbook/texts/)
- Errors found, as [measured each month](/handbook/errors/)
- {add an indicator}
- Happy readers:
  - [Letters](/handbook/letters/)
`,
    },
  ],
  check({ uri, family, page, profile, options }, report) {
    for (const section of indicatorSections(family)) {
      const indicators = indicatorsOf(family, section);
      const unlinked = indicators.filter(one => !one.linked && !holdsPlaceholder(textOf(page.text, one.span), profile));
      if (unlinked.length === 0 || (!options.some && unlinked.length < indicators.length)) continue;
      report({
        span: section.heading.contentSpan,
        message: messageOf(unlinked.length, indicators.length),
        related: unlinked.map(one => ({ uri, span: one.span, message: l10n.t`No link.` })),
      });
    }
  },
});

function messageOf(unlinked: number, all: number): string {
  if (all === 1) return l10n.t`The performance indicator here has no link to its definition or data.`;
  if (unlinked === all) return l10n.t`None of the ${all} performance indicators here has a link to its definition or data.`;
  return unlinked === 1
    ? l10n.t`1 of the ${all} performance indicators here has no link to its definition or data.`
    : l10n.t`${unlinked} of the ${all} performance indicators here have no link to its definition or data.`;
}
