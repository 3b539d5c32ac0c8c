import type { Profile } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import { type InlineText, inlineTextOf } from '../syntax/inlineText.ts';
import type { Link } from '../syntax/link.ts';
import { type ListItem, placedItems } from '../syntax/listItems.ts';
import { linksTouching, linksWithin, type PageSyntax, shownText } from '../syntax/page.ts';
import { keptByPart, type PagePart } from '../syntax/pagePart.ts';
import { containsSpan, movedSpan, type Span } from '../text/span.ts';

/** A sentence or table cell that states a grade. */
export interface GradeStatement {
  readonly grade: number;
  /** The words that state it ("grade 7"), the link's brackets left out. */
  readonly span: Span;
  /** The sentence it stands in. */
  readonly sentenceSpan: Span;
  /** The level that the sentence speaks of; undefined where it names none ("The role is a grade 6"). */
  readonly subject: { readonly name: string; readonly span: Span } | undefined;
  /** The link on the grade; undefined where there is none. */
  readonly link: Link | undefined;
  /** A link that lost a bracket: what stands there and the destination meant. */
  readonly brokenLink: { readonly span: Span; readonly destination: string } | undefined;
}

/** Every grade that these blocks state, in order. `strict`: only whole grade sentences ("X is a grade 7"), for running text. */
export function findGradeStatements(
  page: PageSyntax,
  blocks: readonly Block[],
  profile: Profile,
  strict: boolean,
): GradeStatement[] {
  const found: GradeStatement[] = [];
  for (const block of blocks)
    for (const { prose, words, whole } of statementsOf(page, block, profile))
      if (whole || !strict) found.push(placedStatement(page, movedSpan(prose, block.span.start), moved(words, block.span.start)));
  return found;
}

/** A grade statement by the letters of its block alone. */
interface BlockStatement {
  readonly words: StatedWords;
  /** The paragraph or point that it stands in. */
  readonly prose: Span;
  /** True for a whole grade sentence. */
  readonly whole: boolean;
}

const statementsOf = keptByPart(({ source, part }, profile: Profile): readonly BlockStatement[] =>
  proseSpansOf(part).flatMap(prose =>
    statementsIn(inlineTextOf(source, part.tree, prose), profile).map(found => ({ ...found, prose })),
  ),
);

/** The grade a table cell states: its words, or a bare number. */
export function gradeInCell(page: PageSyntax, cell: Span, profile: Profile): GradeStatement | undefined {
  const shown = shownText(page, cell);
  const [statement] = statementsIn(shown, profile);
  if (statement) return placedStatement(page, cell, statement.words);
  const match = /^\s*#?(\d{1,2})\s*$/.exec(shown.text);
  if (!match) return undefined;
  const span = shown.sourceSpan(match.index, match.index + match[0].length);
  return {
    grade: Number(match[1]),
    span,
    sentenceSpan: cell,
    subject: undefined,
    link: linksWithin(page, cell)[0],
    brokenLink: undefined,
  };
}

/** The spans of a text's sentences; abbreviations such as "Sr." end none. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?]["\u201d)]?\s+(?=["\u201c(]?[\p{Lu}\d])/gu)) {
    const end = match.index + match[0].trimEnd().length;
    if (
      /(?:^|[\s(])(?:Sr|Jr|e\.g|i\.e|vs|etc|No|Dr|St|approx)\.$/i.test(
        text.slice(Math.max(start, match.index - 9), match.index + 1),
      )
    )
      continue;
    spans.push({ start, end });
    start = match.index + match[0].length;
  }
  if (text.slice(start).trim() !== '') spans.push({ start, end: text.length });
  return spans;
}

/** The stretches of running text in a block: it itself where it is a paragraph, the points of a list. Places count from its beginning. */
export function proseSpansOf({ tree, items }: PagePart): Span[] {
  return tree.type.name === 'Paragraph' ? [{ start: 0, end: tree.length }] : placedItems(items, 0).flatMap(itemSpans);
}

function itemSpans(item: ListItem): Span[] {
  return [item.contentSpan, ...item.children.flatMap(itemSpans)];
}

const STRICT_SENTENCE = /\bis\b/i;

type StatedWords = Omit<GradeStatement, 'link' | 'brokenLink'>;

function statementsIn(shown: InlineText, profile: Profile): { readonly words: StatedWords; readonly whole: boolean }[] {
  return sentencesOf(shown.text).flatMap(sentence => {
    const text = shown.text.slice(sentence.start, sentence.end);
    const match = firstMatch(text, profile);
    if (!match) return [];
    const start = sentence.start + match.index;
    const words = {
      grade: match.grade,
      span: shown.sourceSpan(start, start + match.text.length),
      sentenceSpan: shown.sourceSpan(sentence.start, sentence.end),
      subject: subjectOf(text, sentence.start, (from, to) => shown.sourceSpan(from, to)),
    };
    return [{ words, whole: STRICT_SENTENCE.test(text.slice(0, match.index)) }];
  });
}

function moved({ grade, span, sentenceSpan, subject }: StatedWords, by: number): StatedWords {
  return {
    grade,
    span: movedSpan(span, by),
    sentenceSpan: movedSpan(sentenceSpan, by),
    subject: subject && { name: subject.name, span: movedSpan(subject.span, by) },
  };
}

/** The statement with its link. `prose`: the stretch of the page that it stands in. */
function placedStatement(page: PageSyntax, prose: Span, words: StatedWords): GradeStatement {
  const { span } = words;
  const link = linksTouching(page, span, prose).find(
    one =>
      containsSpan(span, one.textSpan) ||
      containsSpan(one.span, span) ||
      (one.textSpan.start < span.end && span.start < one.textSpan.end),
  );
  return { ...words, link, brokenLink: link ? undefined : brokenLinkBehind(page, span) };
}

const compiledPatterns = new WeakMap<Profile, readonly RegExp[]>();

function firstMatch(
  text: string,
  profile: Profile,
): { readonly index: number; readonly text: string; readonly grade: number } | undefined {
  let patterns = compiledPatterns.get(profile);
  if (!patterns) {
    patterns = profile.grades.patterns.map(pattern => new RegExp(pattern, 'i'));
    compiledPatterns.set(profile, patterns);
  }
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return { index: match.index, text: match[0], grade: Number(match.groups?.number ?? match[1]) };
  }
  return undefined;
}

/** The level that a sentence speaks of: what stands before its first "is". `offset`: where the sentence begins in the shown text. */
export function subjectOf(
  sentence: string,
  offset: number,
  sourceSpan: (from: number, to: number) => Span,
): GradeStatement['subject'] {
  const match = /^(\s*(?:(?:the|an?)\s+)?)(.{2,120}?)(?:\s+(?:role|position|job))?\s+is\b/i.exec(sentence);
  const name = match?.[2]?.replace(/[\s,]+$/, '');
  if (!match || name === undefined || /^(?:this|the|role|position|job|it|level|title)$/i.test(name) || /^this\b/i.test(name))
    return undefined;
  const start = offset + match[1]!.length;
  return { name, span: sourceSpan(start, start + name.length) };
}

/** `grade 5 (/handbook/…)`, `[grade 6] (…)`: a destination in brackets that no longer belongs to a link. */
function brokenLinkBehind(page: PageSyntax, words: Span): GradeStatement['brokenLink'] {
  const before = page.text.charAt(words.start - 1) === '[' ? words.start - 1 : words.start;
  const behind = page.text.slice(words.end, words.end + 400);
  const match = /^\]?\.?\s*\(((?:\{\{[<%][^\n]*?[%>]\}\}|[^()\s]+))\)/.exec(behind);
  if (!match || !/^(?:\/|https?:|#|\{\{)/.test(match[1]!)) return undefined;
  return { span: { start: before, end: words.end + match[0].length }, destination: match[1]! };
}
