import * as l10n from '@vscode/l10n';
import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { LineIndex } from '../text/lineIndex.ts';
import { type Span, trimSpan } from '../text/span.ts';

/** The way from the top of a document to a value: keys of maps, and places in lists counted from 0. */
export type YamlPath = readonly (string | number)[];

/** Trouble with the YAML itself, in our own words where the parser's need a programmer. */
export interface YamlError {
  readonly span: Span;
  readonly message: string;
  /** What it is, the same in every language. */
  readonly about: string;
}

/** What messages call a document. */
type Subject = 'front matter' | 'file';

/** A key of a map with where it and its value stand. */
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** Where the value stands, its quotes included; an empty place behind the colon where there is none. */
  readonly valueSpan: Span;
}

/** A value of a document by itself: what it is and where. */
interface Placed {
  readonly node: Node | null;
  readonly span: Span;
  readonly keySpan: Span | undefined;
}

// Keys that stand twice are told here and not by the parser, which looks for them in quadratic time.
const PARSER_OPTIONS = { logLevel: 'silent', uniqueKeys: false, prettyErrors: false } as const;

/** Deeper nesting is left unread: nobody writes it, and hostile text could exhaust the stack of the parser with it. */
const MOST_NESTED = 60;

/** The same for brackets, which are counted in texts and patterns too, where not all of them are closed. */
const MOST_BRACKETS = 200;

/** Further aliases are left unread: aliases of aliases could otherwise grow without bound. */
const MOST_ALIASES = 100;

/**
 * A YAML text with the places of all that stands in it: a whole file, or the part of a page between its `---` lines. Never
 * throws: what cannot be read is told in `errors`, and what can be read of the rest still is. All spans are those of `text`.
 */
export class YamlDocument {
  /** What YAML makes of it all; undefined where nothing can be read. */
  readonly value: unknown;
  readonly errors: readonly YamlError[];
  private readonly contents: Node | null;
  /** What the parser read: `text` within `span`, with plain line ends, which it stumbles over less. */
  private readonly content: string;
  /** Where in `content` a line end lost its first half. */
  private readonly shortened: readonly number[];

  /** `subject`: what messages call it. */
  constructor(
    readonly text: string,
    readonly span: Span = { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length },
    subject: Subject = 'file',
    private knownLines: LineIndex | undefined = undefined,
  ) {
    const written = text.slice(span.start, span.end);
    this.content = written.replaceAll('\r\n', '\n');
    this.shortened = [...written.matchAll(/\r\n/g)].map((match, before) => match.index - before);
    const read = this.read(subject);
    this.value = read.value;
    this.contents = read.contents;
    this.errors = read.errors;
  }

  get lines(): LineIndex {
    this.knownLines ??= new LineIndex(this.text);
    return this.knownLines;
  }

  /** The keys of the map at a path in order, those that stand twice included; none where there is no map. */
  entriesAt(path: YamlPath): readonly YamlEntry[] {
    const { node } = this.find(path) ?? {};
    return isMap(node) ? this.entriesOf(node) : [];
  }

  /** Where the value at a path stands; undefined where there is none. */
  valueSpan(path: YamlPath): Span | undefined {
    return this.find(path)?.span;
  }

  /** Where the key of the value at a path stands; for an entry of a list where that stands. */
  keySpan(path: YamlPath): Span | undefined {
    const found = this.find(path);
    return found?.keySpan ?? found?.span;
  }

  /** The innermost bracketed list or map, or text of several lines, around an offset, with the path to it. */
  enclosing(
    offset: number,
  ): { readonly path: YamlPath; readonly span: Span; readonly kind: 'list' | 'map' | 'text' } | undefined {
    let found: { path: YamlPath; span: Span; kind: 'list' | 'map' | 'text' } | undefined;
    const visit = (node: unknown, path: YamlPath): void => {
      const span = this.spanOfNode(node);
      if (!span || offset < span.start || offset > span.end || path.length > MOST_NESTED) return;
      if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) found = { path, span, kind: 'text' };
      const inBrackets = span.start < offset && (offset < span.end || !/[\]}]$/.test(this.text.slice(span.start, span.end)));
      if ((isMap(node) || isSeq(node)) && node.flow && inBrackets) found = { path, span, kind: isMap(node) ? 'map' : 'list' };
      if (isMap(node)) for (const pair of node.items) visit(pair.value, [...path, keyText(pair)]);
      if (isSeq(node)) for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    };
    visit(this.contents, []);
    return found;
  }

  private read(subject: Subject): { value: unknown; contents: Node | null; errors: YamlError[] } {
    const whole = trimSpan(this.text, this.span);
    if (isNestedTooDeeply(this.content))
      return {
        value: undefined,
        contents: null,
        errors: [{ span: whole, message: tooDeep(subject), about: 'depth' }],
      };
    const document = parsed(this.content);
    const errors = document.errors.map(
      (error): YamlError => ({
        span: this.placed({ start: error.pos[0], end: Math.max(error.pos[1], error.pos[0]) }),
        message: plainMessage(error.message, subject),
        about: reasonOf(error.message),
      }),
    );
    errors.push(...this.repeatedKeys(document.contents, subject));
    try {
      return { value: document.toJS({ maxAliasCount: MOST_ALIASES }), contents: document.contents, errors };
    } catch {
      errors.push({ span: whole, message: tooManyAliases(subject), about: 'aliases' });
      return { value: undefined, contents: document.contents, errors };
    }
  }

  private repeatedKeys(node: unknown, subject: Subject, depth = 0): YamlError[] {
    if (depth > MOST_NESTED) return [];
    if (isSeq(node)) return node.items.flatMap(item => this.repeatedKeys(item, subject, depth + 1));
    if (!isMap(node)) return [];
    const known = new Set<string>();
    const found: YamlError[] = [];
    for (const { key, keySpan } of this.entriesOf(node)) {
      if (known.has(key))
        found.push({ span: keySpan, message: keyStandsTwice(depth === 0 ? subject : 'same place'), about: 'repeated' });
      known.add(key);
    }
    return [...found, ...node.items.flatMap(pair => this.repeatedKeys(pair.value, subject, depth + 1))];
  }

  private entriesOf(map: YAMLMap): YamlEntry[] {
    return map.items.flatMap(pair => {
      const keySpan = this.spanOfNode(pair.key);
      return keySpan ? [{ key: keyText(pair), keySpan, valueSpan: this.spanOfValue(pair, keySpan) }] : [];
    });
  }

  private find(path: YamlPath): Placed | undefined {
    let found: Placed = {
      node: this.contents,
      span: this.spanOfNode(this.contents) ?? trimSpan(this.text, this.span),
      keySpan: undefined,
    };
    for (const segment of path) {
      const { node } = found;
      if (isMap(node)) {
        const pair = node.items.findLast(one => keyText(one) === String(segment));
        const keySpan = pair && this.spanOfNode(pair.key);
        if (!pair || !keySpan) return undefined;
        found = { node: asNode(pair.value), span: this.spanOfValue(pair, keySpan), keySpan };
      } else if (isSeq(node)) {
        const item = asNode(node.items[Number(segment)]);
        const span = this.spanOfNode(item);
        if (!span) return undefined;
        found = { node: item, span, keySpan: undefined };
      } else return undefined;
    }
    return found;
  }

  private spanOfValue(pair: Pair, keySpan: Span): Span {
    const { value } = pair;
    const span = this.spanOfNode(value);
    if (span && span.end > span.start) return span;
    const colon = this.text.indexOf(':', keySpan.end);
    const behind = colon < 0 || colon >= this.span.end ? keySpan.end : colon + 1;
    return { start: behind, end: behind };
  }

  private spanOfNode(node: unknown): Span | undefined {
    const range = asNode(node)?.range;
    if (!range) return undefined;
    const span = this.placed({ start: range[0], end: range[1] });
    return span.end > span.start ? { start: span.start, end: Math.max(span.start, trimSpan(this.text, span).end) } : span;
  }

  /** The place in `text` of a stretch of what the parser read. */
  private placed(span: Span): Span {
    return { start: this.offsetOf(span.start), end: this.offsetOf(span.end) };
  }

  private offsetOf(offset: number): number {
    let low = 0;
    let high = this.shortened.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.shortened[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    // The parser tells what is missing at the end behind it.
    return Math.min(this.span.end, this.span.start + offset + low);
  }
}

function parsed(content: string): ReturnType<typeof parseDocument> {
  const document = parseDocument(content, PARSER_OPTIONS);
  if (document.errors.length === 0) return document;
  // The site's own parser takes quoted text to go on at the beginning of a line: where that is all, it is right.
  const joined = parseDocument(withoutBreaksInQuotes(content), PARSER_OPTIONS);
  return joined.errors.length === 0 ? joined : document;
}

/** The same text, as long as before, with blanks for the line ends within quoted values. */
function withoutBreaksInQuotes(content: string): string {
  return content.replace(
    /^([^\n"']*[:-] +)("(?:[^"\\]|\\[\s\S])*"|'[^']*')(?=[ \t]*$)/gm,
    (_, before: string, quoted: string) => before + quoted.replaceAll('\n', ' '),
  );
}

function asNode(value: unknown): Node | null {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value) ? value : isPair(value) ? asNode(value.key) : null;
}

function keyText(pair: Pair): string {
  const { key } = pair;
  return isScalar(key) ? String(key.value) : '';
}

/** True for what would take the parser deeper than anybody writes: brackets within brackets, dashes behind dashes, steps of indentation. */
function isNestedTooDeeply(content: string): boolean {
  let depth = 0;
  let steps: number[] = [];
  for (const line of content.split('\n')) {
    const marks = /^[ ]*(?:[-?:] +)*/.exec(line)![0];
    if (marks.replaceAll(' ', '').length > MOST_NESTED) return true;
    if (marks.length < line.length) {
      steps = steps.filter(step => step < marks.length);
      steps.push(marks.length);
      if (steps.length > MOST_NESTED) return true;
    }
    for (let i = 0; i < line.length; i++) {
      const code = line.charCodeAt(i);
      if (code === 0x5b || code === 0x7b) depth++;
      else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--;
      if (depth > MOST_BRACKETS) return true;
    }
  }
  return false;
}

function tooDeep(subject: Subject): string {
  return subject === 'file'
    ? l10n.t`The file is nested too deeply to be read.`
    : l10n.t`The front matter is nested too deeply to be read.`;
}

function tooManyAliases(subject: Subject): string {
  return subject === 'file'
    ? l10n.t`The file uses too many aliases to be read.`
    : l10n.t`The front matter uses too many aliases to be read.`;
}

function keyStandsTwice(place: Subject | 'same place'): string {
  switch (place) {
    case 'file':
      return l10n.t`This key stands twice in the file.`;
    case 'front matter':
      return l10n.t`This key stands twice in the front matter.`;
    case 'same place':
      return l10n.t`This key stands twice in the same place.`;
  }
}

function plainMessage(message: string, subject: Subject): string {
  const isFile = subject === 'file';
  if (/Implicit keys need to be on a single line|Implicit map keys need to be followed by map values/.test(message))
    return isFile
      ? l10n.t('A line of the file is no `key: value`: is a colon or a quote missing?')
      : l10n.t('A line of the front matter is no `key: value`: is a colon or a quote missing?');
  if (/Nested mappings are not allowed in compact mappings/.test(message))
    return l10n.t`A value with a colon in it wants quotes around it.`;
  if (/Missing closing/.test(message))
    return isFile
      ? l10n.t`A quote is opened and not closed in the file.`
      : l10n.t`A quote is opened and not closed in the front matter.`;
  const reason = reasonOf(message);
  return isFile ? l10n.t`The file is no valid YAML: ${reason}` : l10n.t`The front matter is no valid YAML: ${reason}`;
}

/** What the parser says, which is English in any language. The stretch that it quotes is what the finding stands on. */
function reasonOf(message: string): string {
  return message.split('\n')[0]!.replace(/: ".*$/, '');
}
