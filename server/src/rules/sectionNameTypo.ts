import * as l10n from '@vscode/l10n';
import { misspelledSection } from '../model/sectionHeading.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const sectionNameTypo = defineRule({
  code: 'section-name-typo',
  severity: 'warning',
  summary: 'A heading seems to mean a section and misspells its name.',
  rationale: `Sections are known by the names of their headings. With a slip of the keys in it a heading is read as the name of
something else, and its level seems to have no such section.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

### Responsibilties
//~ ^^^^^^^^^^^^^^^

- Edit texts

### Editor Requirments
//~        ^^^^^^^^^^^

- Careful reading
`,
      good: `---
title: Editor
---

## Editor

### Responsibilities

- Edit texts

### Requirement

- Careful reading

### Responsible for Others
`,
      fixed: `---
title: Editor
---

## Editor

### Responsibilities

- Edit texts

### Editor Requirements

- Careful reading
`,
    },
  ],
  check({ page, profile }, report) {
    for (const heading of page.headings) {
      const misspelled = heading.structural ? misspelledSection(heading.text, profile) : undefined;
      if (!misspelled) continue;
      const { written, meant } = misspelled;
      const at = page.text.slice(heading.contentSpan.start, heading.contentSpan.end).lastIndexOf(written);
      const span =
        at < 0
          ? heading.contentSpan
          : { start: heading.contentSpan.start + at, end: heading.contentSpan.start + at + written.length };
      report({
        span,
        message: l10n.t`“${written}” seems to mean “${meant}”. As it is written, the section is not recognised.`,
        fixes: at < 0 ? [] : [replaceFix(l10n.t`Change to “${meant}”`, span, meant, { safe: true })],
      });
    }
  },
});
