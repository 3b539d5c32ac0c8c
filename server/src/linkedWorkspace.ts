import type { Configuration } from './configuration/configuration.ts';
import { type Configured, ConfiguredWorkspace, type WorkspaceSettings } from './configuredWorkspace.ts';
import type { ListedFamily } from './features/workspaceSymbols.ts';
import { KeptByUri } from './keptByUri.ts';
import type { LineIndex } from './text/lineIndex.ts';
import { canonicalUri } from './workspace/canonicalUri.ts';
import { familyFingerprint } from './workspace/fingerprint.ts';
import { LinkedDocument } from './workspace/linkedDocument.ts';
import { LinkedFamily } from './workspace/linkedFamily.ts';
import { type MovedFile, movesOf } from './workspace/movedSite.ts';
import type { Workspace } from './workspace/workspace.ts';
import type { WorkspaceHost } from './workspace/workspaceHost.ts';

/** What a language service is made with. */
export interface ServiceOptions {
  /** URIs of the workspace's folders. */
  readonly folders: readonly string[];
  /** What the editor's settings say, laid over `.job-family.yaml`. */
  readonly settings?: EditorSettings;
  /** URI of the folder with a documentation page a rule. */
  readonly documentationFolder?: string | undefined;
  /** Called when a rule or anything else throws on a page; the host's log if this is missing. */
  readonly onRuleFailed?: (message: string) => void;
  /** So many files that are not open are kept whole at most; a number that suits an editor where it is not given. */
  readonly mostWhole?: number;
}

/** The editor's own settings: those of the configuration, which files count, and how findings are shown. */
export interface EditorSettings extends WorkspaceSettings {
  /** Shows findings of the baseline as hints, instead of not at all. */
  readonly showBaselined?: boolean;
  /** False where only pages that are open are to be checked. */
  readonly checkWorkspace?: boolean;
  /** Whether a page that moves leaves its old address as an alias; the editor asks where it is not said. */
  readonly leaveAliasOnMove?: 'ask' | 'always' | 'never';
}

/** The pages and documents of a workspace, linked to what they name when somebody asks for them. URIs may come in any spelling. */
export class LinkedWorkspace {
  protected readonly configured: ConfiguredWorkspace;
  private readonly families = new KeptByUri<LinkedFamily>();
  private readonly linkedDocuments = new KeptByUri<LinkedDocument>();
  protected settings: EditorSettings;

  constructor(
    protected readonly host: WorkspaceHost,
    protected readonly options: ServiceOptions,
  ) {
    this.settings = options.settings ?? {};
    this.configured = new ConfiguredWorkspace(
      host,
      options.folders.map(canonicalUri),
      this.settings,
      options.mostWhole,
      options.onRuleFailed,
    );
  }

  /** The editor's settings have changed. */
  configure(settings: EditorSettings): void {
    this.settings = settings;
    this.configured.configure(settings);
  }

  /** How the workspace's families are read and checked. */
  async configuration(): Promise<Configuration> {
    return (await this.configured.ready()).configuration;
  }

  /** Sets the text of an open document; it stands over the file's until `closeDocument`. */
  setDocument(uri: string, text: string): void {
    this.configured.setDocument(canonicalUri(uri), text);
  }

  closeDocument(uri: string): Promise<void> {
    this.families.forget(canonicalUri(uri));
    this.linkedDocuments.forget(canonicalUri(uri));
    return this.configured.closeDocument(canonicalUri(uri));
  }

  /** A file was created, changed or deleted on disk. True where that may concern anything. */
  fileChanged(uri: string): Promise<boolean> {
    return this.configured.fileChanged(canonicalUri(uri));
  }

  /** True for two spellings of one URI. */
  isSameFile(uri: string, other: string): boolean {
    return canonicalUri(uri) === canonicalUri(other);
  }

  /** The files that were gone or new where files or folders were moved: each known one at or below `oldUri`, and its new place. */
  async filesMoved(files: readonly MovedFile[]): Promise<readonly string[]> {
    const { workspace } = await this.configured.ready();
    const moves = movesOf([...workspace.index.pages, ...workspace.documents.ofKind()], files);
    return [...moves].flat();
  }

  /** True for a file that decides how every page is checked: `.job-family.yaml`, a profile of the workspace, the baseline. */
  decidesForAll(uri: string): boolean {
    return this.configured.decides(canonicalUri(uri));
  }

  /** Reads every page of the workspace beside what else is asked: references and symbols are there at once afterwards. */
  async loadAll(): Promise<void> {
    const { workspace } = await this.configured.ready();
    await workspace.loadAll();
  }

  /** Every page of the workspace whose path makes it a job family, in order. */
  async familyPages(): Promise<readonly string[]> {
    const { workspace } = await this.configured.ready();
    await workspace.loadListing();
    return workspace.familyPages();
  }

  /** True where a file exists and is a job family. */
  async isFamily(uri: string): Promise<boolean> {
    const { workspace } = await this.configured.ready();
    const page = canonicalUri(uri);
    return (await workspace.loadText(page)) && workspace.isFamily(page);
  }

  /** Every YAML document of the workspace that has findings of its own, in order. */
  async documents(): Promise<readonly string[]> {
    const { workspace } = await this.configured.ready();
    await workspace.loadListing();
    return workspace.documents.ofKind();
  }

  /** True where a file exists and is such a document. */
  async isDocument(uri: string): Promise<boolean> {
    const { workspace } = await this.configured.ready();
    const document = canonicalUri(uri);
    return workspace.documents.kindOf(document) !== undefined && (await workspace.loadText(document));
  }

  /**
   * True where lists of the whole workspace may be others now, because of a change of these pages: their levels, or what they
   * link to. Of a page that was never asked about the change on disk counts, and not that it is opened.
   */
  async isToldAnew(uris: readonly string[]): Promise<boolean> {
    const { workspace } = await this.configured.ready();
    await workspace.loadLadder();
    let anew = false;
    for (const uri of uris.map(canonicalUri)) {
      const links = (await workspace.loadOutline(uri)) ? workspace.outline(uri)?.links : undefined;
      const exported = workspace.exported(uri);
      const tells = `${links?.map(link => link.destination).join('\n')}\n${exported ? familyFingerprint(exported) : ''}`;
      const before = this.toldOthers.get(uri);
      anew ||= before === undefined ? !workspace.isOpen(uri) : before !== tells;
      this.toldOthers.set(uri, tells);
    }
    return anew;
  }

  private readonly toldOthers = new Map<string, string>();

  /** Those of these pages whose findings may be others now, because of a change on another page. */
  async outdated(uris: readonly string[]): Promise<readonly string[]> {
    const configured = await this.configured.ready();
    await configured.workspace.loadLadder();
    const old: string[] = [];
    for (const uri of uris) {
      const page = canonicalUri(uri);
      if ((await this.families.isOld(page, configured)) || (await this.linkedDocuments.isOld(page, configured))) old.push(uri);
    }
    return old;
  }

  protected async wholeWorkspace(): Promise<Workspace> {
    const { workspace } = await this.configured.ready();
    await workspace.loadAll();
    await workspace.loadAllExported();
    return workspace;
  }

  protected async allFamilies(): Promise<ListedFamily[]> {
    const workspace = await this.wholeWorkspace();
    return workspace.familyPages().flatMap(uri => {
      const exported = workspace.exported(uri);
      return exported ? [{ uri, exported }] : [];
    });
  }

  /**
   * Returns what has findings: a page that is a job family, or a YAML document of a known kind. Whoever uses the configuration too
   * passes the workspace that it belongs to: the current one may be replaced between two calls.
   */
  protected async linkSubject(uri: string, configured: Configured): Promise<Subject | undefined> {
    return (await this.link(uri, configured)) ?? (await this.linkDocument(uri, configured));
  }

  /** Returns the linked YAML document of a file, by default in the current workspace; undefined if it is of no known kind. */
  protected async linkDocument(uri: string, configured?: Configured): Promise<LinkedDocument | undefined> {
    return this.linkedDocuments.get(canonicalUri(uri), configured ?? (await this.configured.ready()), LinkedDocument.load);
  }

  /** Returns the linked family of a page, by default in the current workspace; undefined if it is not a job family. */
  protected async link(uri: string, configured?: Configured): Promise<LinkedFamily | undefined> {
    return this.families.get(canonicalUri(uri), configured ?? (await this.configured.ready()), async (page, workspace) => {
      try {
        return await LinkedFamily.load(page, workspace);
      } catch (error) {
        workspace.pageFailed(page, error);
        return undefined;
      }
    });
  }
}

/** What has findings: a page that is a job family, or a YAML document of a known kind. */
export type Subject = LinkedFamily | LinkedDocument;

/** The text of what has findings, and its lines. */
export function writtenIn(subject: Subject): { readonly text: string; readonly lines: LineIndex } {
  return subject instanceof LinkedDocument ? subject.yaml : subject.family.page;
}
