import * as l10n from '@vscode/l10n';
import { cataloguedFamilies, familyOfUrl } from '../workspace/catalogue.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { defineRule } from './rule.ts';

export const familyNotInCatalogue = defineRule({
  code: 'family-not-in-catalogue',
  severity: 'information',
  summary: 'The catalogue of job families lists most families of this department, but not this one.',
  rationale: `The catalogue (\`job_families.yml\`) ties the titles of the compensation calculator to their job families. A family that it does not
list cannot be reached from there. Not every department is in the catalogue, so this is told only where most of its families are. A
page counts as listed under any of its URLs, and so do the pages of a folder of which one is listed.`,
  options: {
    share: {
      type: 'number',
      default: 60,
      minimum: 0,
      maximum: 100,
      description: 'How many of the department’s families, in percent, the catalogue must list for the others to be told.',
    },
  },
  examples: [
    {
      bad: `//- content/job-families/marketing/designer.md
---
title: Designer
//~    ^^^^^^^^
---
//- content/job-families/marketing/copy-editor.md
---
title: Copy Editor
---
//- content/job-families/marketing/proofreader/_index.md
---
title: Proofreader
---
//- data/people_group/job_families.yml
- title: Copy Editor
  description: /job-families/marketing/copy-editor/
- title: Proofreader
  description: [/job-families/marketing/proofreader/]
`,
      good: `//- content/job-families/marketing/proofreader/senior.md
---
title: Senior Proofreader
---
//- content/job-families/marketing/copy-editor.md
---
title: Copy Editor
---
//- content/job-families/marketing/proofreader/_index.md
---
title: Proofreader
---
//- data/people_group/job_families.yml
- title: Copy Editor
  description: /job-families/marketing/copy-editor/
- title: Proofreader
  description: /job-families/marketing/proofreader/
`,
    },
    {
      title: 'A department that the catalogue hardly knows, and other URLs of a page',
      options: { share: 50 },
      bad: `//- content/job-families/marketing/designer.md
---
title: Designer
//~    ^^^^^^^^
aliases: /job-families/marketing/artist/
---
//- content/job-families/marketing/copy-editor.md
---
title: Copy Editor
---
//- data/job_families.yml
- title: Copy Editor
  description: https://handbook.gitlab.com/job-families/marketing/copy-editor/#senior
`,
      good: `//- content/job-families/marketing/designer.md
---
title: Designer
aliases: /job-families/marketing/artist/
---
//- content/job-families/marketing/copy-editor.md
---
title: Copy Editor
---
//- data/job_families.yml
- title: Artist
  description: /job-families/marketing/artist/
- title: Copy Editor
  description: /job-families/marketing/copy-editor/
`,
    },
  ],
  check({ linked, family, page, options }, report) {
    const { url } = linked;
    const [first] = linked.catalogues();
    if (!first || url === undefined || !linked.isFamilyPage(linked.uri)) return;
    const listed = new Set(linked.catalogues().flatMap(({ yaml }) => [...cataloguedFamilies(yaml, linked.profile)]));
    if (linked.ownUrls().some(own => listed.has(familyOfUrl(own)))) return;
    const families = familiesBeside(linked, url);
    const known = families.filter(other => listed.has(other)).length;
    // One family alone says nothing of its department.
    if (known === 0 || (known / families.length) * 100 < options.share) return;
    const start = family.titleSpan.start;
    report({
      span: family.titleSpan.end > start ? family.titleSpan : { start, end: page.lines.lineEnd(page.lines.lineAt(start)) },
      message: l10n.t`The catalogue of job families lists ${known} of the ${families.length} families of this department, but not this one (${url}).`,
      related: [{ uri: first.uri, span: { start: 0, end: 0 }, message: l10n.t`The catalogue.` }],
    });
  },
});

/** The families of the department of a page, that page's own among them. */
function familiesBeside(linked: LinkedFamily, url: string): string[] {
  const department = `${url.split('/').slice(0, 3).join('/')}/`;
  return [...new Set([url, ...linked.familyUrls()].filter(other => other.startsWith(department)).map(familyOfUrl))];
}
