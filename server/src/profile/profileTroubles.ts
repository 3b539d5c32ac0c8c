import schema from '../../../schemas/profile.schema.json';
import validate from '../../../schemas/profile.schema.json?validator';

/**
 * What keeps a value from being a whole profile, in plain words; empty where nothing does. Checks what the schema says and
 * that every pattern is a regular expression.
 */
export function profileTroubles(value: unknown): readonly string[] {
  if (!validate(value))
    return (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const place = instancePath === '' ? 'it' : `“${instancePath.slice(1).replaceAll('/', ' › ')}”`;
      const key = params.additionalProperty;
      return typeof key === 'string' ? `${place} has an unknown key “${key}”` : `${place} ${message ?? 'is wrong'}`;
    });
  return brokenPatterns(value, schema as SchemaNode, '');
}

interface SchemaNode {
  readonly $ref?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
}

/** Walks the value beside its schema: `format: regex` marks what is compiled as one later. */
function brokenPatterns(value: unknown, node: SchemaNode | undefined, place: string): string[] {
  if (!node) return [];
  if (node.$ref) return brokenPatterns(value, definition(node.$ref), place);
  if (typeof value === 'string') {
    if (node.format !== 'regex' || isRegularExpression(value)) return [];
    return [`“${place}” is no regular expression: ${value}`];
  }
  if (Array.isArray(value)) return value.flatMap((one, index) => brokenPatterns(one, node.items, `${place} › ${index + 1}`));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) =>
    brokenPatterns(one, node.properties?.[key], place === '' ? key : `${place} › ${key}`),
  );
}

function definition(reference: string): SchemaNode | undefined {
  const definitions = schema.definitions as Readonly<Record<string, unknown>>;
  return definitions[reference.replace('#/definitions/', '')] as SchemaNode | undefined;
}

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source, 'i').source !== '';
  } catch {
    return false;
  }
}
