import type { FoldingRange } from 'vscode-languageserver-types';
import type { JobFamily } from '../model/jobFamily.ts';
import type { ListItem } from '../syntax/listItems.ts';
import { type Span, trimSpan } from '../text/span.ts';

/**
 * What of a family's page can be folded: the front matter, each heading with all that stands under it, each list of several
 * points and each point with some below it. In page order; a range ends where its last words stand, so that blank lines stay.
 */
export function foldingRanges({ page, tree }: JobFamily): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const fold = (span: Span): void => {
    const { start, end } = trimSpan(page.text, span);
    const startLine = page.lines.lineAt(start);
    const endLine = page.lines.lineAt(end);
    if (endLine > startLine) ranges.push({ startLine, endLine });
  };
  if (page.frontMatter?.closed) fold(page.frontMatter.span);
  for (const node of tree.nodes) fold(node.span);
  for (const block of page.blocks) if (block.type === 'list') foldPoints(block.items, fold);
  return ranges.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** The points of one list, and those below each of them. */
function foldPoints(items: readonly ListItem[], fold: (span: Span) => void): void {
  if (items.length > 1) fold({ start: items[0]!.span.start, end: items.at(-1)!.span.end });
  for (const { span, children } of items) {
    if (children.length > 0) fold(span);
    foldPoints(children, fold);
  }
}
