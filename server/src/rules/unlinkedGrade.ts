import * as l10n from '@vscode/l10n';
import type { GradeStatement } from '../model/gradeStatement.ts';
import { holdsPlaceholder } from '../model/placeholders.ts';
import type { Block } from '../syntax/block.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { containsSpan, type Span, textOf } from '../text/span.ts';
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
    for (const { statement, level } of statedGrades(family, profile)) {
      // Prose that mentions a grade states none.
      if (statement.link || (!level && !isWhole(linked, statement))) continue;
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
  const edits = [first, ...others].flatMap(({ fixes }) => (fixes as readonly Fix[])[0]?.edits ?? []);
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
    const slipped =
      /\.\s*\(/.test(textOf(text, brokenLink.span)) &&
      !/^\s*[.!?]/.test(text.slice(brokenLink.span.end, brokenLink.span.end + 9));
    const stop = slipped ? '.' : '';
    const written = `[${words}](${brokenLink.destination})${stop}`;
    return {
      span: brokenLink.span,
      message: l10n.t`The link on “${words}” has lost a bracket, so readers see its address. Write it as [${words}](address), with no space between.`,
      fixes: [replaceFix(l10n.t`Repair the link`, brokenLink.span, written, { safe: true })],
    };
  }
  const place = placeOfLink(linked.family.page, statement.span);
  const fixes = place && [
    replaceFix(
      l10n.t`Link the grade to the grade table`,
      place.span,
      `[${place.words}](${goodGradeDestination(linked)})`,
      // Within other words somebody has to look at it.
      { safe: isWhole(linked, statement) },
    ),
  ];
  return {
    span: place?.span ?? statement.span,
    message: l10n.t`“${words.replace('[', '')}” has no link to the page with the grade table.`,
    fixes: fixes ?? [],
  };
}

/** Returns what becomes the link: brackets around the grade, or around its number alone, are a part of it. Undefined within other brackets or links. */
function placeOfLink({ text, links }: PageSyntax, grade: Span): { readonly span: Span; readonly words: string } | undefined {
  const before = text.slice(grade.start - 1, grade.start);
  const opening = text.slice(grade.start, grade.end).lastIndexOf('[');
  const start = opening >= 0 ? grade.start + opening : before === '[' ? grade.start - 1 : undefined;
  const span = start === undefined ? grade : { start, end: grade.end + 1 };
  if (start !== undefined && text.charAt(grade.end) !== ']') return undefined;
  if (/[[\]!]/.test(text.charAt(span.start - 1)) || /[[(\]]/.test(text.charAt(span.end))) return undefined;
  if (links.some(link => link.span.start < span.end && span.start < link.span.end)) return undefined;
  const words = text.slice(start === undefined ? grade.start : start + 1, grade.end);
  return /[[\]]/.test(words) ? undefined : { span, words };
}

/** True for a cell of a table, and for a sentence that states a grade and nothing else. */
function isWhole({ family: { page, gradeRows } }: LinkedFamily, { span, sentenceSpan }: GradeStatement): boolean {
  if (gradeRows.some(row => row.grade?.span.start === span.start)) return true;
  const before = page.text.slice(sentenceSpan.start, span.start);
  const after = page.text.slice(span.end, sentenceSpan.end);
  return (
    /^[^:;!?*]*\bis\s+(?:(?:an?|the|at)\s+)?\[?$/i.test(before) &&
    !/\bthere\s+is\b/i.test(before) &&
    /^\]?(?:\s+(?:role|position|job))?\s*[.!]?\s*$/i.test(after)
  );
}
