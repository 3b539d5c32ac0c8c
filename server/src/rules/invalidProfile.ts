import { customProfileSchema } from '../schema/schemas.ts';
import { defineDocumentRule } from './documentRule.ts';
import { documentTroubles } from './documentTroubles.ts';

export const invalidProfile = defineDocumentRule({
  code: 'invalid-profile',
  subject: 'profile',
  severity: 'error',
  summary: 'A profile of the workspace says something that cannot be used.',
  rationale: `A profile that is not whole is not used at all: the default one counts instead, and every page is read by it. A profile that
names another one by \`base\` need only say what differs.`,
  examples: [
    {
      bad: `//- our.job-family-profile.yaml
base: gitlub
//~   ^^^^^^
name: ours
title: Ours
sectionQualifiers: Base
//~                ^^^^
`,
      good: `//- our.job-family-profile.yaml
base: gitlab
name: ours
title: Ours
sectionQualifiers: { add: [Own] }
`,
    },
  ],
  check({ document }, report) {
    const troubles = documentTroubles(document.yaml, customProfileSchema);
    for (const trouble of troubles) report(trouble);
    for (const note of document.notes)
      if (troubles.length === 0 || note.path)
        report({ span: document.placeOfNote(note), message: note.message, about: note.about });
  },
});
