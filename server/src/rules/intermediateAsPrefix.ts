import * as l10n from '@vscode/l10n';
import { readLevelName, wordsOf } from '../model/levelName.ts';
import { linksTo } from './anchorLinks.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const intermediateAsPrefix = defineRule({
  code: 'intermediate-as-prefix',
  severity: 'information',
  summary: 'A level’s name begins with “Intermediate”, which belongs in brackets behind it.',
  rationale: `The intermediate level is the plain one: its title has no word of seniority. Where a page has to tell it from the others, the
word stands in brackets behind the name: “Editor (Intermediate)”. The quick fix also mends the links of this page that lead to the
heading; other pages may link to it too.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

See the [first one](#intermediate-editor).

### Intermediate Editor
//~ ^^^^^^^^^^^^^^^^^^^

#### Job Grade

The Intermediate Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      good: `---
title: Editor
---

## Levels

### Editor (Intermediate)

#### Job Grade

The Editor (Intermediate) is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Levels

See the [first one](#editor-intermediate).

### Editor (Intermediate)

#### Job Grade

The Intermediate Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ family, page, profile }, report) {
    const suffix = profile.names.unmarkedSuffix;
    const [word] = wordsOf(suffix, profile);
    for (const level of family.levels) {
      if (!level.node || level.name.words[0] !== word) continue;
      const rest = level.title.replace(/^\s*\S+\s+/, '');
      if (rest === level.title || readLevelName(rest, profile).words.length === 0) continue;
      const name = `${rest} (${suffix})`;
      const { contentSpan } = level.node.heading;
      // A heading with marks or a link in it is not written anew.
      const plain = page.text.slice(contentSpan.start, contentSpan.end) === level.title;
      report({
        span: contentSpan,
        message: l10n.t`The intermediate level is written “${name}”.`,
        fixes: plain
          ? () => {
              const fix = replaceFix(l10n.t`Change to “${name}”`, contentSpan, name);
              return [{ ...fix, edits: [...fix.edits, ...linksTo(page, level.anchor, name)] }];
            }
          : [],
      });
    }
  },
});
