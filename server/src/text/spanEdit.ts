import type { Span } from './span.ts';

/** One change to a text: the span is replaced by `newText`. An empty span inserts. */
export interface SpanEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * The text with all edits made. Edits may come in any order and must not overlap; two insertions at one place are made in
 * the order given.
 */
export function applySpanEdits(text: string, edits: readonly SpanEdit[]): string {
  const ordered = edits.map((edit, order) => ({ edit, order }));
  ordered.sort((a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order);
  let result = '';
  let from = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < from) throw new RangeError(`Overlapping edits at offset ${edit.span.start}`);
    result += text.slice(from, edit.span.start) + edit.newText;
    from = edit.span.end;
  }
  return result + text.slice(from);
}

const RUN = 512;

/** The run of characters that ends so many before the end. */
function runBefore(text: string, tail: number): string {
  return text.slice(text.length - tail - RUN, text.length - tail);
}

/** The smallest single edit that turns `before` into `after`; undefined where they are equal. */
export function differenceOf(before: string, after: string): SpanEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  // Whole runs first: most of two texts is equal, and runs are compared in one go.
  while (start + RUN <= shorter && before.slice(start, start + RUN) === after.slice(start, start + RUN)) start += RUN;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail + RUN <= shorter - start && runBefore(before, tail) === runBefore(after, tail)) tail += RUN;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail++;
  return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}
