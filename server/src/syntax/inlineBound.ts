import type { Tree } from '@lezer/common';
import { Autolink, type InlineParser, type MarkdownConfig } from '@lezer/markdown';
import type { Span } from '../text/span.ts';

/** The node that a paragraph, heading or cell consists of when its inline markup is left unread. */
const UNREAD = 'UnreadInline';

/** Below this many characters, no text costs enough to be looked at. */
const ALWAYS_READ = 300;

/**
 * How many characters the inline parser may visit for one paragraph, heading or cell. It searches the whole text again for each mark that
 * could begin something: links, emphasis, tags and code cost marks × characters, some 5 ms at this limit. Real text stays far below.
 */
const MAX_VISITS = 4_000_000;

/** Marks that open or close something may be nested in each other, and nodes in nodes are read recursively. */
const MAX_MARKS = 1500;

const autolink = Autolink.parseInline![0] as InlineParser;

/** Links and images within images cost the square of their depth when their texts are read. */
const MAX_BRACKETS = 60;

/** Bounds what is parsed within one paragraph, heading or cell: text that would cost quadratic time stays plain text. */
export const boundedInline: MarkdownConfig = {
  defineNodes: [UNREAD],
  parseInline: [
    {
      name: 'InlineBound',
      before: 'Escape',
      parse(context, _, position) {
        if (position !== context.offset || isCheap(context.text)) return -1;
        return context.addElement(context.elt(UNREAD, position, context.end));
      },
    },
    {
      // As the parser's own, but for addresses that nobody writes: it looks at each part of one again from each of its letters.
      name: 'Autolink',
      parse(context, next, position) {
        const at = position - context.offset;
        if (
          context.text.length - at > MAX_ADDRESS &&
          startsAddress(context.text, at) &&
          !/[\s<]/.test(context.text.slice(at, at + MAX_ADDRESS))
        )
          return -1;
        return autolink.parse(context, next, position);
      },
    },
    {
      // As the parser's own, but for a run of spaces that is looked through once and not again from each of its spaces.
      name: 'HardBreak',
      parse(context, next, position) {
        if (next === BACKSLASH && context.char(position + 1) === NEWLINE)
          return context.addElement(context.elt('HardBreak', position, position + 2));
        if (next !== SPACE || (position > context.offset && context.char(position - 1) === SPACE)) return -1;
        let end = position + 1;
        while (context.char(end) === SPACE) end++;
        return context.char(end) === NEWLINE && end >= position + 2
          ? context.addElement(context.elt('HardBreak', position, end + 1))
          : -1;
      },
    },
  ],
};

const [NEWLINE, SPACE, BACKSLASH, OPEN, CLOSE] = [0x0a, 0x20, 0x5c, 0x5b, 0x5d];

/** Longer addresses are no links. */
const MAX_ADDRESS = 2000;

function startsAddress(text: string, at: number): boolean {
  return text.startsWith('http', at) || text.startsWith('www.', at);
}

function isCheap(text: string): boolean {
  if (text.length <= ALWAYS_READ) return true;
  const most = Math.min(MAX_MARKS, MAX_VISITS / text.length);
  let marks = 0;
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    if (!isMark(text, i)) continue;
    if (++marks > most) return false;
    const code = text.charCodeAt(i);
    if (code === OPEN && ++open > MAX_BRACKETS) return false;
    if (code === CLOSE && open > 0) open--;
  }
  return true;
}

/** True for a character that makes the inline parser search further than the next one. */
function isMark(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x5b: // [
    case 0x5d: // ]
    case 0x2a: // *
    case 0x5f: // _
    case 0x3c: // <
    case 0x60: // `
    case 0x7e: // ~
    case 0x3a: // : of https://
    case 0x40: // @
    case 0x29: // ) and ; at the end of an address
    case 0x3b:
      return true;
    case 0x77: // www.
      return text.charCodeAt(at + 1) === 0x77;
    default:
      return false;
  }
}

/** The stretches of a block whose inline markup was left unread, in order. */
export function unreadInline(block: Tree): readonly Span[] {
  if (block.length <= ALWAYS_READ) return NONE;
  const found: Span[] = [];
  block.iterate({
    enter({ name, from, to }) {
      if (name === UNREAD) found.push({ start: from, end: to });
      return to - from > ALWAYS_READ;
    },
  });
  return found;
}

const NONE: readonly Span[] = [];
