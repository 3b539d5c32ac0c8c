import { siteLintSchema } from '../schema/schemas.ts';
import { defineDocumentRule } from './documentRule.ts';
import { documentTroubles } from './documentTroubles.ts';

export const invalidSiteLint = defineDocumentRule({
  code: 'invalid-site-lint',
  subject: 'site-lint',
  severity: 'warning',
  summary: 'The site lint file (`.hugolint.yaml`) has a pattern that cannot be used.',
  rationale: `Links that a pattern of this file matches are not checked. A pattern that cannot be used matches no link, so findings on these
links are reported. Patterns are RE2 regular expressions, as in Hugo: lookarounds and backreferences are not supported, because the time they
take has no bound.`,
  examples: [
    {
      bad: `//- .hugolint.yaml
exclude:
  - pattern: '(?<!/handbook)/teams/'
//~          ^^^^^^^^^^^^^^^^^^^^^^^
  - pattern: '#team-['
//~          ^^^^^^^^^
`,
      good: `//- .hugolint.yaml
exclude:
  - pattern: '^/handbook/teams/#'
`,
    },
  ],
  check({ document }, report) {
    for (const trouble of documentTroubles(document.yaml, siteLintSchema)) report(trouble);
  },
});
