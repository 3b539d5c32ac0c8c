import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../../schema/jsonSchema.ts';

/** What a value may be, in words: "text or list"; its allowed values where there are few. Empty where the schema does not say. */
export function typeText(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.length > 12 ? l10n.t`one of several values` : schema.enum.map(String).join(', ');
  const types = schema.type === undefined ? [] : [schema.type].flat();
  return types.map(typeWords).reduce((some, one) => (some === '' ? one : l10n.t`${some} or ${one}`), '');
}

function typeWords(type: string): string {
  switch (type) {
    case 'string':
      return l10n.t`text`;
    case 'number':
      return l10n.t`number`;
    case 'integer':
      return l10n.t`whole number`;
    case 'boolean':
      return l10n.t`true or false`;
    case 'array':
      return l10n.t`list`;
    case 'object':
      return l10n.t`group of keys`;
    case 'null':
      return l10n.t`nothing`;
    default:
      return type;
  }
}
