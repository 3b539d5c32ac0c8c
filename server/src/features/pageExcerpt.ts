import * as l10n from '@vscode/l10n';
import type { Block } from '../syntax/block.ts';
import { frontMatterText } from '../syntax/frontMatter.ts';
import type { Heading } from '../syntax/heading.ts';
import { type PageSyntax, shownText } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';
import { escapeMarkdown } from './markdownText.ts';

/** So many paragraphs and bullets are shown, and so many letters of each. */
const MOST_LINES = 6;
const MOST_LETTERS = 220;

/** What a page and a heading on it are called, as markdown: "Title › Heading". */
export function namesOf(page: PageSyntax, heading: Heading | undefined): string {
  const title = frontMatterText(page.frontMatter, 'title') ?? page.headings[0]?.text;
  const names = [title, heading?.text].filter(name => name !== undefined && name !== '');
  return names.map(name => escapeMarkdown(name!)).join(' › ');
}

/**
 * What stands under a heading, as markdown of plain words: its first lines, or the headings below it where it has none. Of a
 * whole page its description, or how it begins. Empty where there is nothing.
 */
export function excerptOf(page: PageSyntax, heading: Heading | undefined): string {
  const description = heading ? undefined : frontMatterText(page.frontMatter, 'description');
  if (description !== undefined) return escapeMarkdown(description);
  const lines = linesUnder(page, heading);
  if (lines.length > 0) return [...lines.slice(0, MOST_LINES), ...(lines.length > MOST_LINES ? ['…'] : [])].join('\n\n');
  const [first] = page.headings.filter(one => one.structural);
  // Many pages begin with a heading that is their title.
  if (!heading && first && linesUnder(page, first).length > 0) return excerptOf(page, first);
  const below = headingsUnder(page, heading);
  if (below.length === 0) return '';
  const named = below.slice(0, MOST_LINES).map(({ text }) => escapeMarkdown(text));
  return l10n.t`In it: ${[...named, ...(below.length > MOST_LINES ? ['…'] : [])].join(' · ')}`;
}

function linesUnder(page: PageSyntax, heading: Heading | undefined): string[] {
  const from = heading?.span.end ?? 0;
  const next = page.headings.find(one => one.structural && one.span.start >= from);
  const blocks = page.blocks.filter(({ span }) => span.start >= from && (!next || span.start < next.span.start));
  return blocks.flatMap(block => linesOf(page, block)).filter(line => line !== '' && line !== '- ');
}

function headingsUnder(page: PageSyntax, heading: Heading | undefined): readonly Heading[] {
  const behind = page.headings.filter(one => one.structural && one.span.start >= (heading?.span.end ?? 0));
  const end = heading ? behind.findIndex(one => one.level <= heading.level) : -1;
  const under = end < 0 ? behind : behind.slice(0, end);
  const top = Math.min(...under.map(one => one.level));
  return under.filter(one => one.level === top);
}

/** What a reader sees of a block, a line a paragraph or bullet; nothing of code and the like. */
function linesOf(page: PageSyntax, block: Block): string[] {
  const words = (span: Span): string => shortened(shownText(page, span).text);
  switch (block.type) {
    case 'paragraph':
      return [words(block.span)];
    case 'list':
      return block.items.map(({ contentSpan }) => `- ${words(contentSpan)}`);
    case 'table':
      return [block.header, ...block.rows].map(row => row.cells.map(words).join(' · '));
    case 'code':
    case 'other':
      return [];
  }
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return escapeMarkdown(plain.length > MOST_LETTERS ? `${plain.slice(0, MOST_LETTERS).replace(/\s+\S*$/, '')} …` : plain);
}
