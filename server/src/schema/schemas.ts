import {
  catalogue,
  configuration,
  customProfile,
  frontMatter,
  siteLint,
  validateCatalogue,
  validateConfiguration,
  validateCustomProfile,
  validateFrontMatter,
  validateSiteLint,
} from 'virtual:schemas';
import { valueAtPointer } from '../syntax/jsonPointer.ts';
import type { JsonSchema } from './jsonSchema.ts';

/** What is wrong in one place of a value. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON pointer of the value that is wrong. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The value that is wrong. */
  readonly data: unknown;
}

/** A schema, to complete and hover by, and what validates by it. */
export interface CompiledSchema {
  readonly schema: JsonSchema;
  /** What is wrong with a value; empty where nothing is. */
  errorsOf(value: unknown): readonly SchemaError[];
}

/** What ajv makes of a schema. */
interface Validate {
  (value: unknown): boolean;
  errors?: readonly Omit<SchemaError, 'data'>[] | null | undefined;
}

export function compiledSchema(schema: unknown, validate: Validate): CompiledSchema {
  return {
    schema: schema as JsonSchema,
    errorsOf: value =>
      validate(value)
        ? []
        : (validate.errors ?? []).map(error => ({ ...error, data: valueAtPointer(error.instancePath, value) })),
  };
}

/** The settings at the beginning of a page. */
export const frontMatterSchema = compiledSchema(frontMatter, validateFrontMatter);

/** The list that ties titles to pages. */
export const catalogueSchema = compiledSchema(catalogue, validateCatalogue);

/** `.job-family.yaml`. */
export const configurationSchema = compiledSchema(configuration, validateConfiguration);

/** A profile of a workspace's own, which may change another. */
export const customProfileSchema = compiledSchema(customProfile, validateCustomProfile);

/** The file with the links that the site's own lint does not check. */
export const siteLintSchema = compiledSchema(siteLint, validateSiteLint);
