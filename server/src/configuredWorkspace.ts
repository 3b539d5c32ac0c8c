import { type BaselineEntry, type BaselineFile, parseBaseline } from './configuration/baseline.ts';
import type { Configuration, ConfigurationSource } from './configuration/configuration.ts';
import { loadConfiguration } from './configuration/loadConfiguration.ts';
import { globMatcher } from './profile/globs.ts';
import { canonicalUri } from './workspace/canonicalUri.ts';
import { detectLadders, profileOfLadders } from './workspace/detectLadders.ts';
import { decode } from './workspace/routes.ts';
import { Workspace } from './workspace/workspace.ts';
import type { WorkspaceHost } from './workspace/workspaceHost.ts';

/** A workspace as its configuration has it. Replaced as a whole when the configuration changes. */
export interface Configured {
  readonly workspace: Workspace;
  readonly configuration: Configuration;
  /** Findings that are not reported; undefined where there is no such file. */
  readonly baseline: BaselineFile | undefined;
}

/**
 * Keeps a workspace and its configuration together: reads the configuration before anything is asked, and again when one of
 * its files changes, open documents standing over the disk. Documents survive that. URIs are canonical.
 */
export class ConfiguredWorkspace {
  private readonly documents = new Map<string, string>();
  private current: Configured | undefined;
  private loading: Promise<Configured> | undefined;
  /** What counted before the last change of the configuration. */
  private earlier: Configuration | undefined;
  /** Counts reloads, so that the newest wins. */
  private generation = 0;

  constructor(
    private readonly host: WorkspaceHost,
    private readonly folders: readonly string[],
    private settings: WorkspaceSettings,
    /** So many files that are not open are kept whole at most. */
    private readonly mostWhole?: number,
    /** Called for each page that cannot be read because reading it throws. */
    private readonly onPageFailed?: (message: string) => void,
  ) {}

  /** The workspace as it is configured now, with all changes in it that were told before. */
  async ready(): Promise<Configured> {
    for (let seen: Promise<unknown> | undefined; seen !== this.changing; ) {
      seen = this.changing;
      await seen;
    }
    return this.loaded();
  }

  private loaded(): Promise<Configured> {
    if (this.current) return Promise.resolve(this.current);
    this.loading ??= this.load();
    return this.loading;
  }

  /** Lays other settings of the editor over the file's. */
  configure(settings: WorkspaceSettings): void {
    this.settings = settings;
    this.reload();
  }

  setDocument(uri: string, text: string): void {
    if (this.documents.get(uri) === text && this.current?.workspace.isOpen(uri)) return;
    this.documents.set(uri, text);
    if (this.decides(uri)) this.reload();
    else this.current?.workspace.setDocument(uri, text);
  }

  async closeDocument(uri: string): Promise<void> {
    this.documents.delete(uri);
    if (this.decides(uri)) this.reload();
    // It may be open again by the time that the workspace is ready.
    else await this.change(async workspace => (this.documents.has(uri) ? undefined : workspace.closeDocument(uri)));
  }

  /** A file was created, changed or deleted on disk. True where that may concern anything. */
  async fileChanged(uri: string): Promise<boolean> {
    if (this.decides(uri) || uri.endsWith('/.gitignore')) {
      this.reload();
      return true;
    }
    return this.change(async workspace => {
      if (!(await this.isListed(uri))) return;
      await workspace.fileChanged(uri);
    });
  }

  /** False for a file that the host or the editor's settings leave out. */
  private async isListed(uri: string): Promise<boolean> {
    for (const folder of this.folders) {
      if (!uri.startsWith(`${folder.replace(/\/$/, '')}/`)) continue;
      if (excludedBelow(folder, this.settings.exclude ?? [])(uri)) return false;
      if (this.host.isListed && !(await this.host.isListed(uri, folder))) return false;
    }
    return true;
  }

  /** True for a file that the configuration is read from. */
  decides(uri: string): boolean {
    const configuration = this.current?.configuration ?? this.earlier;
    return configuration !== undefined && (configuration.sources.has(uri) || configuration.baseline === uri);
  }

  private reload(): void {
    const wasAsked = this.current !== undefined || this.loading !== undefined;
    this.generation++;
    this.earlier = this.current?.configuration ?? this.earlier;
    this.current = undefined;
    this.loading = wasAsked ? this.load() : undefined;
  }

  /** Changes the workspace where it has been asked for: a new one reads what is there by then. True where it is another one afterwards. */
  private async change(make: (workspace: Workspace) => Promise<void>): Promise<boolean> {
    if (!this.current && !this.loading) return false;
    const made = (async () => {
      const { workspace } = await this.loaded();
      const { version } = workspace;
      await make(workspace);
      return workspace.version !== version;
    })();
    this.changing = Promise.allSettled([this.changing, made]);
    return made;
  }

  /** Changes under way: who asks waits for them. */
  private changing: Promise<unknown> | undefined;

  private async load(): Promise<Configured> {
    const { generation } = this;
    const listed = new Map<string, Promise<readonly string[]>>();
    const list = (folder: string): Promise<readonly string[]> => {
      const isExcluded = excludedBelow(folder, this.settings.exclude ?? []);
      const found = async (): Promise<readonly string[]> =>
        (await this.host.listFiles(folder)).map(canonicalUri).filter(uri => !isExcluded(uri));
      const listing = listed.get(folder) ?? found();
      listed.set(folder, listing);
      return listing;
    };
    const readFile = async (uri: string): Promise<string | undefined> => this.documents.get(uri) ?? this.host.readFile(uri);
    const loaded = await loadConfiguration(
      this.folders,
      this.settings,
      {
        readFile,
        listFiles: async () => (await Promise.all(this.folders.map(list))).flat(),
        detectLadders: async files => {
          const detected = await detectLadders(files, this.folders, readFile);
          return detected && { profile: profileOfLadders(detected), detected };
        },
        ...(this.host.realUri ? { realUri: uri => this.host.realUri!(uri) } : {}),
      },
      this.settings.baselineFile,
    );
    // A file that is being typed is often broken for a moment: what it said before counts on.
    const configuration = (loaded.unreadable ? this.earlier : undefined) ?? loaded;
    const text = configuration.baseline === undefined ? undefined : await readFile(configuration.baseline);
    const baseline = text === undefined ? undefined : parseBaseline(text);
    if (generation !== this.generation) return this.loaded();
    for (const { uri, message } of loaded.troubles) this.host.log(`${uri}: ${message}`);
    if (text !== undefined && !baseline)
      this.host.log(`${configuration.baseline}: is no baseline of this version; it is passed over.`);
    // The listing of this moment is the workspace's too: a handbook is not walked twice.
    const workspace = new Workspace(this.host, configuration.profile, this.folders, {
      named: new Map(
        [...configuration.sources].map(([uri, kind]) => [
          uri,
          { kind, notes: loaded.troubles.filter(trouble => trouble.uri === uri) },
        ]),
      ),
      listFiles: list,
      ...(this.mostWhole === undefined ? {} : { mostWhole: this.mostWhole }),
      ...(this.onPageFailed ? { onPageFailed: this.onPageFailed } : {}),
    });
    for (const [uri, document] of this.documents) workspace.setDocument(uri, document);
    this.current = { workspace, configuration, baseline };
    this.loading = undefined;
    return this.current;
  }
}

/** What comes from outside: what is laid over the configuration, and which files count. */
export interface WorkspaceSettings extends ConfigurationSource {
  /** Globs of files and folders that are left out, as seen from each folder of the workspace. */
  readonly exclude?: readonly string[];
  /** URI of the baseline that the user named on the command line. It may be anywhere. */
  readonly baselineFile?: string;
}

/** Says which files below a folder are left out: those that a glob matches, and all below a folder that one matches. */
function excludedBelow(folder: string, globs: readonly string[]): (uri: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = globMatcher(globs, { dot: true });
  const start = folder.replace(/\/$/, '').length + 1;
  const known = new Map<string, boolean>();
  const isExcluded = (path: string): boolean => {
    let answer = known.get(path);
    if (answer === undefined) {
      const above = path.lastIndexOf('/');
      answer = matches(path) || (above > 0 && isExcluded(path.slice(0, above)));
      known.set(path, answer);
    }
    return answer;
  };
  return uri => uri.length > start && isExcluded(decode(uri.slice(start)));
}

/** Returns a page's path from the folder that the configuration is for, as the baseline names it. */
export function baselinePath(uri: string, { configuration: { root } }: Configured): string {
  const folder = root === undefined ? '' : `${root.replace(/\/$/, '')}/`;
  return decode(uri.startsWith(folder) ? uri.slice(folder.length) : uri);
}

/** What the baseline keeps back of a page. */
export function baselineOf(uri: string, configured: Configured): readonly BaselineEntry[] {
  return configured.baseline?.pages[baselinePath(uri, configured)] ?? [];
}
