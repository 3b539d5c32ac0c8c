import type { SectionSource } from '../model/effective.ts';
import type { ExtendsReference, Level, Section } from '../model/jobFamily.ts';
import { canonicalName, type SectionKind } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import type { ListItem } from '../syntax/listItems.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { shownKinds } from './ladderView.ts';
import { saysNoMore, sourceOf } from './levelSection.ts';
import { placeAt, type RichText, type SourcePlace, type TextSource } from './richText.ts';
import { type BulletView, bulletOf, type TextBlock, textBlocksOf } from './textBlock.ts';

/** What a level's section of a kind amounts to: the base's, what it takes over, its own, and what stands once for the family. */
export interface EffectiveTextSection {
  readonly kind: SectionKind;
  readonly title: string;
  /** The heading of the level's own section, else of the first that it has from elsewhere. Names its page, as all places here do. */
  readonly place: SourcePlace;
  readonly points: readonly EffectivePoint[];
}

/** A bullet with those below it, a paragraph, or another block of a section. Bullets that say no more than Extends are none. */
export interface EffectivePoint {
  readonly type: 'bullet' | 'paragraph' | 'block' | 'code';
  readonly place: SourcePlace;
  /** Of code: the code as it stands, with no markdown to render. */
  readonly text: RichText;
  readonly children: readonly BulletView[];
  readonly origin: PointOrigin;
  /** As markdown, of one or several lines. */
  readonly written: string;
}

/** Whose a point is. */
export interface PointOrigin {
  /** `own`: the level has it by itself; `family`: it stands once for the whole page. */
  readonly type: 'own' | 'level' | 'base' | 'family';
  /** The level it stands at; undefined for `base` and `family`. */
  readonly level: string | undefined;
  /** The other page's family; undefined where it is the level's own page. */
  readonly family: string | undefined;
}

/** All sections that a level has, in the order of the matrix. Never ends in a circle, as effective sections do not. */
export function effectiveText(linked: LinkedFamily, level: Level): EffectiveTextSection[] {
  return shownKinds(linked.family).flatMap(kind => {
    const sources = linked.sectionSources(level, kind);
    const taken = new Set(sources.map(({ section }) => section.node));
    const shared = linked.family.shared
      .filter(section => section.kind === kind && !taken.has(section.node))
      .map(section => ({ section, family: linked.family, level: undefined, own: false, shared: true }));
    const all: readonly OriginalSection[] = [...sources, ...shared];
    const named = all.find(({ own }) => own) ?? all[0];
    if (!named) return [];
    return {
      kind,
      title: canonicalName(linked.profile, kind),
      place: placeAt(textSource(linked, named), named.section.heading.span.start),
      points: all.flatMap(source => pointsOf(linked, source)),
    };
  });
}

interface OriginalSection extends SectionSource {
  readonly shared?: boolean;
}

function textSource(linked: LinkedFamily, { family }: SectionSource): TextSource {
  return { ...sourceOf(linked, family), namesPages: true };
}

function pointsOf(linked: LinkedFamily, original: OriginalSection): EffectivePoint[] {
  const source = textSource(linked, original);
  const origin = originOf(linked, original);
  const references = referencesIn(linked, original);
  return original.section.blocks.flatMap((block): EffectivePoint[] => {
    if (block.type === 'list') {
      return block.items
        .filter(item => !references.some(one => one.item === item && saysNoMore(source, one, item)))
        .map(item => bulletPoint(source, item, origin, block.ordered));
    }
    const inBlock = references.find(({ span }) => block.span.start <= span.start && span.end <= block.span.end);
    if (block.type === 'paragraph' && inBlock && saysNoMore(source, inBlock, { contentSpan: block.span, children: [] }))
      return [];
    return textBlocksOf(source, [block], () => []).flatMap(view => blockPoint(source, block, view, origin));
  });
}

/** The references of a section that lead somewhere, so that what they take over stands for them. */
function referencesIn(linked: LinkedFamily, { family, section }: OriginalSection): ExtendsReference[] {
  const isHere = (other: Section | undefined): boolean => other?.node === section.node;
  return family.levels
    .flatMap(level => level.extends)
    .filter(reference => isHere(reference.section) && linked.resolveExtendsOn(family, reference) !== undefined);
}

function originOf(linked: LinkedFamily, { family, level, own, shared }: OriginalSection): PointOrigin {
  return {
    type: own ? 'own' : shared ? 'family' : level ? 'level' : 'base',
    level: level?.title,
    family: family === linked.family ? undefined : family.title,
  };
}

function bulletPoint(source: TextSource, item: ListItem, origin: PointOrigin, ordered: boolean): EffectivePoint {
  const { place, text, children } = bulletOf(source, item, () => []);
  return { type: 'bullet', place, text, children, origin, written: writtenBullet(source, item, ordered ? '1.' : '-') };
}

function blockPoint(source: TextSource, block: Block, view: TextBlock, origin: PointOrigin): EffectivePoint[] {
  const written = source.page.text.slice(block.span.start, block.span.end).replace(/\r\n?/g, '\n');
  const common = { children: [], origin, written };
  switch (view.type) {
    case 'list':
      return [];
    case 'paragraph':
    case 'block':
      return [{ type: view.type, place: view.place, text: view.text, ...common }];
    case 'code':
      return [{ type: 'code', place: view.place, text: { plain: view.text, markdown: '', links: [] }, ...common }];
  }
}

/** A bullet and those below it, a line each, with the same marks whatever the page writes. */
function writtenBullet(source: TextSource, item: ListItem, mark: string, indent = ''): string {
  const content = source.page.text.slice(item.contentSpan.start, item.contentSpan.end).replace(/\s*[\r\n]+\s*/g, ' ');
  const below = item.children.map(child => `\n${writtenBullet(source, child, '-', `${indent}${' '.repeat(mark.length + 1)}`)}`);
  return `${indent}${mark} ${content}${below.join('')}`;
}
