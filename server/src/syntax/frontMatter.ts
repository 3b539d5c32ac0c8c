import * as l10n from '@vscode/l10n';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { YamlDocument, type YamlEntry, type YamlError } from './yamlDocument.ts';

/** One top-level key of the front matter, where it stands, and what YAML makes of it. */
export interface FrontMatterEntry extends YamlEntry {
  /** The value as YAML reads it; undefined where the front matter as a whole cannot be read. */
  readonly value: unknown;
}

/** The YAML between the two `---` lines at the start of a page. */
export interface FrontMatter {
  /** From the first dash to the end of the closing line, its line end included. */
  readonly span: Span;
  readonly contentSpan: Span;
  /** False where no closing `---` line follows: then the page is read as if it had no front matter. */
  readonly closed: boolean;
  readonly entries: readonly FrontMatterEntry[];
  readonly errors: readonly YamlError[];
  /** All of it with its places; undefined where it is not closed. Its `text` is the page's up to the end of the front matter. */
  readonly yaml: YamlDocument | undefined;
}

/**
 * The front matter of a page, or undefined where its first line is not `---`. Never throws: what YAML cannot read is told in
 * `errors`, and what can be read of the rest still is. `lines`: the text's own, where they are made already.
 */
export function parseFrontMatter(text: string, lines?: LineIndex): FrontMatter | undefined {
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
      errors: [
        {
          span,
          message: l10n.t('The front matter is not closed: a line with `---` is missing after its last key.'),
          about: 'closing',
        },
      ],
      yaml: undefined,
    };
  }
  const contentSpan = { start: contentStart, end: close.index };
  const yaml = new YamlDocument(text, contentSpan, 'front matter', lines);
  return {
    span: { start, end: close.index + close[0].length },
    contentSpan,
    closed: true,
    entries: readEntries(yaml),
    errors: yaml.errors,
    yaml,
  };
}

function readEntries(yaml: YamlDocument): FrontMatterEntry[] {
  const { value } = yaml;
  const values = value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
  return yaml.entriesAt([]).map(entry => ({ ...entry, value: values[entry.key] }));
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
