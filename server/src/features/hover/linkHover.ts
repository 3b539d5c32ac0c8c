import type { Block } from '../../syntax/block.ts';
import { frontMatterText } from '../../syntax/frontMatter.ts';
import type { Heading } from '../../syntax/heading.ts';
import type { Link } from '../../syntax/link.ts';
import { type PageSyntax, shownText } from '../../syntax/page.ts';
import type { Span } from '../../text/span.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { escapeMarkdown } from '../markdownText.ts';
import { addressOf, type OtherPages } from '../otherPages.ts';
import { standing } from './hoverText.ts';

/** So many paragraphs and bullets of the target are shown, and so many letters of each. */
const MOST_LINES = 6;
const MOST_LETTERS = 220;

/**
 * What a link leads to: the title of the page, the heading and, of a level, its grade, then the first lines of what stands
 * there, as plain words. Undefined where it leads to no page of the workspace.
 */
export async function linkText(linked: LinkedFamily, link: Link, pages: OtherPages): Promise<string | undefined> {
  const resolved = linked.resolveLink(link);
  if (resolved.type !== 'ok') return undefined;
  const { uri, anchor } = resolved;
  const page = uri === linked.uri ? linked.family.page : await pages.syntax(uri);
  if (!page) return undefined;
  const heading = anchor === undefined ? undefined : page.headings.find(one => one.id === anchor);
  const title = frontMatterText(page.frontMatter, 'title');
  const names = [title, heading?.text].filter(name => name !== undefined && name !== '').map(name => escapeMarkdown(name!));
  const address = addressOf(uri, anchor, await pages.outline(uri));
  const lines = [`**[${names.join(' › ') || 'The page'}](<${address}>)**`];
  const level = await levelAt(linked, uri, heading?.id, pages);
  if (level !== undefined) lines.push('', level);
  // Where an id is no heading's, nobody knows what is meant by it.
  if (anchor === undefined || heading) lines.push(...beginning(page, heading));
  return lines.join('\n');
}

async function levelAt(
  linked: LinkedFamily,
  uri: string,
  anchor: string | undefined,
  pages: OtherPages,
): Promise<string | undefined> {
  if (anchor === undefined || !linked.isFamilyPage(uri)) return undefined;
  const family = (await pages.families()).find(one => one.uri === uri)?.exported;
  const level = family?.levels.find(one => one.anchor === anchor);
  return level && standing(level.grade, level.track);
}

/** The first lines under a heading, or of the page; where the heading has none of its own, the headings under it. */
function beginning(page: PageSyntax, heading: Heading | undefined): string[] {
  const from = heading?.span.end ?? 0;
  const next = page.headings.find(one => one.structural && one.span.start >= from);
  const blocks = page.blocks.filter(({ span }) => span.start >= from && (!next || span.start < next.span.start));
  const lines = blocks.flatMap(block => linesOf(page, block)).filter(line => line.trim() !== '');
  if (lines.length > 0)
    return ['', ...lines.slice(0, MOST_LINES).flatMap(line => [line, '']), ...(lines.length > MOST_LINES ? ['…'] : [])];
  const below = headingsUnder(page, heading);
  const named = below.slice(0, MOST_LINES).map(({ text }) => escapeMarkdown(text));
  return below.length === 0 ? [] : ['', `In it: ${named.join(' · ')}${below.length > MOST_LINES ? ' · …' : ''}`];
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
  const cut = plain.length > MOST_LETTERS ? `${plain.slice(0, MOST_LETTERS).replace(/\s+\S*$/, '')} …` : plain;
  return escapeMarkdown(cut);
}
