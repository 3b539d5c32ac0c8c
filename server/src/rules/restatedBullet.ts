import * as l10n from '@vscode/l10n';
import type { SectionSource } from '../model/effective.ts';
import type { Bullet, Level, Section } from '../model/jobFamily.ts';
import { holdsPlaceholder } from '../model/placeholders.ts';
import { placedItems } from '../syntax/listItems.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { keptByPart, type PagePart } from '../syntax/pagePart.ts';
import { textOf } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Fix } from './finding.ts';
import { lineSpan, replaceFix } from './fixes.ts';
import { defineRule } from './rule.ts';
import { AlikeTexts, type ComparedText, comparedText } from './similarity.ts';

export const restatedBullet = defineRule({
  code: 'restated-bullet',
  severity: 'information',
  report: 'once',
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

- {add a requirement of this level}
- Ability to read carefully and to write short texts
- Joy in words

### Senior Editor

#### Requirements

- Extends the Editor requirements
- {add a requirement of this level}
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
      if (level.extends.length === 0 && family.base.length === 0) continue;
      for (const section of level.sections) {
        if (!profile.extendableSections.includes(section.kind)) continue;
        const repeated = repeatedBullets(page, section, inheritedSections(linked, level, section), options).filter(
          ({ bullet }) => !holdsPlaceholder(bullet.text, profile),
        );
        const removable = repeated.map(({ bullet }) => bullet).filter(bullet => bullet.item.children.length === 0);
        for (const { bullet, source, said, exact } of repeated) {
          const uri = linked.uriOf(source.family);
          report({
            span: bullet.item.contentSpan,
            message: messageOf(source.level, exact),
            related: uri === undefined ? [] : [{ uri, span: said.item.contentSpan, message: l10n.t`It stands here.` }],
            fixes: () => fixesOf(page, section, bullet, removable),
          });
        }
      }
    }
  },
});

/** `level`: the one that the bullet is inherited from; undefined where that is the base. */
function messageOf(level: Level | undefined, exact: boolean): string {
  if (!level)
    return exact
      ? l10n.t`This is inherited from the base already, word for word.`
      : l10n.t`This is inherited from the base already, in nearly the same words.`;
  return exact
    ? l10n.t`This is inherited from “${level.title}” already, word for word.`
    : l10n.t`This is inherited from “${level.title}” already, in nearly the same words.`;
}

type Options = Readonly<{ similarity: number }>;

/** The sections that a level has from elsewhere. */
function inheritedSections(linked: LinkedFamily, level: Level, section: Section): readonly SectionSource[] {
  // A page level's own sections are the base's as well.
  return linked.sectionSources(level, section.kind).filter(source => !source.own && source.section.node !== section.node);
}

/** A bullet that says what an inherited one says. */
interface Repeated {
  readonly bullet: Bullet;
  readonly source: SectionSource;
  /** The inherited one. */
  readonly said: Bullet;
  /** True where it is the same word for word. */
  readonly exact: boolean;
}

/** The bullets of a section that repeat an inherited one, each with the first that says the same, else the first that is alike. */
function repeatedBullets(page: PageSyntax, section: Section, inherited: readonly SectionSource[], options: Options): Repeated[] {
  const found = new Map<number, Repeated>();
  let before = 0;
  for (const list of section.blocks) {
    if (list.type !== 'list') continue;
    const texts = comparedPoints(page, list, NO_CONTEXT);
    for (const source of inherited) {
      let beforeOther = 0;
      for (const other of source.section.blocks) {
        if (other.type !== 'list') continue;
        const others = comparedPoints(source.family.page, other, NO_CONTEXT);
        for (const { point, otherPoint, exact } of repeats(list.part, texts, other.part, others, options)) {
          const bullet = section.bullets[before + point]!;
          const said = source.section.bullets[beforeOther + otherPoint]!;
          const known = found.get(before + point);
          if (!bullet.extends && !said.extends && (!known || (exact && !known.exact)))
            found.set(before + point, { bullet, source, said, exact });
        }
        beforeOther += others.length;
      }
    }
    before += texts.length;
  }
  return [...found].sort(([a], [b]) => a - b).map(([, repeated]) => repeated);
}

/** What a text says depends on nothing else. */
const NO_CONTEXT = {};

/** The texts of a list's points, those below others left out. Where links lead is no part of them. */
const comparedPoints = keptByPart(({ source, part }): readonly ComparedText[] =>
  placedItems(part.items, 0).map(({ contentSpan }) => comparedText(textOf(source, contentSpan).replace(/\]\([^()\s]*\)/g, ']'))),
);

/** Two points of two lists, by their places there, that say the same or nearly. */
interface Repeat {
  readonly point: number;
  readonly otherPoint: number;
  readonly exact: boolean;
}

/** Bullets of fewer words are alike too easily. */
const FEWEST_WORDS = 5;

/** The points of a list that say what some of another's say. Kept by both lists: an edit touches one list of many. */
function repeats(
  list: PagePart,
  texts: readonly ComparedText[],
  other: PagePart,
  others: readonly ComparedText[],
  options: Options,
): readonly Repeat[] {
  let known = list.known(REPEATS, options) as WeakMap<PagePart, readonly Repeat[]> | undefined;
  if (!known) {
    known = new WeakMap();
    list.keep(REPEATS, options, known);
  }
  let found = known.get(other);
  if (!found) {
    let points = other.known(POINTS, options) as PointsByWords | undefined;
    if (!points) {
      points = pointsByWords(others, options);
      other.keep(POINTS, options, points);
    }
    found = findRepeats(texts, points);
    known.set(other, found);
  }
  return found;
}

/** Under these a list keeps what it repeats of others, and its own points as others look for them. */
const REPEATS = Symbol('repeats');
const POINTS = Symbol('points by their words');

/** The points of a list, to be found by the same words and by words that are alike. */
interface PointsByWords {
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly alike: AlikeTexts;
}

function pointsByWords(others: readonly ComparedText[], { similarity }: Options): PointsByWords {
  const places = new Map<string, number[]>();
  const alike = new AlikeTexts(similarity);
  for (const [otherPoint, { words, joined }] of others.entries()) {
    if (words.length === 0) continue;
    const same = places.get(joined);
    if (same) same.push(otherPoint);
    else places.set(joined, [otherPoint]);
    alike.add(others[otherPoint]!);
  }
  return { places, alike };
}

function findRepeats(texts: readonly ComparedText[], { places, alike }: PointsByWords): Repeat[] {
  return texts.flatMap((text, point): Repeat[] => {
    const exactly = places.get(text.joined);
    if (exactly) return exactly.map(otherPoint => ({ point, otherPoint, exact: true }));
    if (text.words.length < FEWEST_WORDS) return [];
    return alike
      .to(text)
      .flatMap(near => places.get(near.joined) ?? [])
      .map(otherPoint => ({ point, otherPoint, exact: false }));
  });
}

/** The bullet taken out; and all repeated ones of its section. None where the section would be left with nothing. */
function fixesOf(page: PageSyntax, section: Section, bullet: Bullet, removable: readonly Bullet[]): Fix[] {
  const fixes: Fix[] = [];
  if (removable.includes(bullet) && leavesSomething(section, [bullet]))
    fixes.push(replaceFix(l10n.t`Remove the bullet: it is inherited`, lineSpan(page, bullet), ''));
  if (removable.length > 1 && leavesSomething(section, removable))
    fixes.push({
      title: l10n.t`Remove all ${removable.length} bullets of this section that are inherited`,
      edits: removable.map(one => ({ span: lineSpan(page, one), newText: '' })),
      preferred: false,
      safe: false,
    });
  return fixes;
}

function leavesSomething(section: Section, gone: readonly Bullet[]): boolean {
  return section.bullets.length > gone.length || section.blocks.some(block => block.type !== 'list');
}
