import type { Tree } from '@lezer/common';
import type { PageSyntax } from '../syntax/page.ts';
import type { AskedPart, PagePart } from '../syntax/pagePart.ts';
import { ownCopy } from '../text/ownCopy.ts';
import { type Span, textOf } from '../text/span.ts';

/** What a stretch of running text is part of. Paragraphs are those of lists too. */
export type ProseKind = 'paragraph' | 'heading' | 'cell' | 'quotation' | 'front matter';

/** A stretch of a page that a reader reads in one go: no wording reaches from one into the next. */
export interface ProseBlock {
  readonly kind: ProseKind;
  readonly span: Span;
}

/** The keys of front matter whose values the site shows. */
const SHOWN_KEYS: ReadonlySet<string> = new Set(['title', 'description', 'summary']);

/** A stretch of running text and what a reader sees of it. */
export interface ShownProse extends ProseBlock {
  /** As long as what stands on the page: marks, destinations of links, code, tags and shortcodes are blanks in it. */
  readonly text: string;
}

/** The values of a page's front matter that the site shows. */
export function proseOfFrontMatter({ frontMatter, text }: PageSyntax): readonly ShownProse[] {
  return (frontMatter?.entries ?? []).flatMap(({ key, valueSpan }) =>
    SHOWN_KEYS.has(key) && valueSpan.end > valueSpan.start
      ? [{ kind: 'front matter', span: valueSpan, text: ownCopy(textOf(text, valueSpan)) }]
      : [],
  );
}

/**
 * All that a reader reads of one top-level block, in order; places count from its beginning. Code, raw HTML, comments and
 * definitions of links are none of it.
 */
export function proseOfBlock({ source, part }: AskedPart): readonly ShownProse[] {
  return readProseBlocks(part.tree).map(block => ({ ...block, text: shownProse(source, part, block.span) }));
}

function shownProse(page: string, { tree, shortcodes }: PagePart, span: Span): string {
  const source = textOf(page, span);
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
  // One that begins before the block may reach into it.
  for (const { span: shortcode } of shortcodes)
    if (shortcode.start < span.end && shortcode.end > span.start) hidden.push(shortcode);
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

function readProseBlocks(tree: Tree): ProseBlock[] {
  const blocks: ProseBlock[] = [];
  let quotations = 0;
  tree.iterate({
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
