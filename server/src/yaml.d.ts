/** YAML files are imported as what they hold; scripts/yamlPlugin.mjs makes it so. */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}

/** The validator of a schema, compiled at build time; scripts/schemaPlugin.mjs makes it so. */
declare module '*.schema.json?validator' {
  const validate: ((value: unknown) => boolean) & {
    errors?:
      | readonly {
          readonly instancePath: string;
          readonly keyword: string;
          readonly message?: string;
          readonly params: Readonly<Record<string, unknown>>;
          readonly data?: unknown;
        }[]
      | null;
  };
  export default validate;
}
