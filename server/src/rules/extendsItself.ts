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
    const ending = new EndingLevels(linked);
    /** References of circles that are reported. */
    const reported = new Map<SectionKind, Set<ExtendsReference>>();
    for (const level of family.levels) {
      for (const reference of level.extends) {
        for (const kind of reference.kinds) {
          if (ending.has(level, kind) || reported.get(kind)?.has(reference)) continue;
          const circle = circleFrom(linked, level, reference, kind);
          if (!circle) continue;
          const references = reported.get(kind) ?? new Set();
          for (const step of circle) references.add(step.reference);
          reported.set(kind, references);
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

/** A longer chain is shortened in the message. */
const MAX_CHAINED = 12;

/** Names of levels, each of which extends the next. */
function chained(titles: readonly string[]): string {
  const shown = titles.length <= MAX_CHAINED ? titles : [...titles.slice(0, MAX_CHAINED - 1), '…', titles.at(-1)!];
  return shown.map(quote).reduce((before, next) => l10n.t`${before} extends ${next}`);
}

interface Step {
  readonly uri: string;
  readonly family: JobFamily;
  readonly level: Level;
  readonly reference: ExtendsReference;
}

/** A step of a search, and the one before it. */
interface Found extends Step {
  readonly before: Found | undefined;
}

/** The shortest chain of references that begins with this one and comes back to its level; undefined if none does. */
function circleFrom(
  linked: LinkedFamily,
  level: Level,
  reference: ExtendsReference,
  kind: SectionKind,
): readonly Step[] | undefined {
  const visited = new Set<Level>();
  const queue: Found[] = [{ uri: linked.uri, family: linked.family, level, reference, before: undefined }];
  // Grows while it is read.
  for (const last of queue) {
    const target = linked.resolveExtendsOn(last.family, last.reference);
    if (!target?.level) continue;
    if (target.level === level) return chainTo(last);
    if (visited.has(target.level)) continue;
    visited.add(target.level);
    for (const next of target.level.extends)
      if (next.kinds.includes(kind))
        queue.push({ uri: target.uri, family: target.family, level: target.level, reference: next, before: last });
  }
  return undefined;
}

function chainTo(last: Found): Step[] {
  const chain: Step[] = [];
  for (let step: Found | undefined = last; step; step = step.before) chain.push(step);
  return chain.reverse();
}

/** The levels from which a chain of references for a kind ends: no reference of theirs can come back to them. */
class EndingLevels {
  private readonly known = new Map<SectionKind, Set<Level>>();

  constructor(private readonly linked: LinkedFamily) {}

  /** True if no circle goes through the level. False leaves it open. Each level is looked at once for each kind. */
  has(level: Level, kind: SectionKind): boolean {
    let ending = this.known.get(kind);
    if (!ending) {
      ending = new Set();
      this.known.set(kind, ending);
    }
    if (ending.has(level)) return true;
    const open = new Set<Level>([level]);
    const path: { readonly family: JobFamily; readonly level: Level; next: number }[] = [
      { family: this.linked.family, level, next: 0 },
    ];
    // Depth first, without recursion: chains may be as long as pages are.
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const reference = top.level.extends[top.next++];
      if (!reference) {
        ending.add(top.level);
        open.delete(top.level);
        path.pop();
        continue;
      }
      if (!reference.kinds.includes(kind)) continue;
      const target = this.linked.resolveExtendsOn(top.family, reference);
      if (!target?.level || ending.has(target.level)) continue;
      if (open.has(target.level)) return false;
      open.add(target.level);
      path.push({ family: target.family, level: target.level, next: 0 });
    }
    return true;
  }
}
