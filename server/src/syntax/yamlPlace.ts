import type { Span } from '../text/span.ts';
import type { YamlDocument, YamlPath } from './yamlDocument.ts';

/** Where a cursor is in a YAML text, be it as unfinished as text is while it is typed. */
export interface YamlPlace {
  /**
   * `key`: in the key of the value at `path`, a colon behind it. `value`: in the value at `path`. `open`: at the
   * beginning of something that may become a key of the map at `path`, or its value.
   */
  readonly part: 'key' | 'value' | 'open';
  readonly path: YamlPath;
  /** What is written there already: an empty place at the cursor where nothing is. */
  readonly span: Span;
  /** How far the line's own keys are indented. */
  readonly indent: number;
}

/** What one line of block YAML is made of. Columns are offsets within the line. */
interface LineShape {
  readonly dashes: readonly number[];
  /** Where what follows the dashes begins. */
  readonly column: number;
  readonly key: { readonly text: string; readonly end: number; readonly colon: number } | undefined;
  readonly isBlank: boolean;
}

/**
 * Where an offset lies. Read from the lines and not from the tree: what is typed last is what breaks the tree. Undefined
 * in comments, in texts of several lines, before what a line begins with, and outside the YAML.
 */
export function placeInYaml(document: YamlDocument, offset: number): YamlPlace | undefined {
  const { lines, span } = document;
  if (offset < span.start || offset > span.end) return undefined;
  const enclosing = document.enclosing(offset);
  if (enclosing?.kind === 'text') return undefined;
  if (enclosing) return placeInBrackets(document, offset, { ...enclosing, kind: enclosing.kind });
  const line = lines.lineAt(offset);
  const start = lines.lineStart(line);
  const text = lines.lineText(line);
  const shape = shapeOf(text);
  const cursor = offset - start;
  if (isInComment(text, cursor)) return undefined;
  // Before what the line begins with, nothing belongs.
  if (!shape.isBlank && cursor < shape.column) return undefined;
  const path = pathOfLine(document, line, shape, cursor);
  const inLine = (from: number, to: number): Span => ({ start: start + from, end: start + to });
  const { key, column } = shape;
  if (key && cursor > key.colon) {
    const from = Math.min(cursor, key.colon + 1 + /^[ \t]*/.exec(text.slice(key.colon + 1))![0].length);
    return { part: 'value', path: [...path, key.text], span: inLine(from, endOfValue(text, from, cursor)), indent: column };
  }
  if (key) return { part: 'key', path: [...path, key.text], span: inLine(column, Math.max(key.end, cursor)), indent: column };
  const from = shape.isBlank ? cursor : column;
  return { part: 'open', path, span: inLine(from, shape.isBlank ? cursor : endOfValue(text, from, cursor)), indent: from };
}

function shapeOf(line: string): LineShape {
  const dashes: number[] = [];
  let column = blanksFrom(line, 0);
  while (line[column] === '-' && (column + 1 === line.length || line[column + 1] === ' ')) {
    dashes.push(column);
    column = blanksFrom(line, column + 1);
  }
  const isBlank = column >= line.length || line[column] === '#';
  return { dashes, column, key: isBlank ? undefined : keyFrom(line, column), isBlank };
}

function blanksFrom(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ' || line[at] === '\t') at++;
  return at;
}

function keyFrom(line: string, column: number): LineShape['key'] {
  const quote = line[column] === '"' || line[column] === "'" ? line[column]! : undefined;
  if (quote) {
    const end = line.indexOf(quote, column + 1) + 1;
    const colon = blanksFrom(line, end);
    return end > 0 && line[colon] === ':' ? { text: line.slice(column + 1, end - 1), end, colon } : undefined;
  }
  for (let colon = line.indexOf(':', column); colon >= 0; colon = line.indexOf(':', colon + 1)) {
    const behind = line[colon + 1];
    if (behind !== undefined && behind !== ' ' && behind !== '\t') continue;
    const text = line.slice(column, colon).trimEnd();
    return text === '' || /\s#/.test(text) ? undefined : { text, end: column + text.length, colon };
  }
  return undefined;
}

/** The path to what a line's key is a key of, or to the line's own entry of a list. */
function pathOfLine(document: YamlDocument, line: number, shape: LineShape, cursor: number): YamlPath {
  const { lines, span } = document;
  const first = lines.lineAt(span.start);
  // A dash that the cursor stands before is not entered yet.
  const dashes = shape.dashes.filter(dash => dash < cursor);
  const path: (string | number)[] = dashes.slice(1).map(() => 0);
  let inList = dashes.length > 0;
  let column = dashes[0] ?? (shape.isBlank ? Math.max(cursor, shape.column) : shape.column);
  let index = 0;
  for (let above = line - 1; above >= first && column >= 0; above--) {
    const one = shapeOf(lines.lineText(above));
    const outermost = one.dashes[0] ?? one.column;
    if (one.isBlank && one.dashes.length === 0) continue;
    if (inList && one.dashes.includes(column)) {
      index++;
      if (outermost === column) continue;
      // The list begins on this line, behind another dash.
      path.unshift(index);
      index = 0;
      const before = one.dashes.filter(dash => dash < column);
      path.unshift(...before.slice(1).map(() => 0));
      column = before[0]!;
      continue;
    }
    const isParent =
      one.key !== undefined && (one.column < column || (inList && one.column === column && one.dashes.length === 0));
    if (isParent) {
      if (inList) path.unshift(index);
      path.unshift(one.key!.text);
      index = 0;
      inList = one.dashes.length > 0;
      path.unshift(...one.dashes.slice(1).map(() => 0));
      column = outermost;
    } else if (!inList && one.dashes.length > 0 && outermost < column) {
      // The first line of the list's entry that this key is a further one of.
      inList = true;
      path.unshift(...one.dashes.slice(1).map(() => 0));
      column = outermost;
    }
    if (column === 0 && !inList) break;
  }
  if (inList) path.unshift(index);
  return path;
}

/** Where what is written at `from` ends: before a comment and blanks, never before the cursor. */
function endOfValue(line: string, from: number, cursor: number): number {
  const comment = line.slice(from).search(/\s#/);
  const end = comment < 0 ? line.length : from + comment;
  return Math.max(cursor, from + line.slice(from, end).trimEnd().length);
}

function isInComment(line: string, cursor: number): boolean {
  const before = line.slice(0, cursor);
  return /(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, quoted => '_'.repeat(quoted.length)));
}

/** Within brackets the entries stand between commas; those that span lines or hold brackets of their own are read by the tree. */
function placeInBrackets(
  document: YamlDocument,
  offset: number,
  { path, span, kind }: { readonly path: YamlPath; readonly span: Span; readonly kind: 'list' | 'map' },
): YamlPlace | undefined {
  const { text, lines } = document;
  const before = text.slice(span.start + 1, offset);
  const comma = before.lastIndexOf(',');
  const from = span.start + 1 + comma + 1 + /^\s*/.exec(before.slice(comma + 1))![0].length;
  const entry = text.slice(from, offset);
  if (/[\r\n]/.test(entry)) return undefined;
  const rest = /^[^,\]}\r\n]*/.exec(text.slice(offset, span.end))![0];
  const indent = offset - lines.lineStart(lines.lineAt(offset));
  if (kind === 'list') {
    const index = before.split(',').length - 1;
    return { part: 'open', path: [...path, index], span: { start: from, end: offset + rest.trimEnd().length }, indent };
  }
  const colon = /:\s+|:$/.exec(entry);
  if (!colon) {
    const word = /^[^:]*/.exec(rest)![0];
    const end = offset + word.trimEnd().length;
    const isKey = word.length < rest.length;
    return {
      part: isKey ? 'key' : 'open',
      path: isKey ? [...path, text.slice(from, end)] : path,
      span: { start: from, end },
      indent,
    };
  }
  const start = from + colon.index + colon[0].length;
  return {
    part: 'value',
    path: [...path, entry.slice(0, colon.index).trim()],
    span: { start, end: offset + rest.trimEnd().length },
    indent,
  };
}
