import ignore, { type Ignore } from 'ignore';

/** Folders that no page of a site stands in, whatever ignore files say. */
export const ALWAYS_IGNORED: ReadonlySet<string> = new Set(['.git', 'node_modules', '.hg', '.svn', '.vscode-test']);

/** What ignore files leave out. */
export type IgnoreRules = Ignore;

/** The rules of a folder's ignore file with this text, whose patterns count from that folder, behind those from above. `below`: the folder's path from the root, empty for the root itself. */
export function withIgnoreFile(above: IgnoreRules | undefined, text: string, below: string): IgnoreRules {
  const prefix = below === '' ? '' : `${below}/`;
  const lines = text
    .split(/\r?\n/)
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => {
      const negated = line.startsWith('!');
      const pattern = negated ? line.slice(1) : line;
      const anchored = pattern.replace(/\/$/, '').includes('/');
      const placed = anchored ? prefix + pattern.replace(/^\//, '') : `${prefix}**/${pattern}`;
      return (negated ? '!/' : '/') + placed;
    });
  const rules = ignore();
  return (above ? rules.add(above) : rules).add(lines);
}

/** True for a file that a folder above it, or an ignore file there, leaves out. `textOf`: the ignore file of a folder, by the folder's path from the root. */
export async function isIgnored(path: string, textOf: (folder: string) => Promise<string | undefined>): Promise<boolean> {
  const segments = path.split('/');
  if (segments.slice(0, -1).some(segment => ALWAYS_IGNORED.has(segment))) return true;
  let rules: IgnoreRules | undefined;
  for (let depth = 0; depth < segments.length; depth++) {
    const folder = segments.slice(0, depth).join('/');
    const text = await textOf(folder);
    if (text !== undefined) rules = withIgnoreFile(rules, text, folder);
    const inner = segments.slice(0, depth + 1).join('/');
    if (rules?.ignores(depth + 1 < segments.length ? `${inner}/` : inner)) return true;
  }
  return false;
}
