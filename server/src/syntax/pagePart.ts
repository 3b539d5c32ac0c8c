import type { Tree } from '@lezer/common';
import { ownCopy } from '../text/ownCopy.ts';
import type { Span } from '../text/span.ts';
import { type HeadingDraft, readHeadings } from './heading.ts';
import type { HeadingIdStyle } from './headingIds.ts';
import { hiddenBlocks } from './ids.ts';
import { type BlockLinks, readLinks } from './link.ts';
import { readItems } from './listItems.ts';
import type { Shortcode } from './shortcode.ts';
import { readRows, type TableRow } from './tableRows.ts';

/**
 * One of a page's top-level blocks as its own text makes it, wherever it stands: every place counts from its beginning. An
 * edit leaves those of all other blocks as they are, so what is found in one is found once.
 */
export class PagePart {
  readonly headings: readonly HeadingDraft[];
  readonly links: BlockLinks;
  /** Where its points are, where it is a list. */
  readonly items: Int32Array;
  /** Its rows, the header first, where it is a table. */
  readonly rows: readonly TableRow[];
  /** What of it is code or a comment. */
  readonly hidden: readonly Span[];
  private answers: Map<unknown, { readonly context: object; readonly answer: unknown }> | undefined;

  /** `source`: the page's text from the block's beginning to its end or further. `shortcodes`: those that reach into it. */
  constructor(
    source: string,
    readonly tree: Tree,
    readonly shortcodes: readonly Shortcode[],
    idStyle: HeadingIdStyle,
  ) {
    this.headings = readHeadings(source, tree, shortcodes, idStyle);
    this.links = readLinks(source, tree, shortcodes);
    this.items = readItems(source, tree);
    this.rows = readRows(source, tree);
    this.hidden = hiddenBlocks(tree);
  }

  /** The answer that was kept to a question in the same context; undefined where there is none. */
  known(question: unknown, context: object): unknown {
    const known = this.answers?.get(question);
    return known?.context === context ? known.answer : undefined;
  }

  /** Keeps an answer as long as the text stays as it is. One context a question: an answer in another takes its place. */
  keep(question: unknown, context: object, answer: unknown): void {
    this.answers ??= new Map();
    this.answers.set(question, { context, answer });
  }
}

/** Something of a page that is one top-level block of it. */
export interface OfPart {
  readonly span: Span;
  readonly part: PagePart;
}

/** What a question about a block may look at. Places count from the block's beginning. */
export interface AskedPart {
  readonly source: string;
  readonly part: PagePart;
}

/**
 * A question about a top-level block whose answer is kept as long as the block's text stays as it is, even where it moves.
 * `make` must look at nothing but the block and the context, and its answer must not be changed.
 */
export function keptByPart<Context extends object, Answer extends object | boolean>(
  make: (asked: AskedPart, context: Context) => Answer,
): (page: { readonly text: string }, block: OfPart, context: Context) => Answer {
  return (page, { part, span }, context) => {
    const known = part.known(make, context);
    if (known !== undefined) return known as Answer;
    const source = ownCopy(page.text.slice(span.start, span.start + part.tree.length + 1));
    const answer = make({ source, part }, context);
    part.keep(make, context, answer);
    return answer;
  };
}
