import type { Tree } from '@lezer/common';
import type { PageSyntax } from '../syntax/page.ts';
import type { AskedPart } from '../syntax/pagePart.ts';
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
  const { shortcodes } = part;
  let next = 0;
  return readProseBlocks(part.tree).map(({ hidden, ...block }) => {
    const { span } = block;
    while (next < shortcodes.length && shortcodes[next]!.span.end <= span.start) next++;
    // One that begins before the block may reach into it.
    for (let index = next; index < shortcodes.length && shortcodes[index]!.span.start < span.end; index++)
      hidden.push(shortcodes[index]!.span);
    return { ...block, text: blanked(textOf(source, span), hidden, span.start) };
  });
}

/** A stretch of running text, and what of it no reader sees. */
interface ReadBlock extends ProseBlock {
  readonly hidden: Span[];
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

/** In one walk: to ask the tree for the place of each block would take as long as there are blocks before it. */
function readProseBlocks(tree: Tree): ReadBlock[] {
  const blocks: ReadBlock[] = [];
  /** The block that is being walked through. */
  let current: ReadBlock | undefined;
  let quotations = 0;
  const begin = (kind: ProseKind, { from, to }: { readonly from: number; readonly to: number }): boolean => {
    current = { kind, span: { start: from, end: to }, hidden: [] };
    blocks.push(current);
    return true;
  };
  tree.iterate({
    enter(node) {
      const { name, from, to } = node;
      if (current && from < current.span.end) return !hides(current, node);
      current = undefined;
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
          return begin(quotations > 0 ? 'quotation' : 'paragraph', node);
        case 'TableCell':
          return begin('cell', node);
        default:
          return name.endsWith('Heading', name.length - 1) && begin('heading', { from, to });
      }
    },
    leave({ name }) {
      if (name === 'Blockquote') quotations--;
    },
  });
  return blocks;
}

/** Notes what of a node of a block no reader sees; true where that is all of it. */
function hides(
  { hidden }: ReadBlock,
  { name, from, to }: { readonly name: string; readonly from: number; readonly to: number },
): boolean {
  if (name === 'Escape') hidden.push({ start: from, end: from + 1 });
  if (!HIDDEN.has(name)) return false;
  hidden.push({ start: from, end: to });
  return true;
}
