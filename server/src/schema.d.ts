/** The schemas of schemas/ and what validates by them, compiled at build time; scripts/schemaPlugin.mjs makes it so. */
declare module 'virtual:schemas' {
  interface Validate {
    (value: unknown): boolean;
    /** What is wrong with the value of the last call; null or undefined where nothing is. */
    errors?:
      | {
          readonly keyword: string;
          /** JSON pointer of the value that is wrong. */
          readonly instancePath: string;
          readonly params: Readonly<Record<string, unknown>>;
        }[]
      | null;
  }
  export const catalogue: unknown;
  export const configuration: unknown;
  export const customProfile: unknown;
  export const frontMatter: unknown;
  export const siteLint: unknown;
  export const validateCatalogue: Validate;
  export const validateConfiguration: Validate;
  export const validateCustomProfile: Validate;
  export const validateFrontMatter: Validate;
  export const validateProfile: Validate;
  export const validateSiteLint: Validate;
}
