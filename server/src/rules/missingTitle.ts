import type { JobFamily } from '../model/jobFamily.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './finding.ts';
import { insertFix, replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const missingTitle = defineRule({
  code: 'missing-title',
  severity: 'warning',
  summary: 'The page has no title.',
  rationale: `The title in the front matter is what the site shows over the page, in its menus and in its search. Without one the page stands
there without a name. The quick fix takes the page's first heading where that agrees with the file's name, else the file's name in words:
look whether it says what the family is called.`,
  examples: [
    {
      title: 'No title among the keys',
      bad: `---
//~< ^^^
description: Writes and edits
---

## The Family Editor

- Edit texts
`,
      good: `---
Title: Editor
description: Writes and edits
---

## The Family Editor

- Edit texts
`,
      fixed: `---
title: The Family Editor
description: Writes and edits
---

## The Family Editor

- Edit texts
`,
    },
    {
      title: 'An empty title',
      bad: `//- content/job-families/marketing/copy-editor/_index.md
---
title: ""
//~< ^^^^^
description: Writes and edits
---

## Responsibilities

- Edit texts
`,
      good: `//- content/job-families/marketing/copy-editor/_index.md
---
title: "Copy Editor"
description: Writes and edits
---
`,
      fixed: `//- content/job-families/marketing/copy-editor/_index.md
---
title: Copy Editor
description: Writes and edits
---

## Responsibilities

- Edit texts
`,
    },
    {
      title: 'No front matter',
      bad: `//- content/job-families/marketing/vp-of-copy.md
Edits texts.
//~< ^^^^^^^^^^^^

## Responsibilities
`,
      good: `//- content/job-families/marketing/vp-of-copy.md
---
title: VP of Copy
---

Edits texts.
`,
      fixed: `//- content/job-families/marketing/vp-of-copy.md
---
title: VP of Copy
---

Edits texts.

## Responsibilities
`,
    },
  ],
  check({ uri, family, page, text }, report) {
    const { frontMatter, lines } = page;
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const title = (): string => asYaml(titleFor(family, uri));
    // A page that holds nothing yet is being begun.
    if (text.trim() === '') return;
    if (!frontMatter) {
      const start = text.startsWith('\uFEFF') ? 1 : 0;
      const fixes = (): Fix[] => [
        insertFix('Add front matter with a title', start, ['---', `title: ${title()}`, '---', '', ''].join(newline)),
      ];
      report({
        span: { start, end: lines.lineEnd(0) },
        message: 'The page has no title: it begins without front matter.',
        fixes,
      });
      return;
    }
    // What cannot be read may hold a title: that is told elsewhere.
    if (!frontMatter.closed || frontMatter.errors.length > 0) return;
    const entry = frontMatter.entries.find(({ key }) => key.toLowerCase() === 'title');
    if (!entry) {
      const fixes = (): Fix[] => [insertFix('Add a title', frontMatter.contentSpan.start, `title: ${title()}${newline}`)];
      const message = 'The page has no title: no line of the front matter begins with `title:`.';
      report({ span: { start: frontMatter.span.start, end: frontMatter.span.start + 3 }, message, fixes });
      return;
    }
    const { value, valueSpan, keySpan } = entry;
    const isEmpty = value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
    if (!isEmpty) return;
    const behind: Span =
      valueSpan.end > valueSpan.start ? valueSpan : { start: valueSpan.start, end: lines.lineEnd(lines.lineAt(valueSpan.start)) };
    const blank = valueSpan.end > valueSpan.start ? '' : ' ';
    report({
      span: keySpan,
      message: 'The title of the page is empty.',
      // Where only a remark stands behind the colon, it is kept.
      fixes: () => [
        replaceFix(
          'Write a title',
          text.slice(behind.start, behind.end).trim().startsWith('#') ? { start: behind.start, end: behind.start } : behind,
          `${blank}${title()}`,
        ),
      ],
    });
  },
});

/** The page's first heading where that names the family as its file does; else the file's name in words. */
function titleFor(family: JobFamily, uri: string): string {
  const words = wordsOfFile(uri);
  const first = family.tree.nodes.find(node => !node.section)?.heading.text.trim() ?? '';
  const known = new Set(words.filter(word => word.length > 3));
  const agrees = first
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .some(word => known.has(word));
  return agrees && first.length <= 80 ? first : words.map(titleCase).join(' ');
}

function wordsOfFile(uri: string): string[] {
  const segments = uri.split('/').map(decoded);
  const file = segments
    .at(-1)!
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/\.html$/i, '');
  const name = /^_?index$/i.test(file) ? (segments.at(-2) ?? file) : file;
  return name
    .toLowerCase()
    .split(/[-_\s.]+/)
    .filter(word => word !== '');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Small words stay small, and what has no vowel is read as initials. */
function titleCase(word: string, at: number): string {
  if (at > 0 && /^(?:of|and|the|for|to|in|a|an)$/.test(word)) return word;
  if (!/[aeiouy]/.test(word)) return word.toUpperCase();
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** In quotes where YAML would read something else. */
function asYaml(title: string): string {
  return /^[\p{L}][\p{L}\p{N} ,.()&/-]*$/u.test(title) && !/^(?:true|false|null|yes|no|on|off)$/i.test(title)
    ? title
    : JSON.stringify(title);
}
