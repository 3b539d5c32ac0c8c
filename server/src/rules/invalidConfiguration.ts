import { configurationSchema } from '../schema/schemas.ts';
import { defineDocumentRule } from './documentRule.ts';
import { documentTroubles } from './documentTroubles.ts';

export const invalidConfiguration = defineDocumentRule({
  code: 'invalid-configuration',
  subject: 'configuration',
  severity: 'error',
  summary: 'The file `.job-family.yaml` says something that cannot be used.',
  rationale: `What cannot be used is passed over, and the rest counts: a rule whose name is misspelt stays as it is by default, and a
profile that does not exist is replaced by the default one. So the pages are checked by other rules than you think.`,
  examples: [
    {
      title: 'Unknown names and values',
      bad: `//- .job-family.yaml
profil: gitlab
//~<^^^^^^
rules:
    brocken-link: off
//~ ^^^^^^^^^^^^
    unlinked-grade: never
//~                 ^^^^^
    restated-bullet: { similarity: 7 }
//~                                ^
`,
      good: `//- .job-family.yaml
profile: gitlab
rules:
  broken-link: off
  unlinked-grade: hint
  restated-bullet: { severity: warning, similarity: 0.7 }
overrides:
  sectionQualifiers: { add: [Own] }
`,
    },
    {
      title: 'A slip that can be mended',
      bad: `//- .job-family.yaml
rules:
    unlinked-grad: off
//~ ^^^^^^^^^^^^^
`,
      good: `//- .job-family.yaml
`,
      fixed: `//- .job-family.yaml
rules:
    unlinked-grade: off
`,
    },
  ],
  check({ document }, report) {
    const troubles = documentTroubles(document.yaml, configurationSchema);
    for (const trouble of troubles) report(trouble);
    for (const note of document.notes)
      if (troubles.length === 0 || note.path)
        report({ span: document.placeOfNote(note), message: note.message, about: note.about });
  },
});
