import * as l10n from '@vscode/l10n';
import type { JobFamily } from '../model/jobFamily.ts';
import { readLevelName } from '../model/levelName.ts';
import type { Profile } from '../profile/profile.ts';
import { defineRule } from './rule.ts';

export const titleUnlikePage = defineRule({
  code: 'title-unlike-page',
  severity: 'information',
  summary: 'The title names another role than the page’s levels and its file name do.',
  rationale: `Whoever begins a family by copying another's page may forget its title. It is told only where that is plain: the title has a word
that stands nowhere else on the page nor in its path, and lacks one that every level and the file's name have. Titles that say the same in
other words are told seldom, and those that are merely shorter or longer never.`,
  examples: [
    {
      bad: `//- content/job-families/marketing/magazine-editor.md
---
title: Newspaper Editor
//~    ^^^^^^^^^^^^^^^^
---

## Levels

### Magazine Editor

#### Magazine Editor Job Grade

The Magazine Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Senior Magazine Editor

#### Senior Magazine Editor Job Grade

The Senior Magazine Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
      good: `//- content/job-families/marketing/magazine-editor.md
---
title: Publishing and Periodicals Management
---

The publishing group makes all that appears periodically, and everybody in it helps to manage it.

## Levels

### Magazine Editor

#### Magazine Editor Job Grade

The Magazine Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
  ],
  check({ family, profile, uri, page }, report) {
    if (family.levels.length === 0 || family.titleSpan.end === family.titleSpan.start) return;
    const path = decoded(uri).toLowerCase();
    // Most often the file's name says it too, and the text need not be looked through.
    const unlikePath = tellingWords(family.title, profile).filter(word => !path.includes(stemOf(word)));
    if (unlikePath.length === 0) return;
    const body = page.text.slice(page.frontMatter?.span.end ?? 0).toLowerCase();
    const strange = unlikePath.filter(word => !body.includes(stemOf(word)));
    if (strange.length === 0) return;
    const wanted = commonWords(family, profile).find(
      word => fileNameOf(path).includes(stemOf(word)) && !family.title.toLowerCase().includes(stemOf(word)),
    );
    if (wanted === undefined) return;
    report({
      span: family.titleSpan,
      message: l10n.t`The title says “${writtenAs(strange[0]!, family.title)}”, which nothing else on the page does; its levels and its file name say “${writtenAs(wanted, family.levels[0]!.title)}”. Is it another page’s title?`,
    });
  },
});

/** Words long enough to name a role: not seniority, nor what may stand or not. */
function tellingWords(name: string, profile: Profile): string[] {
  return readLevelName(name, profile).roleWords.filter(word => word.length >= 5);
}

/** The telling words that every level's name has. */
function commonWords(family: JobFamily, profile: Profile): string[] {
  const [first, ...others] = family.levels.map(level => tellingWords(level.title, profile));
  return (first ?? []).filter(word => others.every(words => words.some(other => stemOf(other) === stemOf(word))));
}

/** A word as it stands in a name, which was read in one spelling. */
function writtenAs(word: string, name: string): string {
  return name.split(/[^\p{L}\d-]+/u).find(one => one.toLowerCase().startsWith(stemOf(word))) ?? word;
}

/** Words alike in their first letters are taken to mean the same: manager and management. */
function stemOf(word: string): string {
  return word.slice(0, 5);
}

function fileNameOf(path: string): string {
  const [folder = '', file = ''] = path.split('/').slice(-2);
  return /^_?index\./.test(file) ? folder : file;
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
