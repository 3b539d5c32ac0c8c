import * as l10n from '@vscode/l10n';
import type { Link } from '../syntax/link.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const absoluteSiteLink = defineRule({
  code: 'absolute-site-link',
  severity: 'information',
  report: 'once',
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
- See [this](/https://handbook.gitlab.com/handbook/values/#one)
//~          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Look at [the grades](/handbook/total-rewards/compensation/compensation-calculator/index.html#gitlab-job-grades)
//~                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Look at [the grades](/handbook//total-rewards/compensation/compensation-calculator/)
//~                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
- See [this](/handbook/values/#one)
- Look at [the grades](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades)
- Look at [the grades](/handbook/total-rewards/compensation/compensation-calculator/)
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
      const repaired = hostAsPath(linked, link);
      if (repaired !== undefined) {
        report({
          span: link.destinationSpan,
          message: l10n.t`The host of this link is read as a part of its path, since a slash comes before it.`,
          fixes: [replaceFix(l10n.t`Change to ${repaired}`, link.destinationSpan, repaired, { safe: true })],
        });
        continue;
      }
      const written = link.destination.split(/[?#]/)[0]!;
      const message = destination.absolute
        ? l10n.t`A link within the site needs no host: it begins with a slash.`
        : /\/index\.html?$/i.test(written)
          ? l10n.t`A link within the site ends with its folder: “index.html” is left out.`
          : written.includes('//')
            ? l10n.t`There is a slash too many in this link.`
            : undefined;
      if (message === undefined) continue;
      report({ span: link.destinationSpan, message, fixes: fixesOf(link, destination.url) });
    }
  },
});

/** Returns what a link such as `/https://host/path` or `/host/path` must be; undefined for any other. */
function hostAsPath(linked: LinkedFamily, link: Link): string | undefined {
  const written = /^\/(https?:\/{1,2})?([^/\s]+\.[^/\s]+)((?:\/.*)?)$/i.exec(link.destination);
  if (!written) return undefined;
  const [, scheme, host = '', path = ''] = written;
  if (scheme === undefined && !linked.profile.site.hosts.includes(host.toLowerCase())) return undefined;
  const whole = `${/^http:/i.test(scheme ?? '') ? 'http' : 'https'}://${host}${path}`;
  const destination = linked.destinationOf({ form: link.form, ref: undefined, destination: whole });
  return destination.type === 'site' ? `${tidyUrl(destination.url)}${/[?#].*$/.exec(path)?.[0] ?? ''}` : whole;
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
