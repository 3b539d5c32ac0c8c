import type { EffectiveBullet } from '../model/effective.ts';
import { type Bullet, ownBullets, type Section } from '../model/jobFamily.ts';
import { keptByText } from '../model/keptByText.ts';
import type { Profile } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';
import { type ComparedText, comparedText, saysNothingNew, similarity } from './similarity.ts';

export const restatedBullet = defineRule({
  code: 'restated-bullet',
  severity: 'information',
  summary: 'A bullet repeats what its level inherits already.',
  rationale: `A level that extends another has all that stands there. Said again, it must be changed in two places from then on, and
hides what is new at this level. The quick fix takes the bullet out: the level keeps it by what it inherits.

A bullet repeats another where both have most of their words in common (by the Sørensen–Dice coefficient, case and marks aside; 1 is
word for word) and it has no word, joining words and plurals aside, that the other has not: one changed word or number is often
just what a step is about. Bullets of fewer than five words are told only where they are the same word for word.`,
  options: {
    similarity: {
      type: 'number',
      default: 0.8,
      minimum: 0.5,
      maximum: 1,
      description: 'From which share of common words on two bullets are told as alike.',
    },
  },
  examples: [
    {
      bad: `---
title: Editor
---

## Levels

### Editor

#### Requirements

- Ability to read carefully and to write short texts
- Joy in words

### Senior Editor

#### Requirements

- Extends the Editor requirements
-  Ability to read carefully, and to write short texts
//~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
-  Joy in words
//~^^^^^^^^^^^^
- Ability to guide others
`,
      good: `---
title: Editor
---

## Levels

### Editor

#### Requirements

- Ability to read carefully and to write short texts
- Joy in words

### Senior Editor

#### Requirements

- Extends the Editor requirements
- Ability to read carefully and to write long texts
- Joy in long words

### Staff Editor

#### Requirements

- Joy in words
`,
      fixed: `---
title: Editor
---

## Levels

### Editor

#### Requirements

- Ability to read carefully and to write short texts
- Joy in words

### Senior Editor

#### Requirements

- Extends the Editor requirements
- Ability to guide others
`,
    },
  ],
  check({ linked, family, page, profile, options }, report) {
    for (const level of family.levels) {
      for (const section of level.sections) {
        if (!profile.extendableSections.includes(section.kind)) continue;
        const own = new Set<unknown>(ownBullets(section).map(bullet => bullet.item));
        const { bullets } = linked.effective(level, section.kind);
        const inherited = new Inherited(
          bullets.filter(one => !one.own && !own.has(one.bullet.item)),
          options.similarity,
          profile,
        );
        const repeated = ownBullets(section).flatMap(bullet => {
          const source = inherited.like(bullet);
          return source ? [{ bullet, source }] : [];
        });
        const removable = repeated.map(one => one.bullet).filter(bullet => bullet.item.children.length === 0);
        for (const { bullet, source } of repeated) {
          const from = source.level?.title ?? 'the base';
          const uri = linked.uriOf(source.family);
          report({
            span: bullet.item.contentSpan,
            message: `This is inherited from ${source.level ? `“${from}”` : from} already, ${source.exact ? 'word for word' : 'in nearly the same words'}.`,
            related: uri === undefined ? [] : [{ uri, span: source.bullet.item.contentSpan, message: 'It stands here.' }],
            fixes: () => fixesOf(page, section, bullet, removable),
          });
        }
      }
    }
  },
});

/** Reading the same bullet again at each edit would be most of the rule's work. */
const compared = keptByText((text: string): ComparedText => comparedText(text));

/** Bullets of fewer words are alike too easily. */
const FEWEST_WORDS = 5;

class Inherited {
  private readonly exact = new Map<string, EffectiveBullet>();
  private readonly all: readonly { readonly text: ComparedText; readonly from: EffectiveBullet }[];

  constructor(
    bullets: readonly EffectiveBullet[],
    private readonly least: number,
    private readonly profile: Profile,
  ) {
    this.all = bullets.map(from => ({ text: compared(from.bullet.text, profile), from }));
    for (const { text, from } of this.all) if (!this.exact.has(text.joined)) this.exact.set(text.joined, from);
  }

  /** The inherited bullet that says the same, or nearly the same. */
  like(bullet: Bullet): (EffectiveBullet & { readonly exact: boolean }) | undefined {
    const text = compared(bullet.text, this.profile);
    if (text.words.length === 0) return undefined;
    const same = this.exact.get(text.joined);
    if (same) return { ...same, exact: true };
    if (text.words.length < FEWEST_WORDS) return undefined;
    const near = this.all.find(one => saysNothingNew(text, one.text) && similarity(text, one.text, this.least) >= this.least);
    return near && { ...near.from, exact: false };
  }
}

/** The bullet taken out; and all repeated ones of its section. None where the section would be left with nothing. */
function fixesOf(page: PageSyntax, section: Section, bullet: Bullet, removable: readonly Bullet[]): Fix[] {
  const fixes: Fix[] = [];
  if (removable.includes(bullet) && leavesSomething(section, [bullet]))
    fixes.push(replaceFix('Remove the bullet: it is inherited', lineSpan(page, bullet), ''));
  if (removable.length > 1 && leavesSomething(section, removable))
    fixes.push({
      title: `Remove all ${removable.length} bullets of this section that are inherited`,
      edits: removable.map(one => ({ span: lineSpan(page, one), newText: '' })),
      preferred: false,
      safe: false,
    });
  return fixes;
}

function leavesSomething(section: Section, gone: readonly Bullet[]): boolean {
  return section.bullets.length > gone.length || section.blocks.some(block => block.type !== 'list');
}

/** The bullet with its line end. */
function lineSpan({ text, lines }: PageSyntax, { item }: Bullet): Span {
  const start = lines.lineStart(lines.lineAt(item.span.start));
  const lineEnd = lines.lineEnd(lines.lineAt(item.span.end));
  const behind = /^(?:\r\n|\n|\r)/.exec(text.slice(lineEnd, lineEnd + 2))?.[0].length ?? 0;
  return { start, end: lineEnd + behind };
}
