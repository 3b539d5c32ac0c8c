import * as l10n from '@vscode/l10n';
import type { JobFamily } from '../model/jobFamily.ts';
import { readLevelName } from '../model/levelName.ts';
import type { Profile } from '../profile/profile.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './finding.ts';
import { insertFix, replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';
import { nearKeyTroubles } from './schemaTrouble.ts';

export const missingTitle = defineRule({
  code: 'missing-title',
  severity: 'warning',
  summary: 'The page has no title.',
  rationale: `The title in the front matter is what the site shows over the page, in its menus and in its search. Without one the page stands
there without a name. The quick fix takes the name of the page's only level, else the file's name in words: look whether it says what the
family is called.`,
  examples: [
    {
      title: 'No title among the keys',
      bad: `//- content/job-families/marketing/fiction-editor.md
---
//~< ^^^
description: Writes and edits
---

## Job Grade

The Editor of Fiction is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Responsibilities

- Edit texts
`,
      good: `//- content/job-families/marketing/fiction-editor.md
---
Title: Editor
description: Writes and edits
---

## Responsibilities

- Edit texts
`,
      fixed: `//- content/job-families/marketing/fiction-editor.md
---
title: Editor of Fiction
description: Writes and edits
---

## Job Grade

The Editor of Fiction is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

## Responsibilities

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
      title: 'A misspelt key',
      bad: `---
tilte: Editor
//~< ^^^^^
---
`,
      good: `---
title: Editor
tilte: Proofreader
---
`,
      fixed: `---
title: Editor
---
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
  check({ uri, family, page, text, profile }, report) {
    const { frontMatter, lines } = page;
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const title = (): string => asYaml(titleFor(family, uri, profile));
    // A page that holds nothing yet is being begun.
    // In a plain repository the first heading is the title.
    if (text.trim() === '' || (profile.ownLadder && family.title !== '')) return;
    if (!frontMatter) {
      const start = text.startsWith('\uFEFF') ? 1 : 0;
      const fixes = (): Fix[] => [
        insertFix(l10n.t`Add front matter with a title`, start, ['---', `title: ${title()}`, '---', '', ''].join(newline)),
      ];
      report({
        span: { start, end: lines.lineEnd(0) },
        message: l10n.t`The page has no title: it begins without front matter.`,
        fixes,
      });
      return;
    }
    // What cannot be read may hold a title: that is told elsewhere.
    if (!frontMatter.closed || frontMatter.errors.length > 0) return;
    const entry = frontMatter.entries.find(({ key }) => key.toLowerCase() === 'title');
    const [misspelt] = entry || !frontMatter.yaml ? [] : nearKeyTroubles(frontMatter.yaml, [], ['title']);
    if (misspelt) {
      const { span, fixes = [] } = misspelt;
      report({
        span,
        message: l10n.t`The page has no title: is “${text.slice(span.start, span.end)}” meant to be its \`title\`?`,
        fixes,
      });
      return;
    }
    if (!entry) {
      if (frontMatter.format !== 'yaml') {
        // No fix writes TOML or JSON.
        report({
          span: { start: frontMatter.span.start, end: frontMatter.contentSpan.start + 1 },
          message: l10n.t`The page has no title.`,
        });
        return;
      }
      const fixes = (): Fix[] => [insertFix(l10n.t`Add a title`, frontMatter.contentSpan.start, `title: ${title()}${newline}`)];
      const message = l10n.t('The page has no title: no line of the front matter begins with `title:`.');
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
      message: l10n.t`The title of the page is empty.`,
      // Where only a remark stands behind the colon, it is kept.
      fixes: () => [
        replaceFix(
          l10n.t`Write a title`,
          text.slice(behind.start, behind.end).trim().startsWith('#') ? { start: behind.start, end: behind.start } : behind,
          frontMatter.format === 'yaml' ? `${blank}${title()}` : JSON.stringify(titleFor(family, uri, profile)),
        ),
      ],
    });
  },
});

/** The name of the page's only level; where there are several or none, what its file is called, in words spelt as its headings spell them. */
function titleFor(family: JobFamily, uri: string, profile: Profile): string {
  const words = wordsOfFile(uri, profile);
  const [level, another] = family.levels;
  // A heading that says nothing of what the file is called names something else: "Overview of the role".
  const called = readLevelName(words.join(' '), profile).words;
  const agrees = (title: string): boolean => readLevelName(title, profile).words.some(word => called.includes(word));
  if (level && !another && agrees(level.title)) return level.title.trim();
  const spelt = new Map<string, string>();
  const told = [...family.levels.map(one => one.title), ...family.page.headings.map(heading => heading.text)];
  for (const word of told.flatMap(text => text.split(/[^\p{L}\d]+/u)))
    if (/^\p{Lu}/u.test(word) && !spelt.has(word.toLowerCase())) spelt.set(word.toLowerCase(), word);
  return words.map((word, at) => spelt.get(word) ?? titleCase(word, at)).join(' ');
}

/** The name of the file, or of its folder for that folder's own page; of both where the file's tells the seniority only. */
function wordsOfFile(uri: string, profile: Profile): string[] {
  const segments = uri.split('/').map(decoded);
  const file = segments
    .at(-1)!
    .replace(/\.(?:md|markdown)(?:\.erb)?$/i, '')
    .replace(/\.html$/i, '');
  const name = /^_?index$/i.test(file) ? (segments.at(-2) ?? file) : file;
  const level = readLevelName(name.replace(/[-_]/g, ' '), profile);
  const isSeniority = name === file && level.words.length > 0 && level.roleWords.length === 0 && segments.length > 1;
  return (isSeniority ? `${name}-${segments.at(-2)}` : name)
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
