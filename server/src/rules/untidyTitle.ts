import * as l10n from '@vscode/l10n';
import { textOf } from '../text/span.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const untidyTitle = defineRule({
  code: 'untidy-title',
  severity: 'information',
  summary: 'The title begins or ends with a blank.',
  rationale: `A blank within the quotes belongs to the title. Nobody sees it on the page, but lists sort by it, and whoever looks for the title
word for word does not find it.`,
  examples: [
    {
      bad: `---
title: " Copy Editor"
//~    ^^^^^^^^^^^^^^
---
`,
      good: `---
title:   Copy Editor  # not that of a magazine
---
`,
      fixed: `---
title: "Copy Editor"
---
`,
    },
    {
      title: 'At the end',
      bad: `---
title: 'Copy Editor '
//~    ^^^^^^^^^^^^^^
---
`,
      good: `---
title: 'Copy Editor'
description: " Writes and edits"
---
`,
      fixed: `---
title: 'Copy Editor'
---
`,
    },
  ],
  check({ page, text }, report) {
    const entry = page.frontMatter?.entries.find(({ key }) => key.toLowerCase() === 'title');
    if (typeof entry?.value !== 'string') return;
    const written = textOf(text, entry.valueSpan);
    const inner = /^(["'])([\s\S]*)\1$/.exec(written);
    if (!inner || entry.value.trim() === '' || entry.value.trim() === entry.value) return;
    const quote = inner[1]!;
    const trimmed = inner[2]!.trim();
    report({
      span: entry.valueSpan,
      message:
        entry.value.trimStart() === entry.value ? l10n.t`The title ends with a blank.` : l10n.t`The title begins with a blank.`,
      // A blank that is written as an escape is not at the edge of what is written.
      fixes:
        trimmed === inner[2]
          ? []
          : [replaceFix(l10n.t`Remove the blank`, entry.valueSpan, quote + trimmed + quote, { safe: true })],
    });
  },
});
