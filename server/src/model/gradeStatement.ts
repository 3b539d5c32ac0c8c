import { compilePattern } from '../profile/patterns.ts';
import type { Profile } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import type { Heading } from '../syntax/heading.ts';
import { type InlineText, inlineTextOf } from '../syntax/inlineText.ts';
import type { Link } from '../syntax/link.ts';
import { type ListItem, placedItems } from '../syntax/listItems.ts';
import { linksTouching, linksWithin, type PageSyntax, shownText } from '../syntax/page.ts';
import { keptByPart, type PagePart } from '../syntax/pagePart.ts';
import { containsSpan, movedSpan, type Span, textOf } from '../text/span.ts';

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
  /** True if a heading states it: there it is not linked, and changing it changes the heading's id. */
  readonly inHeading: boolean;
}

/**
 * Returns every grade that these blocks state, in order. `strict`: only whole grade sentences ("X is a grade 7"), for text
 * outside of Job Grade sections.
 */
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
    inHeading: false,
  };
}

/** The grade that a heading states, with the level's name as its subject; undefined if it states none. `name`: the level's. */
export function gradeInHeading(page: PageSyntax, heading: Heading, name: string, profile: Profile): GradeStatement | undefined {
  const shown = shownText(page, heading.contentSpan);
  const bare = /#?(\d{1,2})\W*$/.exec(shown.text);
  const match =
    firstMatch(shown.text, profile) ?? (bare && { index: bare.index, text: bare[0].trimEnd(), grade: Number(bare[1]) });
  if (!match) return undefined;
  const at = shown.text.indexOf(name);
  const span = shown.sourceSpan(match.index, match.index + match.text.length);
  return {
    grade: match.grade,
    span,
    sentenceSpan: heading.contentSpan,
    subject: name === '' || at < 0 ? undefined : { name, span: shown.sourceSpan(at, at + name.length) },
    link: linksWithin(page, heading.contentSpan).find(link => containsSpan(link.span, span) || containsSpan(span, link.textSpan)),
    brokenLink: undefined,
    inHeading: true,
  };
}

/** A grade and the level's name in a heading such as "Senior Baker (Grade 7)"; undefined if the text is nothing but these. */
export function splitHeadingGrade(text: string, profile: Profile): { readonly name: string; readonly grade: number } | undefined {
  if (text.length > 160) return undefined;
  const match = firstMatch(text, profile);
  if (!match || !profile.ladder.tables.some(({ rows }) => rows.some(row => row.grade === match.grade))) return undefined;
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + match.text.length)].map(part =>
    part.replace(/^[\s:|,\u2013\u2014)\]-]+|[\s:|,\u2013\u2014([-]+$/g, ''),
  ) as [string, string];
  const name = before === '' ? after : after === '' ? before : '';
  return /\p{L}/u.test(name) ? { name, grade: match.grade } : undefined;
}

/** True if one of these blocks states that its level has no grade. */
export function statesNoGrade(page: PageSyntax, blocks: readonly Block[], profile: Profile): boolean {
  return blocks.some(block => noGradeIn(page, block, profile));
}

const noGradeIn = keptByPart(({ source, part }, profile: Profile): boolean => {
  const patterns = (profile.grades.none ?? []).map(source => compilePattern(source));
  return proseSpansOf(part).some(prose => {
    const { text } = inlineTextOf(source, part.tree, prose);
    return patterns.some(pattern => pattern.test(text));
  });
});

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

/** What may come between a sentence's subject and its grade. */
const WHOLE_SENTENCE =
  /(?<!\bthere\s+)\bis\s+(?:(?:an?|the|at|also|now|currently|considered|classified|aligned|mapped|set|assigned|to|with|as)\s+){0,5}\W*$/i;

type StatedWords = Omit<GradeStatement, 'link' | 'brokenLink' | 'inHeading'>;

function statementsIn(shown: InlineText, profile: Profile): { readonly words: StatedWords; readonly whole: boolean }[] {
  return sentencesOf(shown.text).flatMap(sentence => {
    const text = shown.text.slice(sentence.start, sentence.end);
    const match = firstMatch(text, profile) ?? bareMatch(text, profile);
    if (!match) return [];
    const start = sentence.start + match.index;
    const words = {
      grade: match.grade,
      span: shown.sourceSpan(start, start + match.text.length),
      sentenceSpan: shown.sourceSpan(sentence.start, sentence.end),
      subject: subjectOf(text, sentence.start, (from, to) => shown.sourceSpan(from, to)),
    };
    return [{ words, whole: !match.bare && WHOLE_SENTENCE.test(text.slice(0, match.index)) }];
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
  return { ...words, link, brokenLink: link ? undefined : brokenLinkBehind(page, span), inHeading: false };
}

interface GradeMatch {
  readonly index: number;
  readonly text: string;
  readonly grade: number;
  readonly bare?: boolean;
}

function firstMatch(text: string, profile: Profile): GradeMatch | undefined {
  return matchAny(text, profile.grades.patterns);
}

function bareMatch(text: string, profile: Profile): GradeMatch | undefined {
  const match = matchAny(text, profile.grades.bare ?? []);
  return match && { ...match, bare: true };
}

function matchAny(text: string, patterns: readonly string[]): GradeMatch | undefined {
  for (const source of patterns) {
    const match = compilePattern(source).first(text);
    if (!match) continue;
    const number = match.group('number') ?? match.group(1);
    if (number) return { index: match.start, text: textOf(text, match), grade: Number(textOf(text, number)) };
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
