import type { JobFamily } from '../model/jobFamily.ts';
import { detached, type ProseBlock, proseBlocks, shownProse } from '../model/prose.ts';
import type { Profile, WordAdvice } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';
import { type AdviceMatch, type Match, matchesOf, mayBeName, PhraseList } from './phrases.ts';
import type { RuleContext } from './rule.ts';
import { type CodedWord, WordList } from './wordList.ts';

/** A block of a page and what its words are. Offsets of what is found count from the block's start. */
export interface WordedBlock extends ProseBlock {
  readonly wording: Wording;
}

/** What of a page counts: the whole text as it stands in the file, or paragraphs and bullets alone. */
export type WordMode = 'gitlab' | 'body';

/** The mode that a rule's option names. */
export function wordModeOf(option: string): WordMode {
  return option === 'gitlab' ? 'gitlab' : 'body';
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
  const blocks = proseBlocks(page).map(block => ({ ...block, wording: lexicon.wordingOf(page, block) }));
  worded.set(page, { lexicon, blocks });
  return blocks;
}

/**
 * The stretches of text that a mode counts: for `gitlab` every line of the file, for `body` paragraphs and bullets without
 * those that take over another level's section. Names of roles are still among their words.
 */
export function countedBlocks(
  context: Pick<RuleContext, 'page' | 'profile' | 'linked' | 'family'>,
  mode: WordMode,
): readonly WordedBlock[] {
  const { page, profile, linked, family } = context;
  if (mode === 'gitlab') {
    const lexicon = lexiconOf(profile, linked.misusedTerms);
    return Array.from({ length: page.lines.lineCount }, (_, line) => {
      const span = { start: page.lines.lineStart(line), end: page.lines.lineEnd(line) };
      return { kind: 'paragraph', span, wording: lexicon.wordingOfText(page.lines.lineText(line)) };
    });
  }
  const taken = takenOver(family);
  return wordedBlocks(context).filter(block => block.kind === 'paragraph' && !taken.has(block.span.start));
}

/** The coded words of a page that a mode counts, with their places on it. In `body` names of roles do not count. */
export function countedWords(
  context: Pick<RuleContext, 'page' | 'profile' | 'linked' | 'family'>,
  mode: WordMode,
): readonly CountedWord[] {
  const lexicon = lexiconOf(context.profile, context.linked.misusedTerms);
  const { family } = context;
  const titles = [family.title, ...family.levels.map(level => level.title)]
    .filter(title => mode === 'body' && lexicon.wordingOfText(title).coded.length > 0)
    .map(title => title.toLowerCase());
  const unique = [...new Set(titles)];
  const counted: CountedWord[] = [];
  for (const block of countedBlocks(context, mode)) {
    const { span, wording } = block;
    for (const word of wording.coded)
      if (mode === 'gitlab' || !(word.inRoleName || unique.some(title => standsIn(word, title, wording.lowerCase))))
        counted.push({ block, word, span: placed(span, word) });
  }
  return counted;
}

/** A coded word, the block it stands in, and its place on the page. */
export interface CountedWord {
  readonly block: WordedBlock;
  readonly word: CodedWord;
  readonly span: Span;
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

  wordingOf(page: PageSyntax, block: ProseBlock): Wording {
    const source = page.text.slice(block.span.start, block.span.end);
    if (block.kind === 'front matter') return this.wordingOfText(source);
    return this.keep(this.bySource, source, () => shownProse(page, block));
  }

  /** The words of a text that is taken as it stands. */
  wordingOfText(text: string): Wording {
    return this.keep(this.byText, text, () => detached(text));
  }

  private keep(kept: Map<string, Wording>, source: string, shown: () => string): Wording {
    let wording = kept.get(source);
    if (!wording) {
      if (kept.size >= MOST_KEPT) kept.clear();
      wording = new Wording(shown(), this);
      kept.set(detached(source), wording);
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

/** Where the paragraphs begin that take over another level's section. */
function takenOver(family: JobFamily): ReadonlySet<number> {
  const starts = new Set<number>();
  const sections = [...family.base, ...family.shared, ...family.levels.flatMap(level => level.sections)];
  for (const section of sections)
    for (const bullet of section.bullets) if (bullet.extends) starts.add(bullet.item.contentSpan.start);
  for (const { span, item } of family.levels.flatMap(level => level.extends)) starts.add(item?.contentSpan.start ?? span.start);
  return starts;
}

/** True where a word begins within an occurrence of a role's title, its plural included. */
function standsIn(word: Match, title: string, lowerCase: string): boolean {
  for (let at = lowerCase.indexOf(title); at >= 0 && at <= word.start; at = lowerCase.indexOf(title, at + 1))
    if (word.start < at + title.length && /^s?(?![a-z])/.test(lowerCase.slice(at + title.length, at + title.length + 2)))
      return true;
  return false;
}
