import type { Span } from '../text/span.ts';

/** A heading as its line alone tells it: `## Like this ##`. */
export interface ScannedHeading {
  /** 1 to 6. */
  readonly level: number;
  /** Behind the opening marks, before the closing ones; blanks at both ends may be part of it. */
  readonly contentSpan: Span;
  /** Counted from 0. */
  readonly line: number;
}

/** What a look at the beginning of each line finds. */
export interface ScannedBlocks {
  readonly headings: readonly ScannedHeading[];
  /** Code and comments that stand as blocks, in order: whole lines. `certain` is false where it may be text after all. */
  readonly hidden: readonly HiddenBlock[];
}

export interface HiddenBlock extends Span {
  readonly certain: boolean;
}

/** A stretch of lines that are no markdown: a fenced block of code, or raw HTML. */
interface Stretch {
  readonly type: 'fence' | 'html' | 'comment';
  readonly start: number;
  readonly indent: number;
  /** A fence's own mark, and how often. */
  readonly mark: number;
  readonly length: number;
  /** What ends raw HTML; undefined where a blank line does. */
  readonly until: RegExp | undefined;
  /** False where it may be something else: in a list, or within a paragraph. A heading in it is then for the parser. */
  readonly certain: boolean;
}

/**
 * The headings of a text, found by looking at the beginning of each line: twenty times as fast as parsing it. Undefined where
 * that is not enough to be certain (headings within lists and quotations, underlined ones, code within lists that looks like
 * one, …): such a page is for the parser. `from`: where the markdown begins. The text's line ends are `\n`.
 */
export function scanBlocks(text: string, from: number): ScannedBlocks | undefined {
  const headings: ScannedHeading[] = [];
  const hidden: HiddenBlock[] = [];
  let stretch: Stretch | undefined;
  /** True where the line before could be underlined. */
  let afterText = false;
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < from; at = text.indexOf('\n', at + 1)) line++;

  for (let start = from; start <= text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    let at = start;
    let tabs = false;
    while (at < end && isBlank(text.charCodeAt(at))) tabs = text.charCodeAt(at++) === TAB || tabs;
    const indent = tabs ? 4 : at - start;
    const code = at < end ? text.charCodeAt(at) : 0;

    if (stretch) {
      const state = goOn(text, { start, end, at, indent, code }, stretch);
      if (state === 'uncertain') return undefined;
      if (state === 'ends') {
        if (stretch.type !== 'html') hidden.push({ start: stretch.start, end, certain: stretch.certain });
        stretch = undefined;
      }
      afterText = false;
    } else if (at === end) afterText = false;
    else if (code === HASH) {
      const level = headingLevel(text, at, end);
      if (level === undefined || (level > 0 && indent > 3)) return undefined;
      if (level > 0) headings.push({ level, contentSpan: { start: at + level, end: closingMarks(text, at + level, end) }, line });
      afterText = level === 0;
    } else {
      const begun: Stretch | 'uncertain' | undefined = isPlainText(code)
        ? undefined
        : beginning(text, { start, end, at, indent, code }, afterText);
      if (begun === 'uncertain') return undefined;
      stretch = begun;
      afterText = begun === undefined;
      if (begun?.until?.test(text.slice(at, end))) {
        if (begun.type !== 'html') hidden.push({ start: begun.start, end, certain: begun.certain });
        stretch = undefined;
      }
    }
    if (newline < 0) break;
    start = newline + 1;
  }
  if (stretch && stretch.type !== 'html') hidden.push({ start: stretch.start, end: text.length, certain: stretch.certain });
  return { headings, hidden };
}

/** One line: where it begins and ends, where its first character stands that is no blank, and what that is. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly indent: number;
  readonly code: number;
}

const [TAB, SPACE, HASH, BACKTICK, TILDE, LESS, GREATER, EQUALS, DASH] = [9, 32, 35, 96, 126, 60, 62, 61, 45];

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** True for what begins a line of text and nothing else: letters, brackets, bars, … */
function isPlainText(code: number): boolean {
  return (code > 90 && code !== BACKTICK && code !== TILDE) || (code >= 65 && code <= 90) || code === 0x21 || code === 0x22;
}

/** The level of the heading whose marks begin here; 0 where it is none, undefined where the parser must say. */
function headingLevel(text: string, at: number, end: number): number | undefined {
  let marks = at;
  while (marks < end && text.charCodeAt(marks) === HASH) marks++;
  if (marks < end && text.charCodeAt(marks) === TAB) return undefined;
  const level = marks - at;
  return level <= 6 && (marks === end || text.charCodeAt(marks) === SPACE) ? level : 0;
}

/** Where the closing marks of a heading's line begin; its end where it has none. */
function closingMarks(text: string, from: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  let marks = end;
  while (marks > from && text.charCodeAt(marks - 1) === HASH) marks--;
  return marks < end && (marks === from || isBlank(text.charCodeAt(marks - 1))) ? marks : lineEnd;
}

/** What a line does within a stretch. */
function goOn(text: string, line: Line, stretch: Stretch): 'goes on' | 'ends' | 'uncertain' {
  const blank = line.at === line.end;
  if (stretch.type === 'fence') {
    if (blank) return 'goes on';
    if (line.code === stretch.mark && isFence(text, line, stretch.mark, stretch.length)) {
      if (line.indent === stretch.indent || (stretch.certain && line.indent <= 3)) return 'ends';
      return stretch.certain ? 'goes on' : 'uncertain';
    }
    return !stretch.certain && (line.indent < stretch.indent || looksLikeMore(text, line)) ? 'uncertain' : 'goes on';
  }
  if (stretch.until ? stretch.until.test(text.slice(line.at, line.end)) : blank) return 'ends';
  return !stretch.certain && !blank && looksLikeMore(text, line) ? 'uncertain' : 'goes on';
}

/** True where a line closes a fence: at least as many of its marks, and nothing else. */
function isFence(text: string, { at, end }: Line, mark: number, length: number): boolean {
  let marks = at;
  while (marks < end && text.charCodeAt(marks) === mark) marks++;
  return marks - at >= length && text.slice(marks, end).trim() === '';
}

/** True where a line would be more than text if it stood by itself: a heading, an underline, a fence. */
function looksLikeMore(text: string, { at, end }: Line): boolean {
  return /^[-*+>\d.) \t]*(?:#{1,6}(?:[ \t]|$)|`{3}|~{3})|^[=-]+[ \t]*$/.test(text.slice(at, end));
}

/** The stretch that a line begins; undefined where it is text, a list, a quotation or a rule that hides nothing. */
function beginning(text: string, line: Line, afterText: boolean): Stretch | 'uncertain' | undefined {
  const { start, end, at, indent, code } = line;
  switch (code) {
    case EQUALS:
    case DASH:
      if (/^[=-]+[ \t]*$/.test(text.slice(at, end))) return afterText ? 'uncertain' : undefined;
      break;
    case BACKTICK:
    case TILDE:
      return fenceAt(text, { start, at, end }, indent, indent === 0);
    case LESS:
      return htmlAt(text, { start, at, end }, indent, indent === 0);
    case GREATER:
      return looksLikeMore(text, line) || /^[> \t]+(?:<|[=-]+[ \t]*$)/.test(text.slice(at, end)) ? 'uncertain' : undefined;
  }
  const marks = /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+/.exec(text.slice(at, end));
  if (!marks) return undefined;
  const inItem = at + marks[0].length;
  const column = indent + marks[0].length;
  switch (text.charCodeAt(inItem)) {
    case HASH:
      return headingLevel(text, inItem, end) === 0 ? undefined : 'uncertain';
    case BACKTICK:
    case TILDE:
      return fenceAt(text, { start, at: inItem, end }, column, false);
    case LESS:
      return htmlAt(text, { start, at: inItem, end }, column, false);
    case GREATER:
      return 'uncertain';
    default:
      return undefined;
  }
}

type Place = Pick<Line, 'start' | 'at' | 'end'>;

function fenceAt(text: string, { start, at, end }: Place, indent: number, certain: boolean): Stretch | undefined {
  const mark = text.charCodeAt(at);
  let marks = at;
  while (marks < end && text.charCodeAt(marks) === mark) marks++;
  const length = marks - at;
  if (length < 3 || (mark === BACKTICK && text.slice(marks, end).includes('`'))) return undefined;
  return { type: 'fence', start, indent, mark, length, until: undefined, certain };
}

/** Raw HTML, as the markdown parser has it. That a blank line ends it may be wrong where it stands within a paragraph. */
function htmlAt(text: string, { start, at, end }: Place, indent: number, first: boolean): Stretch | undefined {
  const rest = text.slice(at, Math.min(end, at + 40));
  if (!/^<[a-z/!?]/i.test(rest)) return undefined;
  const stretch = { start, indent, mark: 0, length: 0 };
  if (rest.startsWith('<!--')) return { ...stretch, type: 'comment', until: /-->/, certain: first };
  const until = HTML_ENDS.find(([begins]) => begins.test(rest))?.[1];
  return { ...stretch, type: 'html', until, certain: false };
}

const HTML_ENDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style)(?:\s|>|$)/i, /<\/(?:script|pre|style)>/i],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![A-Z]/, />/],
];
