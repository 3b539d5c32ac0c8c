import type { YamlPath } from './yamlDocument.ts';

/** The path that a JSON pointer (RFC 6901) means in a value: positions in lists are numbers. */
export function pathOfPointer(pointer: string, value: unknown): YamlPath {
  const path: (string | number)[] = [];
  let inner = value;
  for (const segment of pointer.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(inner) ? Number(key) : key);
    inner = below(inner, key);
  }
  return path;
}

/** What stands at a JSON pointer in a value; undefined where nothing does. */
export function valueAtPointer(pointer: string, value: unknown): unknown {
  return pathOfPointer(pointer, value).reduce<unknown>((inner, key) => below(inner, String(key)), value);
}

function below(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
