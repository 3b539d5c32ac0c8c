import type { Profile, SectionKind } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import { type InlineText, inlineTextOf } from '../syntax/inlineText.ts';
import type { Link } from '../syntax/link.ts';
import { type ListItem, placedItems } from '../syntax/listItems.ts';
import { linksWithin, type PageSyntax } from '../syntax/page.ts';
import { keptByPart, type PagePart } from '../syntax/pagePart.ts';
import { movedSpan, type Span, textOf } from '../text/span.ts';
import { type ExtendsSentence, readExtendsSentence } from './extendsSentence.ts';
import { type FoundTarget, TargetFinder } from './extendsTarget.ts';
import type { NamedTarget } from './extendsTargetWords.ts';
import { mayExtend } from './extendsWords.ts';
import { sentencesOf } from './gradeStatement.ts';
import type { HeadingTree } from './headingTree.ts';
import type { ExtendsReference, ExtendsTarget, Level, Section } from './jobFamily.ts';
import { PageSection } from './pageSection.ts';

/** The Extends references of a page's levels, and the sections with their Extends bullets marked. */
export interface ReadExtends {
  readonly references: ReadonlyMap<Level, readonly ExtendsReference[]>;
  readonly marked: (section: Section) => Section;
}

/**
 * Reads what each level extends: from the bullets, paragraphs and table cells of its extendable sections, from those right under
 * its heading and from its Job Grade. A level's own sections must be assigned by then.
 */
export function readExtends(
  page: PageSyntax,
  levels: readonly Level[],
  base: readonly Section[],
  tree: HeadingTree,
  profile: Profile,
  pageTitle: string | undefined,
): ReadExtends {
  const finder = new TargetFinder(levels, base, tree, profile, pageTitle === undefined ? [] : [pageTitle]);
  const reader = new ExtendsReader(page, finder, profile);
  const references = new Map(levels.map(level => [level, withoutRepeats(reader.read(level))] as const));
  const all = [...references.values()].flat();
  const items = new Set(all.flatMap(reference => reference.item ?? []));
  const extending = new Set(all.map(reference => reference.section?.node));
  const marked = (section: Section): Section =>
    extending.has(section.node) ? new PageSection(page, section.kind, section.node, section.blocks, items) : section;
  return { references, marked };
}

/** The same references, each with the kinds alone that none before it extends from the same target. */
function withoutRepeats(references: readonly ExtendsReference[]): readonly ExtendsReference[] {
  const seen = new Map<unknown, Set<SectionKind>>();
  return references.map(reference => {
    const key = keyOf(reference.target);
    const known = seen.get(key) ?? new Set();
    seen.set(key, known);
    const kinds = reference.kinds.filter(kind => !known.has(kind));
    for (const kind of kinds) known.add(kind);
    return kinds.length === reference.kinds.length ? reference : { ...reference, kinds };
  });
}

function keyOf(target: ExtendsTarget): unknown {
  switch (target.type) {
    case 'level':
      return target.level;
    case 'base':
      return 'base';
    case 'link':
      return `link ${target.link.destination} ${target.name}`;
    case 'unknown':
    case 'ambiguous':
      return `${target.type} ${target.name.toLowerCase()}`;
  }
}

/** A paragraph, bullet or table cell with the sentences of it that extend. Places count from its block's beginning. */
interface ExtendingProse {
  /** Its place among all stretches of running text of its block. */
  readonly place: number;
  readonly span: Span;
  readonly shown: InlineText;
  readonly sentences: readonly { readonly span: Span; readonly read: ExtendsSentence }[];
}

const extendingProse = keptByPart(({ source, part }, profile: Profile): readonly ExtendingProse[] =>
  proseOf(part).flatMap((span, place) => {
    if (!mayExtend(textOf(source, span), profile)) return [];
    const shown = inlineTextOf(source, part.tree, span);
    const sentences = sentencesOf(shown.text).flatMap(sentence => {
      const read = readExtendsSentence(textOf(shown.text, sentence), profile);
      return read ? [{ span: sentence, read }] : [];
    });
    return sentences.length > 0 ? [{ place, span, shown, sentences }] : [];
  }),
);

/** The stretches of running text of a block: a paragraph, all bullets, the cells of a table below its header. */
function proseOf({ tree, items, rows }: PagePart): readonly Span[] {
  if (tree.type.name === 'Paragraph') return [{ start: 0, end: tree.length }];
  if (tree.type.name === 'Table') return rows.slice(1).flatMap(row => row.cells);
  return flat(placedItems(items, 0)).map(item => item.contentSpan);
}

function flat(items: readonly ListItem[]): readonly ListItem[] {
  return items.flatMap(item => [item, ...flat(item.children)]);
}

const NO_REFERENCES: readonly ExtendsReference[] = [];

class ExtendsReader {
  constructor(
    private readonly page: PageSyntax,
    private readonly finder: TargetFinder,
    private readonly profile: Profile,
  ) {}

  read(level: Level): ExtendsReference[] {
    const gradeBlocks = level.sections.filter(section => section.kind === 'job-grade').flatMap(section => section.blocks);
    const references = this.readBlocks(level, undefined, [...level.introBlocks, ...gradeBlocks]);
    for (const section of level.sections)
      if (this.profile.extendableSections.includes(section.kind))
        references.push(...this.readBlocks(level, section, section.blocks));
    return references;
  }

  private readBlocks(level: Level, section: Section | undefined, blocks: readonly Block[]): ExtendsReference[] {
    let bulletsBefore = false;
    return blocks.flatMap(block => {
      const references = this.readBlock(level, section, block, bulletsBefore);
      bulletsBefore ||= block.type === 'list' && references.length === 0;
      return references;
    });
  }

  /** The references of a block: of each paragraph, bullet or cell, those of its first sentence that has any. */
  private readBlock(
    level: Level,
    section: Section | undefined,
    block: Block,
    bulletsBefore: boolean,
  ): readonly ExtendsReference[] {
    const extending = extendingProse(this.page, block, this.profile);
    if (extending.length === 0) return NO_REFERENCES;
    const items = block.type === 'list' ? flat(block.items) : [];
    let next = 0;
    let ownBefore = bulletsBefore;
    return extending.flatMap(prose => {
      const item = items[prose.place];
      const isOwn = (one: ListItem): boolean => one.span.end <= (item?.span.start ?? 0);
      ownBefore ||= items.slice(next, prose.place).some(isOwn);
      next = prose.place + 1;
      return this.readProse(level, section, block, prose, item, ownBefore);
    });
  }

  private readProse(
    level: Level,
    section: Section | undefined,
    block: Block,
    { shown, sentences, span: prose }: ExtendingProse,
    item: ListItem | undefined,
    ownBefore: boolean,
  ): readonly ExtendsReference[] {
    const span = item?.contentSpan ?? (block.type === 'table' ? movedSpan(prose, block.span.start) : block.span);
    const sourceSpan = (place: Span, from: number): Span =>
      movedSpan(shown.sourceSpan(from + place.start, from + place.end), block.span.start);
    const links = linksWithin(this.page, span);
    for (const sentence of sentences) {
      const { read } = sentence;
      if (read.subject && !this.finder.speaksOf(level, read.subject)) continue;
      const references = read.targets.flatMap(named =>
        // After bullets of its own, "the above" are these.
        named.above && ownBefore && section !== undefined
          ? []
          : this.resolve(level, read, named, links, place => sourceSpan(place, sentence.span.start)).map(
              ({ target, span: targetSpan }): ExtendsReference => ({
                kinds: this.kindsOf(section, named.kinds),
                section,
                namedKinds: named.kinds,
                target,
                span,
                sentenceSpan: sourceSpan({ start: 0, end: sentence.span.end - sentence.span.start }, sentence.span.start),
                targetSpan,
                item,
                amended: read.amended,
                misspelled: read.misspelled && {
                  span: sourceSpan(read.misspelled.span, sentence.span.start),
                  meant: read.misspelled.meant,
                },
              }),
            ),
      );
      if (references.length > 0) return references;
    }
    return NO_REFERENCES;
  }

  /** What a part of a sentence extends, and where it says so. `place` turns places of the sentence into offsets of the page. */
  private resolve(
    level: Level,
    sentence: ExtendsSentence,
    named: NamedTarget,
    links: readonly Link[],
    place: (span: Span) => Span,
  ): readonly FoundTarget[] {
    const stretch = place(named);
    const linked = links.filter(link => link.textSpan.start < stretch.end && stretch.start < link.textSpan.end);
    if (linked.length === 0) return this.finder.named(level, sentence, named).map(one => ({ ...one, span: place(one.span) }));
    const byLink = linked.flatMap(link => {
      const target = this.finder.linked(level, sentence, named, link);
      return target ? [{ target, span: link.span }] : [];
    });
    // "the [A](#a) and B requirements"
    const beside = this.finder.parts(named).filter(part => {
      const { start, end } = place(part);
      return !linked.some(link => link.textSpan.start < end && start < link.textSpan.end);
    });
    const byName = beside.flatMap(part => {
      const target = this.finder.find(level, part.text);
      return target?.type === 'level' ? [{ target, span: place(part) }] : [];
    });
    return [...byLink, ...byName];
  }

  /** Its own words decide where they name several kinds, or where it stands in no section; else the section it stands in. */
  private kindsOf(section: Section | undefined, named: readonly SectionKind[]): readonly SectionKind[] {
    if (!section) return named.length > 0 ? named : this.profile.extendableSections;
    return named.length > 1 ? named : [section.kind];
  }
}
