/** A value as YAML reads it back: in quotes where it would read something else. */
export function asYaml(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^[\p{L}/_.][\p{L}\p{N}/_. ,()#&-]*$/u.test(value) && !/^(?:true|false|null)$/i.test(value) && !value.includes(' #')
    ? value
    : JSON.stringify(value);
}
