import * as l10n from '@vscode/l10n';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { jsonEntries, tomlEntries } from './dataFrontMatter.ts';
import { type FrontMatterFormat, frontMatterBounds } from './frontMatterBounds.ts';
import { YamlDocument, type YamlEntry, type YamlError } from './yamlDocument.ts';

/** One top-level key of the front matter, where it stands, and what YAML makes of it. */
export interface FrontMatterEntry extends YamlEntry {
  /** The value as YAML reads it; undefined where the front matter as a whole cannot be read. */
  readonly value: unknown;
}

/** What a page starts with: keys and values between `---` (YAML) or `+++` (TOML), or a JSON object. */
export interface FrontMatter {
  readonly format: FrontMatterFormat;
  /** From the first mark to the end of the closing line, its line end included. */
  readonly span: Span;
  readonly contentSpan: Span;
  /** False if no closing line follows: then the page is read as if it had no front matter. */
  readonly closed: boolean;
  readonly entries: readonly FrontMatterEntry[];
  readonly errors: readonly YamlError[];
  /** All of it with its places; undefined if it is not closed or no YAML. Its `text` is the page's up to the end of the front matter. */
  readonly yaml: YamlDocument | undefined;
}

/**
 * Parses the front matter of a page; undefined if it does not start with any. Never throws: what cannot be read is in `errors`,
 * and what can be read of the rest is in `entries`. `lines`: the text's own, if they exist already.
 */
export function parseFrontMatter(text: string, lines?: LineIndex): FrontMatter | undefined {
  const bounds = frontMatterBounds(text);
  if (!bounds) return undefined;
  const { format, span, contentSpan, closed } = bounds;
  if (!closed) {
    const message =
      format === 'toml'
        ? l10n.t('The front matter is not closed: a line with `+++` is missing after its last key.')
        : l10n.t('The front matter is not closed: a line with `---` is missing after its last key.');
    return { ...bounds, entries: [], errors: [{ span, message, about: 'closing' }], yaml: undefined };
  }
  if (format === 'toml') return { ...bounds, entries: tomlEntries(text, contentSpan), errors: [], yaml: undefined };
  if (format === 'json') {
    const { entries, valid } = jsonEntries(text, contentSpan);
    const error = { span: contentSpan, message: l10n.t`The front matter is not valid JSON.`, about: 'json' };
    return { ...bounds, entries, errors: valid ? [] : [error], yaml: undefined };
  }
  const yaml = new YamlDocument(text, contentSpan, 'front matter', lines);
  return { ...bounds, entries: readEntries(yaml), errors: yaml.errors, yaml };
}

/** A whole YAML file as front matter. */
export function wholeFrontMatter(yaml: YamlDocument, span: Span): FrontMatter {
  return { format: 'yaml', span, contentSpan: span, closed: true, entries: readEntries(yaml), errors: yaml.errors, yaml };
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
