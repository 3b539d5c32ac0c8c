import * as l10n from '@vscode/l10n';
import { type Bullet, gradeOf, type Level, ownBullets, type Section } from '../model/jobFamily.ts';
import { extendsBullet } from '../model/sectionTemplate.ts';
import type { SectionKind } from '../profile/profile.ts';
import type { Fix } from './finding.ts';
import { lineSpan } from './fixes.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { comparedText } from './similarity.ts';

export const copiedBullets = defineRule({
  code: 'copied-bullets',
  severity: 'off',
  summary: 'A level copies the bullets of a lower level instead of extending it.',
  rationale: `Two copies of the same bullets drift apart when only one of them is changed. Extend the lower level, and list only what
the higher level adds. Reported if at least three bullets, and most bullets of the lower level’s section, are repeated word for word.`,
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

### Editor

#### Requirements

- Careful reading
- Joy in words
- Ability to use GitLab

### Senior Editor

#### Requirements

*  Careful reading
//~^^^^^^^^^^^^^^^
*  Joy in words
*  Ability to use GitLab
*  Patience with authors
`,
      good: `---
title: Editor
---

## Levels

### Editor

#### Requirements

- Careful reading
- Joy in words
- Ability to use GitLab

### Senior Editor

#### Requirements

- Extends the Editor requirements
- Careful reading
- Joy in words
- Ability to use GitLab

### Staff Editor

#### Requirements

- Careful reading
- Ability to use GitLab
`,
      fixed: `---
title: Editor
---

## Levels

### Editor

#### Requirements

- Careful reading
- Joy in words
- Ability to use GitLab

### Senior Editor

#### Requirements

*  Extends the Editor requirements
*  Patience with authors
`,
    },
  ],
  check(context, report) {
    const { uri, family, profile } = context;
    for (const [at, level] of family.levels.entries()) {
      for (const section of level.sections) {
        const { kind } = section;
        if (!profile.extendableSections.includes(kind)) continue;
        if (level.extends.some(reference => reference.section?.node === section.node || reference.kinds.includes(kind))) continue;
        // The nearest first: of several with the same bullets, it is the one to extend.
        const lower = family.levels
          .slice(0, at)
          .filter(one => one.track === level.track && heightOf(one) < heightOf(level) && !extendsLevel(one, level))
          .reverse();
        const source = lower.map(one => copyOf(section, one, kind)).sort((a, b) => b.copied.length - a.copied.length)[0];
        if (!source || source.copied.length < FEWEST_COPIED || source.copied.length < source.total * MOST_OF) continue;
        report({
          span: source.copied[0]!.item.contentSpan,
          about: kind,
          message: l10n.t`${source.copied.length} bullets repeat those of “${source.level.title}”. Extend it, and list only what is new.`,
          related: [{ uri, span: source.level.nameSpan, message: l10n.t`“${source.level.title}” is here.` }],
          fixes: [fixOf(context, source.level, kind, source.copied)],
        });
      }
    }
  },
});

/** Two alike bullets may be chance. */
const FEWEST_COPIED = 3;
/** The share of the lower level's bullets that must be copied. */
const MOST_OF = 0.75;

interface Copy {
  readonly level: Level;
  /** The section's bullets that the lower level has word for word. */
  readonly copied: readonly Bullet[];
  /** The number of the lower level's bullets. */
  readonly total: number;
}

function copyOf(section: Section, level: Level, kind: SectionKind): Copy {
  const own = level.sections.filter(one => one.kind === kind).flatMap(ownBullets);
  const texts = new Set(own.map(bullet => comparedText(bullet.text).joined));
  const copied = ownBullets(section).filter(
    ({ text, item }) => item.children.length === 0 && texts.has(comparedText(text).joined),
  );
  return { level, copied, total: own.length };
}

/** True if a level extends the other one: extending it in turn would be a circle. */
function extendsLevel(level: Level, other: Level): boolean {
  return level.extends.some(({ target }) => target.type === 'level' && target.level === other);
}

function heightOf(level: Level): number {
  return gradeOf(level)?.grade ?? level.name.seniority.rank;
}

/** The first copied bullet becomes the Extends bullet, the others go. */
function fixOf({ page, profile }: RuleContext, level: Level, kind: SectionKind, copied: readonly Bullet[]): Fix {
  const sentence = extendsBullet(level.title, kind, profile).slice('- '.length);
  const edits = copied.map((bullet, i) =>
    i === 0 ? { span: bullet.item.contentSpan, newText: sentence } : { span: lineSpan(page, bullet), newText: '' },
  );
  return { title: l10n.t`Extend “${level.title}” instead`, edits, preferred: true, safe: false };
}
