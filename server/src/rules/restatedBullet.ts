import type { EffectiveBullet } from '../model/effective.ts';
import { type Bullet, type Level, ownBullets, type Section } from '../model/jobFamily.ts';
import { keptByText } from '../model/keptByText.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { type Span, textOf } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Fix } from './finding.ts';
import { replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';
import { AlikeTexts, type ComparedText, comparedText } from './similarity.ts';

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
    const alike = new AlikeTexts(options.similarity);
    const sections = family.levels.flatMap(level =>
      level.sections
        .filter(section => profile.extendableSections.includes(section.kind))
        .map(section => ({ section, inherited: inheritedTexts(linked, level, section, alike) })),
    );
    for (const { section, inherited } of sections) {
      if (inherited.size === 0) continue;
      const repeated = ownBullets(section).flatMap(bullet => {
        const text = compared(textOf(page.text, bullet.item.contentSpan), profile);
        const source = inherited.get(text.joined) ?? nearest(text, inherited, alike);
        return source ? [{ bullet, source, exact: source.text.joined === text.joined }] : [];
      });
      const removable = repeated.map(({ bullet }) => bullet).filter(bullet => bullet.item.children.length === 0);
      for (const { bullet, source, exact } of repeated) {
        const uri = linked.uriOf(source.family);
        report({
          span: bullet.item.contentSpan,
          message: `This is inherited from ${source.level ? `“${source.level.title}”` : 'the base'} already, ${exact ? 'word for word' : 'in nearly the same words'}.`,
          related: uri === undefined ? [] : [{ uri, span: source.bullet.item.contentSpan, message: 'It stands here.' }],
          fixes: () => fixesOf(page, section, bullet, removable),
        });
      }
    }
  },
});

/** Kept by the bullet's source: reading each again at every edit would be most of the rule's work. Where links lead is left out. */
const compared = keptByText((source: string): ComparedText => comparedText(source.replace(/\]\([^()\s]*\)/g, ']')));

/** Bullets of fewer words are alike too easily. */
const FEWEST_WORDS = 5;

/** What a section inherits, by its words in a row; `alike` is told of each. */
function inheritedTexts(linked: LinkedFamily, level: Level, section: Section, alike: AlikeTexts): ReadonlyMap<string, Inherited> {
  const inherited = new Map<string, Inherited>();
  if (level.extends.length === 0 && linked.family.base.length === 0) return inherited;
  // A page level's own bullets are the base's as well.
  const own = new Set<unknown>(section.bullets.map(bullet => bullet.item));
  for (const one of linked.effective(level, section.kind).bullets) {
    if (one.own || own.has(one.bullet.item)) continue;
    const text = compared(textOf(one.family.page.text, one.bullet.item.contentSpan), linked.profile);
    if (text.words.length === 0 || inherited.has(text.joined)) continue;
    inherited.set(text.joined, { ...one, text });
    alike.add(text);
  }
  return inherited;
}

interface Inherited extends EffectiveBullet {
  readonly text: ComparedText;
}

/** The inherited bullet that says all that a text says, in nearly the same words. */
function nearest(text: ComparedText, inherited: ReadonlyMap<string, Inherited>, alike: AlikeTexts): Inherited | undefined {
  if (text.words.length < FEWEST_WORDS) return undefined;
  for (const near of alike.to(text)) {
    const found = inherited.get(near.joined);
    if (found) return found;
  }
  return undefined;
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
