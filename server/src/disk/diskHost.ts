import { closeSync, type Dirent, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ALWAYS_IGNORED, type IgnoreRules, isIgnored, withIgnoreFile } from '../workspace/ignoreFiles.ts';
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
    const { startBuffer } = this;
    let read: number;
    try {
      const file = openSync(fileURLToPath(uri), 'r');
      try {
        read = readSync(file, startBuffer, 0, START_BYTES, 0);
      } finally {
        closeSync(file);
      }
    } catch (error) {
      if (!isNotFound(error)) this.log(`${uri}: ${(error as Error).message}`);
      return undefined;
    }
    const start = startBuffer.toString('utf8', 0, read);
    return read < START_BYTES || !/^\uFEFF?---/.test(start) || /[\r\n]---[ \t]*[\r\n]/.test(start) ? start : this.readFile(uri);
  }

  async listFiles(folder: string): Promise<readonly string[]> {
    if (!folder.startsWith('file:')) return [];
    const found: string[] = [];
    const root = fileURLToPath(folder);
    const folders: Folder[] = [{ path: '', uri: pathToFileURL(root).href.replace(/\/$/, ''), ignored: undefined }];
    for (let read = 1; folders.length > 0; read++) {
      this.readFolder(root, folders.pop()!, folders, found);
      if (read % FOLDERS_AT_ONCE === 0) await this.pause();
    }
    return found.sort();
  }

  async isListed(uri: string, folder: string): Promise<boolean> {
    if (!uri.startsWith('file:') || !folder.startsWith('file:')) return false;
    const root = fileURLToPath(folder);
    const path = relative(root, fileURLToPath(uri)).split(sep).join('/');
    return !(await isIgnored(path, async below => ignoreFileOf(root, below)));
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

  private readFolder(root: string, { path, uri, ignored }: Folder, folders: Folder[], found: string[]): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, path), { withFileTypes: true });
    } catch (error) {
      this.log(`${join(root, path)}: ${(error as Error).message}`);
      return;
    }
    const ignoreFile = entries.some(entry => entry.name === '.gitignore') ? ignoreFileOf(root, path) : undefined;
    const rules = ignoreFile === undefined ? ignored : withIgnoreFile(ignored, ignoreFile, path);
    for (const entry of entries) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      const isFolder = entry.isDirectory();
      if (isFolder ? ALWAYS_IGNORED.has(entry.name) : !/\.(?:md|markdown|md\.erb|ya?ml)$/i.test(entry.name)) continue;
      if (rules?.ignores(isFolder ? `${below}/` : below)) continue;
      const href = `${uri}/${segmentOf(entry.name)}`;
      if (isFolder) folders.push({ path: below, uri: href, ignored: rules });
      else found.push(href);
    }
  }
}

/** A folder to be read: its path and URI, and what the ignore files above it say. */
interface Folder {
  readonly path: string;
  readonly uri: string;
  readonly ignored: IgnoreRules | undefined;
}

/** About so many folders are read in 10 milliseconds. */
const FOLDERS_AT_ONCE = 100;

/** A name as it stands in a URI: most need no escape. */
function segmentOf(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : encodeURIComponent(name);
}

/** Enough for nearly every page's front matter. */
const START_BYTES = 4096;

function ignoreFileOf(root: string, below: string): string | undefined {
  try {
    return readFileSync(join(root, below, '.gitignore'), 'utf8');
  } catch {
    return undefined;
  }
}
