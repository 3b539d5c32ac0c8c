import * as l10n from '@vscode/l10n';
import type { ExtendsReference, Level } from '../model/jobFamily.ts';
import { canonicalName, type SectionKind } from '../profile/profile.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { inheritsFromUnknown, isStrayLink } from './inheritance.ts';
import { allOf } from './quoted.ts';
import { defineRule } from './rule.ts';

export const missingInheritedSection = defineRule({
  code: 'missing-inherited-section',
  severity: 'warning',
  summary: 'A level takes over a section of another level which has no such section.',
  rationale: `“Extends the X requirements” promises requirements that the reader finds at X. Where X has none, neither of its own nor
taken over from elsewhere, nothing is inherited. Add the section to X, or name the level that was meant.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Responsibilities

- Edit texts

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

- Extends the Editor requirements
//~           ^^^^^^
- Ability to use GitLab
`,
      good: `---
title: Editor
---

## Requirements

- Ability to use GitLab

## Levels

### Editor

#### Job Grade

The Editor is a grade 6.

### Senior Editor

#### Job Grade

The Senior Editor is a grade 7.

#### Requirements

- Extends the Editor requirements
`,
    },
  ],
  check({ linked, family, profile }, report) {
    for (const level of family.levels) {
      for (const reference of level.extends) {
        const target = linked.resolveExtends(reference);
        if (!target || target.level === level || isStrayLink(reference, target)) continue;
        const kinds = lackingKinds(linked, reference, target);
        if (kinds.length === 0) continue;
        const name = allOf(kinds.map(kind => canonicalName(profile, kind)));
        report({
          span: reference.targetSpan,
          about: kinds.join(' '),
          message: target.level
            ? l10n.t`This takes over what is not there: “${target.level.title}” has no ${name} section, neither of its own nor taken over.`
            : l10n.t`This takes over what is not there: There is no ${name} section over the levels.`,
          related: target.level
            ? [{ uri: target.uri, span: target.level.nameSpan, message: l10n.t`“${target.level.title}” stands here.` }]
            : [],
        });
      }
    }
  },
});

/** The kinds that a reference takes over and its target lacks. A sentence that names no kind takes over what there is. */
function lackingKinds(
  linked: LinkedFamily,
  reference: ExtendsReference,
  target: { readonly family: LinkedFamily['family']; readonly level: Level | undefined },
): readonly SectionKind[] {
  const has = (kind: SectionKind): boolean =>
    target.level
      ? linked.hasSection(target.level, kind, () => true, target.family) ||
        inheritsFromUnknown(linked, target.family, target.level, kind)
      : target.family.base.some(section => section.kind === kind);
  const lacking = reference.kinds.filter(kind => !has(kind));
  return reference.namedKinds.length === 0 && lacking.length < reference.kinds.length ? [] : lacking;
}
