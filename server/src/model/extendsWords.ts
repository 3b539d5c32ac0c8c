import type { ExtendsWordClass, Profile, SectionKind } from '../profile/profile.ts';
import { editDistance } from '../text/editDistance.ts';
import type { Span } from '../text/span.ts';

/** A word, phrase or mark of a sentence with its part in it. Places count from the sentence's beginning. */
export interface Lexeme extends Span {
  /** Lower case. */
  readonly text: string;
  /** `word`: no word of the grammar, perhaps one of a name; `mark`: punctuation, one sign each. */
  readonly type: ExtendsWordClass | 'kind' | 'word' | 'mark';
  /** The section that it names. */
  readonly kind: SectionKind | undefined;
  /** True for a section's name in the singular, which may be a common word: "responsibility for". */
  readonly singular: boolean;
}

interface Phrase {
  readonly words: readonly string[];
  readonly type: Lexeme['type'];
  readonly kind?: SectionKind | undefined;
  readonly singular?: boolean;
}

interface Lexicon {
  /** By their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Names of sections that are one word, long enough to be known with two letters off. */
  readonly longKinds: readonly { readonly kind: SectionKind; readonly word: string }[];
  /** Verbs that are known with one letter off. */
  readonly verbs: readonly string[];
  /** True for a source text in which a sentence may extend; most others are ruled out by it quickly. */
  readonly hint: RegExp;
}

/** Classes in the order in which they claim a phrase that several have. */
const CLASSES: readonly ExtendsWordClass[] = [
  'extending',
  'building',
  'including',
  'applying',
  'helping',
  'denying',
  'besides',
  'adding',
  'everything',
  'quantifiers',
  'articles',
  'naming',
  'linking',
  'joining',
  'base',
  'above',
  'roles',
  'contents',
  'subjects',
  'ending',
  'placed',
];

/** Words of names and of the grammar, and single marks. A dot, apostrophe or hyphen within a word is a part of it. */
const TOKEN = /['\u2019]s(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:[.'\u2019-][\p{L}\p{N}]+)*['\u2019]?|[^\s\p{L}\p{N}]/gu;

/** What a sentence extends comes at its start: so much of it is read. */
const MAX_TOKENS = 200;

/** The words and marks of a sentence's beginning, the longest phrases of the profile as one. */
export function lexemesOf(text: string, profile: Profile): readonly Lexeme[] {
  const { phrases, longKinds } = lexiconOf(profile);
  const tokens: { readonly text: string; readonly start: number; readonly end: number }[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (tokens.length === MAX_TOKENS) break;
    tokens.push({ text: token.toLowerCase().replaceAll('\u2019', "'"), start: index, end: index + token.length });
  }
  const lexemes: Lexeme[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!;
    const phrase = phrases.get(token.text)?.find(({ words }) => words.every((word, i) => tokens[at + i]?.text === word));
    if (phrase) {
      const { type, kind, singular = false, words } = phrase;
      lexemes.push({ text: words.join(' '), type, kind, singular, start: token.start, end: tokens[at + words.length - 1]!.end });
      at += words.length;
      continue;
    }
    const isWord = /^[\p{L}\p{N}]/u.test(token.text);
    const typo = token.text.length > 9 ? longKinds.find(({ word }) => editDistance(token.text, word, 2) <= 2) : undefined;
    lexemes.push({ ...token, type: typo ? 'kind' : isWord ? 'word' : 'mark', kind: typo?.kind, singular: false });
    at++;
  }
  return lexemes;
}

/** How far a reader looks past words that do not matter: nobody writes more of them, and reading stays linear. */
const MAX_SKIPPED = 24;

/** The words of a sentence, to be asked for by their places; places beyond the end have no type. */
export class LexemeReader {
  protected readonly lexemes: readonly Lexeme[];

  constructor(
    protected readonly text: string,
    protected readonly profile: Profile,
  ) {
    this.lexemes = lexemesOf(text, profile);
  }

  protected links(at: number): boolean {
    return this.is(at, 'linking') || this.is(at, 'naming');
  }

  protected goesOn(at: number): boolean {
    return this.isName(at) || (this.is(at, 'articles') && this.isName(at + 1));
  }

  protected isName(at: number): boolean {
    return this.is(at, 'word') || this.is(at, 'base');
  }

  protected endsAt(at: number): boolean {
    const lexeme = this.lexemes[at];
    return lexeme === undefined || lexeme.type === 'mark' || lexeme.type === 'adding';
  }

  protected is(at: number, type: Lexeme['type']): boolean {
    return this.lexemes[at]?.type === type;
  }

  protected isMark(at: number, mark: string): boolean {
    return this.lexemes[at]?.text === mark;
  }

  /** The first lexeme from `from` on of another type, and none of these marks. */
  protected skip(from: number, types: readonly Lexeme['type'][], marks = ''): number {
    let at = from;
    const end = Math.min(this.lexemes.length, from + MAX_SKIPPED);
    while (at < end && (types.includes(this.lexemes[at]!.type) || marks.includes(this.lexemes[at]!.text))) at++;
    return at;
  }
}

/** The verb that a word is with one letter off; undefined where none, or where it is one. */
export function misspelledVerb(word: string, profile: Profile): string | undefined {
  if (word.length < 5) return undefined;
  const { verbs } = lexiconOf(profile);
  return verbs.includes(word)
    ? undefined
    : verbs.find(verb => verb.charAt(0) === word.charAt(0) && editDistance(word, verb, 1) <= 1);
}

/** False for most source texts in which no sentence extends anything. */
export function mayExtend(source: string, profile: Profile): boolean {
  return lexiconOf(profile).hint.test(source);
}

const lexicons = new WeakMap<Profile, Lexicon>();

function lexiconOf(profile: Profile): Lexicon {
  let lexicon = lexicons.get(profile);
  if (!lexicon) {
    lexicon = makeLexicon(profile);
    lexicons.set(profile, lexicon);
  }
  return lexicon;
}

function makeLexicon(profile: Profile): Lexicon {
  const { words } = profile.extends;
  const kinds = profile.sections
    .filter(section => profile.extendableSections.includes(section.kind))
    .flatMap(({ kind, canonical, spellings }) =>
      spellings.map(
        (spelling): Phrase => ({
          words: tokensOf(spelling),
          type: 'kind',
          kind,
          singular: spelling.length < canonical.length && canonical.startsWith(spelling.slice(0, -1)),
        }),
      ),
    );
  const known = CLASSES.flatMap(type => words[type].map((phrase): Phrase => ({ words: tokensOf(phrase), type })));
  const phrases = new Map<string, Phrase[]>();
  for (const phrase of [...kinds, ...known]) {
    const first = phrase.words[0];
    if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  const longKinds = kinds.flatMap(({ kind, words: [word, more] }) =>
    kind && word !== undefined && word.length > 9 && more === undefined ? [{ kind, word }] : [],
  );
  const telling = [
    ...kinds.map(phrase => phrase.words.join(' ').slice(0, 3)),
    ...['extending', 'building', 'everything', 'above', 'roles', 'contents'].flatMap(type => words[type as ExtendsWordClass]),
  ];
  const beginnings = [...new Set(telling.map(word => escaped(word).replace(/\s+/g, '\\s+')))];
  return {
    phrases,
    longKinds,
    verbs: words.extending.filter(verb => !verb.includes(' ')),
    hint: new RegExp(`\\b(?:${beginnings.join('|')})|^[\\s"\u201c*_[]*(?:${firstLetters(words.extending)})\\p{L}{3,}`, 'iu'),
  };
}

/** The verbs' first letters: with another letter off, a sentence may still begin with one. */
function firstLetters(verbs: readonly string[]): string {
  return [...new Set(verbs.map(verb => escaped(verb.charAt(0))))].join('|');
}

function tokensOf(phrase: string): string[] {
  return [...phrase.toLowerCase().matchAll(TOKEN)].map(match => match[0]);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
