/** What validates by a schema, compiled at build time; scripts/schemaPlugin.mjs makes it so. */
declare module '*.schema.json?validator' {
  const validate: {
    (value: unknown): boolean;
    /** What is wrong with the value of the last call; null or undefined where nothing is. */
    errors?:
      | {
          readonly keyword: string;
          readonly instancePath: string;
          readonly schemaPath: string;
          readonly params: Readonly<Record<string, unknown>>;
          readonly message?: string;
          readonly schema?: unknown;
          readonly parentSchema?: Readonly<Record<string, unknown>>;
          readonly data?: unknown;
        }[]
      | null;
  };
  export default validate;
}
