import * as l10n from '@vscode/l10n';
import { isSectionOf, standsUnder } from '../model/headingTree.ts';
import type { JobFamily } from '../model/jobFamily.ts';
import type { SectionKind } from '../profile/profile.ts';
import type { Span } from '../text/span.ts';
import { quoted } from './quoted.ts';
import { defineRule } from './rule.ts';
import { blocksWith, placed } from './wording.ts';

export const vacancyWording = defineRule({
  code: 'vacancy-wording',
  severity: 'information',
  report: 'once',
  summary: 'A sentence speaks to an applicant, as a vacancy does, and not of the job.',
  rationale: `A job family is permanent: it says what a job is, whoever holds it and whether or not it is open. “You will”, “we are
looking for” and “exciting opportunity” belong in the vacancy that is made of it. Say what the role does instead: “The Editor writes”,
or a bullet that begins with the verb. Sections on the hiring process speak to applicants rightly and are not looked at. Which wordings
are told is the profile’s (\`words.vacancy\`).`,
  examples: [
    {
      bad: `---
title: Editor
description: "As an Editor you would care for every text of the company."
//~                        ^^^^^^^^^
---

This is an exciting opportunity: you will write, and you'll be read.
//~< ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

## Editor

### Responsibilities

1. You'll edit texts
//~^^^^^^

We are currently looking for an Editor with care.
//~< ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      good: `---
title: Editor
description: "The Editor cares for every text of the company."
---

The Editor finds exciting stories, and applies the style guide.

## Editor

### Responsibilities

- Edit texts
- Present opportunities to the readers you serve
- Look for mistakes; write \`you will\` in examples only

## Hiring Process

Candidates can expect the process below. You will meet two editors, and we are looking for your questions.
`,
    },
  ],
  check(context, report) {
    const spoken = applicantsSections(context.family);
    for (const { kind, span, wording } of blocksWith('vacancy', context)) {
      if (kind === 'quotation') continue;
      if (spoken.some(section => section.start <= span.start && span.end <= section.end)) continue;
      const said = wording.vacancy.map(match => wording.text.slice(match.start, match.end));
      report({
        span: placed(span, wording.vacancy[0]!),
        message:
          said.length > 1
            ? l10n.t`${quoted(said)} speak to an applicant. A job family is no vacancy: say what the role does.`
            : l10n.t`${quoted(said)} speaks to an applicant. A job family is no vacancy: say what the role does.`,
      });
    }
  },
});

/** Sections that are about applying, or that the site makes for applicants. */
const FOR_APPLICANTS: readonly SectionKind[] = ['hiring-process', 'references'];

function applicantsSections({ tree }: JobFamily): readonly Span[] {
  return tree.nodes
    .filter(node => isSectionOf(node, FOR_APPLICANTS) && !standsUnder(node, FOR_APPLICANTS))
    .map(node => node.span);
}
