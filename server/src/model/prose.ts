import { detached } from '../syntax/blockText.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { firstFrom, type Span } from '../text/span.ts';

/** What a stretch of running text is part of. Paragraphs are those of lists too. */
export type ProseKind = 'paragraph' | 'heading' | 'cell' | 'quotation' | 'front matter';

/** A stretch of a page that a reader reads in one go: no wording reaches from one into the next. */
export interface ProseBlock {
  readonly kind: ProseKind;
  readonly span: Span;
}

/** The keys of front matter whose values the site shows. */
const SHOWN_KEYS: ReadonlySet<string> = new Set(['title', 'description', 'summary']);

const known = new WeakMap<PageSyntax, readonly ProseBlock[]>();

/** All that a reader reads of a page, in order. Code, raw HTML, comments and definitions of links are none of it. */
export function proseBlocks(page: PageSyntax): readonly ProseBlock[] {
  let blocks = known.get(page);
  if (!blocks) {
    blocks = readProseBlocks(page);
    known.set(page, blocks);
  }
  return blocks;
}

/**
 * The text of a block as a reader sees it, character for character as long as the page's: marks, destinations of links,
 * code, tags and shortcodes are blanks in it.
 */
export function shownProse(page: PageSyntax, { kind, span }: ProseBlock): string {
  const source = detached(page.text.slice(span.start, span.end));
  if (kind === 'front matter') return source;
  const hidden: Span[] = [];
  page.markdown.tree.iterate({
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
  const { shortcodes } = page;
  // One that begins before the block may reach into it.
  for (let at = Math.max(0, firstFrom(shortcodes, span.start) - 1); at < shortcodes.length; at++) {
    const shortcode = shortcodes[at]!.span;
    if (shortcode.start >= span.end) break;
    if (shortcode.end > span.start) hidden.push(shortcode);
  }
  return blanked(source, hidden, span.start);
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

function readProseBlocks(page: PageSyntax): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  for (const { key, valueSpan } of page.frontMatter?.entries ?? [])
    if (SHOWN_KEYS.has(key) && valueSpan.end > valueSpan.start) blocks.push({ kind: 'front matter', span: valueSpan });
  let quotations = 0;
  page.markdown.tree.iterate({
    enter({ name, from, to }) {
      switch (name) {
        case 'Document':
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
