import { frontMatterSchema } from '../schema/schemas.ts';
import { defineRule } from './rule.ts';
import { nearKeyTroubles } from './schemaTrouble.ts';

export const unknownFrontMatterKey = defineRule({
  code: 'unknown-front-matter-key',
  severity: 'information',
  summary: 'A key of the front matter seems to misspell one that the site knows.',
  rationale: `The site passes over a key that it does not know, without a word. It takes any further key, too, so that only those are told
that are nearly the name of a key that the page does not have. Case does not matter to the site.`,
  examples: [
    {
      bad: `---
title: Editor
descripton: Writes and edits
//~< ^^^^^^^^^^
sumary: Edits texts
//~< ^^^^^^
alias: /job-families/marketing/proofreader/
//~< ^^^^^
---
`,
      good: `---
titel: Editor
Description: Writes and edits
summary: Edits texts
summaries: [one, two]
rolename: Editor
audience: Editors
dat: 1
aliases: /job-families/marketing/proofreader/
---
`,
      fixed: `---
title: Editor
description: Writes and edits
summary: Edits texts
aliases: /job-families/marketing/proofreader/
---
`,
    },
  ],
  check({ page }, report) {
    const { yaml, errors = [] } = page.frontMatter ?? {};
    if (!yaml || errors.length > 0) return;
    // A misspelt title is told as a missing one.
    const known = Object.keys(frontMatterSchema.schema.properties ?? {}).filter(key => key !== 'title');
    for (const { path: _, keyword: __, ...trouble } of nearKeyTroubles(yaml, [], known)) report(trouble);
  },
});
