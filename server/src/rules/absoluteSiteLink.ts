import * as l10n from '@vscode/l10n';
import type { Link } from '../syntax/link.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const absoluteSiteLink = defineRule({
  code: 'absolute-site-link',
  severity: 'information',
  summary: 'A link to the own site is written with its host, with index.html, or with a slash too many.',
  rationale: `Links within the site begin with a slash: \`/handbook/…\`. With the host in them they leave the preview of a merge
request, break when the site moves, and nobody notices when their page is gone. The quick fix writes the same link as seen from
the root of the site.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Responsibilities

- Read [the values](https://handbook.gitlab.com/handbook/values/)
//~                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Look at [the grades](/handbook/total-rewards/compensation/compensation-calculator/index.html#gitlab-job-grades)
//~                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Look at [the grades](/handbook//total-rewards/compensation/compensation-calculator/)
//~                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Look at [the values](/https://handbook.gitlab.com/handbook/values/#credit)
//~                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Look at [the world](/https://example.com/world?from=here)
//~                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//- content/handbook/values/_index.md
---
title: Values
---
`,
      good: `---
title: Editor
---

## Responsibilities

- Read [the values](/handbook/values/)
- Read [the news](https://about.gitlab.com/blog/)
- Read [a book](https://example.com/handbook/values/)
//- content/handbook/values/_index.md
---
title: Values
---
`,
      fixed: `---
title: Editor
---

## Responsibilities

- Read [the values](/handbook/values/)
- Look at [the grades](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades)
- Look at [the grades](/handbook/total-rewards/compensation/compensation-calculator/)
- Look at [the values](/handbook/values/#credit)
- Look at [the world](https://example.com/world?from=here)
//- content/handbook/values/_index.md
---
title: Values
---
`,
    },
  ],
  check({ linked, page }, report) {
    for (const link of page.links) {
      const destination = linked.destinationOf(link);
      if (destination.type !== 'site' || link.ref || linked.isExcluded(link)) continue;
      const hidden = hiddenUrl(link);
      const written = link.destination.split(/[?#]/)[0]!;
      const message = hidden
        ? l10n.t`This address has a slash before “${hidden.protocol}”, so that it leads to no page.`
        : destination.absolute
          ? l10n.t`A link within the site needs no host: it begins with a slash.`
          : /\/index\.html?$/i.test(written)
            ? l10n.t`A link within the site ends with its folder: “index.html” is left out.`
            : written.includes('//')
              ? l10n.t`There is a slash too many in this link.`
              : undefined;
      if (message === undefined) continue;
      const fixes = hidden ? wholeUrlFixes(linked, link, hidden.url) : fixesOf(link, destination.url);
      report({ span: link.destinationSpan, message, fixes });
    }
  },
});

/** The whole address in a destination such as `/https://…`; undefined for any other. */
function hiddenUrl({ destination }: Link): { readonly url: string; readonly protocol: string } | undefined {
  const match = /^\/+(https?):\/+(?=[^/\s])/i.exec(destination);
  if (!match) return undefined;
  const protocol = match[1]!.toLowerCase();
  return { url: `${protocol}://${destination.slice(match[0].length)}`, protocol: `${protocol}:` };
}

/** The address as it was meant: from the root of the site if it is of the site, whole if not. */
function wholeUrlFixes(linked: LinkedFamily, link: Link, url: string): Fix[] {
  const destination = linked.destinationOf({ destination: url, form: 'inline', ref: undefined });
  const rest = /[?#].*$/.exec(url)?.[0] ?? '';
  const meant = destination.type === 'site' ? `${tidyUrl(destination.url)}${rest}` : url;
  return [replaceFix(l10n.t`Change link to ${meant}`, link.destinationSpan, meant, { safe: true })];
}

/** The same target from the root. Where it does not exist, another rule tells that, before and after. */
function fixesOf(link: Link, url: string): Fix[] {
  if (link.form === 'autolink') return [];
  const rest = /[?#].*$/.exec(link.destination)?.[0] ?? '';
  return [replaceFix(l10n.t`Write it from the root of the site`, link.destinationSpan, `${tidyUrl(url)}${rest}`, { safe: true })];
}

function tidyUrl(url: string): string {
  return url.replace(/\/{2,}/g, '/');
}
