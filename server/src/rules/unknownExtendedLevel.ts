import * as l10n from '@vscode/l10n';
import { isSectionOf } from '../model/headingTree.ts';
import type { JobFamily, Level } from '../model/jobFamily.ts';
import { findLevel, nearestLevel, readLevelName } from '../model/levelName.ts';
import type { Profile } from '../profile/profile.ts';
import type { Heading } from '../syntax/heading.ts';
import { writtenTarget } from '../syntax/link.ts';
import { editDistance } from '../text/editDistance.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { isStrayLink } from './inheritance.ts';
import { quote } from './quoted.ts';
import { defineRule } from './rule.ts';

export const unknownExtendedLevel = defineRule({
  code: 'unknown-extended-level',
  severity: 'warning',
  summary: 'A level extends a level that does not exist.',
  rationale: `The extended level is found by its name. Other spellings count: “Sr.” is Senior, and “(Intermediate)” and the part after
the comma are optional. If no level of the page has the name, and no level or several levels of other pages do, nothing is inherited.`,
  examples: [
    {
      title: 'A slip of the keys',
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Requirements

- Ability to use GitLab

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

- Extends the Eidtor requirements
//~           ^^^^^^
`,
      good: `---
title: Editor
---

## Editor (Intermediate)

### Job Grade

The Editor is a grade 6.

### Requirements

- Ability to use GitLab

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

- Extends the Editor requirements
`,
      fixed: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Requirements

- Ability to use GitLab

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

- Extends the Editor requirements
`,
    },
    {
      title: 'A heading that states no grade is no level',
      bad: `---
title: Editor
---

## Editor

### Requirements

- Ability to use GitLab

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

- Extends the Editor requirements
//~           ^^^^^^
`,
      good: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Requirements

- Ability to use GitLab

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

- Extends the Editor requirements
`,
    },
  ],
  check({ uri, linked, family, profile }, report) {
    for (const level of family.levels) {
      for (const reference of level.extends) {
        const { target } = reference;
        if (reference.kinds.length === 0) continue;
        const resolved = linked.resolveExtends(reference);
        if (target.type === 'unknown' && !resolved) {
          // A level extends those below it: a more senior one is no good guess.
          const others = family.levels.filter(one => one !== level && one.name.seniority.rank <= level.name.seniority.rank);
          const heading = headingNamed(family, target.name, profile);
          if (heading) {
            report({
              span: reference.targetSpan,
              message: l10n.t`“${heading.text}” states no job grade, so it is not a level to extend.`,
              related: [{ uri, span: heading.contentSpan, message: l10n.t`Add a job grade here.` }],
            });
            continue;
          }
          report({
            span: reference.targetSpan,
            message: l10n.t`No level is named “${target.name}”. Use the name of a level of this page, or link to the level.`,
            fixes: nearestFix(target.name, others, profile, near =>
              replaceFix(l10n.t`Change to “${near.title}”`, reference.targetSpan, near.title),
            ),
          });
        } else if (
          target.type === 'link' &&
          resolved &&
          isStrayLink(reference, resolved) &&
          linked.resolveLink(target.link).type === 'ok'
        ) {
          const written = writtenTarget(target.link);
          report({
            span: reference.targetSpan,
            message: l10n.t`The page “${resolved.family.title}” has no level “${target.name}”. Link to the heading of the level that is meant.`,
            related: [
              {
                uri: resolved.uri,
                span: resolved.family.titleSpan,
                message: levelsOf(resolved.family),
              },
            ],
            fixes: nearestFix(target.name, resolved.family.levels, profile, near =>
              replaceFix(l10n.t`Link to “${near.title}”`, written.span, `${written.target.split('#')[0]}#${near.anchor}`),
            ),
          });
        }
      }
    }
  },
});

function levelsOf({ title, levels }: JobFamily): string {
  return levels.length === 0
    ? l10n.t`“${title}” has no levels.`
    : l10n.t`“${title}” has ${levels.map(one => quote(one.title)).join(', ')}.`;
}

/** The heading with sections of its own that bears this name: a level to its author, though it states no grade. */
function headingNamed({ tree }: JobFamily, name: string, profile: Profile): Heading | undefined {
  const named = tree.nodes
    .filter(node => node.section === undefined && node.children.some(child => isSectionOf(child, profile.extendableSections)))
    .map(node => ({ heading: node.heading, name: readLevelName(node.heading.text, profile) }));
  const match = findLevel(name, named, profile);
  return match.type === 'found' ? match.level.heading : undefined;
}

/** The fix for the nearest name there is; preferred only where no more than a few letters differ. */
function nearestFix(written: string, levels: readonly Level[], profile: Profile, make: (level: Level) => Fix): Fix[] {
  const near = levels.find(one => isSlip(written, one.title)) ?? nearestLevel(written, levels, profile);
  return near ? [{ ...make(near), preferred: isSlip(written, near.title) }] : [];
}

function isSlip(written: string, title: string): boolean {
  return editDistance(written.toLowerCase(), title.toLowerCase(), 3) <= Math.min(3, Math.floor(title.length / 3));
}
