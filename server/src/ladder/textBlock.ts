import type { Block } from '../syntax/block.ts';
import type { ListItem } from '../syntax/listItems.ts';
import { type PageSyntax, shownText } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';
import type { FindingMark } from './findingMarks.ts';
import { placeAt, type RichText, richTextOf, type SourcePlace, type TextSource } from './richText.ts';

/** A bullet or numbered point with those below it. */
export interface BulletView {
  readonly place: SourcePlace;
  readonly text: RichText;
  readonly children: readonly BulletView[];
  readonly findings: readonly FindingMark[];
}

/** A piece of a section in the order of the page. */
export type TextBlock =
  | {
      readonly type: 'paragraph';
      readonly place: SourcePlace;
      readonly text: RichText;
      readonly findings: readonly FindingMark[];
    }
  | { readonly type: 'list'; readonly ordered: boolean; readonly bullets: readonly BulletView[] }
  /** A table or a quotation. */
  | { readonly type: 'block'; readonly place: SourcePlace; readonly text: RichText }
  | { readonly type: 'code'; readonly place: SourcePlace; readonly text: string };

/** What finds the findings of a stretch of the source's page. */
export type FindingsWithin = (span: Span) => readonly FindingMark[];

/**
 * Blocks as they are shown. `leftOut`: bullets (their content) that are shown elsewhere. What a reader would see nothing of
 * (comments, empty HTML) is left out.
 */
export function textBlocksOf(
  source: TextSource,
  blocks: readonly Block[],
  findings: FindingsWithin,
  leftOut: readonly Span[] = [],
): TextBlock[] {
  return blocks.flatMap(block => textBlockOf(source, block, findings, leftOut) ?? []);
}

function textBlockOf(
  source: TextSource,
  block: Block,
  findings: FindingsWithin,
  leftOut: readonly Span[],
): TextBlock | undefined {
  const place = placeAt(source, block.span.start);
  switch (block.type) {
    case 'list': {
      const items = block.items.filter(item => !isLeftOut(item.contentSpan, leftOut));
      if (items.length === 0) return undefined;
      return { type: 'list', ordered: block.ordered, bullets: items.map(item => bulletOf(source, item, findings)) };
    }
    case 'paragraph': {
      const text = richTextOf(source, block.span);
      return isBlank(text) ? undefined : { type: 'paragraph', place, text, findings: findings(block.span) };
    }
    case 'code':
      return { type: 'code', place, text: source.page.text.slice(block.span.start, block.span.end) };
    case 'table':
    case 'other': {
      const text = richTextOf(source, block.span);
      return isBlank(text) || isRule(source.page, block.span) ? undefined : { type: 'block', place, text };
    }
  }
}

/** A bullet with those below it. Its text is made when it is asked for: what is only counted or folded needs none. */
export function bulletOf(source: TextSource, item: ListItem, findings: FindingsWithin): BulletView {
  let text: RichText | undefined;
  return {
    place: placeAt(source, item.span.start),
    get text() {
      text ??= richTextOf(source, item.contentSpan);
      return text;
    },
    children: item.children.map(child => bulletOf(source, child, findings)),
    findings: findings(item.contentSpan),
  };
}

function isLeftOut(span: Span, leftOut: readonly Span[]): boolean {
  return leftOut.some(one => one.start === span.start && one.end === span.end);
}

function isBlank(text: RichText): boolean {
  return text.markdown.trim() === '';
}

/** A line across the page, which has no words. */
function isRule(page: PageSyntax, span: Span): boolean {
  return /^[\s*_-]*$/.test(shownText(page, span).text);
}
