import type { OwnLadderWords, Track } from '../../profile/profile.ts';

/** A heading, cell or name read as that of a level. */
export interface ReadLevelName {
  /** As one would print it: no label, no years. The mark itself where there is nothing else. */
  readonly title: string;
  /** The short mark: "L3", "IC2", or "4" of "Level 4"; undefined without one. */
  readonly label: string | undefined;
  /** The letters of the mark, or `''` for "Level 4"; undefined without a mark. */
  readonly prefix: string | undefined;
  readonly number: number | undefined;
  /** Index of the seniority group that the title's words name; undefined without such a word. */
  readonly seniority: number | undefined;
  /** A Roman or Arabic number at the title's end: 2 for "Baker II". */
  readonly numeral: number | undefined;
  /** True if the number at the end is Roman. */
  readonly isRoman: boolean;
  /** False if there are words before and after that of seniority: "Hiring Manager Processes" is about managers. */
  readonly isTitle: boolean;
  /** The words besides seniority, numerals and words of no meaning; lower case. */
  readonly base: readonly string[];
  /** The track that the title's words say; undefined if they say none. */
  readonly track: Track | undefined;
}

/** Longer names are sentences. */
const MAX_LENGTH = 90;
const MAX_WORDS = 9;

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6, vii: 7 };
const FILL_WORDS: ReadonlySet<string> = new Set([
  'of',
  'the',
  'and',
  'for',
  'a',
  'an',
  'de',
  'des',
  'du',
  'der',
  'die',
  'das',
  'und',
  'et',
  'y',
  'i',
  'level',
]);

/** Reads names of levels by a profile's words. */
export class LevelNames {
  private readonly seniority = new Map<string, number>();
  private readonly management: ReadonlySet<string>;
  private readonly frame: ReadonlySet<string>;
  private readonly titleFrame: ReadonlySet<string>;
  private readonly all: ReadonlySet<string>;
  private readonly notMarks: ReadonlySet<string>;
  /** "Level 3", "Grade IC4", "Level II". */
  private readonly word: RegExp;
  private readonly parts: ReadonlyMap<string, Track>;

  constructor(readonly words: OwnLadderWords) {
    for (const [rank, group] of words.seniority.entries()) for (const word of group) this.seniority.set(word.toLowerCase(), rank);
    this.management = lowerSet(words.management);
    this.frame = lowerSet(words.frame);
    this.titleFrame = lowerSet(words.titleFrame);
    this.all = lowerSet(words.all);
    this.notMarks = new Set(words.notMarks.map(mark => mark.toUpperCase()));
    const markWord = words.markWords.map(word => word.replace(/[^\p{L}]/gu, '')).join('|');
    this.word = new RegExp(`^(?:job\\s+)?(?:${markWord})\\s*[#:]?\\s*(\\p{Lu}{0,3}?)(\\d{1,2}|[IV]{1,4})(\\+?)$`, 'iu');
    this.parts = new Map(
      (['individual-contributor', 'management'] as const).flatMap(track =>
        words.parts[track].map(name => [name.toLowerCase(), track] as const),
      ),
    );
  }

  /** Returns what a name says; undefined for a question, a sentence, an arrow between levels, or nothing. */
  read(text: string): ReadLevelName | undefined {
    if (text.length > MAX_LENGTH * 2) return undefined;
    // "3. Senior Baker": the number counts headings.
    let rest = plainName(text).replace(/^\d{1,2}[.)]\s+/, '');
    if (rest === '' || rest.length > MAX_LENGTH || /[?!]\s*$|[\u2192\u21d2]|->|=>/.test(rest)) return undefined;
    let track: Track | undefined;
    // Brackets at the end: a label, a track, or a remark (years, "not in use").
    for (let bracket = BRACKET.exec(rest); bracket; bracket = BRACKET.exec(rest)) {
      const inside = bracket[2]!.trim();
      const mark = this.markOf(inside);
      track ??= this.trackOfPart(inside);
      if (mark) {
        const title = bracket[1]!.trim();
        return title === '' ? undefined : this.made(title, mark, track);
      }
      // "Level 1 (Junior Baker)": the title is in the bracket.
      const before = this.markOf(bracket[1]!.trim());
      if (before && !/\d/.test(inside) && this.trackOfPart(inside) === undefined) return this.made(inside, before, track);
      if (this.trackOfPart(inside) === undefined && !/\d|\bnot\b/i.test(inside)) break;
      rest = bracket[1]!.trim();
      if (rest === '') return undefined;
    }
    if (rest.split(/\s+/).length > MAX_WORDS) return undefined;
    const bare = this.markOf(rest);
    if (bare)
      return {
        ...this.made(bare.isWord ? rest : bare.label, bare, track),
        base: [],
        seniority: undefined,
        numeral: undefined,
        isRoman: false,
      };
    const before = /^(\S+(?:\s+\d{1,2}\+?)?)\s*(?:[:.|\u2013\u2014]\s+|\s[-\u2013\u2014|/]\s*)(\S.*)$/.exec(rest);
    const first = before && this.markOf(before[1]!);
    if (first) return this.made(before[2]!.trim(), first, track);
    const after = /^(.*\S)(?:\s*[:|\u2013\u2014,]\s*|\s-\s)(\S+(?:\s+\d{1,2}\+?)?)$/.exec(rest);
    const last = after && this.markOf(after[2]!);
    if (last) return this.made(after[1]!.trim(), last, track);
    // "L3 Baker" and "Level 3 Baker": a mark without a separator, followed by a title.
    const joined = /^(\p{Lu}{1,4}\d{1,2}\+?|\p{L}+\s\d{1,2}\+?)\s+(\p{Lu}.*)$/u.exec(rest);
    const joinedMark = joined && this.markOf(joined[1]!);
    if (joinedMark) return this.made(joined[2]!.trim(), joinedMark, track);
    return this.made(rest, undefined, track);
  }

  /** A heading that holds a track's levels: "Individual Contributor Track"; undefined for any other. */
  trackOfPart(text: string): Track | undefined {
    const words = plainName(text)
      .toLowerCase()
      .split(/[\s/&()-]+/)
      .filter(word => word !== '');
    const kept = words.filter(word => !this.frame.has(word));
    return kept.length === 0 || kept.length > 3 ? undefined : this.parts.get(kept.join(' '));
  }

  /** True for a heading that applies to all levels: "All levels". */
  isForAll(text: string): boolean {
    const words = plainName(text).toLowerCase().split(/\s+/);
    return words.length > 1 && words.length < 4 && this.all.has(words[0]!) && words.slice(1).every(word => this.frame.has(word));
  }

  /** A page's or heading's title without words such as "career ladder"; as it is if nothing would be left. */
  professionOf(title: string): string {
    const name = plainName(title);
    const words = name.split(/\s+/);
    const isFrame = (word: string | undefined): boolean =>
      word !== undefined && this.titleFrame.has(word.toLowerCase().replace(/[:,.]$/, ''));
    let end = words.length;
    while (end > 0 && (isFrame(words[end - 1]) || /^[-:|\u2013\u2014]$/.test(words[end - 1]!))) end--;
    // "Roles of the career framework" is no profession.
    return end === 0 || FILL_WORDS.has(words[end - 1]!.toLowerCase()) ? name : words.slice(0, end).join(' ').replace(/[:,]$/, '');
  }

  /** True for a word that says how senior somebody is. */
  isSeniority(word: string): boolean {
    return this.seniority.has(word.toLowerCase());
  }

  /** The beginning that a word has in common with its other forms: "engineer", "engineering". */
  stemOf(word: string): string {
    return word.length > STEM_LENGTH ? word.slice(0, STEM_LENGTH) : word;
  }

  private markOf(text: string): Mark | undefined {
    const letters = /^(\p{Lu}{1,4})-?(\d{1,2})(\+?)$/u.exec(text);
    if (letters) {
      if (this.notMarks.has(letters[1]!)) return undefined;
      return { label: text, prefix: letters[1]!, number: Number(letters[2]), isWord: false };
    }
    const word = this.word.exec(text);
    if (!word) return undefined;
    const [, before = '', digits = '', plus = ''] = word;
    const number = /^\d/.test(digits) ? Number(digits) : ROMAN[digits.toLowerCase()];
    if (number === undefined) return undefined;
    return { label: `${before}${digits}${plus}`, prefix: before.toUpperCase(), number, isWord: true };
  }

  private isTitle(title: string, hasNumeral: boolean): boolean {
    // Behind a comma or "of" is the field: "Manager, Ovens", "Head of Ovens".
    const head = /^(.*?)(?:,|\s(?:of|for|de|du|des|der|für)\s|\s[-\u2013\u2014]\s|\()/i.exec(title)?.[1] ?? title;
    const words = head.split(/[\s/&-]+/).filter(word => word !== '' && !FILL_WORDS.has(word.toLowerCase()));
    if (hasNumeral && head === title) words.pop();
    const first = words.findIndex(word => this.isSeniority(word));
    if (first < 0) return true;
    const last = words.findLastIndex(word => this.isSeniority(word));
    return first === 0 || last === words.length - 1;
  }

  private made(title: string, mark: Mark | undefined, track: Track | undefined): ReadLevelName {
    const words = title
      .toLowerCase()
      .replace(/[\u2018\u2019']/g, '')
      .split(/[\s,/&()-]+/)
      .filter(word => word !== '');
    const ranks = words.flatMap(word => this.seniority.get(word) ?? []);
    const last = words.at(-1) ?? '';
    const numeral = words.length > 1 ? (ROMAN[last] ?? (/^\d$/.test(last) ? Number(last) : undefined)) : undefined;
    const base = words.filter(
      (word, at) => !this.seniority.has(word) && !FILL_WORDS.has(word) && !(numeral !== undefined && at === words.length - 1),
    );
    const leads = words.some(word => this.management.has(word));
    return {
      title,
      label: mark?.label,
      prefix: mark?.prefix,
      number: mark?.number,
      seniority: ranks.length === 0 ? undefined : Math.max(...ranks) + 0.1 * (ranks.length - 1),
      numeral,
      isRoman: numeral !== undefined && last in ROMAN,
      isTitle: this.isTitle(title, numeral !== undefined),
      base,
      track: track ?? (leads ? 'management' : undefined),
    };
  }
}

const STEM_LENGTH = 6;

interface Mark {
  readonly label: string;
  readonly prefix: string;
  readonly number: number;
  /** True for "Level 3", false for "L3". */
  readonly isWord: boolean;
}

const BRACKET = /^(.*?)\s*[([]([^()[\]]*)[)\]]$/s;

/** A name without emoji, marks of emphasis and blanks around it. */
export function plainName(text: string): string {
  return text
    .replace(/[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\ufe0f\u200d]/gu, ' ')
    .replace(/:[a-z_]+:/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s#:*_\u2013\u2014-]+|[\s#:*_\u2013\u2014-]+$/g, '');
}

function lowerSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(word => word.toLowerCase()));
}

const known = new WeakMap<OwnLadderWords, LevelNames>();

/** The reader of a profile's words. */
export function levelNamesOf(words: OwnLadderWords): LevelNames {
  let names = known.get(words);
  if (!names) {
    names = new LevelNames(words);
    known.set(words, names);
  }
  return names;
}
