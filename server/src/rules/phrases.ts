import { compilePattern, ownPattern, type Pattern } from '../profile/patterns.ts';
import type { WordAdvice } from '../profile/profile.ts';

/** A stretch of a text, by its offsets there. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** A word that a list advises against, where it stands. */
export interface AdviceMatch extends Match {
  readonly advice: WordAdvice;
  /** As it is written. */
  readonly written: string;
  /** True where the plural of the word stands there. */
  readonly plural: boolean;
}

const BEFORE = '(?<![\\p{L}\\p{N}_])';
/** "functional group" is none in "cross-functional group". */
const NOT_COMPOUND = '(?<![\\p{L}\\p{N}_]|\\p{L}-)';
const BEHIND = '(?![\\p{L}\\p{N}_])';

/** Finds the words and phrases of a list as whole words, case ignored; of two at one place the longer one. */
export class PhraseList {
  private readonly byWords: ReadonlyMap<string, WordAdvice>;
  private readonly pattern: RegExp | undefined;
  private readonly except = new Map<WordAdvice, readonly Pattern[]>();

  /**
   * `plurals`: whether a word's plural is told with it; then a word behind a hyphen is none of its own. Of two entries for
   * one word the last counts.
   */
  constructor(
    advice: readonly WordAdvice[],
    private readonly plurals: boolean,
  ) {
    this.byWords = new Map(advice.map(one => [normal(one.avoid), one]));
    const phrases = [...this.byWords.keys()].filter(phrase => phrase !== '').sort((a, b) => b.length - a.length);
    if (phrases.length === 0) return;
    const sources = phrases.map(patternOf).join('|');
    this.pattern = new RegExp(plurals ? `${NOT_COMPOUND}(${sources})(e?s)?${BEHIND}` : `${BEFORE}(${sources})${BEHIND}`, 'giu');
  }

  find(text: string): AdviceMatch[] {
    if (!this.pattern) return [];
    const found: AdviceMatch[] = [];
    const rightful = new Map<WordAdvice, Stretches>();
    for (const match of text.matchAll(this.pattern)) {
      const advice = this.byWords.get(normal(match[1]!));
      if (!advice) continue;
      const start = match.index;
      const end = start + match[0].length;
      let stretches = rightful.get(advice);
      if (!stretches) {
        stretches = this.rightfulIn(text, advice);
        rightful.set(advice, stretches);
      }
      if (stretches.hold(start, end)) continue;
      found.push({ advice, written: match[0], plural: this.plurals && match[2] !== undefined, start, end });
    }
    return found;
  }

  /** Where a text holds wordings in which the word may stand: those excepted, and those to use instead. */
  private rightfulIn(text: string, advice: WordAdvice): Stretches {
    let patterns = this.except.get(advice);
    if (!patterns) {
      const containing = advice.useInstead.filter(one => normal(one).includes(normal(advice.avoid)));
      patterns = [
        ...(advice.except ?? []).map(one => compilePattern(one)),
        ...containing.map(one => ownPattern(patternOf(normal(one)))),
      ];
      this.except.set(advice, patterns);
    }
    return new Stretches(patterns.flatMap(pattern => pattern.all(text)));
  }
}

/** Stretches of a text that is walked from its beginning to its end. */
class Stretches {
  private readonly ordered: readonly Match[];
  private next = 0;
  private farthest = 0;

  constructor(stretches: readonly Match[]) {
    this.ordered = stretches.toSorted((a, b) => a.start - b.start);
  }

  /** True where one of them holds what is asked for. Each question begins behind the one before. */
  hold(start: number, end: number): boolean {
    while (this.next < this.ordered.length && this.ordered[this.next]!.start <= start)
      this.farthest = Math.max(this.farthest, this.ordered[this.next++]!.end);
    return end <= this.farthest;
  }
}

/** True where a word has a capital that neither its sentence's beginning nor itself asks for: it may be a name. */
export function mayBeName({ advice, written, start }: AdviceMatch, text: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(written) && !/\p{Lu}/u.test(advice.avoid.slice(1)) && !beginsSentence(text, start);
}

/** True where a sentence, or the text itself, begins at an offset. */
export function beginsSentence(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 20), offset);
  return /(?:^|[.!?:;|])[\s"“‘'(]*$/.test(before) && (offset <= 20 || before.trim() !== '');
}

/** Returns where any of the patterns matches, in order, without matches within an earlier match. */
export function matchesOf(text: string, patterns: readonly Pattern[]): Match[] {
  const all = patterns.flatMap(pattern => pattern.all(text));
  let told = 0;
  return all
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(match => {
      if (match.end === match.start || match.start < told) return false;
      told = match.end;
      return true;
    });
}

/** What to write for a word, in its case and number. */
export function replacementsOf({ advice, written, plural }: AdviceMatch): string[] {
  return advice.useInstead.map(one => inCaseOf(written, advice.avoid, plural ? pluralOf(one) : one));
}

function inCaseOf(written: string, avoid: string, replacement: string): string {
  const letters = written.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && avoid !== avoid.toUpperCase()) return replacement.toUpperCase();
  const first = letters.charAt(0);
  if (first !== first.toLowerCase()) return replacement.charAt(0).toUpperCase() + replacement.slice(1);
  // A list that begins its entries with a capital does not mean it; a name of more capitals does.
  const named = /^\S*\p{L}\S*\p{Lu}/u.test(replacement) || avoid.charAt(0) === avoid.charAt(0).toLowerCase();
  return named ? replacement : replacement.charAt(0).toLowerCase() + replacement.slice(1);
}

function pluralOf(phrase: string): string {
  if (/s$/i.test(phrase)) return phrase;
  if (/[^aeiou]y$/i.test(phrase)) return `${phrase.slice(0, -1)}ies`;
  return /(?:[xz]|ch|sh)$/i.test(phrase) ? `${phrase}es` : `${phrase}s`;
}

/** One form for all ways to write a phrase. */
function normal(phrase: string): string {
  return phrase
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The regular expression of a phrase in its one form. */
function patternOf(phrase: string): string {
  return phrase
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('/', '\\s{0,9}\\/\\s{0,9}')
    .replaceAll(' ', '\\s+')
    .replaceAll("'", "['’]");
}
