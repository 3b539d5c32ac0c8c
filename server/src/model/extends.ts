import type { Profile, SectionKind } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import { type InlineText, inlineTextOf } from '../syntax/inlineText.ts';
import type { Link } from '../syntax/link.ts';
import { type ListItem, placedItems } from '../syntax/listItems.ts';
import { linksWithin, type PageSyntax } from '../syntax/page.ts';
import { keptByPart } from '../syntax/pagePart.ts';
import { movedSpan, type Span, textOf } from '../text/span.ts';
import { compiledExtends, type ExtendsSentence, type NamedTarget, readExtendsSentence } from './extendsSentence.ts';
import { sentencesOf } from './gradeStatement.ts';
import { ancestorsOf, type HeadingTree } from './headingTree.ts';
import { type ExtendsReference, type ExtendsTarget, gradeOf, type Level, type Section } from './jobFamily.ts';
import { isSpecialty } from './levelHeading.ts';
import { findLevel } from './levelName.ts';
import { PageSection } from './pageSection.ts';

/** The Extends references of a page's levels, and the sections with their Extends bullets marked. */
export interface ReadExtends {
  readonly references: ReadonlyMap<Level, readonly ExtendsReference[]>;
  readonly marked: (section: Section) => Section;
}

/**
 * Reads what each level takes over: from the bullets and paragraphs of its extendable sections, and from the sentences
 * right under its heading or in its Job Grade. A level's own sections must be assigned by then.
 */
export function readExtends(
  page: PageSyntax,
  levels: readonly Level[],
  base: readonly Section[],
  tree: HeadingTree,
  profile: Profile,
  pageTitle: string | undefined,
): ReadExtends {
  const reader = new ExtendsReader(page, levels, base, tree, profile, pageTitle === undefined ? [] : [pageTitle]);
  const references = new Map(levels.map(level => [level, reader.read(level)] as const));
  const all = [...references.values()].flat();
  const items = new Set(all.flatMap(reference => reference.item ?? []));
  const extending = new Set(all.map(reference => reference.section?.node));
  const marked = (section: Section): Section =>
    extending.has(section.node) ? new PageSection(page, section.kind, section.node, section.blocks, items) : section;
  return { references, marked };
}

/** A paragraph or point with the sentences of it that take something over, by its block's letters alone. */
interface ExtendingProse {
  /** Its place among the points of its list; 0 for a paragraph. */
  readonly place: number;
  readonly shown: InlineText;
  readonly sentences: readonly { readonly span: Span; readonly read: ExtendsSentence }[];
}

const extendingProse = keptByPart(({ source, part }, profile: Profile): readonly ExtendingProse[] => {
  const { hint } = compiledExtends(profile);
  const spans =
    part.tree.type.name === 'Paragraph'
      ? [{ start: 0, end: part.tree.length }]
      : placedItems(part.items, 0).map(item => item.contentSpan);
  return spans.flatMap((prose, place) => {
    if (!hint.test(textOf(source, prose))) return [];
    const shown = inlineTextOf(source, part.tree, prose);
    const sentences = sentencesOf(shown.text).flatMap(span => {
      const read = readExtendsSentence(textOf(shown.text, span), profile);
      return read ? [{ span, read }] : [];
    });
    return sentences.length > 0 ? [{ place, shown, sentences }] : [];
  });
});

const NO_REFERENCES: readonly ExtendsReference[] = [];

class ExtendsReader {
  constructor(
    private readonly page: PageSyntax,
    private readonly levels: readonly Level[],
    private readonly base: readonly Section[],
    private readonly tree: HeadingTree,
    private readonly profile: Profile,
    private readonly knownNames: readonly string[],
  ) {}

  read(level: Level): ExtendsReference[] {
    const references: ExtendsReference[] = [];
    const gradeBlocks = level.sections.filter(section => section.kind === 'job-grade').flatMap(section => section.blocks);
    for (const block of [...level.introBlocks, ...gradeBlocks]) {
      if (block.type === 'paragraph') references.push(...this.readBlock(level, undefined, block));
    }
    for (const section of level.sections) {
      if (!this.profile.extendableSections.includes(section.kind)) continue;
      for (const block of section.blocks) references.push(...this.readBlock(level, section, block));
    }
    return references;
  }

  /** The references of a block: of each paragraph or point, those of its first sentence that has any. */
  private readBlock(level: Level, section: Section | undefined, block: Block): readonly ExtendsReference[] {
    const extending = extendingProse(this.page, block, this.profile);
    if (extending.length === 0) return NO_REFERENCES;
    return extending.flatMap(({ place, shown, sentences }) => {
      const item = block.type === 'list' ? block.items[place] : undefined;
      const span = item?.contentSpan ?? block.span;
      const sourceSpan = (from: number, to: number): Span => movedSpan(shown.sourceSpan(from, to), block.span.start);
      const links = linksWithin(this.page, span);
      for (const sentence of sentences) {
        const references = sentence.read.targets.flatMap(target =>
          this.resolve(
            level,
            section,
            sentence.read,
            target,
            sourceSpan(sentence.span.start + target.start, sentence.span.start + target.end),
            links,
            item,
            span,
          ),
        );
        if (references.length > 0) return references;
      }
      return [];
    });
  }

  private resolve(
    level: Level,
    section: Section | undefined,
    sentence: ExtendsSentence,
    named: NamedTarget,
    /** Where the target is named. */
    stretch: Span,
    links: readonly Link[],
    item: ListItem | undefined,
    span: Span,
  ): ExtendsReference[] {
    const kinds = this.kindsOf(section, named.kinds);
    const make = (target: ExtendsTarget, targetSpan: Span): ExtendsReference => ({
      kinds,
      section,
      namedKinds: named.kinds,
      target,
      span,
      targetSpan,
      item,
    });

    const linked = links.filter(link => link.textSpan.start < stretch.end && stretch.start < link.textSpan.end);
    if (linked.length > 0) {
      return linked.flatMap(link => {
        const target = this.targetOfLink(level, link, sentence, named);
        return target ? [make(target, link.span)] : [];
      });
    }
    return this.targetsOfName(level, sentence, named).map(target => make(target, stretch));
  }

  /** Its own words decide where they name several kinds, or where it stands in no section; else the section it stands in. */
  private kindsOf(section: Section | undefined, named: readonly SectionKind[]): readonly SectionKind[] {
    if (!section) return named.length > 0 ? named : this.profile.extendableSections;
    return named.length > 1 ? named : [section.kind];
  }

  private targetOfLink(level: Level, link: Link, sentence: ExtendsSentence, named: NamedTarget): ExtendsTarget | undefined {
    const byName = (): ExtendsTarget | undefined => this.targetsOfName(level, sentence, { ...named, name: link.text })[0];
    if (link.destination.startsWith('#'))
      return this.targetOfAnchor(link.destination.slice(1)) ?? byName() ?? this.targetsOfName(level, sentence, named)[0];
    if (/^(?:https?:)?\/\/|^\/|^\.|^\{\{/.test(link.destination) || link.ref) {
      return sentence.certain || named.kinds.length > 0 ? { type: 'link', link, name: link.text } : undefined;
    }
    return byName();
  }

  private targetOfAnchor(anchor: string): ExtendsTarget | undefined {
    const node = this.tree.nodes.find(one => one.heading.id === anchor);
    if (!node) return undefined;
    for (const candidate of [node, ...ancestorsOf(node)]) {
      const level = this.levels.find(
        one => one.node === candidate || (one.node !== undefined && one.sections.some(section => section.node === candidate)),
      );
      if (level) return { type: 'level', level };
      if (this.base.some(section => section.node === candidate)) return { type: 'base' };
    }
    const pageLevel = this.levels.find(one => one.node === undefined && one.sections.some(section => section.node === node));
    return pageLevel && { type: 'level', level: pageLevel };
  }

  private targetsOfName(level: Level, sentence: ExtendsSentence, named: NamedTarget): ExtendsTarget[] {
    if (named.above) {
      const above = this.levelAbove(level);
      if (above) return [{ type: 'level', level: above }];
      return this.base.length > 0 ? [{ type: 'base' }] : [];
    }
    if (named.base) return this.base.length > 0 ? [{ type: 'base' }] : [];
    const whole = this.find(level, named.name);
    if (whole) return [whole];
    // "the Intermediate and Senior X", "the A or the B"
    const parts = named.name.split(/\s+(?:and|or)\s+/i);
    if (parts.length > 1) {
      const found = parts.map(part => this.find(level, part));
      if (found.every(one => one?.type === 'level')) return found as ExtendsTarget[];
    }
    return sentence.certain && (named.kinds.length > 0 || /^["\u201c]?\p{Lu}/u.test(named.name))
      ? [{ type: 'unknown', name: named.name }]
      : [];
  }

  /**
   * The level that "above" means: of those that stand before it on the page and are no more senior, the most senior, and of
   * equal ones the nearest. Where all are more senior, the nearest on the page.
   */
  private levelAbove(level: Level): Level | undefined {
    const before = this.levels.slice(0, this.levels.indexOf(level));
    const height = (one: Level): number => gradeOf(one)?.grade ?? one.name.seniority.rank;
    const junior = before.filter(one => height(one) <= height(level));
    return (
      junior.reduce<Level | undefined>((best, one) => (best && height(best) > height(one) ? best : one), undefined) ??
      before.at(-1)
    );
  }

  private find(level: Level, name: string): ExtendsTarget | undefined {
    // Words before the name that are none of it: "the corresponding X", "non-IC", a mistyped article.
    for (let rest = name; rest !== ''; ) {
      const match = findLevel(rest, this.levels, this.profile, this.knownNames);
      if (match.type === 'found') return { type: 'level', level: match.level };
      if (match.type === 'ambiguous') {
        // Of several that a shortened name could mean, the only one that stands before this level.
        // A specialty's name holds that of the level that it is one of.
        const before = match.levels.filter(one => !isSpecialty(one) && this.levels.indexOf(one) < this.levels.indexOf(level));
        return before.length === 1
          ? { type: 'level', level: before[0]! }
          : { type: 'ambiguous', name: rest, levels: match.levels };
      }
      const shorter = /^\p{Ll}[\p{Ll}-]*\s+(.*)$/u.exec(rest)?.[1];
      if (shorter === undefined) return undefined;
      rest = shorter;
    }
    return undefined;
  }
}
