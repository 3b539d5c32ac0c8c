import { type Bullet, type JobFamily, type Level, ownBullets, type Section } from '../model/jobFamily.ts';
import { keptByText } from '../model/keptByText.ts';
import type { Profile } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { type Span, textOf } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
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
    const own = bulletsOf(family, profile);
    const repeats = repeatsAmong(
      own,
      linked.reachedFamilies().flatMap(one => bulletsOf(one, profile)),
      options.similarity,
    );
    for (const [section, found] of inheritedOnly(repeats, linked)) {
      const removable = found.map(({ bullet }) => bullet.bullet).filter(bullet => bullet.item.children.length === 0);
      for (const { bullet, source } of found) {
        const uri = linked.uriOf(source.family);
        report({
          span: bullet.bullet.item.contentSpan,
          message: `This is inherited from ${source.level ? `“${source.level.title}”` : 'the base'} already, ${source.text.joined === bullet.text.joined ? 'word for word' : 'in nearly the same words'}.`,
          related: uri === undefined ? [] : [{ uri, span: source.bullet.item.contentSpan, message: 'It stands here.' }],
          fixes: () => fixesOf(page, section, bullet.bullet, removable),
        });
      }
    }
  },
});

/** Kept by the bullet's source: reading each again at every edit would be most of the rule's work. Where links lead is left out. */
const compared = keptByText((source: string): ComparedText => comparedText(source.replace(/\]\([^()\s]*\)/g, ']')));

/** Bullets of fewer words are alike too easily. */
const FEWEST_WORDS = 5;

/** A bullet of a section that can be inherited. */
interface Candidate {
  readonly bullet: Bullet;
  readonly text: ComparedText;
  readonly section: Section;
  readonly family: JobFamily;
  /** Undefined for a bullet of the base. */
  readonly level: Level | undefined;
}

/** A level's own bullet, and one that says all that it says. */
interface Repeat {
  readonly bullet: Candidate & { readonly level: Level };
  readonly source: Candidate;
}

function bulletsOf(family: JobFamily, profile: Profile): Candidate[] {
  const found: Candidate[] = [];
  const add = (level: Level | undefined, sections: readonly Section[]): void => {
    for (const section of sections) {
      if (!profile.extendableSections.includes(section.kind)) continue;
      for (const bullet of ownBullets(section))
        found.push({
          bullet,
          text: compared(textOf(family.page.text, bullet.item.contentSpan), profile),
          section,
          family,
          level,
        });
    }
  };
  add(undefined, family.base);
  for (const level of family.levels) add(level, level.sections);
  return found;
}

/** The bullets that say nothing which another of their kind does not say, whoever has it. */
function repeatsAmong(own: readonly Candidate[], all: readonly Candidate[], least: number): Repeat[] {
  // A bullet can only repeat one that has its longest word: that rules out nearly all pairs at once.
  const byLongestWord = new Map<string, Repeat['bullet'][]>();
  for (const candidate of own) {
    const { level } = candidate;
    const { longest } = candidate.text;
    if (!level || longest === undefined) continue;
    const alike = byLongestWord.get(longest);
    if (alike) alike.push({ ...candidate, level });
    else byLongestWord.set(longest, [{ ...candidate, level }]);
  }
  const repeats: Repeat[] = [];
  for (const source of all) {
    for (const word of source.text.telling) {
      for (const bullet of byLongestWord.get(word) ?? [])
        if (bullet.level !== source.level && bullet.section.kind === source.section.kind && isRepeat(bullet, source, least))
          repeats.push({ bullet, source });
    }
  }
  return repeats;
}

function isRepeat({ text }: Candidate, source: Candidate, least: number): boolean {
  if (text.joined === source.text.joined) return true;
  return text.words.length >= FEWEST_WORDS && similarity(text, source.text, least) >= least && saysNothingNew(text, source.text);
}

/** Of these, what a level really inherits, the same words before nearly the same ones; by section, in page order. */
function inheritedOnly(repeats: readonly Repeat[], linked: LinkedFamily): ReadonlyMap<Section, readonly Repeat[]> {
  const inherited = new Map<Section, ReadonlySet<unknown>>();
  const best = new Map<Bullet, Repeat>();
  for (const repeat of repeats) {
    const { bullet, source } = repeat;
    const { section, level } = bullet;
    let items = inherited.get(section);
    if (!items) {
      const { bullets } = linked.effective(level, section.kind);
      items = new Set(bullets.flatMap(one => (one.own ? [] : [one.bullet.item])));
      inherited.set(section, items);
    }
    // A page level's own bullets are the base's as well.
    if (!items.has(source.bullet.item) || source.bullet.item === bullet.bullet.item) continue;
    const before = best.get(bullet.bullet);
    if (!before || (before.source.text.joined !== bullet.text.joined && source.text.joined === bullet.text.joined))
      best.set(bullet.bullet, repeat);
  }
  const bySection = new Map<Section, Repeat[]>();
  for (const repeat of best.values()) {
    const { section } = repeat.bullet;
    bySection.set(section, [...(bySection.get(section) ?? []), repeat]);
  }
  return bySection;
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
