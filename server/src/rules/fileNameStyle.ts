import * as l10n from '@vscode/l10n';
import { decode } from '../workspace/routes.ts';
import { allOf, quote } from './quoted.ts';
import { defineRule } from './rule.ts';

export const fileNameStyle = defineRule({
  code: 'file-name-style',
  severity: 'information',
  summary: 'The page’s file or folder is not named in lower case with dashes, or has the address of another.',
  rationale: `The name of the file is the page's address. Upper case and blanks in it lead to links that work on one machine and not on
another, and to two files for one address, of which the site shows only one. Lower-case words with dashes between them always work. Renaming a page changes its
address: leave the old one as an alias in the front matter.`,
  examples: [
    {
      bad: `//- content/job-families/department/Senior_editor.md
---
title: Editor
//~    ^^^^^^
---
`,
      good: `//- content/job-families/department/senior-editor.md
---
title: Editor
---
`,
    },
    {
      title: 'A file in the folder of a page of its own',
      bad: `//- content/job-families/department/editor/senior.md
---
title: Editor
//~    ^^^^^^
---
//- content/job-families/department/editor/index.md
---
title: Editor
---
`,
      good: `//- content/job-families/department/editor/senior.md
---
title: Editor
---
//- content/job-families/department/editor/_index.md
---
title: Editor
---
`,
    },
    {
      title: 'Two files for one address: the site shows the other one',
      bad: `//- content/job-families/department/editor.md
---
title: Editor
//~    ^^^^^^
---
//- content/job-families/department/editor/_index.md
---
title: Editor
---
`,
      good: `//- content/job-families/department/editor/_index.md
---
title: Editor
---
//- content/job-families/department/editor.md
---
title: Editor
---
`,
    },
  ],
  check({ uri, linked, family }, report) {
    const shown = linked.shownInstead;
    if (shown !== undefined) {
      const file = decode(shown.split('/').slice(-2).join('/'));
      const message =
        linked.urlOf(shown) === linked.url
          ? l10n.t`The site shows the file “${file}” at the address ${linked.url!} and never this one, so that its links are not checked: rename one of the two.`
          : l10n.t`The site makes no page of this file, so that its links are not checked: it is in the folder of “${file}”, and all there is a part of that page. Rename that one to _index.md.`;
      report({ span: family.titleSpan, message });
      return;
    }
    const depth = linked.url?.split('/').filter(part => part !== '').length;
    if (depth === undefined) return;
    const segments = uri.split('/').map(part => decode(part));
    const file = segments
      .at(-1)!
      .replace(/\.(?:md|markdown)(?:\.erb)?$/i, '')
      .replace(/\.html$/i, '');
    const own = /^(?:_?index|readme)$/i.test(file) ? segments.slice(-depth - 1, -1) : [...segments.slice(-depth, -1), file];
    const wrong = own.filter(part => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part));
    if (wrong.length === 0) return;
    report({
      span: family.titleSpan,
      message: l10n.t`The page’s address holds ${allOf(wrong.map(quote))}: files and folders are named in lower case, with dashes between words.`,
    });
  },
});
