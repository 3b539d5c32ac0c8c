import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import type { Span } from '../text/span.ts';

/**
 * What a reader sees of a stretch of markdown: its text without marks, destinations and tags. Soft line ends are spaces.
 * Places in it can be turned back into offsets of the source.
 */
export class InlineText {
  readonly text: string;

  /** `pieces`: parts of the text in order; a piece whose `text` is as long as its span maps character by character. */
  constructor(private readonly pieces: readonly InlinePiece[]) {
    this.text = pieces.map(piece => piece.text).join('');
  }

  /** The span in the source of the stretch from `start` to `end` of `text`. */
  sourceSpan(start: number, end: number): Span {
    return { start: this.sourceOffset(start, false), end: this.sourceOffset(end, true) };
  }

  /** The stretch of `text` that stands for `source`; undefined where none of it is shown. */
  shownSpan(source: Span): Span | undefined {
    let at = 0;
    let start: number | undefined;
    let end = 0;
    for (const piece of this.pieces) {
      if (piece.span.start < source.end && piece.span.end > source.start && piece.text.length > 0) {
        const skipped = Math.max(0, source.start - piece.span.start);
        start ??= at + Math.min(skipped, piece.text.length);
        end = at + Math.min(piece.text.length, source.end - piece.span.start);
      }
      at += piece.text.length;
    }
    return start === undefined ? undefined : { start, end };
  }

  private sourceOffset(offset: number, asEnd: boolean): number {
    let at = 0;
    for (const piece of this.pieces) {
      const next = at + piece.text.length;
      if (asEnd ? offset <= next : offset < next) return Math.min(piece.span.start + (offset - at), piece.span.end);
      at = next;
    }
    return this.pieces.at(-1)?.span.end ?? 0;
  }
}

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
 * the tree, what the block holds.
 */
export function inlineTextOf(source: string, within: Tree | SyntaxNode, span: Span): InlineText {
  const pieces: InlinePiece[] = [];
  const push = (start: number, end: number): void => {
    if (end <= start) return;
    const text = source.slice(start, end).replace(/[ \t]*(\r\n|\n|\r)[ \t]*/g, whole => ' '.padEnd(whole.length, '\u0000'));
    // A soft line end is one space; the rest of its run is shown as nothing.
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
  const enter = (node: SyntaxNodeRef): boolean => {
    if (node.from >= span.end || node.to <= span.start) return false;
    if (node.name === 'URL' && !isInsideLink(node.node)) return false;
    if (HIDDEN.has(node.name)) {
      push(from, Math.min(node.from, span.end));
      from = Math.max(from, Math.min(node.to, span.end));
      return false;
    }
    if (node.name === 'Escape') {
      push(from, node.from);
      from = node.from + 1;
      return false;
    }
    return true;
  };
  if ('iterate' in within) within.iterate({ from: span.start, to: span.end, enter });
  else within.cursor().iterate(enter);
  push(from, span.end);
  return new InlineText(pieces);
}

/** A bare URL in the text is shown; one in a link's brackets is not. */
function isInsideLink(url: SyntaxNode): boolean {
  const parent = url.parent?.name;
  return parent === 'Link' || parent === 'Image' || parent === 'LinkReference';
}
