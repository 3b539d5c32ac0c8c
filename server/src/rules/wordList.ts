import type { Profile } from '../profile/profile.ts';
import { type Match, PhraseList } from './phrases.ts';

/** Which of the coded lists a word belongs to. */
export type Coding = 'masculine' | 'feminine' | 'growth';

/** A word of a text that begins with a stem of a list. */
export interface CodedWord extends Match {
  readonly coding: Coding;
  /** In lower case. */
  readonly word: string;
  /** True where it is a part of the name of a role, such as "Lead" in "the Lead Editor". */
  readonly inRoleName: boolean;
  /** True if it names the work itself, as “analysis” does. */
  readonly isTradeWord: boolean;
}

interface Token extends Match {
  readonly text: string;
}

const WORD = /[a-zà-öø-ÿ]+(?:['’][a-zà-öø-ÿ]+)*/gi;
const HYPHENATED = /[a-zà-öø-ÿ'’]+(?:-[a-zà-öø-ÿ'’]+)+/gi;

/**
 * The coded words of a text. A word that begins with several stems of a list counts once. Of a word with hyphens each part is a
 * word, unless the whole begins with a stem that has one itself.
 */
export class WordList {
  private readonly lists: readonly { readonly coding: Coding; readonly stems: Stems }[];
  private readonly seniority: ReadonlySet<string>;
  private readonly tradeWords: PhraseList;

  constructor({ words, seniority }: Profile) {
    this.lists = [
      { coding: 'masculine', stems: new Stems(words.masculineCoded) },
      { coding: 'feminine', stems: new Stems(words.feminineCoded) },
      { coding: 'growth', stems: new Stems(words.growthMindset) },
    ];
    this.tradeWords = new PhraseList(
      (words.tradeWords ?? []).map(avoid => ({ avoid, useInstead: [] })),
      false,
    );
    this.seniority = new Set(
      seniority
        .flatMap(one => (one.words ?? []).flatMap(word => word.toLowerCase().split(/\s+/)))
        .filter(word => word.length > 2),
    );
  }

  find(text: string): CodedWord[] {
    const tokens = this.tokensOf(text);
    const found: CodedWord[] = [];
    let roleNames: ReadonlySet<Token> | undefined;
    let tradeWords: readonly Match[] | undefined;
    for (const token of tokens) {
      const word = token.text.toLowerCase();
      for (const { coding, stems } of this.lists) {
        if (!stems.begin(word)) continue;
        roleNames ??= this.roleNames(text, tokens);
        tradeWords ??= this.tradeWords.find(text);
        const isTradeWord = tradeWords.some(({ start, end }) => start <= token.start && token.end <= end);
        found.push({ coding, word, start: token.start, end: token.end, inRoleName: roleNames.has(token), isTradeWord });
      }
    }
    return found;
  }

  private tokensOf(text: string): Token[] {
    const wholes: Token[] = [];
    if (text.includes('-'))
      for (const match of text.matchAll(HYPHENATED))
        if (this.lists.some(({ stems }) => stems.beginHyphenated(match[0].toLowerCase()))) wholes.push(tokenOf(match));
    const tokens = [...text.matchAll(WORD)].map(tokenOf);
    if (wholes.length === 0) return tokens;
    const single = tokens.filter(one => !wholes.some(whole => whole.start <= one.start && one.end <= whole.end));
    return [...single, ...wholes].sort((a, b) => a.start - b.start);
  }

  /** The words of runs of capitalised words that hold a seniority word: names of roles, as far as a page's own levels do not tell. */
  private roleNames(text: string, tokens: readonly Token[]): ReadonlySet<Token> {
    const names = new Set<Token>();
    let run: Token[] = [];
    const close = (): void => {
      if (run.some(token => this.seniority.has(singular(token.text.toLowerCase())))) for (const token of run) names.add(token);
      run = [];
    };
    let before: Token | undefined;
    for (const token of tokens) {
      const gap = text.slice(before?.end ?? 0, token.start);
      const begins = before === undefined || /[.!?:;]\s*$/.test(gap);
      if (begins || !/^[ ,&/-]{0,3}$/.test(gap)) close();
      before = token;
      if (/^(?:of|for|and)$/.test(token.text) && run.length > 0) continue;
      if (!/^[A-ZÀ-ÖØ-Þ]/.test(token.text)) close();
      // What begins a sentence has its capital from there: "Lead Sales teams".
      else if (!begins || !this.lists.some(({ stems }) => stems.begin(token.text.toLowerCase()))) run.push(token);
    }
    close();
    return names;
  }
}

/** Beginnings of words, looked up by their first letter. */
class Stems {
  private readonly byLetter = new Map<string, string[]>();
  private readonly hyphenated: readonly string[];

  constructor(stems: readonly string[]) {
    const lower = stems.map(stem => stem.toLowerCase()).filter(stem => stem !== '');
    for (const stem of lower) {
      const same = this.byLetter.get(stem.charAt(0));
      if (same) same.push(stem);
      else this.byLetter.set(stem.charAt(0), [stem]);
    }
    this.hyphenated = lower.filter(stem => stem.includes('-'));
  }

  begin(word: string): boolean {
    return this.byLetter.get(word.charAt(0))?.some(stem => word.startsWith(stem)) ?? false;
  }

  beginHyphenated(word: string): boolean {
    return this.hyphenated.some(stem => word.startsWith(stem));
  }
}

function tokenOf(match: RegExpExecArray): Token {
  return { text: match[0], start: match.index, end: match.index + match[0].length };
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}
