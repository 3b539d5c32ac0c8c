import { ownCopy } from '../text/ownCopy.ts';

/** Where a page leads to, and where that is written. */
export interface ScannedLink {
  /** As written, without `<>`; a Hugo `ref` as the whole call. */
  readonly destination: string;
  /** Counted from 0. */
  readonly line: number;
  /** UTF-16 units from the line's beginning, counted from 0. */
  readonly character: number;
}

/**
 * The destinations of a page's links in order: inline links and images, definitions of reference links, autolinks and bare
 * URLs, `href` and `src` of HTML. Found without parsing the page: code that is fenced or within a line is left out, indented
 * code is not. `from`: where the markdown begins.
 */
export function scanLinks(text: string, from: number): ScannedLink[] {
  const links: ScannedLink[] = [];
  if (!MAY_LINK.test(text)) return links;
  let fence: string | undefined;
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < from; at = text.indexOf('\n', at + 1)) line++;
  for (let start = from; start < text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const written = text.slice(start, end);
    const mark = /^[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*(`{3,}|~{3,})/.exec(written)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
    } else if (mark !== undefined && !written.slice(written.indexOf(mark) + mark.length).includes('`')) fence = mark;
    else if (MAY_LINK.test(written))
      for (const { destination, character } of linksOfLine(written))
        links.push({ destination: ownCopy(destination), line, character });
    start = end + 1;
  }
  return links;
}

const MAY_LINK = /\]\(|\]:|:\/\/|\b(?:href|src)\s*=/i;

function* linksOfLine(written: string): Iterable<{ readonly destination: string; readonly character: number }> {
  const line = written.includes('`') ? written.replace(/(`+)(?!`)[^`]*\1(?!`)/g, code => ' '.repeat(code.length)) : written;
  for (const match of line.matchAll(DESTINATION)) {
    const destination = match.slice(1).find(part => part !== undefined)!;
    if (destination === '') continue;
    yield { destination, character: match.index + match[0].lastIndexOf(destination) };
  }
}

/** One pattern for all forms, so that no destination is found twice: each begins where the one before it has ended. */
const DESTINATION = new RegExp(
  [
    // ](<destination with blanks>)   ](destination)   ]({{< ref "page" >}})
    /\]\([ \t]*<([^<>]*)>/,
    /\]\([ \t]*(\{\{[<%].*?[%>]\}\}[^\s()]*)/,
    /\]\([ \t]*((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))+)/,
    // [label]: destination
    /^ {0,3}\[(?!\^)[^\]]+\]:[ \t]*<?([^\s<>]+)>?/,
    // HTML
    /\b(?:href|src)\s*=\s*"([^"]*)"/,
    /\b(?:href|src)\s*=\s*'([^']*)'/,
    // <https://…> and https://…
    /(https?:\/\/[^\s<>()[\]"'`]*[^\s<>()[\]"'`.,;:!?*_])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);
