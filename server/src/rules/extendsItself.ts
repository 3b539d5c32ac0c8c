import * as l10n from '@vscode/l10n';
import type { ExtendsReference, JobFamily, Level } from '../model/jobFamily.ts';
import { levelBelow } from '../model/sectionTemplate.ts';
import type { SectionKind } from '../profile/profile.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { replaceFix } from './fixes.ts';
import { quote } from './quoted.ts';
import { defineRule } from './rule.ts';

export const extendsItself = defineRule({
  code: 'extends-itself',
  severity: 'warning',
  summary: 'A level extends itself, or a level that extends this one in turn.',
  rationale: `A level can extend another, which can extend a third. If the chain comes back to its beginning, nobody inherits anything.
Usually the bullet was copied, and the name in it is one level too high.`,
  examples: [
    {
      title: 'From itself',
      bad: `---
title: Editor
---

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

- Extends the Senior Editor requirements
//~           ^^^^^^^^^^^^^
- Ability to use GitLab
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
    {
      title: 'In a circle, reported once',
      bad: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Requirements

- Extends the Senior Editor requirements
//~           ^^^^^^^^^^^^^

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Requirements

- Extends the Editor requirements
`,
      good: `---
title: Editor
---

## Editor

### Job Grade

The Editor is a grade 6.

### Requirements

- Extends the Senior Editor requirements

## Senior Editor

### Job Grade

The Senior Editor is a grade 7.

### Responsibilities

- Extends the Editor responsibilities
`,
    },
  ],
  check({ uri, linked, family, profile }, report) {
    const told = new Set<string>();
    for (const level of family.levels) {
      for (const reference of level.extends) {
        for (const kind of reference.kinds) {
          const circle = circleFrom(linked, level, reference, kind);
          if (!circle) continue;
          const key = circle
            .map(step => `${step.uri}#${step.reference.span.start}`)
            .sort()
            .join(' ');
          if (told.has(key)) continue;
          told.add(key);
          const others = circle.slice(1);
          const below = levelBelow(family, level.name, level, profile);
          report({
            span: reference.targetSpan,
            about: kind,
            message:
              others.length === 0
                ? l10n.t`“${level.title}” extends itself. Name the level below it, or link to a level of another page.`
                : l10n.t`“${level.title}” extends itself in a circle: ${chained([...circle.map(step => step.level.title), level.title])}. Extend another level in one of them.`,
            related: others.map(step => ({
              uri: step.uri,
              span: step.reference.targetSpan,
              message: l10n.t`“${step.level.title}” extends a level here.`,
            })),
            fixes:
              others.length === 0 && below && reference.target.type !== 'link' && uri === linked.uri
                ? [replaceFix(l10n.t`Change to “${below.title}”`, reference.targetSpan, below.title, { preferred: false })]
                : [],
          });
        }
      }
    }
  },
});

/** Names of levels, each of which extends the next. */
function chained(titles: readonly string[]): string {
  return titles.map(quote).reduce((before, next) => l10n.t`${before} extends ${next}`);
}

interface Step {
  readonly uri: string;
  readonly family: JobFamily;
  readonly level: Level;
  readonly reference: ExtendsReference;
}

/** The shortest chain of references that begins with this one and comes back to its level; undefined where none does. */
function circleFrom(
  linked: LinkedFamily,
  level: Level,
  reference: ExtendsReference,
  kind: SectionKind,
): readonly Step[] | undefined {
  const visited = new Set<Level>();
  const queue: (readonly Step[])[] = [[{ uri: linked.uri, family: linked.family, level, reference }]];
  for (let chain = queue.shift(); chain; chain = queue.shift()) {
    const last = chain.at(-1)!;
    const target = linked.resolveExtendsOn(last.family, last.reference);
    if (!target?.level) continue;
    if (target.level === level) return chain;
    if (visited.has(target.level)) continue;
    visited.add(target.level);
    for (const next of target.level.extends) {
      if (next.kinds.includes(kind))
        queue.push([...chain, { uri: target.uri, family: target.family, level: target.level, reference: next }]);
    }
  }
  return undefined;
}
