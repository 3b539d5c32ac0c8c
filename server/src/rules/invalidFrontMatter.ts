import * as l10n from '@vscode/l10n';
import { frontMatterSchema } from '../schema/schemas.ts';
import type { YamlPath } from '../syntax/yamlDocument.ts';
import { trimSpan } from '../text/span.ts';
import { defineRule } from './rule.ts';
import { schemaTroubles } from './schemaTrouble.ts';

export const invalidFrontMatter = defineRule({
  code: 'invalid-front-matter',
  severity: 'error',
  summary: 'The page’s settings between the two “---” lines cannot be read, or one of them is no value of its kind.',
  rationale: `A page begins with its front matter: lines of \`key: value\` between two lines of three dashes. The site reads its title
from there, and fails to build where it cannot. A value with a colon in it wants quotes around it. A value of the wrong kind (a
list as the title, a word where true or false is wanted) is told as a warning: the site passes it over, or shows it oddly.`,
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
      title: 'A value of another kind',
      bad: `---
title: {add the title}
//~    ^^^^^^^^^^^^^^^
description:
    - Writes and edits
//~ ^^^^^^^^^^^^^^^^^^
manual_cookiebot: "true"
//~               ^^^^^^
---
`,
      good: `---
title: 1984
description:
summary: Writes and edits
aliases: /job-families/marketing/proofreader/
extra_js:
  - libs/diagrams.js
weight: 10
draft: "true"
manual_cookiebot: true
Our own key: [anything, 1]
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
    const { yaml, errors = [], span: whole } = page.frontMatter ?? {};
    if (yaml && errors.length === 0) {
      for (const { path, keyword, ...trouble } of schemaTroubles(yaml, frontMatterSchema)) {
        // An empty value is no wrong one: the site reads it as if the key were not there.
        if (keyword !== 'type' || valueAt(yaml.value, path) === null) continue;
        if (path.length > 0) report({ ...trouble, severity: 'warning' });
        else if (whole)
          report({ span: trimSpan(page.text, yaml.span), message: l10n.t('The front matter holds no `key: value` lines.') });
      }
    }
    for (const { span, message, about } of errors) {
      // The parser tells the character at which it stumbled: the rest of the line is easier to see.
      const lineEnd = page.lines.lineEnd(page.lines.lineAt(span.start));
      report({
        span: span.end - span.start > 1 ? span : trimSpan(page.text, { start: span.start, end: Math.max(span.end, lineEnd) }),
        message,
        about,
      });
    }
  },
});

function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>((inner, segment) => (inner as Readonly<Record<string, unknown>>)[segment], value);
}
