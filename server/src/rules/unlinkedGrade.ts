import * as l10n from '@vscode/l10n';
import type { GradeStatement } from '../model/gradeStatement.ts';
import { holdsPlaceholder } from '../model/placeholders.ts';
import type { Block } from '../syntax/block.ts';
import { containsSpan, textOf } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Fix } from './finding.ts';
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

## Editor

## Senior Editor
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

## Editor

## Senior Editor
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
    const tables = new Set<Block>();
    for (const { statement } of statedGrades(family, profile)) {
      if (statement.link) continue;
      const table = page.blocks.find(block => block.type === 'table' && containsSpan(block.span, statement.span));
      if (!table) report(unlinked(linked, statement));
      else if (!tables.has(table)) {
        tables.add(table);
        report(unlinkedInTable(linked, table));
      }
    }
  },
});

/** A table's grades have one cause: they are one finding, on the first, and one fix links them all. */
function unlinkedInTable(linked: LinkedFamily, table: Block): Report {
  const { uri, family, profile } = linked;
  const statements = statedGrades(family, profile).filter(
    ({ statement }) => !statement.link && containsSpan(table.span, statement.span),
  );
  const [first, ...others] = statements.map(({ statement }) => unlinked(linked, statement)) as [Report, ...Report[]];
  if (others.length === 0) return first;
  const edits = [first, ...others].flatMap(({ fixes }) => (fixes as readonly Fix[])[0]!.edits);
  return {
    ...first,
    message: l10n.t`${statements.length} grades of this table have no link to the page with the grade table.`,
    related: others.map(({ span, message }) => ({ uri, span, message })),
    fixes: [{ title: l10n.t`Link the grades to the grade table`, edits, preferred: true, safe: true }],
  };
}

function unlinked(linked: LinkedFamily, statement: GradeStatement): Report {
  const { text } = linked.family.page;
  const words = textOf(text, statement.span);
  const { brokenLink } = statement;
  if (brokenLink) {
    // The sentence's full stop may have slipped between the words and their address.
    const stop = textOf(text, brokenLink.span).includes('. (') || textOf(text, brokenLink.span).includes('.(') ? '.' : '';
    const written = `[${words}](${brokenLink.destination})${stop}`;
    return {
      span: brokenLink.span,
      message: l10n.t`The link on “${words}” has lost a bracket, so readers see its address. Write it as [${words}](address), with no space between.`,
      fixes: [replaceFix(l10n.t`Repair the link`, brokenLink.span, written, { safe: true })],
    };
  }
  const bracketed = text.charAt(statement.span.start - 1) === '[' && text.charAt(statement.span.end) === ']';
  const span = bracketed ? { start: statement.span.start - 1, end: statement.span.end + 1 } : statement.span;
  const linkText = `[${words}](${goodGradeDestination(linked)})`;
  return {
    span,
    message: l10n.t`“${words}” has no link to the page with the grade table.`,
    fixes: [replaceFix(l10n.t`Link the grade to the grade table`, span, linkText, { safe: true })],
  };
}
