import * as l10n from '@vscode/l10n';
import { type Link, writtenTarget } from '../syntax/link.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { ResolvedLink } from '../workspace/resolveLink.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { goodGradeAnchor, goodGradeDestination, gradeAnchors, leadsToAbsentGradePage, statedGrades } from './gradeLinks.ts';
import { linkData } from './linkData.ts';
import { nearestId } from './nearest.ts';
import { defineRule, type Report } from './rule.ts';

export const brokenGradeAnchor = defineRule({
  code: 'broken-grade-anchor',
  severity: 'warning',
  summary: 'The link on a grade does not lead to a grade table.',
  rationale: `The link on a grade leads to a heading over one of the grade tables. It is broken when its page does not exist, when
the heading was renamed or removed, when the link leads to another part of the page, or when it names no heading at all, so that the
reader lands at the top and has to search.

Where the grade page is not in the folder that is open, nothing can be checked: that is said once for each page, and is no mistake.`,
  examples: [
    {
      title: 'The heading does not exist',
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grade).
//~             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      good: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](https://handbook.gitlab.com/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      fixed: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
    {
      title: 'No heading is named, in a link by ref',
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6]({{< ref "compensation-calculator" >}}).
//~             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
`,
      good: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6]({{< ref "compensation-calculator#gitlab-job-grades" >}}).
`,
      fixed: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6]({{< ref "compensation-calculator#gitlab-job-grades" >}}).
`,
    },
    {
      title: 'Another page',
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/style/#tables).
//~             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//- content/handbook/style.md
---
title: Style
---

## Tables
`,
      good: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#customer-success).
`,
      fixed: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
    {
      title: 'The grade page is not in the workspace: said once, as information',
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//~             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

## Senior Editor

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
//- .no-grade-page
`,
      good: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ linked, family, profile }, report) {
    if (profile.grades.page === undefined) return;
    let toldAbsence = false;
    for (const { statement } of statedGrades(family, profile)) {
      const { link } = statement;
      if (!link) continue;
      if (leadsToAbsentGradePage(linked, link)) {
        if (!toldAbsence) report(absence(linked, link));
        toldAbsence = true;
        continue;
      }
      const resolved = linked.resolveLink(link);
      const message = troubleOf(linked, link, resolved);
      if (message === undefined) continue;
      const data = linkData(link, resolved);
      report({ span: link.span, message, fixes: [mendingFix(linked, link, resolved)], ...(data && { data }) });
    }
  },
});

function absence(linked: LinkedFamily, link: Link): Report {
  const data = linkData(link, linked.resolveLink(link));
  return {
    span: link.span,
    severity: 'information',
    message: l10n.t`The grades of this page are not checked: the page with the grade tables, ${linked.profile.grades.page!}, is not in the folder that is open.`,
    ...(data && { data }),
  };
}

/** What is wrong with a grade's link; undefined where nothing is, or where it cannot be told. */
function troubleOf(linked: LinkedFamily, link: Link, resolved: ResolvedLink): string | undefined {
  switch (resolved.type) {
    case 'missing-page':
      return l10n.t`The link on this grade leads to ${resolved.url}, a page that does not exist.`;
    case 'missing-anchor':
      return l10n.t`The link on this grade leads to the heading “#${resolved.anchor}”, which its page does not have.`;
    case 'unchecked':
      return linked.destinationOf(link).type === 'external' &&
        linked.gradePage !== undefined &&
        /^https?:/i.test(link.destination)
        ? l10n.t`The link on this grade leads to another site, not to ${linked.profile.grades.page!}.`
        : undefined;
    case 'ok':
      if (linked.gradePage === undefined) return undefined;
      if (resolved.uri !== linked.gradePage)
        return l10n.t`The link on this grade leads to another page than the one with the grade tables, ${linked.profile.grades.page!}.`;
      if (resolved.anchor === undefined)
        return l10n.t`The link on this grade names no heading: readers land at the top of the page and have to search for the grade table.`;
      return gradeAnchors(linked).has(resolved.anchor)
        ? undefined
        : l10n.t`The link on this grade leads to the heading “#${resolved.anchor}”, which is not over a grade table.`;
  }
}

/** The link to the right page with its heading mended in place; any other replaced by the one this page's other grades have. */
function mendingFix(linked: LinkedFamily, link: Link, resolved: ResolvedLink): Fix {
  const onGradePage = (resolved.type === 'ok' || resolved.type === 'missing-anchor') && resolved.uri === linked.gradePage;
  if (!onGradePage)
    return replaceFix(l10n.t`Link to the grade table`, link.destinationSpan, goodGradeDestination(linked), { safe: true });
  const written = writtenTarget(link);
  const [page = '', anchor] = written.target.split('#');
  const near = anchor === undefined ? undefined : nearestId(anchor, gradeAnchors(linked))?.id;
  const wanted = goodGradeAnchor(linked, near ?? goodGradeDestination(linked).split('#')[1]);
  return replaceFix(l10n.t`Link to the heading “#${wanted}”`, written.span, `${page}#${wanted}`, { safe: true });
}
