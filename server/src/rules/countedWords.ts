import type { JobFamily } from '../model/jobFamily.ts';
import { containsSpan, type Span } from '../text/span.ts';
import { beginsSentence, type Match } from './phrases.ts';
import type { RuleContext } from './rule.ts';
import { blocksWith, placed, type WordedBlock, wordingOfText } from './wording.ts';
import type { CodedWord } from './wordList.ts';

/** What of a page counts: the whole text as it stands in the file, or paragraphs and bullets alone. */
export type WordMode = 'gitlab' | 'body';

type Context = Pick<RuleContext, 'page' | 'profile' | 'linked' | 'family'>;

/** A coded word, the block it stands in, and its place on the page. */
export interface CountedWord {
  readonly block: WordedBlock;
  readonly word: CodedWord;
  readonly span: Span;
}

/** The mode that a rule's option names. */
export function wordModeOf(option: string): WordMode {
  return option === 'gitlab' ? 'gitlab' : 'body';
}

/**
 * The stretches of text of a mode whose words answer a question: for `gitlab` among all lines of the file, for `body` among
 * paragraphs and bullets without those that take over another level's section. Names of roles are still among their words.
 */
export function countedBlocks(question: 'coded' | 'fixedMindset', context: Context, mode: WordMode): readonly WordedBlock[] {
  const { page, family } = context;
  if (mode === 'gitlab')
    return Array.from({ length: page.lines.lineCount }, (_, line): WordedBlock => {
      const span = { start: page.lines.lineStart(line), end: page.lines.lineEnd(line) };
      return { kind: 'paragraph', span, wording: wordingOfText(page.lines.lineText(line), context) };
    }).filter(({ wording }) => wording[question].length > 0);
  const taken = takenOver(family);
  return blocksWith(question, context).filter(block => block.kind === 'paragraph' && !taken.has(block.span.start));
}

/** The coded words of a page that a mode counts, with their places on it. In `body` names of roles and words of the trade do not count. */
export function countedWords(context: Context, mode: WordMode): readonly CountedWord[] {
  const names = mode === 'body' ? new RoleNames(context) : undefined;
  const counted: CountedWord[] = [];
  for (const block of countedBlocks('coded', context, mode)) {
    for (const word of block.wording.coded)
      if (!names || !(word.isTradeWord || names.hold(block, word))) counted.push({ block, word, span: placed(block.span, word) });
  }
  return counted;
}

/** What a page calls roles: its own, by their titles and the words of these, and those that it links to. */
class RoleNames {
  /** In lower case; those without a coded word are nobody's trouble. */
  private readonly titles: readonly string[];
  private readonly words: ReadonlySet<string>;
  /** The texts of links to pages of the same folder, in page order. */
  private readonly links: readonly Span[];
  private linkAt = 0;

  constructor(context: Context) {
    const { family, linked, page } = context;
    const titles = new Set([family.title, ...family.levels.map(level => level.title)]);
    const coded = [...titles].filter(title => wordingOfText(title, context).coded.length > 0);
    this.titles = coded.map(title => title.toLowerCase());
    this.words = new Set(coded.flatMap(title => wordingOfText(title, context).coded.map(({ word }) => word)));
    const folder = linked.url?.split('/')[1];
    this.links = folder
      ? page.links.filter(({ destination }) => destination.includes(`/${folder}/`)).map(({ textSpan }) => textSpan)
      : [];
  }

  /** True where a coded word is a part of a role's name. */
  hold({ span, wording }: WordedBlock, word: CodedWord): boolean {
    if (word.inRoleName || this.titles.some(title => standsIn(word, title, wording.lowerCase))) return true;
    // "The Analyst" for short.
    const singular = word.word.replace(/s$/, '');
    if (
      (this.words.has(word.word) || this.words.has(singular)) &&
      wording.text.charAt(word.start) !== wording.lowerCase.charAt(word.start) &&
      !beginsSentence(wording.text, word.start)
    )
      return true;
    return this.inRoleLink(placed(span, word));
  }

  /** Words are asked for in page order, so that no link is looked at twice. */
  private inRoleLink(place: Span): boolean {
    while (this.linkAt < this.links.length && this.links[this.linkAt]!.end < place.end) this.linkAt++;
    const link = this.links[this.linkAt];
    return link !== undefined && containsSpan(link, place);
  }
}

/** Where the paragraphs begin that take over another level's section. */
function takenOver(family: JobFamily): ReadonlySet<number> {
  return new Set(family.levels.flatMap(level => level.extends).map(({ span, item }) => item?.contentSpan.start ?? span.start));
}

/** True where a word begins within an occurrence of a role's title, its plural included. */
function standsIn(word: Match, title: string, lowerCase: string): boolean {
  for (let at = lowerCase.indexOf(title); at >= 0 && at <= word.start; at = lowerCase.indexOf(title, at + 1))
    if (word.start < at + title.length && /^s?(?![a-z])/.test(lowerCase.slice(at + title.length, at + title.length + 2)))
      return true;
  return false;
}
