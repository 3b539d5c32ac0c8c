import type { JsonSchema } from '../../schema/jsonSchema.ts';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  array: 'list',
  object: 'group of keys',
  null: 'nothing',
};

/** What a value may be, in words: "text or list"; its allowed values where there are few. Empty where the schema does not say. */
export function typeText(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.length > 12 ? 'one of several values' : schema.enum.map(String).join(', ');
  const types = schema.type === undefined ? [] : [schema.type].flat();
  return types.map(type => TYPE_WORDS[type] ?? type).join(' or ');
}
