import { type ProseBlock, proseOfBlock, proseOfFrontMatter } from '../model/prose.ts';
import { compilePattern, escapePattern, ownPattern, type Pattern } from '../profile/patterns.ts';
import type { Profile, WordAdvice } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { keptByPart } from '../syntax/pagePart.ts';
import { ownCopy } from '../text/ownCopy.ts';
import { movedSpan, type Span } from '../text/span.ts';
import { type AdviceMatch, type Match, matchesOf, mayBeName, PhraseList } from './phrases.ts';
import type { RuleContext } from './rule.ts';
import { type CodedWord, WordList } from './wordList.ts';

/** A block of a page and what its words are. Offsets of what is found count from the block's start. */
export interface WordedBlock extends ProseBlock {
  readonly wording: Wording;
}

type Context = Pick<RuleContext, 'page' | 'profile' | 'linked'>;

/** The blocks whose words have an answer, by question. */
type TellingBlocks = ReadonlyMap<Question, readonly WordedBlock[]>;

/**
 * The stretches of text that a reader reads for whose words a question has an answer, in page order. All questions are asked
 * at once, as rules on language ask them all, and of most parts of a page it is known that they have no answer.
 */
export function blocksWith(question: Question, context: Context): readonly WordedBlock[] {
  const { page } = context;
  const lexicon = lexiconOf(context);
  if (last?.page !== page || last.lexicon !== lexicon) last = { page, lexicon, telling: tellingBlocks(page, lexicon) };
  return last.telling.get(question) ?? NO_BLOCKS;
}

/** Several rules ask, of one page after another. A weak map would keep what each edit leaves until all of memory is looked at. */
let last: { readonly page: PageSyntax; readonly lexicon: Lexicon; readonly telling: TellingBlocks } | undefined;

const NO_BLOCKS: readonly WordedBlock[] = [];

function tellingBlocks(page: PageSyntax, lexicon: Lexicon): TellingBlocks {
  const telling = new Map<Question, WordedBlock[]>();
  for (const { kind, span, text } of proseOfFrontMatter(page))
    sort([{ kind, span, wording: lexicon.wordingOfText(text) }], telling);
  for (const part of page.parts) {
    const ofPart = tellingOfPart(page, part, lexicon);
    if (ofPart === NOTHING_TOLD) continue;
    for (const [question, blocks] of ofPart)
      for (const { kind, span, wording } of blocks) add(telling, question, { kind, span: movedSpan(span, part.start), wording });
  }
  return telling;
}

/** Places count from the part's beginning. */
const tellingOfPart = keptByPart((asked, lexicon: Lexicon): TellingBlocks => {
  const telling = new Map<Question, WordedBlock[]>();
  const worded = proseOfBlock(asked).map(({ kind, span, text }) => ({ kind, span, wording: lexicon.wordingOfText(text) }));
  sort(worded, telling);
  return telling.size === 0 ? NOTHING_TOLD : telling;
});

const NOTHING_TOLD: TellingBlocks = new Map();

function sort(blocks: readonly WordedBlock[], telling: Map<Question, WordedBlock[]>): void {
  for (const block of blocks)
    for (const question of QUESTIONS) if (block.wording[question].length > 0) add(telling, question, block);
}

function add(telling: Map<Question, WordedBlock[]>, question: Question, block: WordedBlock): void {
  const blocks = telling.get(question);
  if (blocks) blocks.push(block);
  else telling.set(question, [block]);
}

/** The words of a text that is taken as it stands. Kept by text. */
export function wordingOfText(text: string, context: Pick<RuleContext, 'profile' | 'linked'>): Wording {
  return lexiconOf(context).wordingOfText(text);
}

/** Where a match stands on the page. */
export function placed(block: Span, match: Match): Span {
  return { start: block.start + match.start, end: block.start + match.end };
}

/** What the words of one stretch of text are; each question is answered when first asked. */
export class Wording {
  private kept: { [Question in keyof Answers]?: Answers[Question] } = {};

  /** `text`: as a reader sees it, as long as what stands in the file. */
  constructor(
    readonly text: string,
    private readonly lexicon: Lexicon,
  ) {}

  get lowerCase(): string {
    this.kept.lowerCase ??= this.text.toLowerCase();
    return this.kept.lowerCase;
  }

  get coded(): readonly CodedWord[] {
    this.kept.coded ??= this.lexicon.coded.find(this.text);
    return this.kept.coded;
  }

  /** Masculine-coded words for which there is a neutral one. */
  get alternatives(): readonly AdviceMatch[] {
    this.kept.alternatives ??= this.lexicon.alternatives.find(this.text);
    return this.kept.alternatives;
  }

  get fixedMindset(): readonly AdviceMatch[] {
    this.kept.fixedMindset ??= this.lexicon.fixedMindset.find(this.text);
    return this.kept.fixedMindset;
  }

  get pronouns(): readonly AdviceMatch[] {
    // In capitals it is the abbreviation of something.
    this.kept.pronouns ??= this.lexicon.pronouns.find(this.text).filter(({ written }) => !/^\p{Lu}{2,}$/u.test(written));
    return this.kept.pronouns;
  }

  get misused(): readonly AdviceMatch[] {
    this.kept.misused ??= this.lexicon.misused.find(this.text);
    return this.kept.misused;
  }

  /** Words that the company's own list advises against. */
  get companyTerms(): readonly AdviceMatch[] {
    this.kept.companyTerms ??= this.lexicon.companyTerms.find(this.text).filter(match => !mayBeName(match, this.text));
    return this.kept.companyTerms;
  }

  get vacancy(): readonly Match[] {
    this.kept.vacancy ??= matchesOf(this.text, this.lexicon.vacancy);
    return this.kept.vacancy;
  }

  get locations(): readonly Match[] {
    this.kept.locations ??= matchesOf(this.text, this.lexicon.locations);
    return this.kept.locations;
  }

  get years(): readonly Match[] {
    this.kept.years ??= matchesOf(this.text, this.lexicon.years);
    return this.kept.years;
  }

  get priorExperience(): readonly Match[] {
    this.kept.priorExperience ??= matchesOf(this.text, this.lexicon.priorExperience);
    return this.kept.priorExperience;
  }
}

/** What rules ask of the words of a text. */
const QUESTIONS = [
  'coded',
  'fixedMindset',
  'pronouns',
  'misused',
  'companyTerms',
  'vacancy',
  'locations',
  'years',
  'priorExperience',
] as const;

export type Question = (typeof QUESTIONS)[number];

interface Answers {
  lowerCase: string;
  coded: readonly CodedWord[];
  alternatives: readonly AdviceMatch[];
  fixedMindset: readonly AdviceMatch[];
  pronouns: readonly AdviceMatch[];
  misused: readonly AdviceMatch[];
  companyTerms: readonly AdviceMatch[];
  vacancy: readonly Match[];
  locations: readonly Match[];
  years: readonly Match[];
  priorExperience: readonly Match[];
}

/** As many texts are kept a lexicon, some pages of them; then all are forgotten at once. */
const MOST_KEPT = 2_000;

/** A profile's word lists made ready. */
class Lexicon {
  readonly coded: WordList;
  readonly alternatives: PhraseList;
  readonly fixedMindset: PhraseList;
  readonly pronouns: PhraseList;
  readonly misused: PhraseList;
  readonly companyTerms: PhraseList;
  readonly vacancy: readonly Pattern[];
  readonly locations: readonly Pattern[];
  readonly years: readonly Pattern[];
  readonly priorExperience: readonly Pattern[];
  private readonly byText = new Map<string, Wording>();

  constructor(profile: Profile, companyTerms: readonly WordAdvice[]) {
    const { words } = profile;
    // The profile's own advice, which knows exceptions, counts before the company's.
    const told = new Set([...(words.companyWordsLeftOut ?? []), ...words.misused.map(one => one.avoid)].map(lowerCase));
    this.coded = new WordList(profile);
    this.alternatives = new PhraseList(words.alternatives, true);
    this.fixedMindset = new PhraseList(words.fixedMindset, true);
    this.pronouns = new PhraseList(words.pronouns, false);
    this.misused = new PhraseList(words.misused, true);
    this.companyTerms = new PhraseList(
      companyTerms.filter(({ avoid }) => !told.has(lowerCase(avoid))),
      true,
    );
    this.vacancy = words.vacancy.map(source => compilePattern(source));
    this.locations = wholeNames(words.locations);
    this.years = words.yearsOfExperience.map(source => compilePattern(source));
    this.priorExperience = words.priorExperience.map(source => compilePattern(source));
  }

  /** The words of a text. Kept by text: of a list with one changed point, the others are as they were. */
  wordingOfText(text: string): Wording {
    let wording = this.byText.get(text);
    if (!wording) {
      if (this.byText.size >= MOST_KEPT) this.byText.clear();
      const alone = ownCopy(text);
      wording = new Wording(alone, this);
      this.byText.set(alone, wording);
    }
    return wording;
  }
}

const lexicons = new WeakMap<Profile, WeakMap<readonly WordAdvice[], Lexicon>>();

function lexiconOf({ profile, linked: { misusedTerms: companyTerms } }: Pick<RuleContext, 'profile' | 'linked'>): Lexicon {
  let ofProfile = lexicons.get(profile);
  if (!ofProfile) {
    ofProfile = new WeakMap();
    lexicons.set(profile, ofProfile);
  }
  let lexicon = ofProfile.get(companyTerms);
  if (!lexicon) {
    lexicon = new Lexicon(profile, companyTerms);
    ofProfile.set(companyTerms, lexicon);
  }
  return lexicon;
}

/** Returns one pattern for all names as they are written. The longest name wins. */
function wholeNames(names: readonly string[]): readonly Pattern[] {
  const sources = [...names].sort((a, b) => b.length - a.length).map(escapePattern);
  return sources.length === 0 ? [] : [ownPattern(`(?<![\\w-])(?:${sources.join('|')})(?!\\w)`, { matchCase: true })];
}

function lowerCase(word: string): string {
  return word.toLowerCase();
}
