import * as l10n from '@vscode/l10n';
import { catalogueSchema } from '../schema/schemas.ts';
import { defineDocumentRule } from './documentRule.ts';
import { yamlTroubles } from './documentTroubles.ts';
import { nearKeyTroubles, schemaTroubles } from './schemaTrouble.ts';

export const invalidCatalogue = defineDocumentRule({
  code: 'invalid-catalogue',
  severity: 'error',
  subject: 'catalogue',
  summary: 'The catalogue of job families cannot be read, or an entry of it is not as it must be.',
  rationale: `The catalogue (\`job_families.yml\`) ties the titles of the compensation calculator to the pages of their job families. It is a
list in which each entry has a \`title\` and, as its \`description\`, the URL of a page or a list of them. What the calculator cannot read
it leaves out, and the title stands there without its page.`,
  examples: [
    {
      title: 'Entries that are not as they must be',
      bad: `//- data/job_families.yml
  - title: Editor
//~ ^^^^^
  - titel: Proofreader
//~ ^^^^^
    description: /job-families/department/family/
  - title: 7
//~        ^
    description: /job-families/department/family/
`,
      good: `//- data/job_families.yml
# Titles and their pages
- title: Editor
  description: /job-families/department/family/
  our_own_key: anything

- title: "7"
  description:
    - /job-families/department/family/
    - /job-families/department/family/#senior
`,
    },
    {
      title: 'Slips that can be mended',
      bad: `//- data/job_families.yml
  - titel: Proofreader
//~ ^^^^^
    description: /job-families/department/family/
  - title: 7
//~        ^
    descriptions: /job-families/department/family/
//~ ^^^^^^^^^^^^
`,
      good: `//- data/job_families.yml
[]
`,
      fixed: `//- data/job_families.yml
  - title: Proofreader
    description: /job-families/department/family/
  - title: "7"
    description: /job-families/department/family/
`,
    },
    {
      title: 'A URL that is none',
      bad: `//- data/people_group/job_families.yml
- title: Editor
  description: job-families/department/family
//~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- title: Proofreader
  description: []
//~            ^^
- title: Reporter
  description:
    url: /job-families/department/family/
//~ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      good: `//- data/people_group/job_families.yml
- title: Editor
  description: /job-families/department/family
- title: Proofreader
  description: https://example.com/proofreader
`,
    },
    {
      title: 'YAML that cannot be read',
      bad: `//- data/job_families.yml
- title: Editor: all levels
//~      ^^^^^^^^^^^^^^^^^^
  description: /job-families/department/family/
`,
      good: `//- data/job_families.yml
- title: "Editor: all levels"
  description: /job-families/department/family/
`,
    },
  ],
  check({ document: { yaml } }, report) {
    for (const trouble of yamlTroubles(yaml)) report(trouble);
    // A file that holds nothing yet is being begun.
    if (yaml.errors.length > 0 || yaml.value === null || yaml.value === undefined) return;
    const known = Object.keys(catalogueSchema.schema.items?.properties ?? {});
    const entries = Array.isArray(yaml.value) ? yaml.value : [];
    const misspelt = entries.flatMap((_, index) => nearKeyTroubles(yaml, [index], known));
    for (const { path: _, keyword: __, ...trouble } of misspelt) report(trouble);
    for (const { keyword, path, ...trouble } of schemaTroubles(yaml, catalogueSchema)) {
      // The key that is missing stands there misspelt.
      if (keyword === 'required' && misspelt.some(one => one.path[0] === path[0])) continue;
      const message =
        keyword === 'pattern'
          ? l10n.t`The URL of a page begins with a slash, as in “/job-families/department/family/”.`
          : trouble.message;
      report({ ...trouble, message });
    }
  },
});
