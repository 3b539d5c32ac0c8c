import type { SyntaxNode, TreeCursor } from '@lezer/common';
import { movedSpan, type Span, trimSpan } from '../text/span.ts';
import { blockSpan } from './markdown.ts';

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

// One cursor walks the block: a node object for each of a page's items would be most of what an edit leaves to collect.
/** The block that a cursor is on; undefined for a heading. The cursor is there again afterwards. */
export function readBlock(text: string, cursor: TreeCursor): Block | undefined {
  const span = blockSpan(text, cursor);
  switch (cursor.name) {
    case 'Paragraph':
      return { type: 'paragraph', span };
    case 'BulletList':
    case 'OrderedList':
      return { type: 'list', span, ordered: cursor.name === 'OrderedList', items: readItems(text, cursor, 0) };
    case 'Table':
      return readTable(text, cursor.node);
    case 'FencedCode':
    case 'CodeBlock':
      return { type: 'code', span };
    default:
      return /^(?:ATX|Setext)Heading\d$/.test(cursor.name) ? undefined : { type: 'other', span };
  }
}

/** The same block on a page where it begins `by` characters later. */
export function movedBlock(block: Block, by: number): Block {
  switch (block.type) {
    case 'list':
      return { ...block, span: movedSpan(block.span, by), items: block.items.map(item => movedItem(item, by)) };
    case 'table':
      return {
        type: 'table',
        span: movedSpan(block.span, by),
        header: movedRow(block.header, by),
        rows: block.rows.map(row => movedRow(row, by)),
      };
    default:
      return { type: block.type, span: movedSpan(block.span, by) };
  }
}

function movedItem({ span, contentSpan, markSpan, children }: ListItem, by: number): ListItem {
  return {
    span: movedSpan(span, by),
    contentSpan: movedSpan(contentSpan, by),
    markSpan: movedSpan(markSpan, by),
    children: children.length === 0 ? children : children.map(child => movedItem(child, by)),
  };
}

function movedRow({ span, cells }: TableRow, by: number): TableRow {
  return { span: movedSpan(span, by), cells: cells.map(cell => movedSpan(cell, by)) };
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
