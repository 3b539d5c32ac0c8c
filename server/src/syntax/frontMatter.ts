import { type CST, Parser, parseDocument } from 'yaml';
import type { Span } from '../text/span.ts';

/** One top-level key of the front matter, where it stands, and what YAML makes of it. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** Where the value stands, its quotes included; an empty place behind the colon where there is none. */
  readonly valueSpan: Span;
  /** The value as YAML reads it; undefined where the front matter as a whole cannot be read. */
  readonly value: unknown;
}

/** Trouble with the YAML itself, in our own words where the parser's need a programmer. */
export interface FrontMatterError {
  readonly span: Span;
  readonly message: string;
}

/** The YAML between the two `---` lines at the start of a page. */
export interface FrontMatter {
  /** From the first dash to the end of the closing line, its line end included. */
  readonly span: Span;
  readonly contentSpan: Span;
  /** False where no closing `---` line follows: then the page is read as if it had no front matter. */
  readonly closed: boolean;
  readonly entries: readonly FrontMatterEntry[];
  readonly errors: readonly FrontMatterError[];
}

/**
 * The front matter of a page, or undefined where its first line is not `---`. Never throws: what YAML cannot read is told in
 * `errors`, and what can be read of the rest still is.
 */
export function parseFrontMatter(text: string): FrontMatter | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const open = /^---[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(start, start + 200));
  if (!open) return undefined;
  const contentStart = start + open[0].length;
  const closing = /^---[ \t]*(?:\r\n|\n|\r|$)/gm;
  closing.lastIndex = contentStart;
  const close = closing.exec(text);
  if (!close) {
    const span = { start, end: start + 3 };
    return {
      span,
      contentSpan: { start: contentStart, end: contentStart },
      closed: false,
      entries: [],
      errors: [{ span, message: 'The front matter is not closed: a line with `---` is missing after its last key.' }],
    };
  }
  const contentSpan = { start: contentStart, end: close.index };
  return {
    span: { start, end: close.index + close[0].length },
    contentSpan,
    closed: true,
    ...readYaml(text.slice(contentSpan.start, contentSpan.end), contentStart),
  };
}

/** The value of a key as a string; undefined where it is missing, empty or no string. */
export function frontMatterText(frontMatter: FrontMatter | undefined, key: string): string | undefined {
  const value = frontMatter?.entries.find(entry => entry.key === key)?.value;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The values of a key as strings: of a list, or the one value alone. */
export function frontMatterTexts(frontMatter: FrontMatter | undefined, key: string): readonly string[] {
  const value = frontMatter?.entries.find(entry => entry.key === key)?.value;
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
}

/** Reads the YAML with plain line ends, which the parser stumbles over less, and places what it tells in the page. */
function readYaml(written: string, start: number): Pick<FrontMatter, 'entries' | 'errors'> {
  const content = written.replaceAll('\r\n', '\n');
  const placed = placeIn(written, start);
  // Keys that stand twice are told below: the parser looks for them in quadratic time.
  const document = parseDocument(content, { logLevel: 'silent', uniqueKeys: false, prettyErrors: false });
  const errors = document.errors.map(error => ({
    span: placed({ start: error.pos[0], end: Math.max(error.pos[1], error.pos[0]) }),
    message: plainMessage(error.message),
  }));
  let values: Record<string, unknown> = {};
  try {
    // maxAliasCount: a page is hostile input; aliases of aliases could otherwise grow without bound.
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) values = value as Record<string, unknown>;
  } catch {
    errors.push({
      span: placed({ start: 0, end: content.length }),
      message: 'The front matter uses too many aliases to be read.',
    });
  }
  const entries = readEntries(content, placed, values);
  const known = new Set<string>();
  for (const { key, keySpan } of entries) {
    if (known.has(key)) errors.push({ span: keySpan, message: 'This key stands twice in the front matter.' });
    known.add(key);
  }
  return { entries, errors };
}

/** Gives the place on the page of a stretch of its YAML, of which the line ends were made plain. */
function placeIn(written: string, start: number): (span: Span) => Span {
  const breaks = [...written.matchAll(/\r\n/g)].map((match, before) => match.index - before);
  const offsetOf = (offset: number): number => {
    const after = breaks.findIndex(at => at >= offset);
    return start + offset + (after < 0 ? breaks.length : after);
  };
  return span => ({ start: offsetOf(span.start), end: offsetOf(span.end) });
}

function readEntries(content: string, placed: (span: Span) => Span, values: Record<string, unknown>): FrontMatterEntry[] {
  const entries: FrontMatterEntry[] = [];
  for (const token of new Parser().parse(content)) {
    if (token.type !== 'document' || token.value?.type !== 'block-map') continue;
    for (const item of token.value.items) {
      const key = item.key;
      if (!key || !('source' in key)) continue;
      const name =
        key.type === 'double-quoted-scalar' || key.type === 'single-quoted-scalar' ? key.source.slice(1, -1) : key.source;
      const keySpan = { start: key.offset, end: key.offset + key.source.length };
      const separator = item.sep?.find(part => part.type === 'map-value-ind');
      const behindColon = separator ? separator.offset + 1 : keySpan.end;
      entries.push({
        key: name,
        keySpan: placed(keySpan),
        valueSpan: placed(spanOfToken(item.value) ?? { start: behindColon, end: behindColon }),
        value: values[name],
      });
    }
  }
  return entries;
}

function spanOfToken(token: CST.Token | null | undefined): Span | undefined {
  if (!token || !('offset' in token)) return undefined;
  if ('source' in token && token.type !== 'block-scalar') return { start: token.offset, end: token.offset + token.source.length };
  const source = sourceOf(token).trimEnd();
  return { start: token.offset, end: token.offset + source.length };
}

function sourceOf(token: CST.Token): string {
  let source = '';
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (value !== null && typeof value === 'object') {
      const { start, key, sep, value: inner, items, props, source: own, end } = value as Record<string, unknown>;
      visit(start);
      visit(key);
      visit(sep);
      visit(props);
      if (typeof own === 'string') source += own;
      visit(items);
      visit(inner);
      visit(end);
    }
  };
  visit(token);
  return source;
}

function plainMessage(message: string): string {
  if (/Implicit keys need to be on a single line|Implicit map keys need to be followed by map values/.test(message))
    return 'A line of the front matter is no `key: value`: is a colon or a quote missing?';
  if (/Nested mappings are not allowed in compact mappings/.test(message))
    return 'A value with a colon in it wants quotes around it.';
  if (/Missing closing/.test(message)) return 'A quote is opened and not closed in the front matter.';
  // The stretch that the parser quotes is what the finding stands on.
  return `The front matter is no valid YAML: ${message.split('\n')[0]!.replace(/: ".*$/, '')}`;
}
