import { editDistance } from '../text/editDistance.ts';
import type { HeadingGrammar, NameMatch, Spelling } from './headingWords.ts';

interface Word {
  readonly text: string;
  readonly start: number;
}

/** Headings of more words are sentences. */
const MAX_WORDS = 16;

/** Finds a misspelled section name in a heading, the longest first; undefined if no words resemble one. */
export function readMisspelled(text: string, grammar: HeadingGrammar): NameMatch | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}'\u2019-]+/gu)].map((match): Word => ({ text: match[0], start: match.index }));
  if (words.length > MAX_WORDS) return undefined;
  for (const spelling of grammar.spellings) {
    if (spelling.exact || spelling.text.length < 6) continue;
    const { length } = spelling.words;
    for (let at = words.length - length; at >= 0; at--) {
      const found = matchMisspelled(text, words.slice(at, at + length), spelling, words.length === length);
      if (found) return found;
    }
  }
  return undefined;
}

function matchMisspelled(text: string, written: readonly Word[], spelling: Spelling, isWhole: boolean): NameMatch | undefined {
  let isOtherNumber = true;
  let distance = 0;
  for (const [at, meant] of spelling.words.entries()) {
    const word = written[at]!.text.toLowerCase();
    if (word === meant) continue;
    const isNumber = isOtherNumberOf(word, meant);
    const steps = isNumber ? 1 : wordDistance(word, meant);
    if (steps === undefined) return undefined;
    distance += steps;
    isOtherNumber &&= isNumber;
  }
  const isShort = spelling.words.length === 1 && spelling.text.length < 8;
  // "Senior Level" is no "Levels" section, and short names have too many real words next to them.
  if (distance === 0 || (isShort && (!isWhole || isOtherNumber))) return undefined;
  const start = written[0]!.start;
  const end = written.at(-1)!.start + written.at(-1)!.text.length;
  return {
    kinds: [spelling.section.kind],
    start,
    end,
    // Singular for plural is no misspelling.
    correction: isOtherNumber ? undefined : matchCase(text.charAt(start), spelling.text),
    suffixes: [],
  };
}

function isOtherNumberOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long === `${short}s` || long === `${short}es`;
}

/** The number of letters that differ; undefined if too many do for the same word. */
function wordDistance(written: string, meant: string): number | undefined {
  if (meant.length < 5 || written.charAt(0) !== meant.charAt(0)) return undefined;
  const limit = meant.length < 10 ? 1 : 2;
  const distance = editDistance(written, meant, limit);
  if (distance > limit) return undefined;
  // Two letters apart may be another word: the first letters must agree.
  if (distance === 2 && written.slice(0, 3) !== meant.slice(0, 3)) return undefined;
  // A verb or adjective of the same stem is another word: "specializes", "qualified".
  return /(?:[iy][sz]es?|ed|ing)$/.test(written) && !/(?:[iy][sz]es?|ed|ing)$/.test(meant) ? undefined : distance;
}

function matchCase(first: string, spelling: string): string {
  return first === first.toLowerCase() ? spelling.charAt(0).toLowerCase() + spelling.slice(1) : spelling;
}
