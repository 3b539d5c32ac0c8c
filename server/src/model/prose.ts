import type { Tree } from '@lezer/common';
import type { PageSyntax } from '../syntax/page.ts';
import type { PagePart } from '../syntax/pagePart.ts';
import { ownCopy } from '../text/ownCopy.ts';
import type { Span } from '../text/span.ts';

/** What a stretch of running text is part of. Paragraphs are those of lists too. */
export type ProseKind = 'paragraph' | 'heading' | 'cell' | 'quotation' | 'front matter';

/** A stretch of a page that a reader reads in one go: no wording reaches from one into the next. */
export interface ProseBlock {
  readonly kind: ProseKind;
  readonly span: Span;
}

/** The keys of front matter whose values the site shows. */
const SHOWN_KEYS: ReadonlySet<string> = new Set(['title', 'description', 'summary']);

/** The values of the front matter that a reader sees, in order. */
export function shownFrontMatter(page: PageSyntax): readonly ProseBlock[] {
  return (page.frontMatter?.entries ?? [])
    .filter(({ key, valueSpan }) => SHOWN_KEYS.has(key) && valueSpan.end > valueSpan.start)
    .map(({ valueSpan }) => ({ kind: 'front matter', span: valueSpan }));
}

const known = new WeakMap<PagePart, readonly ProseBlock[]>();

/**
 * All that a reader reads of a part of a page, in order; places count from the part's beginning. Code, raw HTML, comments and
 * definitions of links are none of it.
 */
export function proseBlocks(part: PagePart): readonly ProseBlock[] {
  let blocks = known.get(part);
  if (!blocks) {
    blocks = readProseBlocks(part.tree);
    known.set(part, blocks);
  }
  return blocks;
}

/** Those that begin within a span, of blocks, links or whatever else is in page order. */
export function beginningWithin<Placed extends { readonly span: Span }>(
  ordered: readonly Placed[],
  span: Span,
): readonly Placed[] {
  return ordered.slice(firstFrom(ordered, span.start), firstFrom(ordered, span.end));
}

/**
 * The text of a block of a part as a reader sees it, character for character as long as the page's: marks, destinations of
 * links, code, tags and shortcodes are blanks in it.
 */
export function shownProse({ tree, source, shortcodes }: PagePart, { span }: ProseBlock): string {
  const hidden: Span[] = [];
  tree.iterate({
    from: span.start,
    to: span.end,
    enter(node) {
      if (node.to <= span.start || node.from >= span.end) return false;
      if (HIDDEN.has(node.name)) {
        hidden.push({ start: node.from, end: node.to });
        return false;
      }
      if (node.name === 'Escape') hidden.push({ start: node.from, end: node.from + 1 });
      return true;
    },
  });
  for (const shortcode of shortcodes)
    if (shortcode.span.start < span.end && shortcode.span.end > span.start) hidden.push(shortcode.span);
  return blanked(ownCopy(source.slice(span.start, span.end)), hidden, span.start);
}

const HIDDEN: ReadonlySet<string> = new Set([
  'LinkMark',
  'URL',
  'LinkTitle',
  'LinkLabel',
  'EmphasisMark',
  'CodeMark',
  'InlineCode',
  'StrikethroughMark',
  'HTMLTag',
  'HeaderMark',
  'Comment',
  'QuoteMark',
  'TaskMarker',
  'ListMark',
  'ProcessingInstruction',
]);

function blanked(source: string, hidden: readonly Span[], offset: number): string {
  if (hidden.length === 0) return source;
  let text = '';
  let from = 0;
  for (const span of hidden.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(from, span.start - offset);
    const end = Math.min(source.length, span.end - offset);
    if (end <= start) continue;
    text += source.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return text + source.slice(from);
}

function readProseBlocks(tree: Tree): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let quotations = 0;
  tree.iterate({
    enter({ name, from, to }) {
      switch (name) {
        case 'BulletList':
        case 'OrderedList':
        case 'ListItem':
        case 'Table':
        case 'TableHeader':
        case 'TableRow':
          return true;
        case 'Blockquote':
          quotations++;
          return true;
        case 'Paragraph':
        case 'Task':
          blocks.push({ kind: quotations > 0 ? 'quotation' : 'paragraph', span: { start: from, end: to } });
          return false;
        case 'TableCell':
          blocks.push({ kind: 'cell', span: { start: from, end: to } });
          return false;
        default:
          if (name.endsWith('Heading', name.length - 1)) blocks.push({ kind: 'heading', span: { start: from, end: to } });
          return false;
      }
    },
    leave({ name }) {
      if (name === 'Blockquote') quotations--;
    },
  });
  return blocks;
}

/** The place of the first one that begins at an offset or behind it. */
function firstFrom(ordered: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
