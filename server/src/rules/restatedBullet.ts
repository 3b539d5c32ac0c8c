import type { SectionSource } from '../model/effective.ts';
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
    const bullets = new ComparedBullets(linked, options.similarity);
    for (const level of family.levels)
      for (const section of level.sections) {
        if (!profile.extendableSections.includes(section.kind)) continue;
        const repeated = bullets.repeatedIn(level, section);
        const removable = repeated.map(({ bullet }) => bullet).filter(bullet => bullet.item.children.length === 0);
        for (const { bullet, of, exact } of repeated) {
          const uri = linked.uriOf(of.source.family);
          report({
            span: bullet.item.contentSpan,
            message: `This is inherited from ${of.source.level ? `“${of.source.level.title}”` : 'the base'} already, ${exact ? 'word for word' : 'in nearly the same words'}.`,
            related: uri === undefined ? [] : [{ uri, span: of.bullet.item.contentSpan, message: 'It stands here.' }],
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

/** A bullet, what it says, and the section it stands in. */
interface ComparedBullet {
  readonly bullet: Bullet;
  readonly text: ComparedText;
  readonly source: SectionSource;
}

interface Repeated {
  readonly bullet: Bullet;
  /** What is inherited and says the same. */
  readonly of: ComparedBullet;
  readonly exact: boolean;
}

/** The bullets of a page's levels, and of those that they take over from, by what they say. */
class ComparedBullets {
  private readonly ofSection = new Map<Section, readonly ComparedBullet[]>();
  private readonly byWords = new Map<string, ComparedBullet[]>();
  private readonly alike: AlikeTexts;

  constructor(
    private readonly linked: LinkedFamily,
    similarity: number,
  ) {
    const memory = linked.remembered(ALIKE, () => ({ texts: new AlikeTexts(similarity) }));
    if (memory.texts.least !== similarity) memory.texts = new AlikeTexts(similarity);
    // What was typed and changed again piles up: once in a while all is read anew.
    if (memory.texts.size > MOST_REMEMBERED) memory.texts.forget();
    this.alike = memory.texts;
  }

  /** The bullets of a level's own section that say what it inherits, in order. */
  repeatedIn(level: Level, section: Section): readonly Repeated[] {
    if (level.extends.length === 0 && this.linked.family.base.length === 0) return [];
    // A page level's own bullets are the base's as well.
    const own = new Set<unknown>(section.bullets.map(bullet => bullet.item));
    const inherited = new Map<Section, number>();
    for (const [order, source] of this.linked.sectionSources(level, section.kind).entries())
      if (source.level !== level && !inherited.has(source.section)) {
        inherited.set(source.section, order);
        this.compare(source);
      }
    if (inherited.size === 0) return [];
    /** Of the bullets that say this the first that is inherited. */
    const first = (said: readonly ComparedBullet[]): ComparedBullet | undefined => {
      let found: ComparedBullet | undefined;
      for (const one of said) {
        const order = own.has(one.bullet.item) ? undefined : inherited.get(one.source.section);
        if (order !== undefined && (!found || order < inherited.get(found.source.section)!)) found = one;
      }
      return found;
    };
    return this.compare({ section, family: this.linked.family, level }).flatMap(({ bullet, text }): Repeated[] => {
      const exact = first(this.byWords.get(text.joined) ?? []);
      if (exact) return [{ bullet, of: exact, exact: true }];
      if (text.words.length < FEWEST_WORDS) return [];
      const near = this.alike.to(text);
      const of = near.length === 0 ? undefined : first(near.flatMap(one => this.byWords.get(one.joined) ?? []));
      return of ? [{ bullet, of, exact: false }] : [];
    });
  }

  /** The own bullets of a section; from now on they are found by what they say. */
  private compare(source: SectionSource): readonly ComparedBullet[] {
    const known = this.ofSection.get(source.section);
    if (known) return known;
    const { text: page } = source.family.page;
    const bullets: ComparedBullet[] = [];
    for (const bullet of ownBullets(source.section)) {
      const text = compared(textOf(page, bullet.item.contentSpan), this.linked.profile);
      if (text.words.length === 0) continue;
      const one = { bullet, text, source };
      bullets.push(one);
      const same = this.byWords.get(text.joined);
      if (same) same.push(one);
      else this.byWords.set(text.joined, [one]);
      this.alike.add(text);
    }
    this.ofSection.set(source.section, bullets);
    return bullets;
  }
}

/** Under this a page's texts are remembered from one edit to the next. */
const ALIKE = {};

/** Far more bullets than a page has with all that it takes over. */
const MOST_REMEMBERED = 5_000;

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
