import * as l10n from '@vscode/l10n';
import { RE2JS } from 're2js';
import { builtInPatterns } from './builtInPatterns.ts';

/** Where a pattern matches: UTF-16 offsets in the searched text. */
export interface PatternMatch {
  readonly start: number;
  readonly end: number;
  /** The text that a group matched, by number or name; `undefined` if the group does not exist or matched nothing. */
  group(key: number | string): { readonly start: number; readonly end: number } | undefined;
}

/** A regular expression of a profile or of a workspace file. */
export interface Pattern {
  /** Returns whether the pattern matches anywhere in the text. */
  test(text: string): boolean;
  /** Returns the first match; `undefined` if there is none. */
  first(text: string): PatternMatch | undefined;
  /** Returns the matches in order; none overlaps another. */
  all(text: string): readonly PatternMatch[];
}

/** Case is ignored by default. */
export interface PatternOptions {
  readonly matchCase?: boolean;
  /** Whether `^` and `$` match at the ends of lines. */
  readonly lines?: boolean;
}

/** Longer patterns are refused: compiling takes time in proportion to the length. UTF-16 units. */
const MAX_SOURCE = 500;

/** Instructions of one compiled pattern. A search takes about 70 ns for each instruction and character. */
const MAX_PROGRAM = 400;

/** Instructions of all patterns that a workspace adds to its profile. */
export const MAX_PROGRAMS = 4_000;

/**
 * Returns the compiled pattern. Patterns of the built-in profiles run on the native engine. All others may come from a stranger and run
 * on RE2, whose search time is proportional to the length of the text. A pattern that RE2 does not accept never matches: callers report it
 * with `patternTrouble`.
 */
export function compilePattern(source: string, { matchCase = false, lines = false }: PatternOptions = {}): Pattern {
  const flags = `${matchCase ? '' : 'i'}${lines ? 'm' : ''}`;
  const key = `${flags} ${source}`;
  let pattern = compiled.get(key);
  if (!pattern) {
    if (compiled.size >= MAX_CACHED) compiled.clear();
    pattern = builtInPatterns().has(source) ? new NativePattern(source, flags) : compileLinear(source, flags);
    compiled.set(key, pattern);
  }
  return pattern;
}

const MAX_CACHED = 1_000;
const compiled = new Map<string, Pattern>();

/**
 * Returns a pattern that matches where any of the sources does. At one place the earlier source wins, except that built-in patterns, which
 * are searched for together, count before others.
 */
export function anyPattern(sources: readonly string[], options: PatternOptions = {}): Pattern {
  const native = sources.filter(source => builtInPatterns().has(source));
  const others = sources.filter(source => !builtInPatterns().has(source)).map(source => compilePattern(source, options));
  if (native.length === 0) return others.length === 1 ? others[0]! : new AnyOf(others);
  const joined = new NativePattern(native.map(source => `(?:${source})`).join('|'), options.matchCase ? '' : 'i');
  return others.length === 0 ? joined : new AnyOf([joined, ...others]);
}

/** Returns a pattern on the native engine. The source must come from our own code, with texts of a workspace escaped. */
export function ownPattern(source: string, { matchCase = false }: PatternOptions = {}): Pattern {
  return new NativePattern(source, matchCase ? '' : 'i');
}

/** Returns the regular expression that matches a text as it is written. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Returns why a pattern of a workspace cannot be used, as a clause without a subject; `undefined` if it can be used. */
export function patternTrouble(source: string): string | undefined {
  if (builtInPatterns().has(source)) return undefined;
  if (source.length > MAX_SOURCE) return l10n.t`is longer than ${MAX_SOURCE} characters`;
  const re = compileRe2(source);
  if (re) return re.programSize() > MAX_PROGRAM ? l10n.t`is too complex` : undefined;
  try {
    new RegExp(source);
    return l10n.t`uses a lookaround, a backreference or a repetition that RE2 does not support`;
  } catch {
    return l10n.t`is not a valid regular expression`;
  }
}

/** Returns how many instructions a pattern of a workspace takes; 0 for a built-in one and one that cannot be used. */
export function programSize(source: string): number {
  if (builtInPatterns().has(source)) return 0;
  return compileRe2(source)?.programSize() ?? 0;
}

const NEVER: Pattern = { test: () => false, first: () => undefined, all: () => [] };

function compileLinear(source: string, flags: string): Pattern {
  const re = compileRe2(source, flags);
  return re && re.programSize() <= MAX_PROGRAM ? new LinearPattern(re) : NEVER;
}

function compileRe2(source: string, flags = 'i'): RE2JS | undefined {
  if (source.length > MAX_SOURCE) return undefined;
  try {
    return RE2JS.compile(
      RE2JS.translateRegExp(source),
      (flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0) | (flags.includes('m') ? RE2JS.MULTILINE : 0),
    );
  } catch {
    return undefined;
  }
}

class NativePattern implements Pattern {
  private readonly once: RegExp;
  private readonly each: RegExp;

  constructor(source: string, flags: string) {
    this.once = new RegExp(source, flags);
    this.each = new RegExp(source, `g${flags}`);
  }

  test(text: string): boolean {
    return this.once.test(text);
  }

  first(text: string): PatternMatch | undefined {
    const match = this.once.exec(text);
    return match ? this.matchOf(match, text) : undefined;
  }

  all(text: string): readonly PatternMatch[] {
    return Array.from(text.matchAll(this.each), match => this.matchOf(match, text));
  }

  private matchOf(match: RegExpExecArray, text: string): PatternMatch {
    return {
      start: match.index,
      end: match.index + match[0].length,
      group: key => {
        // Places of groups cost every search, and few callers ask for them.
        const { source, flags } = this.once;
        const sticky = new RegExp(source, `${flags}dy`);
        sticky.lastIndex = match.index;
        const { indices } = sticky.exec(text) ?? {};
        const span = typeof key === 'number' ? indices?.[key] : indices?.groups?.[key];
        return span && { start: span[0], end: span[1] };
      },
    };
  }
}

/**
 * Longer texts are searched for all matches in pieces of about this size, cut between sentences or words. UTF-16 units. Each match may cost a look at the
 * rest of its piece, so pieces keep the search linear.
 */
const PIECE = 1_000;

/** A piece with more matches than this is searched in smaller pieces from there on. */
const MAX_MATCHES = 20;

const smallPiece = (programSize: number): number => Math.min(100, Math.max(16, Math.ceil(1_000 / programSize)));

class LinearPattern implements Pattern {
  constructor(private readonly re: RE2JS) {}

  test(text: string): boolean {
    return this.re.test(plainSpaces(text));
  }

  first(text: string): PatternMatch | undefined {
    return this.matchesIn(plainSpaces(text), 0, 1)[0];
  }

  all(text: string): readonly PatternMatch[] {
    const searched = plainSpaces(text);
    if (!this.re.test(searched)) return [];
    return piecesOf(searched, { start: 0, end: searched.length }, PIECE).flatMap(piece => {
      const matches = this.matchesIn(searched.slice(piece.start, piece.end), piece.start, MAX_MATCHES);
      if (matches.length < MAX_MATCHES) return matches;
      const rest = piecesOf(searched, { start: matches.at(-1)!.end, end: piece.end }, smallPiece(this.re.programSize()));
      return [
        ...matches,
        ...rest.flatMap(({ start, end }) => this.matchesIn(searched.slice(start, end), start, Number.POSITIVE_INFINITY)),
      ];
    });
  }

  private matchesIn(text: string, offset: number, max: number): PatternMatch[] {
    const matcher = this.re.matcher(text);
    const found: PatternMatch[] = [];
    while (found.length < max && matcher.find()) {
      const groups = [...Array(matcher.groupCount() + 1).keys()].map(at => ({
        start: offset + matcher.start(at),
        end: offset + matcher.end(at),
      }));
      const { namedGroups } = matcher;
      found.push({
        ...groups[0]!,
        group: key => {
          const span = groups[typeof key === 'number' ? key : (namedGroups[key] ?? -1)];
          return span && span.start >= offset ? span : undefined;
        },
      });
    }
    return found;
  }
}

class AnyOf implements Pattern {
  constructor(private readonly patterns: readonly Pattern[]) {}

  test(text: string): boolean {
    return this.patterns.some(pattern => pattern.test(text));
  }

  first(text: string): PatternMatch | undefined {
    return this.patterns.flatMap(pattern => pattern.first(text) ?? []).sort((a, b) => a.start - b.start)[0];
  }

  all(text: string): readonly PatternMatch[] {
    let from = 0;
    return this.patterns
      .flatMap(pattern => pattern.all(text))
      .sort((a, b) => a.start - b.start)
      .filter(match => {
        if (match.start < from) return false;
        from = match.end;
        return true;
      });
  }
}

/** RE2's `\s` matches ASCII only. Other spaces are replaced by as many characters. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/g, ' ');
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

function piecesOf(text: string, { start: first, end: last }: Piece, size: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let start = first; start < last; ) {
    let end = Math.min(last, start + size);
    if (end < last) end = lastCut(text, start + size / 2, end) ?? end;
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

/** Returns the last end of a sentence or line in a range, or else of a word; `undefined` if there is none. */
function lastCut(text: string, from: number, to: number): number | undefined {
  let space: number | undefined;
  for (let at = to; at > from; at--) {
    if (!/\s/.test(text[at]!)) continue;
    space ??= at;
    if (text[at] === '\n' || /[.!?;]/.test(text[at - 1]!)) return at;
  }
  return space;
}
