import * as l10n from '@vscode/l10n';
import { recogniseSection } from '../model/sectionHeading.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const sectionNameTypo = defineRule({
  code: 'section-name-typo',
  severity: 'warning',
  summary: 'A heading misspells the name of a section.',
  rationale: `Sections are recognized by their headings. This one is close enough to a section's name to be read as it, but readers,
searches and other tools may not find it.`,
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
      const section = heading.structural ? recogniseSection(heading.text, profile) : undefined;
      if (section?.correction === undefined) continue;
      const { name, correction } = section;
      const at = page.text.slice(heading.contentSpan.start, heading.contentSpan.end).lastIndexOf(name);
      const start = heading.contentSpan.start + at;
      const span = at < 0 ? heading.contentSpan : { start, end: start + name.length };
      report({
        span,
        message: l10n.t`“${name}” is misspelled. Did you mean “${correction}”?`,
        fixes: at < 0 ? [] : [replaceFix(l10n.t`Change to “${correction}”`, span, correction, { safe: true })],
      });
    }
  },
});
