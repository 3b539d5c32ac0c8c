import type { PageSyntax } from '../../syntax/page.ts';
import { shownText } from '../../syntax/page.ts';
import type { Span } from '../../text/span.ts';
import type { HeadingTree } from '../headingTree.ts';
import { readHtmlTables } from './htmlTable.ts';

/** A cell of a table. */
export interface Cell {
  readonly span: Span;
  readonly text: string;
  /** Its HTML id; `''` without one. */
  readonly id: string;
  /** The points of its lists, or all of it; empty for an empty cell. */
  readonly items: readonly Span[];
  /** True for the further places of a cell that spans several rows or columns. */
  readonly isRepeated: boolean;
  /** How many columns it spans. */
  readonly spansAll: number;
}

/** A table of a page, in markdown or HTML: every row with as many cells as it has columns. */
export interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly span: Span;
  /** The heading above it; undefined if there is none. */
  readonly title: string | undefined;
}

/** The tables of a page in order. */
export function readGrids(page: PageSyntax, tree: HeadingTree): Grid[] {
  const cellOf = (span: Span): Cell => {
    const text = shownText(page, span)
      .text.replace(/<br\s*\/?>/gi, ' ')
      .trim();
    return { span, text, id: '', items: text === '' ? [] : [span], isRepeated: false, spansAll: 1 };
  };
  const code = page.blocks.filter(
    block => block.type === 'code' && /^[ \t]*(?:```|~~~)/.test(page.text.slice(block.span.start, block.span.start + 40)),
  );
  const isHidden = (offset: number): boolean =>
    offset < (page.frontMatter?.closed ? page.frontMatter.span.end : 0) ||
    code.some(({ span }) => span.start <= offset && offset < span.end);
  const markdown = page.blocks.flatMap((block): Grid[] =>
    block.type === 'table'
      ? [{ rows: [block.header, ...block.rows].map(row => row.cells.map(cellOf)), span: block.span, title: undefined }]
      : [],
  );
  return [...markdown, ...readHtmlTables(page.text, isHidden)]
    .sort((a, b) => a.span.start - b.span.start)
    .map(grid => ({ ...grid, title: headingBefore(tree, grid.span.start) }));
}

function headingBefore(tree: HeadingTree, offset: number): string | undefined {
  return tree.nodes.findLast(node => node.heading.span.start < offset)?.heading.text;
}
