import * as l10n from '@vscode/l10n';
import { countedBlocks, countedWords, wordModeOf } from './countedWords.ts';
import { replaceFix } from './fixes.ts';
import { replacementsOf } from './phrases.ts';
import { withReason } from './quoted.ts';
import { defineRule } from './rule.ts';
import { placed } from './wording.ts';

export const fixedMindsetLanguage = defineRule({
  code: 'fixed-mindset-language',
  severity: 'information',
  summary: 'More words of a fixed than of a growth mindset stand on the page.',
  rationale: `“Brilliant” and “rockstar” praise what somebody is; “learn”, “improve” and “feedback” speak of what somebody does and
becomes. People who do not see themselves as gifted pass over pages of the first kind. The page passes when no more words of a fixed than
of a growth mindset stand in it. The words are the profile’s (\`words.fixedMindset\`, \`words.growthMindset\`). It is information, since
some of them (“established processes”) are also ordinary words of work.`,
  options: {
    mode: {
      type: 'choice',
      default: 'body',
      choices: ['body', 'gitlab'],
      description:
        'What is counted: `body`, paragraphs and bullets without headings, names of roles and bullets that extend another level; or `gitlab`, the whole text of the file as the handbook’s gate counts it.',
    },
  },
  examples: [
    {
      bad: `---
title: Editor
//~    ^^^^^^
---

## Editor

### Requirements

- A brilliant editor with an established name
//~ ^^^^^^^^^
//~                          ^^^^^^^^^^^
- Willing to read
`,
      good: `---
title: Editor
---

## Editor

### Requirements

- A brilliant editor, eager to learn
- Not discouraged by the establishment, nor by \`brilliant\`
`,
    },
  ],
  check(context, report) {
    const mode = wordModeOf(context.options.mode);
    const blocks = countedBlocks('fixedMindset', context, mode);
    const fixed = blocks.flatMap(({ span, wording }) =>
      wording.fixedMindset.map(match => ({ match, span: placed(span, match) })),
    );
    if (fixed.length === 0) return;
    const growth = countedWords(context, mode).filter(({ word }) => word.coding === 'growth').length;
    if (fixed.length <= growth) return;
    const { uri } = context;
    report({
      span: context.family.titleSpan,
      about: 'page',
      message: l10n.t`The page has more words of a fixed than of a growth mindset: ${fixed.length} to ${growth}. Say what people learn and do rather than what they are.`,
      related: fixed.map(({ match, span }) => ({ uri, span, message: l10n.t`Fixed mindset: “${match.written}”` })),
    });
    for (const { match, span } of fixed) {
      const { reason } = match.advice;
      report({
        span,
        severity: 'hint',
        message: withReason(l10n.t`“${match.written}” is a word of a fixed mindset.`, reason),
        fixes: () => replacementsOf(match).map(one => replaceFix(l10n.t`Change to “${one}”`, span, one, { preferred: false })),
      });
    }
  },
});
