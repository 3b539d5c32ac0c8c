// @ts-check
// What several JSON values say alike is said once: the schemas of a profile, of a profile of one's own and of the
// configuration describe the same settings, and each whole, since each is read by itself by whoever uses it.

/** @typedef {Readonly<Record<string, unknown>>} Schema */

/** What a schema says to people and to completion, and not of what is valid. */
const ANNOTATIONS = [
  'title',
  'description',
  'markdownDescription',
  'default',
  'examples',
  '$comment',
  'patternErrorMessage',
  'x-values',
];

/** Keywords that hold schemas by a name, one schema, and a list of them. */
const BY_NAME = ['properties', 'patternProperties', 'definitions'];
const ONE = ['additionalProperties', 'items', 'if', 'then', 'else', 'not', 'contains', 'propertyNames'];
const SEVERAL = ['anyOf', 'oneOf', 'allOf'];

/** A reference of so many characters is as long as what it would save. */
const SHORTEST = 60;

/**
 * Schemas of which each part that occurs more than once stands in one of its own, by the `$id` of its name, its references
 * and annotations resolved and left out: what is valid is what it was.
 *
 * @param {Readonly<Record<string, Schema>>} schemas by name
 * @returns {{ schemas: Record<string, Schema>, parts: Schema[] }} each with its `$id`
 */
export function sharedSchemas(schemas) {
  const bare = Object.entries(schemas).map(([name, schema]) => /** @type {const} */ ([name, withoutWords(schema, schema)]));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [, schema] of bare) count(schema, counts);
  /** @type {Map<string, { $id: string, schema: Schema }>} */
  const parts = new Map();
  const shared = Object.fromEntries(
    bare.map(([name, schema]) => [name, { ...insides(schema, inner => referred(inner, counts, parts)), $id: name }]),
  );
  return { schemas: shared, parts: [...parts.values()].map(({ $id, schema }) => ({ ...schema, $id })) };
}

/** @param {Schema} schema @param {Schema} root @returns {Schema} */
function withoutWords(schema, root) {
  const {
    $schema: _,
    definitions,
    ...rest
  } = Object.fromEntries(Object.entries(schema).filter(([key]) => !ANNOTATIONS.includes(key)));
  if (typeof rest.$ref === 'string') {
    const definitionsOfRoot = /** @type {Record<string, Schema> | undefined} */ (root.definitions);
    const named = definitionsOfRoot?.[rest.$ref.replace('#/definitions/', '')];
    if (!named) throw new Error(`A schema refers to ${rest.$ref}: only its own definitions can be shared.`);
    return withoutWords(named, root);
  }
  return insides(rest, inner => withoutWords(inner, root));
}

/** @param {Schema} schema @param {Map<string, number>} counts */
function count(schema, counts) {
  const text = JSON.stringify(schema);
  const seen = counts.get(text) ?? 0;
  counts.set(text, seen + 1);
  if (seen > 0) return;
  insides(schema, inner => {
    count(inner, counts);
    return inner;
  });
}

/**
 * @param {Schema} schema
 * @param {Map<string, number>} counts
 * @param {Map<string, { $id: string, schema: Schema }>} parts
 * @returns {Schema}
 */
function referred(schema, counts, parts) {
  const text = JSON.stringify(schema);
  const inside = () => insides(schema, inner => referred(inner, counts, parts));
  if ((counts.get(text) ?? 0) < 2 || text.length < SHORTEST) return inside();
  let part = parts.get(text);
  if (!part) {
    part = { $id: `part${parts.size}`, schema: {} };
    parts.set(text, part);
    part.schema = inside();
  }
  return { $ref: part.$id };
}

/**
 * A schema with something else in the place of each schema in it.
 *
 * @param {Schema} schema
 * @param {(inner: Schema) => Schema} other
 * @returns {Schema}
 */
function insides(schema, other) {
  /** @param {unknown} one */
  const made = one => (one !== null && typeof one === 'object' ? other(/** @type {Schema} */ (one)) : one);
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (BY_NAME.includes(key))
        return [key, Object.fromEntries(Object.entries(/** @type {object} */ (value)).map(([name, one]) => [name, made(one)]))];
      if (ONE.includes(key)) return [key, made(value)];
      if (SEVERAL.includes(key)) return [key, /** @type {unknown[]} */ (value).map(made)];
      return [key, value];
    }),
  );
}

/**
 * Code of constants by their names, of which each object and list that occurs more than once is a constant too.
 *
 * @param {Readonly<Record<string, unknown>>} values
 */
export function constantsCode(values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  /** @param {unknown} value */
  const visit = value => {
    if (value === null || typeof value !== 'object') return;
    const text = JSON.stringify(value);
    const seen = counts.get(text) ?? 0;
    counts.set(text, seen + 1);
    if (seen === 0) Object.values(value).forEach(visit);
  };
  Object.values(values).forEach(visit);
  /** @type {Map<string, string>} */
  const names = new Map();
  /** @type {string[]} */
  const lines = [];
  /** @param {unknown} value @returns {string} */
  const code = value => {
    const text = JSON.stringify(value);
    if (value === null || typeof value !== 'object') return text;
    const known = names.get(text);
    if (known) return known;
    const written = Array.isArray(value)
      ? `[${value.map(code).join(',')}]`
      : `{${Object.entries(value)
          .map(([key, one]) => `${JSON.stringify(key)}:${code(one)}`)
          .join(',')}}`;
    if ((counts.get(text) ?? 0) < 2 || text.length < SHORTEST) return written;
    const name = `shared${names.size}`;
    names.set(text, name);
    lines.push(`const ${name} = ${written};`);
    return name;
  };
  const last = Object.entries(values).map(([name, value]) => `export const ${name} = ${code(value)};`);
  return [...lines, ...last].join('\n');
}
