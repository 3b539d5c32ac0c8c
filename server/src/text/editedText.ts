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

  /** Makes a round of edits on `text`. They must not overlap; throws a RangeError where they do. */
  apply(edits: readonly SpanEdit[]): void {
    this.current = applySpanEdits(this.current, edits);
    // From the back, and of insertions at one place the last first, so that offsets stay true.
    for (const edit of edits.toReversed().sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end))
      this.pieces = [
        ...cut(this.pieces, 0, edit.span.start),
        { added: edit.newText },
        ...cut(this.pieces, edit.span.end, Number.POSITIVE_INFINITY),
      ];
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

/** The pieces between two offsets of the text they make. */
function cut(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = 'added' in piece ? piece.added.length : piece.kept.end - piece.kept.start;
    const start = Math.max(0, from - at);
    const end = Math.min(length, to - at);
    if (start < end)
      result.push(
        'added' in piece
          ? { added: piece.added.slice(start, end) }
          : { kept: { start: piece.kept.start + start, end: piece.kept.start + end } },
      );
    at += length;
  }
  return result;
}
