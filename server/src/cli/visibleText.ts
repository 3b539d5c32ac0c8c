/**
 * Returns a text of a page or file name as it may be printed within a line: line breaks, escape sequences of terminals and marks that turn
 * the direction of writing are shown as escapes.
 */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, escaped);
}

/** Returns a path for the start of a line. Pipelines read lines that start with `::` or `##[` as commands. */
export function visiblePath(path: string): string {
  return visibleText(/^\s*(?:::|##)/.test(path) ? `./${path}` : path);
}

/** Returns several lines as they may be printed on a terminal; tabs and line breaks stay. */
export function visibleLines(text: string): string {
  return text.replace(HIDDEN, character => (/[\t\n]/.test(character) ? character : escaped(character)));
}

const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  return NAMED[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
