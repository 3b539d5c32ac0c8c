import { type Dirent, promises as fs } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ignore, { type Ignore } from 'ignore';
import type { WorkspaceHost } from '../workspace/workspaceHost.ts';

/** The workspace on the machine's own disk. Ignore files are obeyed; links to folders are not followed, so no circle can trap it. */
export class DiskHost implements WorkspaceHost {
  constructor(readonly log: (message: string) => void) {}

  async readFile(uri: string): Promise<string | undefined> {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return await fs.readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      if (!isNotFound(error)) this.log(`${uri}: ${(error as Error).message}`);
      return undefined;
    }
  }

  async listFiles(folder: string): Promise<readonly string[]> {
    if (!folder.startsWith('file:')) return [];
    const found: string[] = [];
    await this.walk(fileURLToPath(folder), '', ignore().add(ALWAYS_IGNORED), found);
    return found;
  }

  private async walk(root: string, below: string, ignored: Ignore, found: string[]): Promise<void> {
    const folder = join(root, below);
    let entries: Dirent[];
    try {
      entries = await fs.readdir(folder, { withFileTypes: true });
    } catch (error) {
      this.log(`${folder}: ${(error as Error).message}`);
      return;
    }
    const rules = entries.some(entry => entry.name === '.gitignore') ? await withIgnoreFile(ignored, folder, below) : ignored;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!rules.ignores(`${path}/`)) await this.walk(root, path, rules, found);
      } else if (/\.(?:md|markdown|ya?ml)$/i.test(entry.name) && !rules.ignores(path))
        found.push(pathToFileURL(join(root, path)).href);
    }
  }
}

const ALWAYS_IGNORED = ['.git/', 'node_modules/', '.hg/', '.svn/', '.vscode-test/'];

/** The rules of a folder's ignore file, whose patterns count from that folder. */
async function withIgnoreFile(above: Ignore, folder: string, below: string): Promise<Ignore> {
  const text = await fs.readFile(join(folder, '.gitignore'), 'utf8').catch(() => '');
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
  return ignore().add(above).add(lines);
}

function isNotFound(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
