import { type ProseBlock, proseBlocks, shownFrontMatter, shownProse } from '../model/prose.ts';
import type { Profile, WordAdvice } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { PagePart } from '../syntax/pagePart.ts';
import { ownCopy } from '../text/ownCopy.ts';
import { movedSpan, type Span } from '../text/span.ts';
import { type AdviceMatch, type Match, matchesOf, mayBeName, PhraseList } from './phrases.ts';
import type { RuleContext } from './rule.ts';
import { type CodedWord, WordList } from './wordList.ts';

/** A block of a page and what its words are. Offsets of what is found count from the block's start. */
export interface WordedBlock extends ProseBlock {
  readonly wording: Wording;
}

/** Each stretch of text that a reader reads, with its words. Kept by page: all rules on language ask for it at every edit. */
export function wordedBlocks({
  page,
  profile,
  linked,
}: Pick<RuleContext, 'page' | 'profile' | 'linked'>): readonly WordedBlock[] {
  const lexicon = lexiconOf(profile, linked.misusedTerms);
  const kept = worded.get(page);
  if (kept?.lexicon === lexicon) return kept.blocks;
  const blocks: WordedBlock[] = shownFrontMatter(page).map(block => ({
    ...block,
    wording: lexicon.wordingOfText(page.text.slice(block.span.start, block.span.end)),
  }));
  for (const { part, start } of page.parts)
    for (const { kind, span, wording } of lexicon.blocksOf(part)) blocks.push({ kind, span: movedSpan(span, start), wording });
  worded.set(page, { lexicon, blocks });
  return blocks;
}

/** The words of a text that is taken as it stands. Kept by text. */
export function wordingOfText(text: string, { profile, linked }: Pick<RuleContext, 'profile' | 'linked'>): Wording {
  return lexiconOf(profile, linked.misusedTerms).wordingOfText(text);
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

/** As many stretches of text are kept a lexicon; then all are forgotten at once. */
const MOST_KEPT = 10_000;

/**
 * A profile's word lists made ready, and what was found with them: from one edit to the next a page's paragraphs stay as they
 * are but for one, so they are known by their text.
 */
class Lexicon {
  readonly coded: WordList;
  readonly alternatives: PhraseList;
  readonly fixedMindset: PhraseList;
  readonly pronouns: PhraseList;
  readonly misused: PhraseList;
  readonly companyTerms: PhraseList;
  readonly vacancy: readonly RegExp[];
  readonly locations: readonly RegExp[];
  readonly years: readonly RegExp[];
  readonly priorExperience: readonly RegExp[];
  private readonly byPart = new WeakMap<PagePart, readonly WordedBlock[]>();
  private readonly bySource = new Map<string, Wording>();
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
    this.vacancy = words.vacancy.map(ignoringCase);
    this.locations = wholeNames(words.locations);
    this.years = words.yearsOfExperience.map(ignoringCase);
    this.priorExperience = words.priorExperience.map(ignoringCase);
  }

  /** The blocks of a part and their words; places count from the part's beginning. */
  blocksOf(part: PagePart): readonly WordedBlock[] {
    let blocks = this.byPart.get(part);
    if (!blocks) {
      blocks = proseBlocks(part).map(block => ({ ...block, wording: this.wordingOf(part, block) }));
      this.byPart.set(part, blocks);
    }
    return blocks;
  }

  private wordingOf(part: PagePart, block: ProseBlock): Wording {
    const source = part.source.slice(block.span.start, block.span.end);
    return this.keep(this.bySource, source, () => shownProse(part, block));
  }

  /** The words of a text that is taken as it stands. */
  wordingOfText(text: string): Wording {
    return this.keep(this.byText, text, () => ownCopy(text));
  }

  private keep(kept: Map<string, Wording>, source: string, shown: () => string): Wording {
    let wording = kept.get(source);
    if (!wording) {
      if (kept.size >= MOST_KEPT) kept.clear();
      wording = new Wording(shown(), this);
      kept.set(ownCopy(source), wording);
    }
    return wording;
  }
}

const worded = new WeakMap<PageSyntax, { readonly lexicon: Lexicon; readonly blocks: readonly WordedBlock[] }>();
const lexicons = new WeakMap<Profile, WeakMap<readonly WordAdvice[], Lexicon>>();

function lexiconOf(profile: Profile, companyTerms: readonly WordAdvice[]): Lexicon {
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

/** One pattern for all names, as they are written; the longest first, so that it wins. */
function wholeNames(names: readonly string[]): readonly RegExp[] {
  const sources = [...names].sort((a, b) => b.length - a.length).map(name => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return sources.length === 0 ? [] : [new RegExp(`(?<![\\w-])(?:${sources.join('|')})(?!\\w)`, 'g')];
}

function lowerCase(word: string): string {
  return word.toLowerCase();
}

function ignoringCase(source: string): RegExp {
  return new RegExp(source, 'gi');
}
