import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { countWhile } from '../text/countWhile.ts';
import { movedSpan, type Span } from '../text/span.ts';

/**
 * What a reader sees of a stretch of markdown: its text without marks, destinations and tags. Soft line ends are spaces.
 * Places in it can be turned back into offsets of the source.
 */
export class InlineText {
  readonly text: string;

  /** Where each piece starts in `text`. */
  private readonly starts: readonly number[];

  /** `pieces`: parts of the text in order; a piece whose `text` is as long as its span maps character by character. */
  constructor(private readonly pieces: readonly InlinePiece[]) {
    this.text = pieces.map(piece => piece.text).join('');
    let at = 0;
    this.starts = pieces.map(piece => {
      const start = at;
      at += piece.text.length;
      return start;
    });
  }

  /** The span in the source of the stretch from `start` to `end` of `text`. */
  sourceSpan(start: number, end: number): Span {
    return { start: this.sourceOffset(start, false), end: this.sourceOffset(end, true) };
  }

  /** The stretch of `text` that shows `source`; undefined if none of it is shown. */
  shownSpan(source: Span): Span | undefined {
    let start: number | undefined;
    let end = 0;
    const first = countWhile(this.pieces, piece => piece.span.end <= source.start);
    for (let index = first; index < this.pieces.length; index++) {
      const piece = this.pieces[index]!;
      if (piece.span.start >= source.end) break;
      if (piece.text.length === 0) continue;
      const at = this.starts[index]!;
      const skipped = Math.max(0, source.start - piece.span.start);
      start ??= at + Math.min(skipped, piece.text.length);
      end = at + Math.min(piece.text.length, source.end - piece.span.start);
    }
    return start === undefined ? undefined : { start, end };
  }

  private sourceOffset(offset: number, asEnd: boolean): number {
    const ends = (index: number): number => this.starts[index]! + this.pieces[index]!.text.length;
    const index = countWhile(this.starts, (_, at) => (asEnd ? ends(at) < offset : ends(at) <= offset));
    const piece = this.pieces[index];
    return piece
      ? Math.min(piece.span.start + (offset - this.starts[index]!), piece.span.end)
      : (this.pieces.at(-1)?.span.end ?? 0);
  }
}

/**
 * What is shown as one space: a soft line end, and a long run of spaces, which nobody sees and over which patterns would go back and
 * forth. Each run is looked at once, from its beginning.
 */
const SHOWN_AS_SPACE = /(?<![ \t])[ \t]*(?:\r\n|\n|\r)[ \t]*|[^\S\r\n]{9,}/g;

interface InlinePiece {
  readonly text: string;
  readonly span: Span;
}

const HIDDEN = new Set([
  'LinkMark',
  'URL',
  'LinkTitle',
  'LinkLabel',
  'EmphasisMark',
  'CodeMark',
  'StrikethroughMark',
  'HTMLTag',
  'HeaderMark',
  'Comment',
  'QuoteMark',
  'TaskMarker',
  'ListMark',
  'ProcessingInstruction',
]);

/**
 * The shown text of `span`, which lies within one block. Given the node that it lies in, it costs what that node holds; given
 * the tree, what the block holds. `offset`: where in the source the tree starts.
 */
export function inlineTextOf(source: string, within: Tree | SyntaxNode, span: Span, offset = 0): InlineText {
  const pieces: InlinePiece[] = [];
  const push = (start: number, end: number): void => {
    if (end <= start) return;
    const text = source.slice(start, end).replace(SHOWN_AS_SPACE, whole => ' '.padEnd(whole.length, '\u0000'));
    // The rest of a run that is shown as one space is shown as nothing.
    for (let at = 0; at < text.length; ) {
      const stop = text.indexOf('\u0000', at);
      if (stop < 0) {
        pieces.push({ text: text.slice(at), span: { start: start + at, end } });
        return;
      }
      let skip = stop;
      while (text.charAt(skip) === '\u0000') skip++;
      pieces.push({ text: text.slice(at, stop), span: { start: start + at, end: start + skip } });
      at = skip;
    }
  };
  let from = span.start;
  const { start, end } = movedSpan(span, -offset);
  const mark = ({ from: start, to, isEscape }: Mark): void => {
    push(from, Math.min(start + offset, span.end));
    from = Math.max(from, isEscape ? start + offset + 1 : Math.min(to + offset, span.end));
  };
  if ('iterate' in within && within.length > SHORT) {
    const marks = knownMarks(within);
    for (let at = countWhile(marks, one => one.to <= start); at < marks.length && marks[at]!.from < end; at++) mark(marks[at]!);
  } else {
    const enter = (node: SyntaxNodeRef): boolean => node.from < end && node.to > start && !isMark(node, mark);
    if ('iterate' in within) within.iterate({ from: start, to: end, enter });
    else within.cursor().iterate(enter);
  }
  push(from, span.end);
  return new InlineText(pieces);
}

/** A stretch of the source that is not shown; of an escape, its backslash alone. */
interface Mark {
  readonly from: number;
  readonly to: number;
  readonly isEscape: boolean;
}

/** In a longer block what is not shown is looked for once: it may have thousands of bullets or cells, each asked for by itself. */
const SHORT = 2000;

const marksOfBlocks = new WeakMap<Tree, readonly Mark[]>();

function knownMarks(block: Tree): readonly Mark[] {
  let marks = marksOfBlocks.get(block);
  if (!marks) {
    const found: Mark[] = [];
    block.iterate({ enter: node => !isMark(node, mark => found.push(mark)) });
    marks = found;
    marksOfBlocks.set(block, marks);
  }
  return marks;
}

/** Tells of a node that is not shown; true if nothing below it needs a look. */
function isMark(node: SyntaxNodeRef, tell: (mark: Mark) => void): boolean {
  const { name, from, to } = node;
  if (name === 'URL' && !isInsideLink(node.node)) return true;
  const isEscape = name === 'Escape';
  if (!isEscape && !HIDDEN.has(name)) return false;
  tell({ from, to, isEscape });
  return true;
}

/** A bare URL in the text is shown; one in a link's brackets is not. */
function isInsideLink(url: SyntaxNode): boolean {
  const parent = url.parent?.name;
  return parent === 'Link' || parent === 'Image' || parent === 'LinkReference';
}
