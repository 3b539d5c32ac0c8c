import type { Span } from '../text/span.ts';

/** How front matter is written: between `---`, between `+++`, or as an object in braces. All three are Hugo's. */
export type FrontMatterFormat = 'yaml' | 'toml' | 'json';

export interface FrontMatterBounds {
  readonly format: FrontMatterFormat;
  /** From the first mark to the end of the closing line, its line end included. */
  readonly span: Span;
  /** Between the marks; for JSON the object with its braces. */
  readonly contentSpan: Span;
  /** False if the closing mark is missing: then only the opening one is in `span`. */
  readonly closed: boolean;
}

/** Finds a page's front matter in linear time; undefined if the page does not start with any. */
export function frontMatterBounds(text: string): FrontMatterBounds | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const mark = text.slice(start, start + 3);
  if (mark === '---') return markedBounds(text, start, 'yaml', /^---[ \t]*(?:\r\n|\n|\r|$)/gm);
  if (mark === '+++') return markedBounds(text, start, 'toml', /^\+\+\+[ \t]*(?:\r\n|\n|\r|$)/gm);
  return text.charAt(start) === '{' ? jsonBounds(text, start) : undefined;
}

function markedBounds(text: string, start: number, format: FrontMatterFormat, mark: RegExp): FrontMatterBounds | undefined {
  mark.lastIndex = start;
  const open = mark.exec(text);
  // A byte order mark is before the line's start for the expression.
  const opening =
    open?.index === start ? open[0] : /^(?:---|\+\+\+)[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(start, start + 200))?.[0];
  if (opening === undefined) return undefined;
  const contentStart = start + opening.length;
  mark.lastIndex = contentStart;
  const close = mark.exec(text);
  if (!close) {
    const contentSpan = { start: contentStart, end: contentStart };
    return { format, span: { start, end: start + 3 }, contentSpan, closed: false };
  }
  return {
    format,
    span: { start, end: close.index + close[0].length },
    contentSpan: { start: contentStart, end: close.index },
    closed: true,
  };
}

/** An object that closes; other text in braces is a placeholder or a shortcode. */
function jsonBounds(text: string, start: number): FrontMatterBounds | undefined {
  if (!/^\{\s*["}]/.test(text.slice(start, start + 400))) return undefined;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) {
      const end = at + 1;
      const rest = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end, end + 400));
      if (!rest) return undefined;
      return { format: 'json', span: { start, end: end + rest[0].length }, contentSpan: { start, end }, closed: true };
    }
  }
  return undefined;
}

/** The offset of the quote that closes a string with escapes, or of the text's end. */
export function endOfString(text: string, start: number): number {
  const quote = text.charAt(start);
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== quote) at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}
