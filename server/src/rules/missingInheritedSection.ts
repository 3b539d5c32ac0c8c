import * as l10n from '@vscode/l10n';
import { type HeadingNode, isSectionOf, standsUnder } from '../model/headingTree.ts';
import type { ExtendsReference, JobFamily, Level } from '../model/jobFamily.ts';
import { canonicalName, type Profile, type SectionKind } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { inheritsFromUnknown, isStrayLink } from './inheritance.ts';
import { allOf } from './quoted.ts';
import { defineRule } from './rule.ts';

export const missingInheritedSection = defineRule({
  code: 'missing-inherited-section',
  severity: 'warning',
  summary: 'A level extends a section that the other level does not have.',
  rationale: `“Extends the X requirements” promises requirements that the reader finds at X. If X has none, own or inherited, nothing is
inherited. Add the section to X, or name the level that was meant. Nothing is reported if X has bullets outside of its known sections.`,
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
        // A bullet of the other section is reported as that.
        if (reference.section && reference.namedKinds.length > 0 && !reference.namedKinds.includes(reference.section.kind))
          continue;
        const kinds = lackingKinds(linked, reference, target);
        if (kinds.length === 0 || mayHaveMore(target.family, target.level, kinds, profile)) continue;
        const name = allOf(kinds.map(kind => canonicalName(profile, kind)));
        report({
          span: reference.targetSpan,
          about: kinds.join(' '),
          message: target.level
            ? l10n.t`“${target.level.title}” has no ${name} section to inherit. Add one, or extend another level.`
            : l10n.t`There is no ${name} section above the levels to inherit. Add one, or extend a level.`,
          related: target.level
            ? [{ uri: target.uri, span: target.level.nameSpan, message: l10n.t`“${target.level.title}” is here.` }]
            : [],
        });
      }
    }
  },
});

/** True if the target may hold such a section that is not known as one: a reader would find it all the same. */
function mayHaveMore(family: JobFamily, level: Level | undefined, kinds: readonly SectionKind[], profile: Profile): boolean {
  const holdsList = (blocks: readonly Block[]): boolean => blocks.some(block => block.type === 'list' || block.type === 'table');
  const plain = (node: HeadingNode): boolean =>
    node.section === undefined && holdsList(node.blocks) && !family.levels.some(one => one.node === node);
  const grade = level?.sections.filter(section => section.kind === 'job-grade').flatMap(section => section.blocks) ?? [];
  if (level?.node && (holdsList([...level.introBlocks, ...grade]) || level.node.children.some(plain))) return true;
  const owned = new Set(
    [...family.levels.flatMap(one => one.sections), ...family.base, ...family.shared].map(section => section.node),
  );
  return family.tree.nodes.some(node => {
    return isSectionOf(node, kinds) && !owned.has(node) && !standsUnder(node, profile.noLevelsUnder);
  });
}

/** The kinds that a reference extends and its target lacks. A sentence that names no kind extends what there is. */
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
