import catalogue from '../../../schemas/catalogue.schema.json';
import validateCatalogue from '../../../schemas/catalogue.schema.json?validator';
import configuration from '../../../schemas/config.schema.json';
import validateConfiguration from '../../../schemas/config.schema.json?validator';
import customProfile from '../../../schemas/custom-profile.schema.json';
import validateCustomProfile from '../../../schemas/custom-profile.schema.json?validator';
import frontMatter from '../../../schemas/front-matter.schema.json';
import validateFrontMatter from '../../../schemas/front-matter.schema.json?validator';
import type { JsonSchema } from './jsonSchema.ts';

/** What a validator tells of one thing that is wrong. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer of the value that is wrong. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema?: JsonSchema;
  /** The value that is wrong. */
  readonly data?: unknown;
}

/** A schema, to complete and hover by, and what validates by it. */
export interface CompiledSchema {
  readonly schema: JsonSchema;
  /** What is wrong with a value; empty where nothing is. */
  errorsOf(value: unknown): readonly SchemaError[];
}

type Validator = typeof validateFrontMatter;

function compiled(schema: unknown, validate: Validator): CompiledSchema {
  return { schema: schema as JsonSchema, errorsOf: value => (validate(value) ? [] : [...(validate.errors ?? [])]) };
}

/** The settings at the beginning of a page. */
export const frontMatterSchema = compiled(frontMatter, validateFrontMatter);

/** The list that ties titles to pages. */
export const catalogueSchema = compiled(catalogue, validateCatalogue);

/** `.job-family.yaml`. */
export const configurationSchema = compiled(configuration, validateConfiguration);

/** A profile of a workspace's own, which may change another. */
export const customProfileSchema = compiled(customProfile, validateCustomProfile);
