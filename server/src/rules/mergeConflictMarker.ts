import * as l10n from '@vscode/l10n';
import { defineRule } from './rule.ts';

export const mergeConflictMarker = defineRule({
  code: 'merge-conflict-marker',
  severity: 'error',
  summary: 'Two versions of a part of the page stand below each other, with marks between them.',
  rationale: `When two people change the same lines, Git writes both versions into the page between lines of \`<<<<<<<\`, \`=======\` and
\`>>>>>>>\`. Keep the one that is right, or a mixture of both, and take the three lines with the marks out.`,
  examples: [
    {
      bad: `---
title: Editor
---

<<<<<<< HEAD
//~< ^^^^^^^^^^^^
Edits long texts.
=======
Edits short texts.
>>>>>>> main
`,
      good: `---
title: Editor
---

Edits long and short texts.
`,
    },
  ],
  check({ uri, page, text }, report) {
    const [first, ...rest] = page.conflictMarkers;
    if (!first) return;
    const conflicts = [[first]];
    for (const marker of rest) {
      if (text.startsWith('<', marker.start)) conflicts.push([marker]);
      else conflicts.at(-1)!.push(marker);
    }
    for (const [start, ...others] of conflicts) {
      report({
        span: start!,
        message: l10n.t`Here two versions of the text stand below each other, between lines of “<<<<<<<” and “>>>>>>>”. Keep the right one and take these lines out.`,
        related: others.map(span => ({
          uri,
          span,
          message: text.startsWith('=', span.start) ? l10n.t`The second version begins here.` : l10n.t`It ends here.`,
        })),
      });
    }
  },
});
