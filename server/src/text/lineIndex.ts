/** A place as editors tell it: line and UTF-16 column, both counted from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two places as editors tell them, `end` exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Looks for line ends as fast as the machine can: every edit reads the lines of its page. */
function startsOfUnixLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsOfAnyLines(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) starts.push(i + 1);
    else if (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a) starts.push(i + 1);
  }
  return starts;
}

/**
 * Turns offsets into lines and columns and back. Line ends are `\n`, `\r\n` and a lone `\r`, as LSP has them.
 * Offsets and positions outside the text are clamped to it; nothing throws.
 */
export class LineIndex {
  private readonly starts: readonly number[];

  constructor(readonly text: string) {
    this.starts = text.includes('\r') ? startsOfAnyLines(text) : startsOfUnixLines(text);
  }

  /** Number of lines, at least 1. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** The line, counted from 0, that holds `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.starts[line]! };
  }

  offsetAt(position: Position): number {
    // What comes from a client may be anything.
    const line = Math.floor(position.line);
    if (!(line >= 0)) return 0;
    if (line >= this.starts.length) return this.text.length;
    return Math.min(this.starts[line]! + Math.max(0, Math.floor(position.character) || 0), this.lineEnd(line));
  }

  rangeOf(span: { readonly start: number; readonly end: number }): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** Offset of the first character of a line (counted from 0). */
  lineStart(line: number): number {
    return this.starts[Math.max(0, Math.min(line, this.starts.length - 1))]!;
  }

  /** Offset behind the last character of a line, its line end left out. */
  lineEnd(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    const newline = this.text.charCodeAt(next - 1) === 0x0a && this.text.charCodeAt(next - 2) === 0x0d ? 2 : 1;
    return next - newline;
  }

  /** The text of a line without its line end. */
  lineText(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line));
  }
}
