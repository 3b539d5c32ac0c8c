import * as l10n from '@vscode/l10n';
import { type CountedWord, countedWords, type WordMode, wordModeOf } from './countedWords.ts';
import { replaceFix } from './fixes.ts';
import { replacementsOf } from './phrases.ts';
import { quoted } from './quoted.ts';
import type { Report } from './rule.ts';
import { defineRule } from './rule.ts';

/** Beyond this a score is strong: as the Gender Decoder has it. */
const STRONGLY = 3;

export const genderCodedLanguage = defineRule({
  code: 'gender-coded-language',
  severity: 'information',
  summary: 'More masculine- than feminine-coded words stand on the page.',
  rationale: `Words such as “lead”, “driven” and “competitive” are more frequent in advertisements for work that mostly men do, and
women find jobs that are described with them less appealing; words such as “support” and “collaborate” are more frequent in the others,
and put nobody off (Gaucher, Friesen and Kay, 2011). The page passes when no more masculine- than feminine-coded words stand in it. The
score is feminine minus masculine; beyond three either way it is strong. No single word is wrong: change those that can be changed.

The handbook’s own gate counts the whole text of the file, so headings such as “Responsibilities” and the names of roles decide for many
pages. Here what people wrote freely counts: paragraphs and bullets, without role names, without words that name the work itself (“lead”,
“analysis”, “objectives”) and without bullets that extend another level. \`mode: gitlab\` counts as the gate does. The words are the
profile’s (\`words.masculineCoded\`, \`words.feminineCoded\`, \`words.tradeWords\`, \`words.alternatives\`). It is information, since the words are
also ordinary words of work. The quick fix “Show coded words” and hovers show the words; \`words: true\` marks each as a hint.`,
  options: {
    mode: {
      type: 'choice',
      default: 'body',
      choices: ['body', 'gitlab'],
      description:
        'What is counted: `body`, paragraphs and bullets without headings, names of roles, words that name the work itself and bullets that extend another level; or `gitlab`, the whole text of the file as the handbook’s gate counts it.',
    },
    words: {
      type: 'boolean',
      default: false,
      description: 'Whether each masculine-coded word is reported as a hint where it stands, besides the finding on the page.',
    },
  },
  examples: [
    {
      options: { words: true },
      bad: `---
title: Editor
//~    ^^^^^^
---

## Editor

### Responsibilities

1. Lead a driven, competitive team
//~       ^^^^^^
//~               ^^^^^^^^^^^
- Support readers
`,
      good: `---
title: Editor
---

## Editor

### Responsibilities

- Guide a motivated team, results-driven and well led
- Support readers, understand them, and collaborate
- Report to the Lead Editor, the Senior Challenge Lead and \`analytics\`, see [it](/handbook/leadership/) and [Leaders of Leaders](/job-families/department/leaders/)
`,
    },
    {
      title: 'The whole text, as the handbook’s gate counts',
      options: { mode: 'gitlab', words: true },
      bad: `---
title: Lead Editor
//~    ^^^^
//~    ^^^^^^^^^^^
---

## Lead Editor
//~^^^^

### Requirements

- Reading
`,
      good: `---
title: Editor
---

## Editor

### Responsibilities

- Lead readers
`,
    },
  ],
  check(context, report) {
    const mode = wordModeOf(context.options.mode);
    const words = countedWords(context, mode);
    const masculine = words.filter(({ word }) => word.coding === 'masculine');
    const feminine = words.filter(({ word }) => word.coding === 'feminine');
    const score = feminine.length - masculine.length;
    if (score >= 0) return;
    const { uri } = context;
    report({
      span: context.family.titleSpan,
      about: 'page',
      message: messageOf(mode, masculine.length, feminine.length),
      related: [
        ...masculine.map(({ span, word }) => ({ uri, span, message: l10n.t`Masculine-coded: “${word.word}”` })),
        ...feminine.map(({ span, word }) => ({ uri, span, message: l10n.t`Feminine-coded: “${word.word}”` })),
      ],
    });
    if (context.options.words) for (const word of masculine) report(hintOf(word));
  },
});

/** What the words of a page amount to, where more of them are masculine-coded. */
function messageOf(mode: WordMode, masculine: number, feminine: number): string {
  const score = feminine - masculine;
  if (score < -STRONGLY)
    return mode === 'gitlab'
      ? l10n.t`The page is strongly masculine-coded: ${masculine} masculine-coded words to ${feminine} feminine-coded (score ${score}).`
      : l10n.t`The text of the page is strongly masculine-coded: ${masculine} masculine-coded words to ${feminine} feminine-coded (score ${score}).`;
  if (masculine === 1)
    return mode === 'gitlab'
      ? l10n.t`The page is masculine-coded: 1 masculine-coded word to ${feminine} feminine-coded (score ${score}).`
      : l10n.t`The text of the page is masculine-coded: 1 masculine-coded word to ${feminine} feminine-coded (score ${score}).`;
  return mode === 'gitlab'
    ? l10n.t`The page is masculine-coded: ${masculine} masculine-coded words to ${feminine} feminine-coded (score ${score}).`
    : l10n.t`The text of the page is masculine-coded: ${masculine} masculine-coded words to ${feminine} feminine-coded (score ${score}).`;
}

function hintOf({ block, word, span }: CountedWord): Report {
  const match = block.wording.alternatives.find(one => one.start === word.start && one.end === word.end);
  const instead = match ? replacementsOf(match) : [];
  return {
    span,
    severity: 'hint',
    message:
      instead.length > 0
        ? l10n.t`“${word.word}” is masculine-coded. ${quoted(instead)} would be neutral.`
        : l10n.t`“${word.word}” is masculine-coded.`,
    fixes: () => instead.map(one => replaceFix(l10n.t`Change to “${one}”`, span, one, { preferred: false })),
  };
}
