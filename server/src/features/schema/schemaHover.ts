import * as l10n from '@vscode/l10n';
import type { Hover } from 'vscode-languageserver-types';
import { type JsonSchema, schemasAt } from '../../schema/jsonSchema.ts';
import type { YamlDocument } from '../../syntax/yamlDocument.ts';
import { placeInYaml } from '../../syntax/yamlPlace.ts';
import { escapeMarkdown } from '../markdownText.ts';
import { typeText } from './schemaText.ts';

/** What a key of a YAML document is for, by its schema; undefined on anything else, and on keys that the schema does not know. */
export function schemaHover(yaml: YamlDocument, schema: JsonSchema, offset: number): Hover | undefined {
  const place = placeInYaml(yaml, offset);
  if (place?.part !== 'key') return undefined;
  const found = schemasAt(schema, place.path);
  const description = found.find(one => one.description !== undefined)?.description;
  if (description === undefined) return undefined;
  const types = [...new Set(found.map(typeText).filter(text => text !== ''))];
  const standard = found.find(one => one.default !== undefined)?.default;
  const lines = [`**${escapeMarkdown(String(place.path.at(-1)))}**`, '', description];
  if (types.length > 0) lines.push('', l10n.t`Value: ${escapeMarkdown(types.reduce((some, one) => l10n.t`${some}, or ${one}`))}`);
  if (standard !== undefined) lines.push('', l10n.t`Where it is not set: \`${JSON.stringify(standard)}\``);
  return { contents: { kind: 'markdown', value: lines.join('\n') }, range: yaml.lines.rangeOf(place.span) };
}
