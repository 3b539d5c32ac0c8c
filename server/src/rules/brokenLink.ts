import * as l10n from '@vscode/l10n';
import { type Link, writtenTarget } from '../syntax/link.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { ResolvedLink, UncheckedReason } from '../workspace/resolveLink.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { leadsToAbsentGradePage, statedGrades } from './gradeLinks.ts';
import { linkData } from './linkData.ts';
import { nearestId, nearestUrl } from './nearest.ts';
import { defineRule } from './rule.ts';

export const brokenLink = defineRule({
  code: 'broken-link',
  severity: 'warning',
  summary: 'A link leads to a page, or to a heading on a page, that does not exist.',
  rationale: `Pages move and headings are renamed, and nobody tells the pages that link to them. Where a page or heading of nearly
the same name exists, the quick fix takes it; so does it offer a page near by that has the heading, and the pages that a \`ref\`
may mean by its name. Links to other sites are not checked, nor are those that the site's own list of exceptions
(\`.hugolint.yaml\`) leaves out, nor headings of pages that shortcodes write.

Where the folder that is open holds only a part of the site, that is said once for each page, and is no mistake.`,
  options: {
    partialFolder: {
      type: 'boolean',
      default: true,
      description:
        'Whether a missing page is reported as information if the page above its address is missing too: the open folder may hold only a part of the site.',
    },
  },
  examples: [
    {
      title: 'A heading of this page',
      bad: `---
title: Editor
---

## Editor

Extends to the [senior editor](#senior-editors).
//~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

## Senior Editor
`,
      good: `---
title: Editor
---

## Editor

See the [senior editor](#senior-editor) and [the grades](/handbook/total-rewards/compensation/compensation-calculator/).

## Senior Editor
`,
      fixed: `---
title: Editor
---

## Editor

Extends to the [senior editor](#senior-editor).

## Senior Editor
`,
    },
    {
      title: 'A slip in the name of a page',
      bad: `---
title: Editor
---

Write by the [house style](/handbook/marketing/huose-style/#tables).
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//- content/handbook/marketing/house-style.md
---
title: House Style
---

## Tables
`,
      good: `---
title: Editor
---

Write by the [house style](/handbook/marketing/house-style/#tables), seen from [elsewhere](https://example.com/#x) too.
//- content/handbook/marketing/house-style.md
---
title: House Style
---

## Tables
`,
      fixed: `---
title: Editor
---

Write by the [house style](/handbook/marketing/house-style/#tables).
`,
    },
    {
      title: 'An old address of a page, misspelt: the page’s own is taken',
      bad: `---
title: Editor
---

Write by the [house style](/handbook/marketing/old-stlye/).
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//- content/handbook/marketing/house-style.md
---
title: House Style
aliases: [/handbook/marketing/old-style/]
---
`,
      good: `---
title: Editor
---

Write by the [house style](/handbook/marketing/old-style/), or [by its slug](/handbook/marketing/style-of-the-house/).
//- content/handbook/marketing/house-style.md
---
title: House Style
slug: style-of-the-house
aliases: [/handbook/marketing/old-style/]
---
`,
      fixed: `---
title: Editor
---

Write by the [house style](/handbook/marketing/house-style/).
`,
    },
    {
      title: 'A ref that names several pages, and one that names a page with a path that it does not have',
      bad: `---
title: Editor
---

Write by the [house style]({{< ref "style" >}}), see [tables]({{< ref "marketing/tables" >}}).
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//~                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//- content/handbook/marketing/style.md
---
title: Style
---
//- content/handbook/design/style.md
---
title: Style
---
//- content/handbook/design/tables.md
---
title: Tables
---
`,
      good: `---
title: Editor
---

Write by the [house style]({{< ref "/handbook/marketing/style" >}}), see [tables]({{< ref "tables" >}}).
//- content/handbook/marketing/style.md
---
title: Style
---
//- content/handbook/design/style.md
---
title: Style
---
//- content/handbook/design/tables.md
---
title: Tables
---
`,
    },
    {
      title: 'A part of the site of which no page is here: said once, as information',
      bad: `---
title: Editor
---

Write by the [house style](/handbook/style/), see [tables](/handbook/tables/).
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//- .no-grade-page
`,
      good: `---
title: Editor
---

Write by the [house style](https://example.com/handbook/style/).
//- .no-grade-page
`,
    },
    {
      title: 'Headings that a shortcode writes',
      bad: `---
title: Editor
---

See [texts without mistakes](/handbook/marketing/indicators/#texts-without-mistakes).
//~ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//- content/handbook/marketing/indicators.md
---
title: Indicators
---

## Texts in Time
`,
      good: `---
title: Editor
---

See [texts without mistakes](/handbook/marketing/indicators/#texts-without-mistakes).
//- content/handbook/marketing/indicators.md
---
title: Indicators
---

{{% performance-indicators "marketing" %}}
`,
    },
  ],
  check({ linked, family, page, profile, options }, report) {
    // Where a grade's link says it of the grade page, all is said.
    let toldWhy = statedGrades(family, profile).some(
      ({ statement }) => statement.link && leadsToAbsentGradePage(linked, statement.link),
    );
    for (const link of page.links) {
      const resolved = linked.resolveLink(link);
      const why = resolved.type === 'unchecked' ? whyUnchecked(linked, link, resolved.because) : undefined;
      if (why !== undefined && !toldWhy) {
        report({ span: link.span, severity: 'information', message: why });
        toldWhy = true;
      }
      const data = linkData(link, resolved);
      if (!data || leadsToAbsentGradePage(linked, link)) continue;
      report({
        span: link.span,
        message: messageOf(linked, link, resolved),
        fixes: () => fixesOf(linked, link, resolved),
        data,
        ...(options.partialFolder && mayBeLeftOut(linked, link, resolved) ? { severity: 'information' } : {}),
      });
    }
  },
});

/** True if the page may exist outside of the open folder: it is written by its address on the site, and the page above it is missing too. */
function mayBeLeftOut(linked: LinkedFamily, link: Link, resolved: ResolvedLink): boolean {
  if (resolved.type !== 'missing-page' || !/^(?:\/|https?:)/i.test(link.destination)) return false;
  const page = resolved.url.split('#')[0]!;
  const above = page.replace(/[^/]+\/?$/, '');
  return above !== '/' && linked.pageAt(above) === undefined;
}

/** What keeps a link within the site from being checked, where that is worth saying once. */
function whyUnchecked(linked: LinkedFamily, link: Link, because: UncheckedReason | undefined): string | undefined {
  const [root] = linked.profile.site.contentRoots;
  switch (because) {
    case 'part-of-site':
      return l10n.t`Links of this page to other pages are not checked: the folder that is open holds only a part of the site. Open the folder that holds “${root!}”.`;
    case 'absent-part': {
      const destination = linked.destinationOf(link);
      const part = destination.type === 'site' ? destination.url.split('/')[1] : undefined;
      return part === undefined
        ? l10n.t`Links like this one are not checked: the folder that is open holds no pages of that part of the site.`
        : l10n.t`Links like this one are not checked: the folder that is open holds no pages of /${part}/.`;
    }
    // Told by the rule on names of files.
    case 'not-shown':
    case 'ids-of-shortcodes':
    case undefined:
      return undefined;
  }
}

function messageOf(linked: LinkedFamily, link: Link, resolved: ResolvedLink): string {
  if (resolved.type === 'missing-page') {
    const named = meantByName(linked, link);
    return named.length > 1
      ? l10n.t`This link names “${resolved.url.split('#')[0]!}”, and ${named.length} pages have that name: write the path of one, such as ${linked.refTo(named[0]!)!}.`
      : l10n.t`This link leads to ${resolved.url}, a page that does not exist.`;
  }
  if (resolved.type !== 'missing-anchor') return '';
  return resolved.uri === linked.uri
    ? l10n.t`This link leads to the heading “#${resolved.anchor}”, which this page does not have.`
    : l10n.t`This link leads to the heading “#${resolved.anchor}”, which the page ${resolved.url.split('#')[0]!} does not have.`;
}

/** The pages that a `ref` may mean by its name alone; none for a path or a URL. */
function meantByName(linked: LinkedFamily, link: Link): readonly string[] {
  const page = link.ref?.target.split('#')[0] ?? '';
  return page === '' || page.includes('/') ? [] : linked.pagesNamed(page);
}

function fixesOf(linked: LinkedFamily, link: Link, resolved: ResolvedLink): Fix[] {
  switch (resolved.type) {
    case 'missing-anchor':
      return anchorFixes(linked, link, resolved);
    case 'missing-page':
      return link.ref ? refFixes(linked, link) : pageFixes(linked, link, resolved.url);
    case 'ok':
    case 'unchecked':
      return [];
  }
}

/** The heading of nearly that name on the same page, and a heading of exactly that name on a page near it. */
function anchorFixes(linked: LinkedFamily, link: Link, { uri, anchor }: ResolvedLink & { type: 'missing-anchor' }): Fix[] {
  const written = writtenTarget(link);
  const near = nearestId(anchor, linked.idsOf(uri) ?? []);
  const fixes: Fix[] = [];
  if (near) {
    const newText = `${written.target.split('#')[0]}#${near.id}`;
    fixes.push(replaceFix(l10n.t`Link to the heading “#${near.id}”`, written.span, newText, { preferred: near.slip }));
  }
  // A short id stands on many pages and tells nothing.
  const others = anchor.length < 8 || uri === '' ? [] : linked.pagesWithId(anchor, uri);
  if (others.length === 1) {
    const page = others[0] === linked.uri ? '' : targetTo(linked, link, others[0]!);
    if (page !== undefined)
      fixes.push(
        replaceFix(l10n.t`Link to ${page}#${anchor}, which exists`, written.span, `${page}#${anchor}`, { preferred: false }),
      );
  }
  return fixes;
}

/** The pages of the name that a `ref` gives. */
function refFixes(linked: LinkedFamily, link: Link): Fix[] {
  const { target, span } = writtenTarget(link);
  const [page = '', anchor] = target.split('#');
  const named = linked.pagesNamed(page).slice(0, MOST_OFFERED);
  return named.flatMap(uri => {
    const ref = linked.refTo(uri);
    if (ref === undefined) return [];
    const hasAnchor = anchor === undefined || (linked.idsOf(uri)?.has(anchor) ?? true);
    const newText = anchor === undefined ? ref : `${ref}#${anchor}`;
    return [replaceFix(l10n.t`Link to ${ref}`, span, newText, { preferred: named.length === 1 && hasAnchor })];
  });
}

const MOST_OFFERED = 5;

/** The page at the nearest URL; where that is an old address of a page, the page's own. */
function pageFixes(linked: LinkedFamily, link: Link, missing: string): Fix[] {
  const [page = '', anchor] = missing.split('#');
  const near = nearestUrl(page, linked.urls());
  const uri = near && linked.pageAt(near.url);
  if (near === undefined || uri === undefined) return [];
  const href = linked.hrefTo(linked.urlOf(uri) ?? near.url);
  // An anchor that this page does not have would lead nowhere again.
  const hasAnchor = anchor === undefined || (linked.idsOf(uri)?.has(anchor) ?? true);
  const target = anchor === undefined || !hasAnchor ? href : `${href}#${anchor}`;
  return [replaceFix(l10n.t`Link to ${target}`, link.destinationSpan, target, { preferred: near.slip && hasAnchor })];
}

/** How this link would be written to lead to another page. */
function targetTo(linked: LinkedFamily, link: Link, uri: string): string | undefined {
  if (link.ref) return linked.refTo(uri);
  const url = linked.urlOf(uri);
  return url === undefined ? undefined : linked.hrefTo(url);
}
