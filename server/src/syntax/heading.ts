import type { SyntaxNode, Tree } from '@lezer/common';
import { type Span, textOf, trimSpan } from '../text/span.ts';
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

/** A heading by its own text alone: its id takes the headings before it. */
export interface HeadingText extends Omit<Heading, 'id'> {
  /** What its id is made of, where it sets none by itself. */
  readonly slug: string;
  readonly customId: string | undefined;
}

/** The headings of a block that stands at the beginning of `source`, in order. */
export function readHeadings(
  source: string,
  block: Tree,
  shortcodes: readonly Shortcode[],
  idStyle: HeadingIdStyle,
): HeadingText[] {
  return headingNodes(block).map(node => {
    const parts = readHeadingParts(source, node, shortcodes, idStyle);
    const shown = inlineTextOf(source, block, parts.contentSpan).text.trim();
    return {
      level: Number(node.name.at(-1)),
      span: blockSpan(source, node),
      contentSpan: parts.contentSpan,
      text: shown,
      slug: slugOf(idStyle === 'github' ? shown : parts.idSource),
      customId: parts.customId,
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
      id: parts.customId ?? ids.generate(slugOf(source)),
      text: textOf(text, parts.contentSpan),
      level: Number(node.name.at(-1)),
      span: blockSpan(text, node),
    };
  });
}

const HEADINGS: ReadonlySet<string> = new Set(
  [1, 2, 3, 4, 5, 6].map(depth => `ATXHeading${depth}`).concat('SetextHeading1', 'SetextHeading2'),
);
const HOLD_HEADINGS: ReadonlySet<string> = new Set(['Document', 'Blockquote', 'BulletList', 'OrderedList', 'ListItem']);

/** True for the name of a heading's node. */
export function isHeading(name: string): boolean {
  return HEADINGS.has(name);
}

function headingNodes(tree: Tree): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  tree.iterate({
    enter(node) {
      if (HEADINGS.has(node.name)) nodes.push(node.node);
      // Headings stand in these only; nothing below any other block needs a look.
      return HOLD_HEADINGS.has(node.name);
    },
  });
  return nodes;
}

interface HeadingParts {
  readonly contentSpan: Span;
  readonly idSource: string;
  readonly customId: string | undefined;
}

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
  let contentSpan = trimSpan(text, { start, end });
  let customId: string | undefined;
  const attributes = idStyle === 'hugo' ? ATTRIBUTES.exec(textOf(text, contentSpan)) : null;
  if (attributes) {
    contentSpan = trimSpan(text, { start: contentSpan.start, end: contentSpan.start + attributes.index });
    const id = /(?:^|\s)(?:#([^\s#.{}]+)|id\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))/.exec(attributes[1]!);
    customId = id?.[1] ?? id?.[2] ?? id?.[3] ?? id?.[4];
  }
  // Goldmark makes the id of the last line of a heading of several lines.
  const lastLine = textOf(text, contentSpan)
    .split(/\r\n|\n|\r/)
    .at(-1)!;
  return { contentSpan, idSource: withoutRendered(lastLine, contentSpan, shortcodes), customId };
}

/** What Goldmark reads as attributes at the end of a heading: `{#id .class key="value"}`. */
const ATTRIBUTES =
  /\{\s*((?:[#.][^\s#.{}]+|[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'{}]+))(?:\s+(?:[#.][^\s#.{}]+|[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'{}]+)))*)\s*\}$/;

/** The line without its shortcodes: their output is what leaves letters, and we cannot know it. */
function withoutRendered(line: string, span: Span, shortcodes: readonly Shortcode[]): string {
  if (!line.includes('{{')) return line;
  let result = line;
  for (const shortcode of shortcodes) {
    if (shortcode.span.start >= span.start && shortcode.span.end <= span.end) {
      const length = shortcode.span.end - shortcode.span.start;
      const at = line.length - (span.end - shortcode.span.start);
      if (at >= 0) result = result.slice(0, at) + '\u0000'.repeat(length) + result.slice(at + length);
    }
  }
  return result.replaceAll('\u0000', '');
}
