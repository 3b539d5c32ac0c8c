import { applySpanEdits, type SpanEdit } from './spanEdit.ts';

/** A stretch of the original that is still there, or text that was put in. */
type Piece = { readonly kept: { readonly start: number; readonly end: number } } | { readonly added: string };

/**
 * A text under several rounds of edits, each made on what the last one left. What is left of the original stays known, so
 * that all rounds together are given as edits of the original, each as small as it was made.
 */
export class EditedText {
  private pieces: readonly Piece[];
  private current: string;

  constructor(private readonly original: string) {
    this.current = original;
    this.pieces = [{ kept: { start: 0, end: original.length } }];
  }

  /** The text after all rounds so far. */
  get text(): string {
    return this.current;
  }

  /** Makes a round of edits on `text`. They must not overlap; throws a RangeError if they do. Linear in edits and earlier edits. */
  apply(edits: readonly SpanEdit[]): void {
    this.current = applySpanEdits(this.current, edits);
    const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    const pieces = new PieceReader(this.pieces);
    const left: Piece[] = [];
    for (const { span, newText } of ordered) {
      pieces.readTo(span.start, left);
      left.push({ added: newText });
      pieces.readTo(span.end);
    }
    pieces.readTo(Number.POSITIVE_INFINITY, left);
    this.pieces = left;
  }

  /** Edits of the original that give `text`, in order, none overlapping or touching another. */
  edits(): readonly SpanEdit[] {
    const edits: SpanEdit[] = [];
    let start = 0;
    let newText = '';
    for (const piece of [...this.pieces, { kept: { start: this.original.length, end: this.original.length } }]) {
      if ('added' in piece) newText += piece.added;
      else {
        if (piece.kept.start > start || newText !== '') edits.push({ span: { start, end: piece.kept.start }, newText });
        start = piece.kept.end;
        newText = '';
      }
    }
    return edits.filter(({ span, newText: text }) => this.original.slice(span.start, span.end) !== text);
  }
}

/** Reads the pieces of a text from its start to its end. */
class PieceReader {
  /** Offset in the text that the pieces make. */
  private at = 0;
  private index = 0;
  /** How much of the piece at `index` was read. */
  private used = 0;

  constructor(private readonly pieces: readonly Piece[]) {}

  /** Reads on to an offset, and adds what was read to `read` if it is given. */
  readTo(offset: number, read?: Piece[]): void {
    while (this.index < this.pieces.length && this.at < offset) {
      const piece = this.pieces[this.index]!;
      const length = 'added' in piece ? piece.added.length : piece.kept.end - piece.kept.start;
      const end = Math.min(length, this.used + offset - this.at);
      if (end > this.used) read?.push(partOf(piece, this.used, end));
      this.at += end - this.used;
      this.used = end;
      if (end < length) return;
      this.index++;
      this.used = 0;
    }
  }
}

function partOf(piece: Piece, start: number, end: number): Piece {
  return 'added' in piece
    ? { added: piece.added.slice(start, end) }
    : { kept: { start: piece.kept.start + start, end: piece.kept.start + end } };
}
