import * as l10n from '@vscode/l10n';
import { ancestorsOf, type HeadingNode, isSectionOf, isUnder } from '../model/headingTree.ts';
import type { JobFamily } from '../model/jobFamily.ts';
import { isLevelLike, mayBeLevel } from '../model/levelHeading.ts';
import { braceHole, sectionBody, sectionHeadingText } from '../model/sectionTemplate.ts';
import { canonicalName, type Profile } from '../profile/profile.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Fix } from './finding.ts';
import { insertFix } from './fixes.ts';
import { defineRule } from './rule.ts';

export const unrecognizedLevel = defineRule({
  code: 'unrecognized-level',
  severity: 'warning',
  summary: 'A heading looks like a level, and is none because it states no grade.',
  rationale: `A heading next to the page's levels, with a level's name and sections, is most likely a level too. Without a grade it is not
read as one: it is missing in the ladder, in exports and in searches. Add a Job Grade section, or a row in the page's grade table.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Responsibilities

- Edit

## Senior Editor
//~^^^^^^^^^^^^^

### Responsibilities

- Edit long texts
`,
      good: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Responsibilities

- Edit

## Specialties

### Senior Editor, Poetry

#### Responsibilities

- Edit poems
`,
      fixed: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Responsibilities

- Edit

## Senior Editor

### Job Grade

The Senior Editor is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Responsibilities

- Edit long texts
`,
    },
  ],
  check({ linked, family, profile }, report) {
    if (!profile.required.sections.includes('job-grade')) return;
    const name = canonicalName(profile, 'job-grade');
    const levels = new Set(family.levels.map(level => level.node));
    const parents = new Set(family.levels.flatMap(level => (level.node ? [level.node.parent] : [])));
    for (const node of family.tree.nodes) {
      // Only next to levels: elsewhere a heading like these is a specialty, a project, a team.
      if (levels.has(node) || !parents.has(node.parent) || !looksLikeLevel(family, node, profile)) continue;
      if (ancestorsOf(node).some(above => levels.has(above))) continue;
      report({
        span: node.heading.contentSpan,
        message: l10n.t`“${node.name}” looks like a level and states no grade. Add a ${name} section.`,
        fixes: () => [addGradeFix(linked, node)],
      });
    }
  },
});

/** A heading with a level's name and sections of its own that is no group of levels. */
function looksLikeLevel(family: JobFamily, node: HeadingNode, profile: Profile): boolean {
  if (!mayBeLevel(node, profile) || !node.children.some(child => isSectionOf(child, profile.baseSections))) return false;
  if (!isLevelLike(node, family.title === '' ? [] : [family.title], profile)) return false;
  if (family.levels.some(level => level.node && isUnder(level.node, node))) return false;
  // What a specialty or the hiring process says is no level.
  return !ancestorsOf(node).some(above => above.section && !isSectionOf(above, ['levels']));
}

function addGradeFix({ family, ladder, profile }: LinkedFamily, node: HeadingNode): Fix {
  const newline = family.page.text.includes('\r\n') ? '\r\n' : '\n';
  const depth = Math.min(6, node.heading.level + 1);
  const heading = `${'#'.repeat(depth)} ${sectionHeadingText(family, node.name, 'job-grade', profile)}`;
  const sentence = sectionBody(family, node.name, 'job-grade', undefined, ladder, profile, braceHole);
  const [first] = node.children;
  const offset = first?.heading.span.start ?? node.span.end;
  return insertFix(
    l10n.t`Add ${canonicalName(profile, 'job-grade')} section`,
    offset,
    `${heading}${newline}${newline}${sentence}${newline}${newline}`,
  );
}
