import * as l10n from '@vscode/l10n';
import { isSectionOf } from '../model/headingTree.ts';
import { gradeOf, type Level, ownSection } from '../model/jobFamily.ts';
import { isSpecialty } from '../model/levelHeading.ts';
import { braceHole, sectionBody, sectionHeadingText } from '../model/sectionTemplate.ts';
import { canonicalName } from '../profile/profile.ts';
import { containsSpan } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Fix } from './finding.ts';
import { addPageSectionFix, addSectionFix, insertFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const missingJobGrade = defineRule({
  code: 'missing-job-grade',
  severity: 'error',
  summary: 'A level states no job grade, neither in its own section nor in the page’s grade table.',
  rationale: `Every level has a job grade: pay ranges, the calculator and the ladder hang on it. Add a Job Grade section with the grade
sentence, or a row for the level in the page's grade table.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

### Senior Editor
//~ ^^^^^^^^^^^^^

#### Senior Editor Responsibilities

- Edit long texts
`,
      good: `---
title: Editor
---

## Levels

### Senior Editor

#### Senior Editor Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Senior Editor Responsibilities

- Edit long texts
`,
      fixed: `---
title: Editor
---

## Levels

### Senior Editor

#### Senior Editor Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Senior Editor Responsibilities

- Edit long texts
`,
    },
    {
      title: 'A page without any grade',
      bad: `---
title: Senior Editor
//~    ^^^^^^^^^^^^^
---

## Responsibilities

- Edit texts
`,
      good: `---
title: Everything about Editors
---

## How We Work

- With care
`,
      fixed: `---
title: Senior Editor
---

## Responsibilities

- Edit texts

## Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).
`,
    },
    {
      title: 'A grade without its section, told as information',
      bad: `---
title: Editor
---

## Levels

### Senior Editor

The Senior Editor is a grade 7.
//~                    ^^^^^^^

#### Responsibilities

- Edit long texts
`,
      good: `---
title: Editor
---

## Levels

### Senior Editor

#### Job Grade

The Senior Editor is a grade 7.

#### Responsibilities

- Edit long texts
`,
      fixed: `---
title: Editor
---

## Levels

### Senior Editor

#### Job Grade

The Senior Editor is a grade 7.

#### Responsibilities

- Edit long texts
`,
    },
  ],
  check({ linked, family, text, profile }, report) {
    // A ladder of a form of its own needs no grades.
    if (family.isOpen || !profile.required.sections.includes('job-grade')) return;
    const name = canonicalName(profile, 'job-grade');
    const hasNone = family.levels.length === 0 && family.tree.nodes.some(node => isSectionOf(node, profile.baseSections));
    // Over levels that have pages of their own it states what they share.
    if (hasNone && linked.levelPages().length === 0) {
      report({
        span: family.titleSpan,
        message: l10n.t`This page states no grade: it has no ${name} section.`,
        fixes: () => [addPageSectionFix(linked, 'job-grade')],
      });
    }
    for (const level of family.levels) {
      if (gradeOf(level)) {
        if (standsBare(level)) {
          report({
            span: level.grade!.span,
            severity: 'information',
            message: l10n.t`The grade of “${level.title}” stands right under its heading. Give it a ${name} section, where readers and tools look for it.`,
            fixes: () => [addHeadingFix(linked, level)],
          });
        }
        continue;
      }
      if (level.gradeResource || level.ungraded) continue;
      if (isSpecialty(level) && !ownSection(level, 'job-grade')) continue;
      const section = ownSection(level, 'job-grade');
      report({
        span: section?.heading.contentSpan ?? level.nameSpan,
        about: level.title,
        message: !section
          ? l10n.t`“${level.title}” has no ${name}.`
          : profile.grades.resource
            ? l10n.t`The ${name} of “${level.title}” does not lead to the ${profile.grades.resource.name} resource.`
            : l10n.t`The ${name} of “${level.title}” states no grade.`,
        fixes: () => {
          if (!section) return level.node ? [addSectionFix(linked, level, 'job-grade')] : [];
          return [addSentenceFix(linked, level, section.heading.span.end, newlineOf(text))];
        },
      });
    }
  },
});

/** True where a level's grade sentence stands in no Job Grade section, and in no table either. */
function standsBare(level: Level): boolean {
  const { grade } = level;
  if (!grade || grade.inHeading || !level.node || level.row || ownSection(level, 'job-grade')) return false;
  return level.introBlocks.some(block => block.type === 'paragraph' && containsSpan(block.span, grade.span));
}

/** Puts the heading over the paragraph that states the grade. */
function addHeadingFix({ family, profile }: LinkedFamily, level: Level): Fix {
  const block = level.introBlocks.find(one => containsSpan(one.span, level.grade!.span))!;
  const depth =
    level.sections.find(section => section.node.parent === level.node)?.heading.level ??
    Math.min(6, level.node!.heading.level + 1);
  const newline = newlineOf(family.page.text);
  return insertFix(
    l10n.t`Put the heading over it`,
    block.span.start,
    `${'#'.repeat(depth)} ${sectionHeadingText(family, level.title, 'job-grade', profile)}${newline}${newline}`,
  );
}

/** Puts the sentence that the templates have there under the heading. */
function addSentenceFix({ family, ladder, profile }: LinkedFamily, level: Level, offset: number, newline: string): Fix {
  const sentence = sectionBody(family, level.title, 'job-grade', undefined, ladder, profile, braceHole);
  return insertFix(l10n.t`Add the sentence`, offset, `${newline}${newline}${sentence}`, { preferred: false });
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
