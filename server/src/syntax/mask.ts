import type { Span } from '../text/span.ts';
import type { FrontMatter } from './frontMatter.ts';
import { maskShortcodes, type Shortcode } from './shortcode.ts';

/**
 * The text as the markdown parser is to see it, character for character as long as the page's: front matter and conflict
 * markers blank, shortcodes as words, line ends as it knows them, nothing that is nested without end. So every offset in its tree is one of the page.
 */
export function maskForMarkdown(
  text: string,
  frontMatter: FrontMatter | undefined,
  shortcodes: readonly Shortcode[],
  conflictMarkers: readonly Span[],
): string {
  const shown = blankOut(withoutFrontMatter(maskShortcodes(text, shortcodes), frontMatter), conflictMarkers);
  return withoutAbyss(movedBlanks(unixLineEnds(shown)));
}

/** Lines that are nested deeper than this are blank to the parser: it looks at all columns of a line for each block around the line. */
const TOO_DEEP = /^(?:[ \t]{400}|(?:[ \t]*(?:[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|>)){100})[^\n]*/gm;

function withoutAbyss(text: string): string {
  return text.replace(TOO_DEEP, line => ' '.repeat(line.length));
}

/**
 * The lines of a text that are left unread, in order: indented by 400 characters or more, or starting with a hundred marks of lists and
 * quotations. The parser's time would grow with the third power of the depth, 31 s for 2,000.
 */
export function linesNestedTooDeeply(text: string): Span[] {
  return [...text.matchAll(TOO_DEEP)].map(({ index, 0: line }) => ({ start: index, end: index + line.length }));
}

function withoutFrontMatter(text: string, frontMatter: FrontMatter | undefined): string {
  if (!frontMatter?.closed) return text;
  return text.slice(0, frontMatter.span.end).replace(/[^\r\n]/g, ' ') + text.slice(frontMatter.span.end);
}

/** The text with `\n` as its only line end, character for character as long: the parser ends lines at that alone. */
export function unixLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, end => (end.length === 2 ? ' \n' : '\n')) : text;
}

/** The parser takes no line of bars and dashes for a table's if blanks follow the last bar: they are put before it. */
function movedBlanks(text: string): string {
  return text.includes('|')
    ? text.replace(/^([ \t|:-]+)\|([ \t]+)$/gm, (line, cells: string, blanks: string) =>
        cells.includes('-') ? `${cells}${blanks}|` : line,
      )
    : text;
}

function blankOut(text: string, spans: readonly Span[]): string {
  let result = '';
  let from = 0;
  for (const span of spans) {
    result += text.slice(from, span.start) + ' '.repeat(span.end - span.start);
    from = span.end;
  }
  return result + text.slice(from);
}

/** The lines that a merge leaves where it could not decide: `<<<<<<<`, `=======`, `>>>>>>>`. None where no conflict begins. */
export function findConflictMarkers(text: string): Span[] {
  const markers: Span[] = [];
  if (!text.includes('<<<<<<< ')) return markers;
  for (const match of text.matchAll(/^(?:<{7} .*|={7}|>{7} .*)$/gm))
    markers.push({ start: match.index, end: match.index + match[0].length });
  return markers;
}
