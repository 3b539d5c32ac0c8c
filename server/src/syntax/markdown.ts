import { type Tree, TreeFragment } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import { differenceOf } from '../text/spanEdit.ts';

/** A markdown tree and the text it was made of, kept for the next edit. */
export interface MarkdownTree {
  readonly text: string;
  readonly tree: Tree;
  readonly fragments: readonly TreeFragment[];
}

/** The whole of the markdown: GitHub's tables, strike-through, task lists and bare links included. */
const fullParser = parser.configure(GFM);

/** Blocks only: what an outline needs, in a third of the time. */
const blockParser = fullParser.configure({
  remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'Strikethrough', 'Autolink'],
});

/**
 * The markdown tree of a text; never throws. Where `previous` is given, what an edit left alone is reused, so that it costs
 * what the edit touches.
 */
export function parseMarkdown(text: string, previous?: MarkdownTree): MarkdownTree {
  if (previous?.text === text) return previous;
  let fragments: readonly TreeFragment[] = [];
  if (previous) {
    const difference = differenceOf(previous.text, text)!;
    fragments = TreeFragment.applyChanges(previous.fragments, [
      {
        fromA: difference.span.start,
        toA: difference.span.end,
        fromB: difference.span.start,
        toB: difference.span.start + difference.newText.length,
      },
    ]);
  }
  const tree = fullParser.parse(text, fragments);
  return { text, tree, fragments: TreeFragment.addTree(tree, fragments) };
}

/** The tree of a text's blocks without what stands within its lines. */
export function parseBlocks(text: string): Tree {
  return blockParser.parse(text);
}
