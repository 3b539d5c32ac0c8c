import { trimSpan } from '../text/span.ts';
import { defineRule } from './rule.ts';

export const invalidFrontMatter = defineRule({
  code: 'invalid-front-matter',
  severity: 'error',
  summary: 'The page’s settings between the two “---” lines cannot be read.',
  rationale: `A page begins with its front matter: lines of \`key: value\` between two lines of three dashes. The site reads its title
from there, and fails to build where it cannot. A value with a colon in it wants quotes around it.`,
  examples: [
    {
      title: 'A value with a colon',
      bad: `---
title: Editor
description: Editor: writes and edits
//~          ^^^^^^^^^^^^^^^^^^^^^^^^
---
`,
      good: `---
title: Editor
description: "Editor: writes and edits"
---
`,
    },
    {
      title: 'Not closed',
      bad: `---
//~< ^^^
title: Editor

## Editor
`,
      good: `---
title: Editor
---

## Editor
`,
    },
  ],
  check({ page }, report) {
    for (const { span, message } of page.frontMatter?.errors ?? []) {
      // The parser tells the character at which it stumbled: the rest of the line is easier to see.
      const lineEnd = page.lines.lineEnd(page.lines.lineAt(span.start));
      report({
        span: span.end - span.start > 1 ? span : trimSpan(page.text, { start: span.start, end: Math.max(span.end, lineEnd) }),
        message,
      });
    }
  },
});
