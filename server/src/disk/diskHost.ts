import { type Dirent, existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ALWAYS_IGNORED, type IgnoreRules, isIgnored, withIgnoreFile } from '../workspace/ignoreFiles.ts';
import type { IndexCacheHost, PageReading, PageReadingOrder, WorkspaceHost } from '../workspace/workspaceHost.ts';
import { readInThread } from './pageReadingThread.ts';
import { pathOfUri, readFileAt, readStartAt } from './readFileAt.ts';
import { isReallyWithin, readRegularFile, realPathOf } from './regularFile.ts';

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
    const start = readStartAt(uri, START_BYTES, this.log);
    if (start === undefined) return undefined;
    const { text, isWhole } = start;
    return isWhole || !/^\uFEFF?---/.test(text) || /[\r\n]---[ \t]*[\r\n]/.test(text) ? text : this.readFile(uri);
  }

  async realUri(uri: string): Promise<string | undefined> {
    const path = pathOfUri(uri);
    const real = path === undefined ? undefined : realPathOf(path);
    return real === undefined ? undefined : pathToFileURL(real).href;
  }

  async listFiles(folder: string): Promise<readonly string[]> {
    const root = pathOfUri(folder);
    if (root === undefined) return [];
    const found: string[] = [];
    const folders: Folder[] = [{ path: '', uri: pathToFileURL(root).href.replace(/\/$/, ''), ignored: undefined }];
    for (let read = 1; folders.length > 0; read++) {
      this.readFolder(root, folders.pop()!, folders, found);
      if (read % FOLDERS_AT_ONCE === 0) await this.pause();
    }
    return found.sort();
  }

  async isListed(uri: string, folder: string): Promise<boolean> {
    const [root, file] = [pathOfUri(folder), pathOfUri(uri)];
    if (root === undefined || file === undefined) return false;
    // What is deleted is listed until the workspace has heard of it.
    if (existsSync(file) && !isReallyWithin(file, root)) return false;
    const path = relative(root, file).split(sep).join('/');
    if (path.split('/')[0] === '..' || isAbsolute(path)) return false;
    return !(await isIgnored(path, async below => ignoreFileOf(root, below)));
  }

  async stampsOf(uris: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const stamps = new Map<string, string>();
    for (const uri of uris) {
      const path = pathOfUri(uri);
      const stat = path === undefined ? undefined : statOf(path);
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
      const refusal = isFolder || entry.isFile() ? refusalOfName(join(root, path), entry.name) : refusalOfLink(root, below);
      if (refusal !== undefined) {
        if (refusal !== DANGLING) this.log(`${below}: not read: ${refusal}`);
        continue;
      }
      const href = `${uri}/${segmentOf(entry.name)}`;
      if (isFolder) folders.push({ path: below, uri: href, ignored: rules });
      else found.push(href);
    }
  }
}

/** Returns why a file is not read because of its name; `undefined` if there is no reason. */
function refusalOfName(folder: string, name: string): string | undefined {
  // Bytes that are not UTF-8 come as replacement characters, by which there is no such file.
  return name.includes('\uFFFD') && !existsSync(join(folder, name)) ? 'its name is not valid UTF-8' : undefined;
}

/** Returns why what is neither a file nor a folder is not read; `undefined` for a link to a file of the workspace. */
function refusalOfLink(root: string, path: string): string | undefined {
  const file = join(root, path);
  const stat = statOf(file);
  if (!stat) return DANGLING;
  if (stat.isDirectory()) return 'a link to a folder';
  if (!stat.isFile()) return 'not a regular file';
  return isReallyWithin(file, root) ? undefined : 'a link to a file outside of the workspace';
}

/** Links that lead nowhere are not worth a word: some editors mark what they have open by one. */
const DANGLING = 'a link that leads nowhere';

/** Returns what a path leads to; `undefined` if that does not exist or is unknown. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
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

/** What an ignore file says beyond this is not read. Bytes. */
const MAX_IGNORE_FILE = 1024 * 1024;

function ignoreFileOf(root: string, below: string): string | undefined {
  try {
    return readRegularFile(join(root, below, '.gitignore'), MAX_IGNORE_FILE).bytes.toString('utf8');
  } catch {
    return undefined;
  }
}
