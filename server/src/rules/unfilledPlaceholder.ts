import type { PageSyntax } from '../syntax/page.ts';
import { maskShortcodes } from '../syntax/shortcode.ts';
import { trimSpan } from '../text/span.ts';
import { placeholderPatterns } from './placeholders.ts';
import { defineRule } from './rule.ts';

export const unfilledPlaceholder = defineRule({
  code: 'unfilled-placeholder',
  severity: 'warning',
  summary: 'A hole of the template was not filled.',
  rationale: `The templates hold places such as “{add the role name}” for what only the author knows. Readers see them as they
stand. Write what belongs there, or take the whole line out.`,
  examples: [
    {
      bad: `---
title: Editor
description: "What an Editor does {add a sentence}"
//~                               ^^^^^^^^^^^^^^^^
---

## Job Grade

The {add the role name} is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~ ^^^^^^^^^^^^^^^^^^^

## Career Ladder

The next step is the {Managing Editor} job family.
//~                  ^^^^^^^^^^^^^^^^^
`,
      good: `---
title: Editor
description: "What an Editor does"
---

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Career Ladder {#next-steps}

Write \`{add the role name}\` where the template wants a name. {{< note "{Nothing To See}" >}}
`,
    },
  ],
  check({ page, profile }, report) {
    const patterns = placeholderPatterns(profile);
    if (!patterns.some(pattern => page.text.search(pattern) >= 0)) return;
    const text = proseOf(page);
    let told = 0;
    const matches = patterns.flatMap(pattern => [...text.matchAll(pattern)]);
    for (const match of matches.sort((a, b) => a.index - b.index || b[0].length - a[0].length)) {
      if (match.index < told || match[0].trim() === '') continue;
      told = match.index + match[0].length;
      const span = trimSpan(page.text, { start: match.index, end: told });
      report({
        span,
        message: `“${page.text.slice(span.start, span.end)}” is a place of the template that nobody filled. Write what belongs here, or take it out.`,
      });
    }
  },
});

/** The page's text with code, comments and shortcodes made blank, so that offsets stay true. */
function proseOf(page: PageSyntax): string {
  const masked = maskShortcodes(page.text, page.shortcodes);
  let text = '';
  let from = 0;
  page.markdown.tree.iterate({
    enter(node) {
      if (!/^(?:FencedCode|CodeBlock|InlineCode|CommentBlock|Comment)$/.test(node.name)) return true;
      text += masked.slice(from, node.from) + ' '.repeat(node.to - node.from);
      from = node.to;
      return false;
    },
  });
  return text + masked.slice(from);
}
