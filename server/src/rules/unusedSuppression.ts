import * as l10n from '@vscode/l10n';
import type { Span } from '../text/span.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { nearestId } from './nearest.ts';
import { defineRule } from './rule.ts';
import type { Directive } from './suppression.ts';

export const unusedSuppression = defineRule({
  code: 'unused-suppression',
  severity: 'warning',
  summary: 'A comment turns a rule off where it tells nothing, or a rule that does not exist.',
  rationale: `A comment such as \`<!-- job-family-disable-next-line broken-link -->\` keeps a finding out of the list. When the
finding is gone, the comment hides the next one that nobody has looked at. Remove it.

- \`<!-- job-family-disable-next-line CODE… -->\` is for the next line with anything on it.
- \`<!-- job-family-disable CODE… -->\` is for all that follows, up to \`<!-- job-family-enable CODE… -->\`. Right at the
  beginning of a page it covers the front matter too.
- In the front matter the same words stand in a YAML comment: \`# job-family-disable-next-line CODE…\`.
- Several codes stand side by side; none means every rule. What follows \` -- \` says why.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Job Grade

<!-- job-family-disable-next-line unlinked-grade unknown-grade -->
//~                                              ^^^^^^^^^^^^^
The Editor is a grade 6.

<!-- job-family-disable broken-links -->
//~                     ^^^^^^^^^^^^
<!-- job-family-disable-next-line -->
//~< ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
It is called an editor.

It links to [a page](/handbook/that-is-not-there/).
`,
      good: `---
title: Editor
---

<!-- job-family-disable missing-section -- the sections follow next week -->

## Job Grade

<!-- job-family-disable-next-line unlinked-grade -->
The Editor is a grade 6.

<!-- job-family-disable broken-link -->

It links to [a page](/handbook/that-is-not-there/).

<!-- job-family-enable broken-link -->

\`<!-- job-family-disable broken-link -->\` in code is none.
`,
      fixed: `---
title: Editor
---

## Job Grade

<!-- job-family-disable-next-line unlinked-grade -->
The Editor is a grade 6.

<!-- job-family-disable broken-link -->
It is called an editor.

It links to [a page](/handbook/that-is-not-there/).
`,
    },
  ],
  check({ text, suppressions, knownCodes }, report) {
    const known = new Set(knownCodes.keys());
    for (const directive of suppressions.directives) {
      for (const { code, span } of directive.codes) {
        if (known.has(code)) continue;
        const near = nearestId(code, known)?.id;
        report({
          span,
          message:
            near === undefined ? l10n.t`There is no rule “${code}”` : l10n.t`There is no rule “${code}”. Is “${near}” meant?`,
          fixes: near === undefined ? [removal(text, directive, span)] : [replaceFix(l10n.t`Change to “${near}”`, span, near)],
        });
      }
    }
    for (const { directive, code } of suppressions.unused(one => knownCodes.get(one) === true)) {
      report({
        span: code?.span ?? directive.span,
        message:
          directive.kind === 'enable'
            ? l10n.t`This comment turns rules on again that were never turned off.`
            : code
              ? l10n.t`“${code.code}” finds nothing here. Remove it from the comment.`
              : l10n.t`This comment turns rules off where they find nothing. Remove it.`,
        fixes: [removal(text, directive, code?.span)],
      });
    }
  },
});

/** Takes a code out of its comment, or the whole comment where it is the only one; with its line, if nothing else stands there. */
function removal(text: string, directive: Directive, code: Span | undefined): Fix {
  if (code && directive.codes.length > 1) {
    const { start: from } = directive.span;
    const start = from + text.slice(from, code.start).trimEnd().length;
    return replaceFix(l10n.t`Take it out of the comment`, { start, end: code.end }, '', { safe: true });
  }
  const { start, end } = directive.span;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const behind = /^[ \t]*(?:\r\n|\n|$)/.exec(text.slice(end, end + 1000));
  const alone = text.slice(lineStart, start).trim() === '' && behind;
  return replaceFix(l10n.t`Remove the comment`, alone ? { start: lineStart, end: end + behind[0].length } : directive.span, '', {
    safe: true,
  });
}
