import type { Span } from '../text/span.ts';
import { endOfString } from './frontMatterBounds.ts';

/** A top-level key of TOML or JSON front matter. All spans are those of the page. */
export interface DataEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** The value with its quotes. */
  readonly valueSpan: Span;
  /** A string, a number, true or false, or the strings of a list; undefined for anything else. */
  readonly value: unknown;
}

const TOML_KEY = /[ \t]*(?:([\w-]+)|"([^"\\\n]*)"|'([^'\n]*)')[ \t]*=[ \t]*/y;

/** The keys before the first table of TOML front matter. What cannot be read is left out; never throws. */
export function tomlEntries(text: string, { start, end }: Span): DataEntry[] {
  const entries: DataEntry[] = [];
  for (let line = start; line < end; ) {
    const next = nextLine(text, line, end);
    if (/^[ \t]*\[/.test(text.slice(line, Math.min(next, line + 200)))) break;
    TOML_KEY.lastIndex = line;
    const match = TOML_KEY.exec(text);
    if (!match || TOML_KEY.lastIndex > end) {
      line = next;
      continue;
    }
    const key = match[1] ?? match[2] ?? match[3]!;
    const keyStart = line + match[0].indexOf(key);
    const valueStart = TOML_KEY.lastIndex;
    const valueEnd = endOfTomlValue(text, valueStart, end);
    const valueSpan = { start: valueStart, end: valueEnd };
    entries.push({
      key,
      keySpan: { start: keyStart, end: keyStart + key.length },
      valueSpan,
      value: tomlValue(text.slice(valueStart, valueEnd)),
    });
    line = nextLine(text, valueEnd, end);
  }
  return entries;
}

function endOfTomlValue(text: string, start: number, end: number): number {
  const long = /^(?:"""|''')/.exec(text.slice(start, start + 3))?.[0];
  if (long) {
    const close = text.indexOf(long, start + 3);
    return close < 0 || close > end ? end : close + 3;
  }
  const first = text.charAt(start);
  if (first === '"' || first === "'") return endOfTomlString(text, start, end);
  if (first !== '[' && first !== '{') {
    const rest = text.slice(start, nextLine(text, start, end));
    return start + rest.replace(/#.*/s, '').trimEnd().length;
  }
  let depth = 0;
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (character === '"' || character === "'") at = endOfTomlString(text, at, end) - 1;
    else if (character === '#') at = nextLine(text, at, end) - 1;
    else if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && --depth === 0) return at + 1;
  }
  return end;
}

function endOfTomlString(text: string, start: number, end: number): number {
  const close = text.charAt(start) === '"' ? endOfString(text, start) : text.indexOf("'", start + 1);
  const lineEnd = nextLine(text, start, end);
  return close < 0 || close >= lineEnd ? start + text.slice(start, lineEnd).trimEnd().length : close + 1;
}

function tomlValue(written: string): unknown {
  if (/^(?:"""|''')/.test(written)) return written.slice(3, -3).replace(/^\r?\n/, '');
  if (written.startsWith("'")) return written.slice(1, -1);
  if (written.startsWith('[')) return [...written.matchAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/g)].map(match => tomlValue(match[0]));
  return jsonValue(written);
}

/** The keys of a JSON object. `errors`: true if it is no valid JSON; its keys are read all the same. */
export function jsonEntries(text: string, { start, end }: Span): { readonly entries: DataEntry[]; readonly valid: boolean } {
  const entries: DataEntry[] = [];
  let depth = 0;
  let key: Span | undefined;
  let valueStart = -1;
  const close = (at: number): void => {
    if (key === undefined || valueStart < 0) return;
    const written = text.slice(valueStart, at);
    const from = valueStart + written.length - written.trimStart().length;
    const valueSpan = { start: from, end: Math.max(from, valueStart + written.trimEnd().length) };
    const value = jsonValue(text.slice(valueSpan.start, valueSpan.end));
    const name = jsonValue(text.slice(key.start, key.end));
    if (typeof name === 'string') entries.push({ key: name, keySpan: key, valueSpan, value });
    key = undefined;
    valueStart = -1;
  };
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (character === '"') {
      const closing = endOfString(text, at);
      if (depth === 1 && key === undefined) key = { start: at, end: Math.min(closing + 1, end) };
      at = closing;
    } else if (character === ':' && depth === 1 && valueStart < 0) valueStart = at + 1;
    else if (character === ',' && depth === 1) close(at);
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      if (depth === 1) close(at);
      depth--;
    }
  }
  return { entries, valid: jsonValue(text.slice(start, end)) !== undefined };
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The start of the line after an offset, or `end`. */
function nextLine(text: string, offset: number, end: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 || at >= end ? end : at + 1;
}
