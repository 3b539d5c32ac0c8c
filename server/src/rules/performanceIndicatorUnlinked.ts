import { holdsPlaceholder } from '../model/placeholders.ts';
import { textOf } from '../text/span.ts';
import { indicatorSections, indicatorsOf } from './performanceIndicators.ts';
import { defineRule } from './rule.ts';

export const performanceIndicatorUnlinked = defineRule({
  code: 'performance-indicator-unlinked',
  severity: 'information',
  summary: 'Performance indicators are listed without links to what they measure.',
  rationale: `An indicator that links to its definition or data can be looked up, and is the same for everybody who works by it. Told once a
section, with each indicator that has no link.`,
  examples: [
    {
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
  check({ uri, family, page, profile }, report) {
    for (const section of indicatorSections(family)) {
      const indicators = indicatorsOf(page, section);
      const unlinked = indicators.filter(one => !one.linked && !holdsPlaceholder(textOf(page.text, one.span), profile));
      if (unlinked.length === 0) continue;
      const which =
        unlinked.length === indicators.length
          ? indicators.length === 1
            ? 'The performance indicator here has no link'
            : `None of the ${indicators.length} performance indicators here has a link`
          : `${unlinked.length} of the ${indicators.length} performance indicators here ${unlinked.length === 1 ? 'has' : 'have'} no link`;
      report({
        span: section.heading.contentSpan,
        message: `${which} to its definition or data.`,
        related: unlinked.map(one => ({ uri, span: one.span, message: 'No link.' })),
      });
    }
  },
});
