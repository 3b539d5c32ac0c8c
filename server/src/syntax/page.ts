import type { SyntaxNode, TreeCursor } from '@lezer/common';
import { LineIndex } from '../text/lineIndex.ts';
import { containsSpan, type Span, trimSpan } from '../text/span.ts';
import { type FrontMatter, parseFrontMatter } from './frontMatter.ts';
import { type Heading, readHeadings } from './heading.ts';
import type { HeadingIdStyle } from './headingIds.ts';
import { collectIds } from './ids.ts';
import { type InlineText, inlineTextOf } from './inlineText.ts';
import { type Link, readLinks } from './link.ts';
import { blockSpan, type MarkdownTree, parseMarkdown } from './markdown.ts';
import { findConflictMarkers, maskForMarkdown } from './mask.ts';
import { findShortcodes, type Shortcode } from './shortcode.ts';

/** A paragraph at the top of the page's structure. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly span: Span;
}

/** A bullet or numbered point, with those below it. */
export interface ListItem {
  readonly span: Span;
  /** Its first paragraph: what the reader sees behind the mark; an empty place where there is none. */
  readonly contentSpan: Span;
  readonly markSpan: Span;
  readonly children: readonly ListItem[];
}

export interface List {
  readonly type: 'list';
  readonly span: Span;
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface TableRow {
  readonly span: Span;
  /** One span a cell, trimmed; an empty cell is an empty place. */
  readonly cells: readonly Span[];
}

export interface Table {
  readonly type: 'table';
  readonly span: Span;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

/** Code, quotations, raw HTML, rules: nothing the model looks into. */
export interface OtherBlock {
  readonly type: 'code' | 'other';
  readonly span: Span;
}

export type Block = Paragraph | List | Table | OtherBlock;

/**
 * *Parsed*: everything a page's text says by itself, with exact spans. A caller may ask for any of it at any time; nothing
 * here knows of profiles, of other pages, or of what a job family is.
 */
export interface PageSyntax {
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  readonly shortcodes: readonly Shortcode[];
  readonly markdown: MarkdownTree;
  /** All headings in page order. */
  readonly headings: readonly Heading[];
  /** The page's top-level blocks in order, headings left out. */
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  /** Every id a link can lead to on this page: headings', raw HTML's, footnotes'. */
  readonly ids: ReadonlySet<string>;
  /** Merge-conflict markers (`<<<<<<<`, `=======`, `>>>>>>>`) at line starts. */
  readonly conflictMarkers: readonly Span[];
}

/**
 * Parses a page; never throws. `previous` is an earlier state of the same page: what an edit left alone is reused. `idStyle`:
 * whose ids its headings have.
 */
export function parsePage(text: string, previous?: PageSyntax, idStyle: HeadingIdStyle = 'hugo'): PageSyntax {
  if (previous?.text === text) return previous;
  const lines = new LineIndex(text);
  const frontMatter = sameFrontMatter(text, previous) ?? parseFrontMatter(text, lines);
  const shortcodes = findShortcodes(text);
  const conflictMarkers = findConflictMarkers(text);
  const masked = maskForMarkdown(text, frontMatter, shortcodes, conflictMarkers);
  const markdown = parseMarkdown(masked, previous?.markdown);
  const headings = readHeadings(text, markdown.tree, shortcodes, idStyle);
  return {
    text,
    lines,
    frontMatter,
    shortcodes,
    markdown,
    headings,
    blocks: readBlocks(text, markdown.tree.cursor()),
    links: readLinks(text, markdown.tree, shortcodes),
    ids: collectIds(text, markdown.tree, headings),
    conflictMarkers,
  };
}

/** The front matter of an earlier state, where the edit was behind it. */
function sameFrontMatter(text: string, previous: PageSyntax | undefined): FrontMatter | undefined {
  const frontMatter = previous?.frontMatter;
  if (!frontMatter?.closed) return undefined;
  const before = previous!.text.slice(0, frontMatter.span.end);
  // Without a line end, what was typed may have gone on with the closing line.
  return before.endsWith('\n') && text.startsWith(before) ? frontMatter : undefined;
}

/** What a reader sees of a stretch of the page that lies within one block. */
export function shownText(page: PageSyntax, span: Span): InlineText {
  return inlineTextOf(page.text, page.markdown.tree, span);
}

/** The links that lie within a span, in order. */
export function linksWithin(page: PageSyntax, span: Span): readonly Link[] {
  return page.links.filter(link => containsSpan(span, link.span));
}

// One cursor walks the blocks: a node object for each of a page's items would be most of what an edit leaves to collect.
function readBlocks(text: string, cursor: TreeCursor): Block[] {
  const blocks: Block[] = [];
  if (!cursor.firstChild()) return blocks;
  do {
    const span = blockSpan(text, cursor);
    switch (cursor.name) {
      case 'Paragraph':
        blocks.push({ type: 'paragraph', span });
        break;
      case 'BulletList':
      case 'OrderedList':
        blocks.push({ type: 'list', span, ordered: cursor.name === 'OrderedList', items: readItems(text, cursor, 0) });
        break;
      case 'Table':
        blocks.push(readTable(text, cursor.node));
        break;
      case 'FencedCode':
      case 'CodeBlock':
        blocks.push({ type: 'code', span });
        break;
      default:
        if (!/^(?:ATX|Setext)Heading\d$/.test(cursor.name)) blocks.push({ type: 'other', span });
    }
  } while (cursor.nextSibling());
  return blocks;
}

/** Lists nested deeper than this are left out: nobody reads them, and hostile pages could exhaust the stack with them. */
const MOST_NESTED = 100;

/** The items of the list that the cursor is on; it is there again afterwards. */
function readItems(text: string, cursor: TreeCursor, depth: number): ListItem[] {
  const items: ListItem[] = [];
  if (depth > MOST_NESTED || !cursor.firstChild()) return items;
  do {
    if (cursor.name === 'ListItem') items.push(readItem(text, cursor, depth));
  } while (cursor.nextSibling());
  cursor.parent();
  return items;
}

function readItem(text: string, cursor: TreeCursor, depth: number): ListItem {
  const span = blockSpan(text, cursor);
  let markSpan = { start: span.start, end: span.start };
  let content: Span | undefined;
  const children: ListItem[] = [];
  if (cursor.firstChild()) {
    do {
      if (cursor.name === 'ListMark') markSpan = { start: cursor.from, end: cursor.to };
      else if (cursor.name === 'Paragraph' || cursor.name === 'Task')
        content ??= trimSpan(text, { start: cursor.from, end: cursor.to });
      else if (cursor.name === 'BulletList' || cursor.name === 'OrderedList')
        children.push(...readItems(text, cursor, depth + 1));
    } while (cursor.nextSibling());
    cursor.parent();
  }
  return { span, markSpan, contentSpan: content ?? { start: markSpan.end, end: markSpan.end }, children };
}

function readTable(text: string, table: SyntaxNode): Table {
  const rows: TableRow[] = [];
  let header: TableRow = { span: { start: table.from, end: table.from }, cells: [] };
  for (let node = table.firstChild; node; node = node.nextSibling) {
    if (node.name === 'TableHeader') header = readRow(text, node);
    else if (node.name === 'TableRow') rows.push(readRow(text, node));
  }
  return { type: 'table', span: blockSpan(text, table), header, rows };
}

/** Cells from the bars between them: an empty cell has no node of its own. */
function readRow(text: string, row: SyntaxNode): TableRow {
  const bars = row.getChildren('TableDelimiter').map(bar => bar.from);
  const edges = [...bars];
  if (bars[0] !== row.from) edges.unshift(row.from - 1);
  if (bars.length === 0 || text.slice(bars.at(-1)! + 1, row.to).trim() !== '') edges.push(row.to);
  const cells: Span[] = [];
  for (let i = 0; i + 1 < edges.length; i++) cells.push(trimSpan(text, { start: edges[i]! + 1, end: edges[i + 1]! }));
  return { span: blockSpan(text, row), cells };
}
