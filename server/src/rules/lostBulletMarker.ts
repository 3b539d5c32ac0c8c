import * as l10n from '@vscode/l10n';
import { placedItems } from '../syntax/listItems.ts';
import { keptByPart } from '../syntax/pagePart.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { movedSpan, type Span, textOf } from '../text/span.ts';
import { insertFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const lostBulletMarker = defineRule({
  code: 'lost-bullet-marker',
  severity: 'warning',
  report: 'once',
  summary: 'A line right below a bullet has no marker, so it is read as a part of that bullet.',
  rationale: `A line that follows a bullet without a blank line between them belongs to the bullet, whatever it looks like in the editor. Where it
begins with a capital letter, is not indented, and the other bullets of the list have one line each, its marker was lost, or a blank
line before it was.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Responsibilities

- Edit short texts
Answer the letters of readers
//~< ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Keep the archive
- Greet the authors
`,
      good: `---
title: Editor
---

## Responsibilities

- Edit short texts
  Answer the letters of readers
- Keep the archive
- Greet the authors

## Requirements

- Careful reading of texts that are as long as a
Sunday morning, of which there are several
- Patience with authors who know better, and a
Friday afternoon for them

- Humour

A paragraph of its own
`,
      fixed: `---
title: Editor
---

## Responsibilities

- Edit short texts
- Answer the letters of readers
- Keep the archive
- Greet the authors
`,
    },
  ],
  check({ page }, report) {
    const newline = page.text.includes('\r\n') ? '\r\n' : '\n';
    for (const block of page.blocks) {
      if (block.type !== 'list') continue;
      const swallowed = swallowedLines(page, block, NO_CONTEXT);
      // Where lines are broken by hand all over the list, none of them lost anything.
      if (swallowed.length === 0 || swallowed.length * 3 > block.items.length) continue;
      for (const { point, line: own } of swallowed) {
        const item = block.items[point]!;
        const line = movedSpan(own, block.span.start);
        const mark = page.text.slice(item.markSpan.start, item.contentSpan.start);
        // Behind the last bullet it is rather the paragraph that follows the list.
        const behindList = item === block.items.at(-1) && line.end >= item.contentSpan.end;
        report({
          span: line,
          // It reads nearly as it was meant.
          ...(behindList ? { severity: 'information' } : {}),
          message: behindList
            ? l10n.t`This line has no bullet marker, and no blank line before it: it is read as a part of the bullet above it.`
            : l10n.t`This line has no bullet marker: it is read as a part of the bullet above it.`,
          fixes: [
            ...(block.ordered
              ? []
              : [insertFix(l10n.t`Make it a bullet of its own`, line.start, mark, { preferred: !behindList })]),
            ...(behindList ? [insertFix(l10n.t`Put a blank line before it`, line.start, newline)] : []),
          ],
        });
      }
    }
  },
});

/** It depends on nothing but the list. */
const NO_CONTEXT = {};

/** The unindented lines of a list's points that begin as a new point would, each with the place of the point that it is read as a part of. */
const swallowedLines = keptByPart(({ source, part }): readonly { readonly point: number; readonly line: Span }[] => {
  const lines = new LineIndex(source);
  return placedItems(part.items, 0).flatMap(({ contentSpan }, point) => {
    const first = lines.lineAt(contentSpan.start);
    const last = lines.lineAt(contentSpan.end);
    const found: { point: number; line: Span }[] = [];
    for (let at = first + 1; at <= last; at++) {
      const line = { start: lines.lineStart(at), end: lines.lineEnd(at) };
      const written = textOf(source, line);
      // A line that goes on in the middle of a sentence: this bullet's lines are broken by hand.
      if (/^\p{Ll}/u.test(written)) return [];
      if (/^(?:\*\*|\[)?\p{Lu}/u.test(written)) found.push({ point, line });
    }
    return found;
  });
});
