import type { SyntaxNode, Tree } from '@lezer/common';
import { movedSpan } from '../text/span.ts';
import { type Block, movedBlock, readBlock } from './block.ts';
import { type Heading, type HeadingDraft, readHeadings } from './heading.ts';
import { HeadingIds, type HeadingIdStyle } from './headingIds.ts';
import { type BlockLinks, type Link, movedEnd, movedLink, readLinks } from './link.ts';
import { movedShortcode, type Shortcode } from './shortcode.ts';

/**
 * A block of a page's top level and all that it says by itself, whatever stands around it. Its places count from its own
 * beginning. As long as its text stays as it is it is one and the same object, so that what is made of it can be kept by it.
 */
export interface PagePart {
  readonly tree: Tree;
  /** The block's text and the character behind it. */
  readonly source: string;
  readonly shortcodes: readonly Shortcode[];
  readonly headings: readonly HeadingDraft[];
  /** Undefined for a heading. */
  readonly block: Block | undefined;
  readonly links: BlockLinks;
}

/** A part and where it begins on a page. */
export interface PlacedPart {
  readonly part: PagePart;
  readonly start: number;
}

/**
 * The parts of a page in order. What an edit left alone keeps its tree, and with it the part that was made of it before. The
 * text is compared as well, since shortcodes are not what the parser sees.
 */
export function readParts(text: string, tree: Tree, shortcodes: readonly Shortcode[], idStyle: HeadingIdStyle): PlacedPart[] {
  const parts: PlacedPart[] = [];
  let next = 0;
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const { from: start, to: end } = node;
    while (next < shortcodes.length && shortcodes[next]!.span.end <= start) next++;
    const within = next < shortcodes.length && shortcodes[next]!.span.start < end ? shortcodesIn(shortcodes, next, start, end) : NO_SHORTCODES;
    parts.push({ part: partOf(node, text, within, idStyle), start });
  }
  return parts;
}

const known: Record<HeadingIdStyle, WeakMap<Tree, PagePart>> = { hugo: new WeakMap(), github: new WeakMap() };

const NO_SHORTCODES: readonly Shortcode[] = [];

function partOf(node: SyntaxNode, text: string, shortcodes: readonly Shortcode[], idStyle: HeadingIdStyle): PagePart {
  const tree = node.tree ?? node.toTree();
  const before = known[idStyle].get(tree);
  // The block's own line end belongs to it: whether it is one character or two decides where a list ends.
  if (before && before.source.length === Math.min(tree.length + 1, text.length - node.from) && text.startsWith(before.source, node.from))
    return before;
  const source = ` ${text.slice(node.from, node.from + tree.length + 1)}`.slice(1);
  const part: PagePart = {
    tree,
    source,
    shortcodes,
    headings: readHeadings(source, tree, shortcodes, idStyle),
    block: readBlock(source, tree.cursor()),
    links: readLinks(source, tree, shortcodes),
  };
  known[idStyle].set(tree, part);
  return part;
}

/** The shortcodes that reach into a stretch, with places counted from its beginning. */
function shortcodesIn(shortcodes: readonly Shortcode[], first: number, start: number, end: number): readonly Shortcode[] {
  const found: Shortcode[] = [];
  for (let at = first; at < shortcodes.length && shortcodes[at]!.span.start < end; at++)
    found.push(movedShortcode(shortcodes[at]!, -start));
  return found;
}

/** The page's headings with their ids: repeats are numbered in page order. */
export function headingsOf(parts: readonly PlacedPart[]): Heading[] {
  const ids = new HeadingIds();
  const headings: Heading[] = [];
  for (const { part, start } of parts)
    for (const { level, span, contentSpan, text, customId, slug, structural } of part.headings) {
      if (customId !== undefined) ids.reserve(customId);
      const id = customId ?? ids.unique(slug);
      headings.push({ level, span: movedSpan(span, start), contentSpan: movedSpan(contentSpan, start), text, id, structural });
    }
  return headings;
}

/** The page's top-level blocks, headings left out. */
export function blocksOf(parts: readonly PlacedPart[]): Block[] {
  const blocks: Block[] = [];
  for (const { part, start } of parts) if (part.block) blocks.push(movedBlock(part.block, start));
  return blocks;
}

/** The page's links in order of their place; those that name a definition the page does not have are none. */
export function linksOf(parts: readonly PlacedPart[]): Link[] {
  const definitions = new Map<string, Pick<Link, 'destination' | 'destinationSpan' | 'ref'>>();
  for (const { part, start } of parts)
    for (const { label, to } of part.links.definitions) if (!definitions.has(label)) definitions.set(label, movedEnd(to, start));
  const links: Link[] = [];
  let sorted = true;
  for (const { part, start } of parts) {
    for (const link of part.links.links) links.push(movedLink(link, start));
    for (const { label, link } of part.links.references) {
      const end = definitions.get(label);
      if (!end) continue;
      const { span, text, textSpan } = link;
      links.push({ form: 'reference', text, span: movedSpan(span, start), textSpan: movedSpan(textSpan, start), ...end });
      sorted = false;
    }
  }
  for (let at = 1; sorted && at < links.length; at++) sorted = links[at - 1]!.span.start <= links[at]!.span.start;
  return sorted ? links : links.sort((a, b) => a.span.start - b.span.start);
}
