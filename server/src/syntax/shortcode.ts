import { movedSpan, type Span } from '../text/span.ts';

/**
 * One Hugo shortcode call: `{{< name args >}}`, `{{% name args %}}`, or the closing half of a pair. An `escaped`
 * call, its arguments within comment marks, is shown and not run.
 */
export interface Shortcode {
  readonly span: Span;
  readonly name: string;
  /** What stands between the name and the closing delimiter, trimmed. */
  readonly args: string;
  readonly argsSpan: Span;
  readonly closing: boolean;
  readonly escaped: boolean;
}

/** The same call where it stands `by` characters later. */
export function movedShortcode(shortcode: Shortcode, by: number): Shortcode {
  return { ...shortcode, span: movedSpan(shortcode.span, by), argsSpan: movedSpan(shortcode.argsSpan, by) };
}

/** All shortcode calls of a text, in order. Linear in the length of the text, also where none is ever closed. */
export function findShortcodes(text: string): Shortcode[] {
  const found: Shortcode[] = [];
  const exhausted = new Set<string>();
  let from = 0;
  for (;;) {
    const open = text.indexOf('{{', from);
    if (open < 0) return found;
    const kind = text.charAt(open + 2);
    const close = kind === '<' ? '>}}' : kind === '%' ? '%}}' : undefined;
    const end = close === undefined || exhausted.has(close) ? -1 : text.indexOf(close, open + 3);
    if (close === undefined || end < 0) {
      if (close !== undefined) exhausted.add(close);
      from = open + 2;
      continue;
    }
    found.push(readShortcode(text, { start: open, end: end + close.length }));
    from = end + close.length;
  }
}

function readShortcode(text: string, span: Span): Shortcode {
  const inner = text.slice(span.start + 3, span.end - 3);
  const match = /^(\/\*)?\s*(\/)?\s*((?:[^\s/]|\/(?=[^\s*]))*)\s*([\s\S]*?)\s*(\*\/)?$/.exec(inner);
  const args = match?.[4] ?? '';
  const argsStart = args === '' ? span.end - 3 : span.start + 3 + inner.lastIndexOf(args);
  return {
    span,
    name: match?.[3] ?? '',
    args,
    argsSpan: { start: argsStart, end: argsStart + args.length },
    closing: match?.[2] !== undefined,
    escaped: match?.[1] !== undefined,
  };
}

/**
 * The text with every shortcode replaced by as many characters, line ends kept, so that offsets stay true. A line that
 * holds only shortcodes becomes blank, as it prints nothing of its own; within a line, and so within a link's destination,
 * a shortcode becomes a word of one letter repeated.
 */
export function maskShortcodes(text: string, shortcodes: readonly Shortcode[]): string {
  if (shortcodes.length === 0) return text;
  let masked = '';
  let from = 0;
  for (const { span } of shortcodes) {
    masked += text.slice(from, span.start) + text.slice(span.start, span.end).replace(/[^\r\n]/g, STAND_IN);
    from = span.end;
  }
  masked += text.slice(from);
  return masked.replace(BLANK_BUT_FOR_STAND_INS, line => ' '.repeat(line.length)).replaceAll(STAND_IN, 's');
}

/** A character of Unicode's private use area that stands for masked text between the two passes of `maskShortcodes`. */
const STAND_IN = '\uE000';
const BLANK_BUT_FOR_STAND_INS = /^[ \t]*\uE000[ \t\uE000]*$/gm;

/** The target of a `ref` or `relref` call: `{{< ref "page#anchor" >}}`; undefined for every other shortcode. */
export function refTarget(text: string, shortcode: Shortcode): { readonly target: string; readonly span: Span } | undefined {
  if ((shortcode.name !== 'ref' && shortcode.name !== 'relref') || shortcode.escaped || shortcode.closing) return undefined;
  const match = /^(?:path\s*=\s*)?(?:"([^"]*)"|`([^`]*)`|(\S+))/.exec(shortcode.args);
  if (!match) return undefined;
  const target = match[1] ?? match[2] ?? match[3] ?? '';
  const start = text.indexOf(target, shortcode.argsSpan.start);
  return { target, span: { start, end: start + target.length } };
}
