import type { Profile, SectionKind } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import { keptByBlock } from '../syntax/blockText.ts';
import type { InlineText } from '../syntax/inlineText.ts';
import type { Link } from '../syntax/link.ts';
import { type ListItem, placedItems } from '../syntax/listItems.ts';
import { linksWithin, type PageSyntax, shownText } from '../syntax/page.ts';
import { type Span, textOf } from '../text/span.ts';
import { compiledExtends, type ExtendsSentence, type NamedTarget, readExtendsSentence } from './extendsSentence.ts';
import { sentencesOf } from './gradeStatement.ts';
import { ancestorsOf, type HeadingTree } from './headingTree.ts';
import { type ExtendsReference, type ExtendsTarget, gradeOf, type Level, type Section } from './jobFamily.ts';
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

/** Which points of a list, or 0 for a paragraph, have words that an Extends sentence could begin with. */
const hintsIn = keptByBlock(({ source, own }, profile: Profile): readonly number[] => {
  const { hint } = compiledExtends(profile);
  const { name } = own.tree.type;
  const spans =
    name === 'Paragraph' ? [{ start: 0, end: own.tree.length }] : placedItems(own.items, 0).map(item => item.contentSpan);
  return spans.flatMap((span, place) => (hint.test(textOf(source, span)) ? [place] : []));
});

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
      if (block.type === 'paragraph' && this.hints(block).length > 0)
        references.push(...this.readProse(level, undefined, block.span, undefined));
    }
    for (const section of level.sections) {
      if (!this.profile.extendableSections.includes(section.kind)) continue;
      for (const block of section.blocks) {
        for (const place of this.hints(block)) {
          const item = block.type === 'list' ? block.items[place]! : undefined;
          references.push(...this.readProse(level, section, item?.contentSpan ?? block.span, item));
        }
      }
    }
    return references;
  }

  private hints(block: Block): readonly number[] {
    return hintsIn(this.page, block, this.profile);
  }

  /** The references of a bullet or paragraph: of its first sentence that has any. */
  private readProse(level: Level, section: Section | undefined, span: Span, item: ListItem | undefined): ExtendsReference[] {
    const shown = shownText(this.page, span);
    const links = linksWithin(this.page, span);
    for (const sentence of sentencesOf(shown.text)) {
      const read = readExtendsSentence(shown.text.slice(sentence.start, sentence.end), this.profile);
      if (!read) continue;
      const references = read.targets.flatMap(target =>
        this.resolve(level, section, read, target, sentence, shown, links, item, span),
      );
      if (references.length > 0) return references;
    }
    return [];
  }

  private resolve(
    level: Level,
    section: Section | undefined,
    sentence: ExtendsSentence,
    named: NamedTarget,
    place: Span,
    shown: InlineText,
    links: readonly Link[],
    item: ListItem | undefined,
    span: Span,
  ): ExtendsReference[] {
    const stretch = shown.sourceSpan(place.start + named.start, place.start + named.end);
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
        const before = match.levels.filter(one => this.levels.indexOf(one) < this.levels.indexOf(level));
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
