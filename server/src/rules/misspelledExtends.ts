import * as l10n from '@vscode/l10n';
import { textOf } from '../text/span.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const misspelledExtends = defineRule({
  code: 'misspelled-extends',
  severity: 'warning',
  summary: 'The verb of an Extends bullet is misspelled.',
  rationale: `A bullet extends a level by its first word. With one letter off it still counts, but other readers and tools miss it.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Requirements

- Careful reading

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

*  Exends that of the Editor requirements
//~^^^^^^
*  Extents far into the night
`,
      good: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Requirements

- Careful reading

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

- Extends that of the Editor requirements
- Expends much care
`,
      fixed: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Requirements

- Careful reading

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

*  Extends that of the Editor requirements
*  Extents far into the night
`,
    },
  ],
  check({ family, text }, report) {
    const reported = new Set<number>();
    for (const { misspelled } of family.levels.flatMap(level => level.extends)) {
      if (!misspelled || reported.has(misspelled.span.start)) continue;
      reported.add(misspelled.span.start);
      const { span } = misspelled;
      const written = textOf(text, span);
      const verb = withCaseOf(written, misspelled.meant);
      report({
        span,
        message: l10n.t`“${written}” is misspelled. Did you mean “${verb}”?`,
        fixes: [replaceFix(l10n.t`Change to “${verb}”`, span, verb)],
      });
    }
  },
});

function withCaseOf(written: string, verb: string): string {
  return /^\p{Lu}/u.test(written) ? verb.charAt(0).toUpperCase() + verb.slice(1) : verb;
}
