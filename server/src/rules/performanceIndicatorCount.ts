import * as l10n from '@vscode/l10n';
import { holdsPlaceholder } from '../model/placeholders.ts';
import { textOf } from '../text/span.ts';
import { indicatorSections, indicatorsOf, isGrouped } from './performanceIndicators.ts';
import { defineRule } from './rule.ts';

export const performanceIndicatorCount = defineRule({
  code: 'performance-indicator-count',
  severity: 'information',
  report: 'once',
  summary: 'A section has fewer or more performance indicators than the authoring guide asks for.',
  rationale: `Three to five indicators tell what matters; one says too little, and of ten nobody remembers any. Counted are the points of the
section's list, or the headings below it where these list nothing. A section that is divided by headings is left alone: each part may be
meant for one team.`,
  options: {
    minimum: { type: 'number', default: 3, minimum: 0, maximum: 100, description: 'How many there are at least.' },
    maximum: { type: 'number', default: 5, minimum: 1, maximum: 100, description: 'How many there are at most.' },
  },
  examples: [
    {
      bad: `---
title: Editor
---

## Performance Indicators
//~^^^^^^^^^^^^^^^^^^^^^^

- [Texts edited](/handbook/texts/)
- [Errors found](/handbook/errors/)
`,
      good: `---
title: Editor
---

## Performance Indicators

- [Texts edited](/handbook/texts/)
- [Errors found](/handbook/errors/)
- [Readers](/handbook/readers/)
`,
    },
    {
      title: 'In parts',
      bad: `---
title: Editor
---

## Performance Indicators
//~^^^^^^^^^^^^^^^^^^^^^^

### [Texts edited](/handbook/texts/)

How many texts were edited.

### [Errors found](/handbook/errors/)

How many errors were found.
`,
      good: `---
title: Editor
---

## Performance Indicators

### News

- [Texts edited](/handbook/texts/)
- [Errors found](/handbook/errors/)

### Sports

- [Readers](/handbook/readers/)
`,
    },
    {
      title: 'Another number',
      options: { maximum: 2 },
      bad: `---
title: Editor
---

## Performance Indicators
//~^^^^^^^^^^^^^^^^^^^^^^

- [Texts edited](/handbook/texts/)
- [Errors found](/handbook/errors/)
- [Readers](/handbook/readers/)
`,
      good: `---
title: Editor
---

## Performance Indicators

They are those of the whole department.
`,
    },
  ],
  check({ family, page, profile, options }, report) {
    for (const section of indicatorSections(family)) {
      // Groups may be meant for one team or role each.
      if (isGrouped(section.node)) continue;
      const indicators = indicatorsOf(family, section);
      // While a placeholder is left, more are to come.
      if (indicators.some(({ span }) => holdsPlaceholder(textOf(page.text, span), profile))) continue;
      const count = indicators.length;
      if (count === 0 || (count >= options.minimum && count <= options.maximum)) continue;
      report({
        span: section.heading.contentSpan,
        message:
          count === 1
            ? l10n.t`There is one performance indicator here; the authoring guide asks for ${options.minimum} to ${options.maximum}.`
            : l10n.t`There are ${count} performance indicators here; the authoring guide asks for ${options.minimum} to ${options.maximum}.`,
      });
    }
  },
});
