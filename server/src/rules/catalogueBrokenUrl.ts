import * as l10n from '@vscode/l10n';
import { textOf } from '../text/span.ts';
import { type CatalogueUrl, catalogueUrls } from '../workspace/catalogue.ts';
import type { LinkedDocument } from '../workspace/linkedDocument.ts';
import type { ResolvedLink } from '../workspace/resolveLink.ts';
import { defineDocumentRule } from './documentRule.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { nearestId, nearestUrl } from './nearest.ts';

export const catalogueBrokenUrl = defineDocumentRule({
  code: 'catalogue-broken-url',
  severity: 'error',
  subject: 'catalogue',
  summary: 'An entry of the catalogue of job families leads to a page that does not exist.',
  rationale: `Who looks up a title in the compensation calculator is led by the catalogue to its job family. Pages that were moved or renamed
leave a title without one, unless their old URL is kept among the new page's \`aliases\`. The quick fix takes the page of nearly
the same name.`,
  examples: [
    {
      title: 'A slip in the name of a page',
      bad: `//- data/job_families.yml
- title: Editor
  description: /job-families/marketing/copy-editer/
//~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- title: Proofreader
  description:
    - "/job-families/marketing/copy-editor/#proofreadr"
//~   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    - /job-families/marketing/
//- content/job-families/marketing/_index.md
---
title: Marketing
---
//- content/job-families/marketing/copy-editor.md
---
title: Copy Editor
---

## Proofreader
`,
      good: `//- data/job_families.yml
- title: Editor
  description: /job-families/marketing/copy-editor
- title: Proofreader
  description:
    - https://handbook.gitlab.com/job-families/marketing/copy-editor/#proofreader
    - /job-families/marketing/proofreader/
    - https://example.com/nobody/
//- content/job-families/marketing/copy-editor.md
---
title: Copy Editor
aliases: [/job-families/marketing/proofreader/]
---

## Proofreader
`,
      fixed: `//- data/job_families.yml
- title: Editor
  description: /job-families/marketing/copy-editor/
- title: Proofreader
  description:
    - "/job-families/marketing/copy-editor/#proofreader"
    - /job-families/marketing/
`,
    },
    {
      title: 'A page that nothing resembles',
      bad: `//- data/job_families.yml
- title: Editor
  description: /job-families/marketing/nobody/
//~            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//- content/job-families/marketing/copy-editor.md
---
title: Copy Editor
---
`,
      good: `//- elsewhere/data/job_families.yml
- title: Editor
  description: /job-families/marketing/nobody/
//- handbook/content/job-families/marketing/copy-editor.md
---
title: Copy Editor
---
//- .no-grade-page
`,
    },
  ],
  check({ document }, report) {
    for (const url of catalogueUrls(document.yaml)) {
      const resolved = document.resolveUrl(url.written);
      if (resolved.type !== 'missing-page' && resolved.type !== 'missing-anchor') continue;
      report({
        span: url.span,
        message:
          resolved.type === 'missing-page'
            ? l10n.t`This entry leads to ${resolved.url}, a page that does not exist.`
            : l10n.t`This entry leads to the heading “#${resolved.anchor}”, which that page does not have.`,
        data: { href: url.written, url: resolved.url, missing: resolved.type === 'missing-page' ? 'page' : 'anchor' },
        fixes: () => fixesOf(document, url, resolved),
      });
    }
  },
});

function fixesOf(document: LinkedDocument, url: CatalogueUrl, resolved: ResolvedLink): Fix[] {
  const write = (target: string, preferred: boolean): Fix => {
    const quote = /^["']/.exec(textOf(document.yaml.text, url.span))?.[0] ?? '';
    return replaceFix(l10n.t`Write ${target}`, url.span, quote + target + quote, { preferred });
  };
  if (resolved.type === 'missing-anchor') {
    const near = nearestId(resolved.anchor, document.idsOf(resolved.uri) ?? []);
    return near === undefined ? [] : [write(`${url.written.split('#')[0]}#${near.id}`, near.slip)];
  }
  if (resolved.type !== 'missing-page') return [];
  const [page = '', anchor] = resolved.url.split('#');
  const near = nearestUrl(page, document.urls());
  return near === undefined
    ? []
    : [write(anchor === undefined ? near.url : `${near.url}#${anchor}`, near.slip && anchor === undefined)];
}
