import { decode } from './routes.ts';

/** A file's path as from the innermost of the workspace's folders that holds it; its name where none does. */
export function pathInWorkspace(uri: string, folders: readonly string[]): string {
  const holding = folders.map(folder => `${folder.replace(/\/$/, '')}/`).filter(folder => uri.startsWith(folder));
  const folder = holding.toSorted((a, b) => b.length - a.length)[0] ?? uri.replace(/[^/]*$/, '');
  return decode(uri.slice(folder.length));
}
