import * as l10n from '@vscode/l10n';
import { beginningWithin } from '../text/span.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { type AdviceMatch, replacementsOf } from './phrases.ts';
import { oneOf, quote } from './quoted.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { blocksWith, placed, type WordedBlock } from './wording.ts';

export const genderedPronoun = defineRule({
  code: 'gendered-pronoun',
  severity: 'warning',
  summary: 'A pronoun makes whoever holds the job a man or a woman.',
  rationale: `A job is done by people of any gender, and “he or she” leaves some of them out. “They” and “their” include everybody,
of one person too; often “the Editor” or no pronoun at all reads best. Where only the word changes, the quick fix writes the other one;
after “he” and “she” the verb may want a change too: have a look. The pronouns are the profile’s (\`words.pronouns\`).`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

### Responsibilities

1. He/she should know his or her readers
//~^^^^^^
//~                   ^^^^^^^^^^

- Report to the Managing Editor and help him or her
//~                                      ^^^^^^^^^^
- Work by herself
//~       ^^^^^^^
`,
      good: `---
title: Editor
---

## Editor

### Responsibilities

- They should know their readers, and history, theory, sheets and cher
- Keep the HIS running
- [Alex Reader](/handbook/company/team/#alex) says of his days here what he likes
- Read [the guide](/handbook/he-or-she/) and \`his.txt\`
`,
      fixed: `---
title: Editor
---

## Editor

### Responsibilities

1. They should know their readers

- Report to the Managing Editor and help them
- Work by themselves
`,
    },
  ],
  check(context, report) {
    const people = context.profile.site.peoplePages ?? [];
    for (const block of blocksWith('pronouns', context)) {
      if (speaksOfSomebody(block, context, people)) continue;
      for (const match of block.wording.pronouns) {
        const instead = replacementsOf({ ...match, written: match.written.toLowerCase() });
        report({
          span: placed(block.span, match),
          message: messageOf(match.written.replace(/\s+/g, ' '), instead),
          fixes: () => fixesOf(block, match),
        });
      }
    }
  },
});

function messageOf(written: string, instead: readonly string[]): string {
  return instead.length > 0
    ? l10n.t`“${written}” leaves out some of those who hold the job. Write ${oneOf(instead.map(quote))}, or name the role.`
    : l10n.t`“${written}” leaves out some of those who hold the job. Name the role instead.`;
}

/** True where a paragraph names a person by a link: its "she" is that person and nobody else. */
function speaksOfSomebody({ span }: WordedBlock, { page }: Pick<RuleContext, 'page'>, people: readonly string[]): boolean {
  return beginningWithin(page.links, span).some(({ destination }) =>
    people.some(url => destination.includes(`${url.replace(/\/$/, '')}/#`) || destination.includes(`${url.replace(/\/$/, '')}#`)),
  );
}

/** Verbs that are the same with "he" and with "they". */
const SAME_VERB = /^\s+(?:\w+ly\s+)?(?:should|must|will|would|can|could|may|might|shall|had|did|ought|never|[a-z]{3,}ed)\b/i;

/** A verb further on that may belong to "he" too: "he should read and writes". */
const SECOND_VERB = /^[^.;:!?]*?\b(?:and|or|but)\s+(?:\w+ly\s+)?(?:is|has|does|was|[a-z]{2,}[^s\W]s)\b/i;

function fixesOf({ span, wording }: WordedBlock, match: AdviceMatch): readonly Fix[] {
  const behind = wording.text.slice(match.end);
  // "He's" would become "they's".
  if (/^['’](?!ll\b|d\b)/i.test(behind)) return [];
  const all = replacementsOf(match);
  return all
    .filter(one => one.toLowerCase() !== 'they' || (SAME_VERB.test(behind) && !SECOND_VERB.test(behind)))
    .map(one => replaceFix(l10n.t`Change to “${one}”`, placed(span, match), one, { preferred: all.length === 1 }));
}
