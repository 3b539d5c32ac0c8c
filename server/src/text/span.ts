/** A stretch of a text: UTF-16 offsets counted from 0, `end` exclusive. An empty span (`start === end`) is a place. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where `inner` lies within `outer`; a place at either edge counts as within. */
export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True where `offset` lies in `span`, its end included, so that a cursor behind the last character still counts. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The same stretch of a text that has `by` characters more before it. */
export function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The text of a span. */
export function textOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** `span` without the white space at its two ends; an all-blank span becomes the place of its start. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0xa0;
}
