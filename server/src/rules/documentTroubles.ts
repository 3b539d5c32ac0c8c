import type { CompiledSchema } from '../schema/schemas.ts';
import type { YamlDocument } from '../syntax/yamlDocument.ts';
import type { Report } from './rule.ts';
import { schemaTroubles } from './schemaTrouble.ts';

/** What the parser of YAML has to say of a document, each finding wide enough to be seen. */
export function yamlTroubles({ errors, lines }: YamlDocument): Report[] {
  return errors.map(({ span, message, about }) => ({
    span:
      span.end - span.start > 1 ? span : { start: span.start, end: Math.max(span.end, lines.lineEnd(lines.lineAt(span.start))) },
    message,
    about,
  }));
}

/** What is wrong with a document that its schema describes whole: its YAML, else its values. Nothing of an empty one. */
export function documentTroubles(yaml: YamlDocument, schema: CompiledSchema): Report[] {
  if (yaml.errors.length > 0) return yamlTroubles(yaml);
  if (yaml.value === null || yaml.value === undefined) return [];
  return schemaTroubles(yaml, schema).map(({ path: _, keyword: __, ...report }) => report);
}
