/** YAML files are imported as what they hold; scripts/yamlPlugin.mjs makes it so. */
declare module '*.yaml' {
  const value: unknown;
  export default value;
}
