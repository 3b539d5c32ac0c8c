import type { SyntaxNode, Tree } from '@lezer/common';
import { type Span, trimSpan } from '../text/span.ts';
import { blockSpan } from './markdown.ts';

export interface TableRow {
  readonly span: Span;
  /** One span a cell, trimmed; an empty cell is an empty place. */
  readonly cells: readonly Span[];
}

/** The rows of a table that stands at the beginning of `source`, its header first. Empty for any other block. */
export function readRows(source: string, block: Tree): readonly TableRow[] {
  if (block.type.name !== 'Table') return NO_ROWS;
  const rows: TableRow[] = [];
  let header: TableRow = { span: { start: 0, end: 0 }, cells: [] };
  for (let node = block.topNode.firstChild; node; node = node.nextSibling) {
    if (node.name === 'TableHeader') header = readRow(source, node);
    else if (node.name === 'TableRow') rows.push(readRow(source, node));
  }
  return [header, ...rows];
}

const NO_ROWS: readonly TableRow[] = [];

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
