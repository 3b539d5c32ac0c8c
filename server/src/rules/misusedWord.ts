import * as l10n from '@vscode/l10n';
import type { PageSyntax } from '../syntax/page.ts';
import { beginningWithin, containsSpan, type Span } from '../text/span.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { type AdviceMatch, replacementsOf } from './phrases.ts';
import { oneOf, quote, withReason } from './quoted.ts';
import { defineRule, type Report } from './rule.ts';
import { blocksWith, placed, type WordedBlock } from './wording.ts';

export const misusedWord = defineRule({
  code: 'misused-word',
  severity: 'warning',
  report: 'once',
  summary: 'A word hurts or shuts out readers, or is one that the company does not use.',
  rationale: `Some words carry a history, make light of an illness, or picture everybody as a man; others your company has decided
against. There is another word for each. They are the profile’s (\`words.misused\`, where \`except\` holds wordings in which the word may
stand, such as “master’s degree”), and those of the company’s own list where the workspace has one (\`data/misused_terms.yml\`); of that,
words that mean something else in a job family are left out (\`words.companyWordsLeftOut\`), and what it advises against is
information.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

### Responsibilities

- Keep the blacklist, and other Blacklists
//~        ^^^^^^^^^
//~                             ^^^^^^^^^^
- Make a sanity check of the master copy
//~      ^^^^^^^^^^^^
//~                          ^^^^^^
- Be a ninja
//~    ^^^^^
`,
      good: `---
title: Editor
---

## Editor

### Responsibilities

- Keep the denylist of the Scrum Master and of the webmaster
- A master's degree, a Master of Science, or mastery of letters
- Ability to master new scripts; heroine of the story
- Read [the list](/handbook/blacklist/) and \`master\`
`,
      fixed: `---
title: Editor
---

## Editor

### Responsibilities

- Keep the denylist, and other Denylists
- Make a check for completeness of the primary copy
- Be an expert
`,
    },
    {
      title: 'Words of the company’s own list',
      bad: `---
title: Editor
---

## Editor

### Responsibilities

- Meet deadlines of the press, and every deadline
//~    ^^^^^^^^^
//~                                      ^^^^^^^^
- Write in plain words, not in Legalese
//- data/misused_terms.yml
- avoid: [Deadline]
  use_instead: [Due date]
  reason: See [the values](/handbook/values/).
- avoid: Legalese
  use_instead:
    - Skip this word
- avoid: ["Print (of photographs)", They]
  avoid_footnote: [Only of other teams]
  use_instead: Copy
`,
      good: `---
title: Editor
---

## Editor

### Responsibilities

- Meet the due dates of the press, with the tool Deadline
- They print in a press-deadline-free world
//- data/misused_terms.yml
- avoid: [Deadline]
  use_instead: [Due date]
- avoid: ["Print (of photographs)", They]
  avoid_footnote: [Only of other teams]
  use_instead: Copy
`,
    },
  ],
  check(context, report) {
    const { page } = context;
    for (const block of blocksWith('misused', context))
      for (const match of block.wording.misused) report(reportOf(match, block, page));
    for (const block of blocksWith('companyTerms', context))
      for (const match of block.wording.companyTerms) report({ ...reportOf(match, block, page), severity: 'information' });
  },
});

function reportOf(match: AdviceMatch, { span, wording }: WordedBlock, page: PageSyntax): Report {
  const instead = replacementsOf(match);
  const place = placed(span, match);
  const said =
    instead.length > 0
      ? l10n.t`Write ${oneOf(instead.map(quote))} instead of “${match.written}”.`
      : l10n.t`“${match.written}” is a word to avoid.`;
  const message = withReason(said, match.advice.reason);
  const about = match.advice.avoid;
  const fixes = (preferred: boolean): readonly Fix[] =>
    instead.map(one => changeTo(one, span, wording.text, match, preferred && instead.length === 1));
  if (!isNameOfLinked(place, match, span, page)) return { span: place, about, message, fixes: () => fixes(true) };
  const first = l10n.t`What is linked here has the word in its own name: have that changed first.`;
  return { span: place, about, message: `${message} ${first}`, fixes: () => fixes(false), severity: 'information' };
}

/** True where the word stands in the text of a link whose destination holds it too: then it is the name of what is linked. */
function isNameOfLinked(place: Span, { advice }: AdviceMatch, block: Span, page: PageSyntax): boolean {
  const word = advice.avoid.toLowerCase().replaceAll(' ', '-');
  // Links do not nest; an image in a link is the most.
  const nearest = beginningWithin(page.links, { start: block.start, end: place.start }).slice(-2);
  return nearest.some(({ textSpan, destination }) => containsSpan(textSpan, place) && destination.toLowerCase().includes(word));
}

/** The word changed, and the article before it where the new one wants another: "a ninja", "an expert". */
function changeTo(word: string, block: Span, text: string, match: AdviceMatch, preferred: boolean): Fix {
  const fix = replaceFix(l10n.t`Change to “${word}”`, placed(block, match), word, { preferred });
  const article = /(?<![\p{L}\p{N}])(a|an)\s+$/iu.exec(text.slice(Math.max(0, match.start - 10), match.start));
  const before = match.start - (article?.[0].length ?? 0);
  const wanted = /^[aeiou]/i.test(word) ? 'an' : 'a';
  if (!article || article[1]!.toLowerCase() === wanted || /^[A-Z]+$/.test(article[1]!)) return fix;
  const span = placed(block, { start: before, end: before + article[1]!.length });
  return { ...fix, edits: [{ span, newText: article[1]!.charAt(0) + wanted.slice(1) }, ...fix.edits] };
}
