import { closeSync, type Dirent, openSync, promises as fs, readSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ignore, { type Ignore } from 'ignore';
import type { IndexCacheHost, PageReading, PageReadingOrder, WorkspaceHost } from '../workspace/workspaceHost.ts';
import { readInThread } from './pageReadingThread.ts';
import { isNotFound, readFileAt } from './readFileAt.ts';

export interface DiskOptions {
  /** The file of a bundle that calls `servePageReading` where it runs as a thread; pages are read in the main thread without one. */
  readonly threadFile?: string | undefined;
  readonly cache?: IndexCacheHost | undefined;
}

/**
 * The workspace on the machine's own disk. Ignore files are obeyed; links to folders are not followed, so no circle can trap
 * it. Files are read synchronously: a handbook's pages are small, and a promise for each costs five times the reading.
 */
export class DiskHost implements WorkspaceHost {
  readonly cache?: IndexCacheHost;
  readonly readPages?: (order: PageReadingOrder) => AsyncIterable<readonly PageReading[]>;
  private readonly startBuffer = Buffer.alloc(START_BYTES);

  constructor(
    readonly log: (message: string) => void,
    { threadFile, cache }: DiskOptions = {},
  ) {
    if (cache) this.cache = cache;
    if (threadFile !== undefined) this.readPages = order => readInThread(threadFile, order, log);
  }

  async readFile(uri: string): Promise<string | undefined> {
    return readFileAt(uri, this.log);
  }

  async readStart(uri: string): Promise<string | undefined> {
    if (!uri.startsWith('file:')) return undefined;
    let start: string;
    try {
      const file = openSync(fileURLToPath(uri), 'r');
      try {
        start = this.startBuffer.toString('utf8', 0, readSync(file, this.startBuffer, 0, START_BYTES, 0));
      } finally {
        closeSync(file);
      }
    } catch (error) {
      if (!isNotFound(error)) this.log(`${uri}: ${(error as Error).message}`);
      return undefined;
    }
    const whole = Buffer.byteLength(start) < START_BYTES - 4;
    return whole || !/^\uFEFF?---/.test(start) || /[\r\n]---[ \t]*[\r\n]/.test(start) ? start : this.readFile(uri);
  }

  async listFiles(folder: string): Promise<readonly string[]> {
    if (!folder.startsWith('file:')) return [];
    const found: string[] = [];
    await this.walk(fileURLToPath(folder), '', ignore().add(ALWAYS_IGNORED), found);
    return found;
  }

  async isListed(uri: string, folder: string): Promise<boolean> {
    if (!uri.startsWith('file:') || !folder.startsWith('file:')) return false;
    const root = fileURLToPath(folder);
    const segments = relative(root, fileURLToPath(uri)).split(sep);
    let rules = ignore().add(ALWAYS_IGNORED);
    for (let depth = 0; depth < segments.length; depth++) {
      const above = segments.slice(0, depth).join('/');
      rules = await withIgnoreFile(rules, join(root, above), above);
      const path = segments.slice(0, depth + 1).join('/');
      if (rules.ignores(depth + 1 < segments.length ? `${path}/` : path)) return false;
    }
    return true;
  }

  async stampsOf(uris: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const stamps = new Map<string, string>();
    for (const uri of uris) {
      const stat = uri.startsWith('file:') ? statSync(fileURLToPath(uri), { throwIfNoEntry: false }) : undefined;
      if (stat) stamps.set(uri, `${stat.size}-${stat.mtimeMs}`);
    }
    return stamps;
  }

  pause(): Promise<void> {
    return new Promise(resolve => setImmediate(resolve));
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

/** Enough for nearly every page's front matter. */
const START_BYTES = 4096;

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
