import { escapeGlob, ignoreMatcher } from '../profile/globs.ts';

/** Folders that no page of a site stands in, whatever ignore files say. */
export const ALWAYS_IGNORED: ReadonlySet<string> = new Set(['.git', 'node_modules', '.hg', '.svn', '.vscode-test']);

/** What ignore files leave out, as git reads them: the last pattern that matches decides. Case is ignored. */
export class IgnoreRules {
  constructor(private readonly rules: readonly IgnoreRule[]) {}

  /** Returns whether the rules leave out a file, or, with a slash at its end, a folder. Folders above it are not looked at. */
  ignores(path: string): boolean {
    const isFolder = path.endsWith('/');
    const name = isFolder ? path.slice(0, -1) : path;
    return this.rules.findLast(rule => (isFolder || !rule.foldersOnly) && rule.matches(name))?.ignores ?? false;
  }

  /** Returns these rules followed by those of an ignore file with this text. `below`: the folder of the file from the root, `''` for the root. */
  with(text: string, below: string): IgnoreRules {
    return new IgnoreRules([...this.rules, ...rulesOf(text, below)]);
  }
}

interface IgnoreRule {
  readonly ignores: boolean;
  readonly foldersOnly: boolean;
  matches(path: string): boolean;
}

/** Further patterns of one ignore file are not read: each is compared with each path. */
const MAX_RULES = 1_000;

function rulesOf(text: string, below: string): readonly IgnoreRule[] {
  const prefix = below === '' ? '' : `${escapeGlob(below)}/`;
  return text
    .split(/\r?\n/, MAX_RULES)
    .map(line => line.replace(/(?<!\\) {1,100}$/, ''))
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => {
      const negated = line.startsWith('!');
      const written = negated ? line.slice(1) : line;
      const foldersOnly = written.endsWith('/');
      const pattern = foldersOnly ? written.slice(0, -1) : written;
      const placed = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`;
      // `a/**` is what is in the folder, and not the folder.
      const matches = ignoreMatcher(prefix + placed.replace(/\/\*\*$/, '/**/*'));
      return { ignores: !negated, foldersOnly, matches };
    });
}

const NO_RULES = new IgnoreRules([]);

/** Returns the rules of a folder's ignore file after those of the folders above it. */
export function withIgnoreFile(above: IgnoreRules | undefined, text: string, below: string): IgnoreRules {
  return (above ?? NO_RULES).with(text, below);
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
