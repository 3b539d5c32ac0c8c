import * as l10n from '@vscode/l10n';
import { quoted } from './quoted.ts';
import { defineRule } from './rule.ts';
import { blocksWith, placed } from './wording.ts';

export const locationNamed = defineRule({
  code: 'location-named',
  severity: 'off',
  report: 'once',
  summary: 'A region, a country or a time zone is named.',
  rationale: `A job family holds for everybody in the job, wherever they are. Where somebody has to sit, or whom they have to serve,
is said in the vacancy. It is no more than information: a page may rightly say that a team works across regions. The names are the
profile’s (\`words.locations\`).`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor, EMEA
//~        ^^^^

### Responsibilities

- Edit the texts of the Americas, APAC and EMEA
//~                     ^^^^^^^^
`,
      good: `---
title: Editor
---

## Editor

### Responsibilities

- Edit the texts of all [regions](/handbook/regions/EMEA/)
- Use the \`APAC\` label and the tool LATAMBRO
`,
    },
  ],
  check(context, report) {
    for (const { span, wording } of blocksWith('locations', context)) {
      const named = wording.locations.map(match => wording.text.slice(match.start, match.end));
      report({
        span: placed(span, wording.locations[0]!),
        message:
          new Set(named).size > 1
            ? l10n.t`${quoted(named)} are places. A job family applies everywhere. Name places in the job advertisement.`
            : l10n.t`${quoted(named)} is a place. A job family applies everywhere. Name places in the job advertisement.`,
      });
    }
  },
});
