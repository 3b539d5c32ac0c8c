import type { SyntaxNode, Tree } from '@lezer/common';
import { type Span, textOf, trimSpan } from '../text/span.ts';
import { ATTRIBUTE_LIST, idOfAttributes } from './attributes.ts';
import { type HeadingIdStyle, HeadingIds, slugOf } from './headingIds.ts';
import { inlineTextOf } from './inlineText.ts';
import { blockSpan } from './markdown.ts';
import type { Shortcode } from './shortcode.ts';

/** A heading of a page. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** The whole heading, its marks included. */
  readonly span: Span;
  /** Its text in the source, without marks and attributes, trimmed. */
  readonly contentSpan: Span;
  /** What a reader sees of it. */
  readonly text: string;
  /** The id a link uses. */
  readonly id: string;
  /** False for a heading within a quotation or a list, which is no part of the page's structure. */
  readonly structural: boolean;
}

/** A heading before it is known which others stand on its page: its id is made of `slug`, or is the one set by hand. */
export interface HeadingDraft extends Omit<Heading, 'id'> {
  readonly customId: string | undefined;
  readonly slug: string;
}

/** The headings of a top-level block, which is the root of its tree. Places count from the block's beginning, as in `text`. */
export function readHeadings(
  text: string,
  tree: Tree,
  shortcodes: readonly Shortcode[],
  idStyle: HeadingIdStyle,
): readonly HeadingDraft[] {
  return headingNodes(tree).map(node => {
    const parts = readHeadingParts(text, node, shortcodes, idStyle);
    const shown = inlineTextOf(text, tree, parts.contentSpan).text.trim();
    return {
      level: Number(node.name.at(-1)),
      span: blockSpan(text, node),
      contentSpan: parts.contentSpan,
      text: shown,
      customId: parts.customId,
      slug: slugOf(idStyle === 'github' ? shown : parts.idSource),
      structural: node.parent === null,
    };
  });
}

/** The ids of all headings of a text; Hugo's by its block tree alone. */
export function readHeadingIds(
  text: string,
  tree: Tree,
  shortcodes: readonly Shortcode[],
  idStyle: HeadingIdStyle,
): { readonly id: string; readonly text: string; readonly level: number; readonly span: Span }[] {
  const ids = new HeadingIds();
  return headingNodes(tree).map(node => {
    const parts = readHeadingParts(text, node, shortcodes, idStyle);
    if (parts.customId !== undefined) ids.reserve(parts.customId);
    const source = idStyle === 'github' ? inlineTextOf(text, tree, parts.contentSpan).text.trim() : parts.idSource;
    return {
      id: parts.customId ?? ids.generate(source),
      text: textOf(text, parts.contentSpan),
      level: Number(node.name.at(-1)),
      span: blockSpan(text, node),
    };
  });
}

function headingNodes(tree: Tree): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  tree.iterate({
    enter(node) {
      if (/^(?:ATX|Setext)Heading\d$/.test(node.name)) nodes.push(node.node);
      // Headings stand in these only; nothing below any other block needs a look.
      return /^(?:Document|Blockquote|BulletList|OrderedList|ListItem)$/.test(node.name);
    },
  });
  return nodes;
}

export interface HeadingParts {
  readonly contentSpan: Span;
  readonly idSource: string;
  readonly customId: string | undefined;
}

/** The parts of a heading that is a node of the tree. */
function readHeadingParts(
  text: string,
  node: SyntaxNode,
  shortcodes: readonly Shortcode[],
  idStyle: HeadingIdStyle,
): HeadingParts {
  let start = node.from;
  let end = node.to;
  for (const mark of node.getChildren('HeaderMark')) {
    if (mark.from === node.from && node.name.startsWith('ATX')) start = mark.to;
    else end = Math.min(end, mark.from);
  }
  return headingParts(text, { start, end }, shortcodes, idStyle);
}

/** The parts of what stands between the marks of a heading: its text without attributes, what its id is made of, an id set by hand. */
export function headingParts(
  text: string,
  between: Span,
  shortcodes: readonly Shortcode[],
  idStyle: HeadingIdStyle,
): HeadingParts {
  let contentSpan = trimSpan(text, between);
  let customId: string | undefined;
  const attributes = idStyle === 'hugo' ? ATTRIBUTES.exec(textOf(text, contentSpan)) : null;
  if (attributes) {
    contentSpan = trimSpan(text, { start: contentSpan.start, end: contentSpan.start + attributes.index });
    customId = idOfAttributes(attributes[1]!);
  }
  // Goldmark makes the id of the last line of a heading of several lines.
  const lastLine = textOf(text, contentSpan)
    .split(/\r\n|\n|\r/)
    .at(-1)!;
  return { contentSpan, idSource: withoutRendered(lastLine, contentSpan, shortcodes), customId };
}

/** Attributes at the end of a heading. */
const ATTRIBUTES = new RegExp(`${ATTRIBUTE_LIST.source}$`);

/**
 * The line without its shortcodes: their output is what leaves letters, and we cannot know it. One that is escaped is shown, its
 * comment marks left out.
 */
function withoutRendered(line: string, span: Span, shortcodes: readonly Shortcode[]): string {
  if (!line.includes('{{')) return line;
  let result = line;
  for (const shortcode of shortcodes) {
    if (shortcode.span.start < span.start || shortcode.span.end > span.end) continue;
    const length = shortcode.span.end - shortcode.span.start;
    const at = line.length - (span.end - shortcode.span.start);
    if (at < 0) continue;
    const call = result.slice(at, at + length);
    const shown = shortcode.escaped ? call.replace(/\/\*|\*\//g, '\u0000\u0000') : '\u0000'.repeat(length);
    result = result.slice(0, at) + shown + result.slice(at + length);
  }
  return result.replaceAll('\u0000', '');
}
