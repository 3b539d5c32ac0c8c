import * as l10n from '@vscode/l10n';
import type { Level } from '../model/jobFamily.ts';
import { superiorsOf } from '../model/reportsTo.ts';
import type { Block } from '../syntax/block.ts';
import { containsSpan, type Span } from '../text/span.ts';
import { replaceFix } from './fixes.ts';
import { levelMeant } from './levelMeant.ts';
import { defineRule } from './rule.ts';

export const reportsToNamesAnotherLevel = defineRule({
  code: 'reports-to-names-another-level',
  severity: 'information',
  summary: 'The sentence that says whom a level reports to speaks of another level.',
  rationale: `Such a sentence was mostly copied with the level above or below it, and its subject was not changed. Only sentences right under the
heading of the level or in its Job Grade section are looked at, and only if they begin with the name of another level of the page.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

The Editor reports to the Managing Editor.

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Senior Editor

The Editor reports to the Managing Editor.
//~ ^^^^^^

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      good: `---
title: Editor
---

## Editor

The Editor reports to the Senior Editor.

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Senior Editor

The Senior Editor reports to the Managing Editor. Whom the Editor reports to is said above. It reports to no Editor.

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Editor

The Editor reports to the Managing Editor.

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Senior Editor

The Senior Editor reports to the Managing Editor.

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ uri, family, page, profile }, report) {
    const superiors = superiorsOf(page, profile);
    if (superiors.length === 0) return;
    for (const level of family.levels) {
      if (!level.node) continue;
      for (const block of blocksAbout(level))
        for (const { wholeSpan } of superiors) {
          const subject = containsSpan(block.span, wholeSpan)
            ? subjectBefore(page.text, block.span.start, wholeSpan.start)
            : undefined;
          if (!subject) continue;
          const name = page.text.slice(subject.start, subject.end);
          const other = levelMeant(family, level, name, profile);
          if (other === 'own' || other === 'none') continue;
          report({
            span: subject,
            message: l10n.t`This sentence is under “${level.title}” and says whom “${name}” reports to.`,
            related: [{ uri, span: other.nameSpan, message: l10n.t`“${other.title}” is here.` }],
            fixes: [replaceFix(l10n.t`Change to “${level.title}”`, subject, level.title)],
          });
        }
    }
  },
});

/** The text right under the level's heading and that of its Job Grade section. */
function blocksAbout({ introBlocks, sections }: Level): readonly Block[] {
  return [...introBlocks, ...sections.filter(({ kind }) => kind === 'job-grade').flatMap(({ blocks }) => blocks)];
}

/** Returns the name that the sentence before `end` begins with; undefined if it is more or less than a name. */
function subjectBefore(text: string, start: number, end: number): Span | undefined {
  const before = text.slice(Math.max(start, end - LONGEST), end);
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1);
  const match = /^\s*(?:The|An?)\s+(\p{Lu}[^.:;!?()[\]*_\n]*?)(?:\s+(?:role|position|job))?\s*$/u.exec(sentence);
  if (!match) return undefined;
  const at = end - sentence.length + sentence.indexOf(match[1]!, match[0].search(/\S/) + 2);
  return { start: at, end: at + match[1]!.length };
}

/** No name is longer, in UTF-16 units. */
const LONGEST = 200;
