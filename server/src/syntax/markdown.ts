import { type Tree, TreeFragment } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import type { Span } from '../text/span.ts';
import { differenceOf } from '../text/spanEdit.ts';
import { allAtOnce, type InSteps } from '../text/steps.ts';
import { boundedInline } from './inlineBound.ts';

/** A markdown tree and the text it was made of, kept for the next edit. */
export interface MarkdownTree {
  readonly text: string;
  readonly tree: Tree;
  readonly fragments: readonly TreeFragment[];
}

/** The whole of the markdown: GitHub's tables, strike-through, task lists and bare links included. */
const fullParser = parser.configure([GFM, boundedInline]);

/** Blocks only: what an outline needs, in a third of the time. */
const blockParser = fullParser.configure({
  remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'Strikethrough', 'Autolink'],
});

/** The markdown tree of a text: see `markdownInSteps`. */
export function parseMarkdown(text: string, previous?: MarkdownTree): MarkdownTree {
  return allAtOnce(markdownInSteps(text, previous));
}

/** So many blocks are parsed in one step. */
const BLOCKS_A_STEP = 20;

/**
 * The markdown tree of a text; never throws. If `previous` is given, what an edit left alone is reused, so that it costs
 * what the edit touches.
 */
export function* markdownInSteps(text: string, previous?: MarkdownTree): InSteps<MarkdownTree> {
  if (previous?.text === text) return previous;
  let fragments: readonly TreeFragment[] = [];
  if (previous) {
    const { span, newText } = differenceOf(previous.text, text)!;
    // Whole lines: a block's node begins behind its indentation, and would be kept though only that has changed. Two lines
    // more before it: a paragraph ends where the next line is a table's head, and that it is by the line behind it.
    const start = lineStart(text, lineStart(text, lineStart(text, span.start) - 1) - 1);
    const lineEnd = previous.text.indexOf('\n', span.end);
    const tail = (lineEnd < 0 ? previous.text.length : lineEnd) - span.end;
    fragments = TreeFragment.applyChanges(previous.fragments, [
      { fromA: start, toA: span.end + tail, fromB: start, toB: span.start + newText.length + tail },
    ]);
  }
  const parse = fullParser.startParse(text, fragments);
  let tree: Tree | null = null;
  for (let block = 1; !tree; block++) {
    tree = parse.advance();
    if (block % BLOCKS_A_STEP === 0) yield;
  }
  return { text, tree, fragments: TreeFragment.addTree(tree, fragments) };
}

/** Where the line begins that an offset stands in; 0 for an offset before the text. */
function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where a block stands on the page: the `\r` of its line end, which the parser is shown as a blank, is none of it. */
export function blockSpan(text: string, node: { readonly from: number; readonly to: number }): Span {
  const { from: start, to } = node;
  const split = to > start && text.charCodeAt(to - 1) === 0x0d && text.charCodeAt(to) === 0x0a;
  return { start, end: split ? to - 1 : to };
}

/** The tree of a text's blocks without what stands within its lines. */
export function parseBlocks(text: string): Tree {
  return blockParser.parse(text);
}
