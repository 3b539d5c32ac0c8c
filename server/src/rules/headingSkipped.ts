import * as l10n from '@vscode/l10n';
import type { HeadingNode } from '../model/headingTree.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { SpanEdit } from '../text/spanEdit.ts';
import type { Fix } from './finding.ts';
import { defineRule } from './rule.ts';

export const headingSkipped = defineRule({
  code: 'heading-skipped',
  severity: 'warning',
  summary: 'A heading is more than one step deeper than the one it stands under.',
  rationale: `Readers and screen readers go by the depth of headings: a step that is left out looks like a part that is missing. The
site's lint refuses it. The page's own title is the first step, so the first headings of a page have two signs. The quick fix raises
the heading and all that stands under it; ids and links stay as they are, and so does what belongs to what.`,
  examples: [
    {
      bad: `---
title: Editor
---

### Editor
//~< ^^^^^^^^^^

#### Responsibilities

- Edit

### Senior Editor

#### Responsibilities

- Edit more
`,
      good: `---
title: Editor
---

# Editor

## Editor

### Responsibilities

- Edit

## Senior Editor

### Responsibilities

- Edit more
`,
      fixed: `---
title: Editor
---

## Editor

### Responsibilities

- Edit

## Senior Editor

### Responsibilities

- Edit more
`,
    },
  ],
  check({ family, page }, report) {
    const told = new Set<HeadingNode | undefined>();
    for (const node of family.tree.nodes) {
      const above = node.parent?.heading.level ?? TITLE_DEPTH;
      const surplus = node.heading.level - above - 1;
      // One finding for a run of siblings: they are skipped together, and mended together.
      if (surplus <= 0 || told.has(node.parent)) continue;
      told.add(node.parent);
      const siblings = siblingsFrom(node, family.tree.nodes);
      report({
        span: node.heading.span,
        message: node.parent
          ? l10n.t`This heading skips a step: it has ${node.heading.level} signs under one of ${above}.`
          : l10n.t`This heading skips a step: the page’s title is the first one, so its headings begin with two signs, and this one has ${node.heading.level}.`,
        fixes: () => raising(page, siblings, surplus),
      });
    }
  },
});

/** The page's title is its first heading. */
const TITLE_DEPTH = 1;

/** The node and those after it under the same heading. */
function siblingsFrom(node: HeadingNode, nodes: readonly HeadingNode[]): readonly HeadingNode[] {
  const all = node.parent ? node.parent.children : nodes.filter(one => one.parent === undefined);
  return all.slice(all.indexOf(node));
}

/** Takes the signs away that are too many. None where a heading after them would come to stand under the last one. */
function raising({ text }: PageSyntax, siblings: readonly HeadingNode[], surplus: number): Fix[] {
  const depth = siblings[0]!.heading.level;
  const end = siblings.findIndex(one => one.heading.level !== depth);
  const run = end < 0 ? siblings : siblings.slice(0, end);
  if ((siblings[run.length]?.heading.level ?? 0) > depth - surplus) return [];
  const edits = run.flatMap(withAllBelow).flatMap(({ heading }): SpanEdit[] => {
    const { start } = heading.span;
    return text.startsWith('#'.repeat(surplus + 1), start) ? [{ span: { start, end: start + surplus }, newText: '' }] : [];
  });
  return [{ title: l10n.t`Raise it, and all that stands under it`, edits, preferred: true, safe: true }];
}

function withAllBelow(node: HeadingNode): HeadingNode[] {
  return [node, ...node.children.flatMap(withAllBelow)];
}
