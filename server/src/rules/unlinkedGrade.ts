import * as l10n from '@vscode/l10n';
import type { GradeStatement } from '../model/gradeStatement.ts';
import { holdsPlaceholder } from '../model/placeholders.ts';
import type { Block } from '../syntax/block.ts';
import { containsSpan, type Span, textOf } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { replaceFix } from './fixes.ts';
import { goodGradeDestination, statedGrades } from './gradeLinks.ts';
import { defineRule, type Report } from './rule.ts';

export const unlinkedGrade = defineRule({
  code: 'unlinked-grade',
  severity: 'warning',
  summary: 'A grade is stated without a link to the page with the company’s grades.',
  rationale: `A grade is a number that means something only beside the grade table. The link takes the reader there. Often it was
there once and lost a bracket: then the address stands in the text for everybody to read.`,
  examples: [
    {
      title: 'No link',
      bad: `---
title: Editor
---

## Job Grade

The Editor is a grade 6.
//~             ^^^^^^^
`,
      good: `---
title: Editor
---

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
    {
      title: 'A lost bracket',
      bad: `---
title: Editor
---

### Editor

#### Job Grade

The Editor is a grade 6 (/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

### Senior Editor

#### Job Grade

The Senior Editor is a [grade 7] (/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      good: `---
title: Editor
---

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

### Editor

#### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Senior Editor

#### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
    {
      title: 'A cell of the grade table, linked as the other rows are',
      bad: `---
title: Editor
---

## Job Grades

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#customer-success) |
| [Senior Editor](#senior-editor) | Grade 7 |
//~                                 ^^^^^^^
| [Staff Editor](#staff-editor) | Grade 8 |

## Editor

## Senior Editor

## Staff Editor
`,
      good: `---
title: Editor
---

## Job Grades

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades) |

## Editor
`,
      fixed: `---
title: Editor
---

## Job Grades

| Title | Grade |
|---|---|
| [Editor](#editor) | [Grade 6](/handbook/total-rewards/compensation/compensation-calculator/#customer-success) |
| [Senior Editor](#senior-editor) | [Grade 7](/handbook/total-rewards/compensation/compensation-calculator/#customer-success) |
| [Staff Editor](#staff-editor) | [Grade 8](/handbook/total-rewards/compensation/compensation-calculator/#customer-success) |

## Editor

## Senior Editor

## Staff Editor
`,
    },
  ],
  check({ linked, family, page, text, profile }, report) {
    for (const level of family.levels) {
      const resource = level.gradeResource;
      if (!resource || resource.link) continue;
      // An address that is still to be filled in is told as such.
      if (holdsPlaceholder(/^\]\([^)\n]*/.exec(text.slice(resource.span.end, resource.span.end + 200))?.[0] ?? '', profile))
        continue;
      const url = profile.grades.resource?.url;
      const name = textOf(text, resource.span);
      report({
        span: resource.span,
        message: l10n.t`“${name}” has no link: readers of “${level.title}” cannot find its grade.`,
        fixes: url === undefined ? [] : [replaceFix(l10n.t`Link to ${url}`, resource.span, `[${name}](${url})`, { safe: true })],
      });
    }
    if (profile.grades.page === undefined) return;
    const tableOf = (span: Span): Block | undefined =>
      page.blocks.find(block => block.type === 'table' && containsSpan(block.span, span));
    const unlinkedIn = new Map<Block, GradeStatement[]>();
    for (const { statement } of statedGrades(family, profile)) {
      if (statement.link) continue;
      const table = statement.brokenLink ? undefined : tableOf(statement.span);
      if (table) {
        unlinkedIn.set(table, [...(unlinkedIn.get(table) ?? []), statement]);
        continue;
      }
      const words = textOf(text, statement.span);
      const { brokenLink } = statement;
      if (brokenLink) {
        // The sentence's full stop may have slipped between the words and their address.
        const stop = textOf(text, brokenLink.span).includes('. (') || textOf(text, brokenLink.span).includes('.(') ? '.' : '';
        report({
          span: brokenLink.span,
          message: l10n.t`The link on “${words}” has lost a bracket, so readers see its address. Write it as [${words}](address), with no space between.`,
          fixes: [
            replaceFix(l10n.t`Mend the link`, brokenLink.span, `[${words}](${brokenLink.destination})${stop}`, { safe: true }),
          ],
        });
        continue;
      }
      report(unlinked(linked, [statement]));
    }
    for (const statements of unlinkedIn.values()) report(unlinked(linked, statements));
  },
});

/** One finding for the grades of a table, on the first. */
function unlinked(linked: LinkedFamily, statements: readonly GradeStatement[]): Report {
  const places = statements.map(({ span }) => labelled(linked.family.page.text, span));
  const [{ span, label }, ...others] = places as [Labelled, ...Labelled[]];
  const destination = goodGradeDestination(linked);
  const edits = places.map(place => ({ span: place.span, newText: `[${place.label}](${destination})` }));
  return {
    span,
    message:
      others.length === 0
        ? l10n.t`“${label}” has no link to the page with the grade table.`
        : l10n.t`“${label}” and ${others.length} more grades of this table have no link to the page with the grade table.`,
    related: others.map(other => ({ uri: linked.uri, span: other.span, message: l10n.t`“${other.label}” has no link either.` })),
    fixes: [
      {
        title: others.length === 0 ? l10n.t`Link the grade to the grade table` : l10n.t`Link the grades to the grade table`,
        edits,
        preferred: true,
        safe: true,
      },
    ],
  };
}

interface Labelled {
  readonly span: Span;
  readonly label: string;
}

/** The words to link, and what the link replaces: brackets around the words, or around their number, become the link's. */
function labelled(text: string, { start, end }: Span): Labelled {
  const words = text.slice(start, end);
  const isBracketed = text.charAt(start - 1) === '[' && text.charAt(end) === ']';
  if (isBracketed) return { span: { start: start - 1, end: end + 1 }, label: words };
  const label = words.replace(/\[\s*(?=#?\d+\]?$)/, '').replace(/\]$/, '');
  const hasClosing = label !== words && !words.endsWith(']') && text.charAt(end) === ']';
  return { span: { start, end: hasClosing ? end + 1 : end }, label };
}
