import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver-types';
import { allows, type JsonSchema, schemasAt } from '../../schema/jsonSchema.ts';
import type { YamlDocument, YamlPath } from '../../syntax/yamlDocument.ts';
import { placeInYaml, type YamlPlace } from '../../syntax/yamlPlace.ts';
import { asYaml } from '../../syntax/yamlText.ts';
import { textOf } from '../../text/span.ts';
import { typeText } from './schemaText.ts';

/** Gives values that only the workspace knows, by the name that a schema has for them (`x-values`). */
export type ValuesOf = (name: string) => readonly string[];

/** More values than a list can show: what is typed next narrows them. */
const MOST_VALUES = 300;

/** What can be written at an offset of a YAML document by its schema: keys that are not there yet, and values. */
export function schemaCompletion(yaml: YamlDocument, schema: JsonSchema, offset: number, valuesOf: ValuesOf): CompletionList {
  const place = placeInYaml(yaml, offset);
  if (!place) return { isIncomplete: false, items: [] };
  const writer = new ItemWriter(yaml, place, textOf(yaml.text, { start: place.span.start, end: offset }), valuesOf);
  switch (place.part) {
    case 'key':
      writer.addKeys(place.path.slice(0, -1), schemasAt(schema, place.path.slice(0, -1)), '');
      break;
    case 'value':
      writer.addValues(schemasAt(schema, place.path), '');
      break;
    case 'open': {
      const here = schemasAt(schema, place.path);
      writer.addKeys(place.path, here, '');
      // Where keys stand already, a value can be none.
      if (yaml.entriesAt(place.path).length > 0) break;
      const entries = here.some(one => allows(one, 'array')) ? schemasAt(schema, [...place.path, 0]) : [];
      writer.addKeys([...place.path, 0], entries, '- ');
      writer.addValues(entries, '- ');
      writer.addValues(here, '');
    }
  }
  return { isIncomplete: writer.isIncomplete, items: writer.items };
}

class ItemWriter {
  readonly items: CompletionItem[] = [];
  isIncomplete = false;
  private readonly labels = new Set<string>();

  constructor(
    private readonly yaml: YamlDocument,
    private readonly place: YamlPlace,
    /** What is written up to the cursor: what an editor matches the items against. */
    private readonly typed: string,
    private readonly valuesOf: ValuesOf,
  ) {}

  /** The keys of a map that are not there yet. `mark`: the dash of a list's entry, where they are to begin one. */
  addKeys(path: YamlPath, schemas: readonly JsonSchema[], mark: string): void {
    const taken = new Set(
      mark === ''
        ? this.yaml
            .entriesAt(path)
            // The word that the cursor is in is about to be replaced.
            .filter(({ keySpan }) => keySpan.start !== this.place.span.start)
            .map(({ key }) => key.toLowerCase())
        : [],
    );
    for (const schema of schemas) {
      for (const [key, value] of Object.entries(schema.properties ?? {})) {
        if (taken.has(key.toLowerCase())) continue;
        const required = schema.required?.includes(key) ? '0' : '1';
        this.add(key, mark + key + this.behindKey(value, mark), CompletionItemKind.Property, required, value, typeText(value));
      }
    }
  }

  addValues(schemas: readonly JsonSchema[], mark: string): void {
    for (const schema of schemas) {
      if (schema.default !== undefined && typeof schema.default !== 'object')
        this.addValue(schema.default, mark, '0', schema, l10n.t`default`);
      for (const value of [...(schema.const === undefined ? [] : [schema.const]), ...(schema.enum ?? [])])
        this.addValue(value, mark, '1', schema);
      if (allows(schema, 'boolean')) for (const value of [true, false]) this.addValue(value, mark, '1', schema);
      for (const value of schema.examples ?? []) this.addValue(value, mark, '2', schema);
      this.addKnown(schema, mark);
    }
  }

  private addKnown(schema: JsonSchema, mark: string): void {
    if (schema['x-values'] === undefined) return;
    const typed = this.typed.replace(/^["']/, '').toLowerCase();
    const values = this.valuesOf(schema['x-values']).filter(value => value.toLowerCase().includes(typed));
    if (values.length > MOST_VALUES) this.isIncomplete = true;
    for (const value of values.slice(0, MOST_VALUES)) this.addValue(value, mark, '2', schema);
  }

  private addValue(value: unknown, mark: string, sort: string, schema: JsonSchema | undefined, detail?: string): void {
    const quote = /^["']/.exec(textOf(this.yaml.text, this.place.span))?.[0];
    const text = quote && typeof value === 'string' ? quote + value + quote : asYaml(value);
    this.add(String(value), mark + text, CompletionItemKind.Value, sort, schema, detail);
  }

  private add(label: string, text: string, kind: CompletionItemKind, sort: string, schema?: JsonSchema, detail?: string): void {
    if (this.labels.has(`${kind} ${label}`)) return;
    this.labels.add(`${kind} ${label}`);
    const { lines } = this.yaml;
    // A colon or dash wants a blank behind it.
    const before = this.yaml.text[this.place.span.start - 1];
    const blank = (before === ':' || before === '-') && this.place.part !== 'key' ? ' ' : '';
    this.items.push({
      label,
      kind,
      ...(detail === undefined ? {} : { detail }),
      ...(schema?.description === undefined ? {} : { documentation: { kind: 'markdown', value: schema.description } }),
      sortText: `${sort}${String(this.items.length).padStart(4, '0')}`,
      filterText: blank + text.split('\n')[0]!.replace(/: ?$/, ''),
      insertTextFormat: 1,
      // The lines are indented as they are meant: the editor adds nothing of its own.
      insertTextMode: 1,
      textEdit: { range: lines.rangeOf(this.place.span), newText: blank + text },
    });
  }

  /** What is written behind a new key: the beginning of its value. */
  private behindKey(schema: JsonSchema, mark: string): string {
    if (this.place.part === 'key') return '';
    const single = typeof schema.type === 'string' ? schema.type : undefined;
    const isBlock = this.yaml.enclosing(this.place.span.start) === undefined;
    if (!isBlock || (single !== 'array' && single !== 'object')) return ': ';
    const newline = this.yaml.text.includes('\r\n') ? '\r\n' : '\n';
    return `:${newline}${' '.repeat(this.place.indent + mark.length + 2)}${single === 'array' ? '- ' : ''}`;
  }
}
