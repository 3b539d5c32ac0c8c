import * as l10n from '@vscode/l10n';
import { unreadInline } from '../syntax/inlineBound.ts';
import { linesNestedTooDeeply } from '../syntax/mask.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { keptByPart } from '../syntax/pagePart.ts';
import { movedSpan, type Span } from '../text/span.ts';
import { defineRule } from './rule.ts';

export const unreadText = defineRule({
  code: 'unread-text',
  severity: 'information',
  summary: 'A text is too long or too deeply nested to be read in full.',
  rationale: `A paragraph with more than 1,500 brackets, asterisks, tags and the like, and a line that is nested in a hundred lists or quotations,
would take minutes to read. The first is read as plain text without links and formatting, the second is left out. Nobody writes such text by
hand: look for a table or a file that was pasted into the page, and for line breaks that were lost.`,
  examples: [
    {
      bad: `---
title: Editor
---

>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> Edit texts
//~< ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      good: `---
title: Editor
---

> > Edit texts
`,
    },
  ],
  check({ page }, report) {
    const [first, ...others] = unreadSpans(page);
    if (!first) return;
    const line = page.lines.lineAt(first.start);
    report({
      span: { start: first.start, end: Math.min(first.end, page.lines.lineEnd(line)) },
      message:
        others.length === 0
          ? l10n.t`This text is too long or too deeply nested to be read in full. Split it.`
          : l10n.t`This text and ${others.length} others are too long or too deeply nested to be read in full. Split them.`,
    });
  },
});

/** The stretches of a page that are left unread, in order. */
function unreadSpans(page: PageSyntax): Span[] {
  const paragraphs = page.parts.flatMap(part => unreadIn(page, part, ANY).map(span => movedSpan(span, part.span.start)));
  const body = page.frontMatter?.closed ? page.frontMatter.span.end : 0;
  const lines = linesNestedTooDeeply(page.text).filter(({ start }) => start >= body);
  return [...paragraphs, ...lines].sort((a, b) => a.start - b.start);
}

const unreadIn = keptByPart(({ part }) => unreadInline(part.tree));

/** What is unread depends on nothing but the text. */
const ANY = {};
