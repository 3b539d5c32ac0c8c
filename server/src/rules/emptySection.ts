import * as l10n from '@vscode/l10n';
import type { HeadingNode } from '../model/headingTree.ts';
import { isSectionOf } from '../model/headingTree.ts';
import { gradeOf } from '../model/jobFamily.ts';
import type { SectionKind } from '../profile/profile.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const emptySection = defineRule({
  code: 'empty-section',
  severity: 'warning',
  summary: 'A section has a heading and nothing under it.',
  rationale: `An empty section says that something is missing, not that there is nothing to say. Fill it, or take its heading out. What
the authoring guide's templates offer and a family does not need, such as Specialties, is left out.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

### Responsibilities

- Edit

### Specialties
//~ ^^^^^^^^^^^

## Hiring Process

- A conversation
`,
      good: `---
title: Editor
---

## Editor

### Responsibilities

#### Daily

- Edit

### Specialties

Books.
`,
      fixed: `---
title: Editor
---

## Editor

### Responsibilities

- Edit

## Hiring Process

- A conversation
`,
    },
  ],
  check({ family, page }, report) {
    const { text } = page;
    const graded = new Set(
      family.levels.flatMap(level => (gradeOf(level) ? [] : (level.sections.find(one => one.kind === 'job-grade')?.node ?? []))),
    );
    for (const node of family.tree.nodes) {
      // A heading alone may be a level that nobody has written yet, or a plain caption; and a level's empty grade is told apart.
      if (!node.section || node.grade !== undefined || graded.has(node) || !isEmpty(node, text)) continue;
      // The parts of what another heading says stand beside it by mistake: that is told as a misplaced section.
      const next = family.tree.nodes[node.index + 1];
      if (isSectionOf(node, GROUPS) && next && !next.section && next.heading.level <= node.heading.level) continue;
      report({
        span: node.heading.contentSpan,
        message: l10n.t`“${node.heading.text}” has nothing under it.`,
        fixes: [
          replaceFix(
            l10n.t`Remove the heading`,
            { start: node.heading.span.start, end: next?.heading.span.start ?? text.length },
            '',
            {
              // What it stands in would be empty then, and is to be looked at instead.
              preferred: !isAllOfItsParent(node),
            },
          ),
        ],
      });
    }
  },
});

/** Sections that hold parts with names of their own. */
const GROUPS: readonly SectionKind[] = ['levels', 'specialties', 'segment'];

/** No heading, no block and no text below it; what renders to nothing we know, such as a comment, is nothing. */
function isEmpty(node: HeadingNode, text: string): boolean {
  if (node.children.length > 0) return false;
  return (
    text
      .slice(node.heading.span.end, node.span.end)
      .replace(/<!--[\s\S]*?-->/g, '')
      .trim() === ''
  );
}

function isAllOfItsParent({ parent }: HeadingNode): boolean {
  return parent !== undefined && parent.children.length === 1 && parent.blocks.length === 0;
}
