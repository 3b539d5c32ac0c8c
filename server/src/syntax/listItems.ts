import type { Tree, TreeCursor } from '@lezer/common';
import { movedSpan, type Span, trimSpan } from '../text/span.ts';
import { blockSpan } from './markdown.ts';

/** A bullet or numbered point, with those below it. */
export interface ListItem {
  readonly span: Span;
  /** Its first paragraph: what the reader sees behind the mark; an empty place where there is none. */
  readonly contentSpan: Span;
  readonly markSpan: Span;
  readonly children: readonly ListItem[];
}

/** Lists nested deeper than this are left out: nobody reads them, and hostile pages could exhaust the stack with them. */
const MOST_NESTED = 100;

/** Numbers a point: where it, its mark and its content begin and end, and how many points stand right below it. */
const FIELDS = 7;

/**
 * The points of a list that stands at the beginning of `source`, those below before the next, as bare numbers: a page has
 * hundreds of them, every page is kept, and hardly any is ever asked for as an object. Empty for any other block.
 */
export function readItems(source: string, block: Tree): Int32Array {
  const numbers: number[] = [];
  if (block.type.name === 'BulletList' || block.type.name === 'OrderedList') readList(source, block.cursor(), numbers, 0);
  return Int32Array.from(numbers);
}

/** These points as objects, `by` characters further on. */
export function placedItems(numbers: Int32Array, by: number): ListItem[] {
  let at = 0;
  const place = (): ListItem => {
    const span = movedSpan({ start: numbers[at]!, end: numbers[at + 1]! }, by);
    const markSpan = movedSpan({ start: numbers[at + 2]!, end: numbers[at + 3]! }, by);
    const contentSpan = movedSpan({ start: numbers[at + 4]!, end: numbers[at + 5]! }, by);
    const below = numbers[at + 6]!;
    at += FIELDS;
    const children: ListItem[] = [];
    for (let i = 0; i < below; i++) children.push(place());
    return { span, markSpan, contentSpan, children };
  };
  const items: ListItem[] = [];
  while (at < numbers.length) items.push(place());
  return items;
}

/** Reads the list that the cursor is on, which is there again afterwards; gives how many points it has. */
function readList(source: string, cursor: TreeCursor, numbers: number[], depth: number): number {
  if (depth > MOST_NESTED || !cursor.firstChild()) return 0;
  let count = 0;
  do {
    if (cursor.name !== 'ListItem') continue;
    readItem(source, cursor, numbers, depth);
    count++;
  } while (cursor.nextSibling());
  cursor.parent();
  return count;
}

function readItem(source: string, cursor: TreeCursor, numbers: number[], depth: number): void {
  const span = blockSpan(source, cursor);
  let mark = { start: span.start, end: span.start };
  let content: Span | undefined;
  let below = 0;
  const at = numbers.length;
  numbers.length += FIELDS;
  if (cursor.firstChild()) {
    do {
      if (cursor.name === 'ListMark') mark = { start: cursor.from, end: cursor.to };
      else if (cursor.name === 'Paragraph' || cursor.name === 'Task')
        content ??= trimSpan(source, { start: cursor.from, end: cursor.to });
      else if (cursor.name === 'BulletList' || cursor.name === 'OrderedList')
        below += readList(source, cursor, numbers, depth + 1);
    } while (cursor.nextSibling());
    cursor.parent();
  }
  content ??= { start: mark.end, end: mark.end };
  for (const [place, number] of [span.start, span.end, mark.start, mark.end, content.start, content.end, below].entries())
    numbers[at + place] = number;
}
