import * as l10n from '@vscode/l10n';
import type { HeadingNode } from '../model/headingTree.ts';
import { defineRule } from './rule.ts';

export const duplicateHeading = defineRule({
  code: 'duplicate-heading',
  severity: 'warning',
  summary: 'Two headings under the same heading say the same.',
  rationale: `Readers cannot tell the two parts from each other, and a link can only reach the first by its name. Mostly one of them was
copied and not renamed, or a part stands on the page twice. The same heading under different headings is fine: every level may have
its own Requirements.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

### Requirements

- Careful reading

### Requirements
//~ ^^^^^^^^^^^^

- Patience
`,
      good: `---
title: Editor
---

## Editor

### Requirements

- Careful reading

## Senior Editor

### Requirements

- Patience
`,
    },
  ],
  check({ uri, family }, report) {
    const first = new Map<string, HeadingNode>();
    const places = new Map<HeadingNode | undefined, number>();
    for (const node of family.tree.nodes) {
      const parent = places.get(node.parent) ?? places.size;
      places.set(node.parent, parent);
      const text = node.heading.text.replace(/\s+/g, ' ').toLowerCase();
      const key = `${parent} ${node.heading.level} ${text}`;
      const before = first.get(key);
      if (!before) first.set(key, node);
      else if (text !== '')
        report({
          span: node.heading.contentSpan,
          message: l10n.t`“${node.heading.text}” stands under the same heading twice.`,
          related: [{ uri, span: before.heading.contentSpan, message: l10n.t`It stands here already.` }],
        });
    }
  },
});
