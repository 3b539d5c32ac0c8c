import { LineIndex } from '../../server/src/text/lineIndex.ts';

/** Files of a fixture, and what its annotations say of the first one. */
export interface Fixture {
  /** Path to text, in order; annotations and cursor taken out. */
  readonly files: Record<string, string>;
  /** Offsets in the first file that a line of `//~ ^^^` marks below the line above it. */
  readonly marks: readonly { readonly start: number; readonly end: number; readonly note: string }[];
  /** Where `<|>` stood in the first file. */
  readonly cursor: number | undefined;
}

export const defaultPath = 'content/job-families/department/family.md';

/**
 * Reads a fixture: `//- path` starts a file (before the first one it is a job family of its own), `<|>` is the cursor, and
 * `//~ ^^^ note` marks the stretch above the carets on the last line that is no annotation; `//~< ^^^` one from its first character.
 */
export function readFixture(source: string): Fixture {
  const files: Record<string, string> = {};
  const marks: { start: number; end: number; note: string }[] = [];
  let cursor: number | undefined;
  const parts = source.split(/^\/\/- (.+)\n/m);
  const entries: [string, string][] = [];
  if (parts[0] !== '') entries.push([defaultPath, parts[0]!]);
  for (let i = 1; i < parts.length; i += 2) entries.push([parts[i]!.trim(), parts[i + 1]!]);
  for (const [index, [path, body]] of entries.entries()) {
    const kept: string[] = [];
    const places: { line: number; from: number; to: number; note: string }[] = [];
    for (const line of body.split('\n')) {
      const match = /^\/\/~(<?) *(\^+) ?(.*)$/.exec(line);
      if (!match) kept.push(line);
      else {
        // The carets stand below the text they mark: the annotation's own mark takes the place of as many characters.
        const from = match[1] === '<' ? 0 : line.indexOf('^');
        places.push({ line: kept.length - 1, from, to: from + match[2]!.length, note: match[3]!.trim() });
      }
    }
    let text = kept.join('\n');
    const at = text.indexOf('<|>');
    if (at >= 0 && index === 0) {
      cursor = at;
      text = text.slice(0, at) + text.slice(at + 3);
    }
    files[path] = text;
    if (index === 0) {
      const lines = new LineIndex(text);
      for (const place of places)
        marks.push({
          start: lines.lineStart(place.line) + place.from,
          end: lines.lineStart(place.line) + place.to,
          note: place.note,
        });
    }
  }
  return { files, marks, cursor };
}
