import * as l10n from '@vscode/l10n';
import { gapsOf, placeholdersOf } from '../model/placeholders.ts';
import { defineRule } from './rule.ts';

export const unfilledPlaceholder = defineRule({
  code: 'unfilled-placeholder',
  severity: 'warning',
  summary: 'A hole of the template was not filled.',
  rationale: `The templates hold places such as “{add the role name}” for what only the author knows. Readers see them as they
stand. Write what belongs there, or take the whole line out. “TBD”, a line that says “to be defined” and the like (the profile’s \`gaps\`) are information.`,
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

## Performance Indicators

There are currently no performance indicators defined for this role.
//~< ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

## Hiring Process

1. TBD
//~^^^
1. To be defined.
//~^^^^^^^^^^^^^
1. _add the steps here_
//~^^^^^^^^^^^^^^^^^^^^
`,
      good: `---
title: Editor
description: "What an Editor does"
---

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Career Ladder {#next-steps}

Write \`{add the role name}\` or \`TBD\` where goals are to be defined and _add value_ for readers, of whom currently no list is kept, where the template wants a name. {{< note "{Nothing To See}" >}}
`,
    },
  ],
  check({ page, profile }, report) {
    for (const span of placeholdersOf(page, profile))
      report({
        span,
        message: l10n.t`“${page.text.slice(span.start, span.end)}” is a place of the template that nobody filled. Write what belongs here, or take it out.`,
      });
    for (const span of gapsOf(page, profile))
      report({
        span,
        severity: 'information',
        message: l10n.t`“${page.text.slice(span.start, span.end)}” says that something is still to be written. Write it, or remove the line.`,
      });
  },
});
