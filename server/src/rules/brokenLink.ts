import { type Link, writtenTarget } from '../syntax/link.ts';
import type { LinkedFamily, ResolvedLink } from '../workspace/linkedFamily.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { leadsToAbsentGradePage } from './gradeLinks.ts';
import { linkData } from './linkData.ts';
import { nearestId, nearestUrl } from './nearest.ts';
import { defineRule } from './rule.ts';

export const brokenLink = defineRule({
  code: 'broken-link',
  severity: 'warning',
  summary: 'A link leads to a page, or to a heading on a page, that does not exist.',
  rationale: `Pages move and headings are renamed, and nobody tells the pages that link to them. Where a page or heading of nearly
the same name exists, the quick fix takes it. Links to other sites are not checked, nor are those that the site's own list of
exceptions (\`.hugolint.yaml\`) leaves out.`,
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
  ],
  check({ linked, page }, report) {
    for (const link of page.links) {
      const resolved = linked.resolveLink(link);
      const data = linkData(link, resolved);
      if (!data || leadsToAbsentGradePage(linked, link)) continue;
      report({ span: link.span, message: messageOf(linked, resolved), fixes: () => fixesOf(linked, link, resolved), data });
    }
  },
});

function messageOf(linked: LinkedFamily, resolved: ResolvedLink): string {
  if (resolved.type === 'missing-page') return `This link leads to ${resolved.url}, a page that does not exist.`;
  if (resolved.type !== 'missing-anchor') return '';
  const whose = resolved.uri === linked.uri ? 'this page' : `the page ${resolved.url.split('#')[0]}`;
  return `This link leads to the heading “#${resolved.anchor}”, which ${whose} does not have.`;
}

function fixesOf(linked: LinkedFamily, link: Link, resolved: ResolvedLink): Fix[] {
  if (resolved.type === 'missing-anchor') {
    const near = nearestId(resolved.anchor, linked.idsOf(resolved.uri) ?? []);
    if (near === undefined) return [];
    const written = writtenTarget(link);
    return [
      replaceFix(`Link to the heading “#${near.id}”`, written.span, `${written.target.split('#')[0]}#${near.id}`, {
        preferred: near.slip,
      }),
    ];
  }
  if (resolved.type !== 'missing-page' || link.ref) return [];
  const [page = '', anchor] = resolved.url.split('#');
  const near = nearestUrl(page, linked.urls());
  if (near === undefined) return [];
  const uri = linked.pageAt(near.url);
  const ids = uri === undefined ? undefined : linked.idsOf(uri);
  const hasAnchor = anchor === undefined || (ids?.has(anchor) ?? true);
  const href = linked.hrefTo(near.url);
  return [
    replaceFix(`Link to ${href}`, link.destinationSpan, anchor === undefined ? href : `${href}#${anchor}`, {
      preferred: near.slip && hasAnchor,
    }),
  ];
}
