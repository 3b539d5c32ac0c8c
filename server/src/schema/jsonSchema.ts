import type { YamlPath } from '../syntax/yamlDocument.ts';

/** What our code reads of a JSON schema: the keywords that our schemas use. */
export interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  /** Names values that only the workspace knows; completion asks for them by this name. */
  readonly 'x-values'?: string;
}

/** Everything that a schema says at a path: each branch of what it leaves open. Empty where it says nothing. */
export function schemasAt(root: JsonSchema, path: YamlPath): readonly JsonSchema[] {
  let schemas = branches(root, root);
  for (const segment of path) schemas = schemas.flatMap(schema => below(schema, segment).flatMap(inner => branches(inner, root)));
  return schemas;
}

/** True where a schema lets a value be of a type; one that names no type lets it be what its other words are about. */
export function allows(schema: JsonSchema, type: string): boolean {
  if (schema.type !== undefined) return [schema.type].flat().includes(type);
  if (schema.enum) return schema.enum.some(value => typeof value === type);
  if (schema.properties || schema.additionalProperties) return type === 'object';
  return schema.items ? type === 'array' : false;
}

/** The schema with its references followed, and what it lets choose between, each by itself. Its own words stand first. */
function branches(schema: JsonSchema, root: JsonSchema, depth = 0): readonly JsonSchema[] {
  if (depth > 8) return [];
  const referred = schema.$ref === undefined ? undefined : definition(schema.$ref, root);
  const inner = [...(referred ? [referred] : []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...inner.flatMap(one => branches(one, root, depth + 1))];
}

function definition(reference: string, root: JsonSchema): JsonSchema | undefined {
  if (reference === '#') return root;
  const name = /^#\/definitions\/(.+)$/.exec(reference)?.[1];
  return name === undefined ? undefined : root.definitions?.[name];
}

function below(schema: JsonSchema, segment: string | number): readonly JsonSchema[] {
  if (typeof segment === 'number') return schema.items ? [schema.items] : [];
  // A key that objects have of themselves is none of the schema's.
  const named = Object.hasOwn(schema.properties ?? {}, segment) ? schema.properties![segment] : undefined;
  if (named) return [named];
  const matched = Object.entries(schema.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern).test(segment));
  if (matched) return [matched[1]];
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
}
