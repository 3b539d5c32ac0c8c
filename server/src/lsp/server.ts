import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PageDiagnostics } from '../checkedWorkspace.ts';
import type { EditorSettings } from '../linkedWorkspace.ts';
import { LanguageService } from '../service.ts';
import type { WorkspaceHost } from '../workspace/workspaceHost.ts';
import { type ClientOptions, readClientOptions } from './clientOptions.ts';
import { type EditorDisplay, readEditorDisplay } from './editorDisplay.ts';
import { type Asked, editorQuestions } from './editorQuestions.ts';
import { readEditorSettings, readExclude } from './editorSettings.ts';
import { LeftOutPages } from './leftOutPages.ts';
import { answerRefused } from './lifecycle.ts';
import { speakWith } from './localization.ts';
import {
  type LadderChangedParams,
  type LadderParams,
  type LadderResult,
  ladderChangedNotification,
  ladderRequest,
  levelsChangedNotification,
} from './messages.ts';
import { PlannedMoves } from './plannedMoves.ts';
import { sentDiagnostic } from './simplerAnswers.ts';
import { unanswered } from './unanswered.ts';
import { listenToViews } from './viewRequests.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** What the entry file gives the server. */
export interface ServerSetup {
  readonly version: string;
  readonly documentationFolder: string | undefined;
  /** Makes the host of the workspace. `log` goes to the client's output channel. */
  createHost(log: (message: string) => void, place: WorkspacePlace): WorkspaceHost;
}

/** Where the workspace is. */
export interface WorkspacePlace {
  /** URIs of its folders. */
  readonly folders: readonly string[];
  /** URI of a folder for what is kept. */
  readonly cacheFolder: string | undefined;
}

/** Wires the language service to a connection and listens. The protocol's words are known here and nowhere below. */
export function startServer(connection: Connection, setup: ServerSetup): void {
  const server = new Server(connection, setup);
  connection.onInitialize(params => server.initialize(params));
  connection.onInitialized(() => server.initialized());
  server.listen();
}

class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private host: WorkspaceHost;
  private service: LanguageService;
  private folders: string[] = [];
  private client: InitializeParams['capabilities'] = {};
  private said: ClientOptions = readClientOptions(undefined);
  private leftOut = new LeftOutPages([]);
  private settings: EditorSettings = {};
  private display: EditorDisplay = readEditorDisplay(undefined);
  private readonly ladderListeners: ((uris: readonly string[]) => void)[] = [];
  /** The user has asked for the findings of all pages, once: they stay shown. */
  private checkedOnRequest = false;

  constructor(
    private readonly connection: Connection,
    private readonly setup: ServerSetup,
  ) {
    this.host = this.createHost();
    this.service = this.createService();
  }

  initialize(params: InitializeParams): InitializeResult {
    this.client = params.capabilities;
    this.folders = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : [])).map(
      folder => folder.uri,
    );
    this.said = readClientOptions(params.initializationOptions);
    this.leftOut = new LeftOutPages(this.said.leftOut);
    this.settings = readEditorSettings(params.initializationOptions);
    this.display = readEditorDisplay(params.initializationOptions);
    speakWith(this.said.localization);
    this.host = this.createHost();
    this.service = this.createService();
    const promised = editorQuestions.map(question => question.capabilities);
    const { workspace: _, ...own }: ServerCapabilities = Object.assign({}, ...promised);
    const ofWorkspace: ServerCapabilities['workspace'] = Object.assign({}, ...promised.map(({ workspace }) => workspace));
    return {
      serverInfo: { name: 'job-family', version: this.setup.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        ...own,
        ...(this.pullsDiagnostics
          ? { diagnosticProvider: { identifier: 'job-family', interFileDependencies: true, workspaceDiagnostics: true } }
          : {}),
        workspace: { ...ofWorkspace, workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  initialized(): void {
    if (this.client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [{ globPattern: '**/*.{md,markdown,yml,yaml}' }, { globPattern: '**/.{job-family*,gitignore}' }];
      this.answer(this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (this.client.workspace?.configuration) {
      if (this.client.workspace.didChangeConfiguration?.dynamicRegistration)
        this.answer(
          this.connection.client.register(DidChangeConfigurationNotification.type, { section: ['jobFamily', 'files.exclude'] }),
        );
      this.answer(this.pullSettings());
    }
    if (this.client.workspace?.workspaceFolders) {
      this.connection.workspace.onDidChangeWorkspaceFolders(event => {
        const removed = new Set(event.removed.map(folder => folder.uri));
        this.folders = [...this.folders.filter(uri => !removed.has(uri)), ...event.added.map(folder => folder.uri)];
        this.host = this.createHost();
        this.service = this.createService();
        for (const document of this.documents.all())
          if (!this.leftOut.has(document.uri)) this.service.setDocument(document.uri, document.getText());
        this.everythingChanged();
      });
    }
  }

  listen(): void {
    const { connection, documents } = this;
    documents.onDidOpen(({ document }) => this.openedVersions.set(document.uri, document.version));
    documents.onDidChangeContent(({ document }) => {
      const openedVersion = this.openedVersions.get(document.uri);
      if (openedVersion !== undefined && openedVersion !== document.version) this.editedUnseen = true;
      if (this.leftOut.isOnlyOpened(document.uri)) return;
      const before = this.service.decidesForAll(document.uri);
      this.service.setDocument(document.uri, document.getText());
      if (before) this.everythingChanged();
      else this.answer(this.pagesChanged([document.uri], document.uri));
    });
    connection.onDidChangeConfiguration(({ settings }) => {
      if (this.client.workspace?.configuration) this.answer(this.pullSettings());
      else this.configure((settings as { jobFamily?: unknown } | null)?.jobFamily);
    });
    documents.onDidClose(({ document }) => {
      this.leftOut.closed(document.uri);
      this.openedVersions.delete(document.uri);
      if (!this.pullsDiagnostics) unanswered(connection, connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
      this.answer(this.service.closeDocument(document.uri));
    });
    connection.onDidChangeWatchedFiles(({ changes }) => this.answer(this.filesChanged(changes.map(change => change.uri))));
    // A watcher may tell of a folder as a whole, and not of the files in it.
    const moved = async (files: Parameters<LanguageService['filesMoved']>[0]): Promise<void> =>
      this.filesChanged(await this.service.filesMoved(files));
    connection.workspace.onDidRenameFiles(({ files }) => this.answer(moved(files)));
    connection.workspace.onDidDeleteFiles(({ files }) => this.answer(moved(files.map(({ uri }) => ({ oldUri: uri })))));
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      const { resultId, diagnostics } = await this.service.pageDiagnostics(textDocument.uri, previousResultId, token);
      throwIfCancelled(token);
      this.readAllSoon();
      return diagnostics ? { kind: 'full', resultId, items: [...diagnostics] } : { kind: 'unchanged', resultId };
    });
    connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _, progress) => {
      if (this.settings.checkWorkspace === false && !this.checkedOnRequest) {
        this.readAllSoon();
        return { items: [] };
      }
      const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const part: WorkspaceDocumentDiagnosticReport[] = [];
      for await (const page of this.service.workspaceDiagnostics(previous, token)) {
        part.push(this.workspaceReport(page));
        if (part.length < PAGES_A_PART) continue;
        // Without a way to send parts all comes at the end.
        if (progress) progress.report({ items: part.splice(0) });
        await this.host.pause?.();
      }
      throwIfCancelled(token);
      this.readAllSoon();
      return { items: part };
    });
    const plannedMoves = new PlannedMoves();
    const openDocument = (uri: string): TextDocument | undefined =>
      documents.all().find(document => this.service.isSameFile(document.uri, uri));
    const asked: Asked = {
      service: () => this.service,
      client: () => this.client,
      openDocument,
      edit: changes => {
        plannedMoves.note(changes);
        return workspaceEdit(changes, this.client, openDocument);
      },
      plannedMoves,
      display: () => this.display,
      showReferencesCommand: () => this.said.showReferencesCommand,
      compareLevelsCommand: () => this.said.compareLevelsCommand,
      onLadderChanged: listener => void this.ladderListeners.push(listener),
    };
    for (const question of editorQuestions) question.listen(connection, asked);
    connection.onRequest(ladderRequest, async (params: LadderParams, token): Promise<LadderResult | null> => {
      const { uri, shown } = params ?? {};
      const known = shown === undefined || ['ladder', 'matrix', 'level'].includes(shown?.view);
      if (typeof uri !== 'string' || !known)
        throw new ResponseError(ErrorCodes.InvalidParams, `${ladderRequest} wants { uri }, and of "shown" a view that there is`);
      const ladder = await this.service.ladder(uri, shown, token);
      throwIfCancelled(token);
      return ladder ?? null;
    });
    listenToViews(connection, {
      service: () => this.service,
      isLeftOut: uri => this.leftOut.has(uri),
      pause: async () => this.host.pause?.(),
      workspaceChecked: () => {
        if (this.settings.checkWorkspace !== false || this.checkedOnRequest) return;
        this.checkedOnRequest = true;
        this.refresh();
      },
    });
    answerRefused(connection);
    documents.listen(connection);
    connection.listen();
  }

  private get pullsDiagnostics(): boolean {
    return this.client.textDocument?.diagnostic !== undefined;
  }

  private createHost(): WorkspaceHost {
    const log = (message: string): void => this.connection.console.warn(message);
    return this.leftOut.without(this.setup.createHost(log, { folders: this.folders, cacheFolder: this.said.cacheFolder }));
  }

  private createService(): LanguageService {
    return new LanguageService(this.host, {
      folders: this.folders,
      documentationFolder: this.said.documentationFolder ?? this.setup.documentationFolder,
      settings: this.settings,
    });
  }

  /** Reads the whole workspace once the first answer is out. */
  private readAllSoon(): void {
    if (this.readsAll === this.service) return;
    this.readsAll = this.service;
    const paused = this.host.pause?.() ?? Promise.resolve();
    const read = paused.then(() => this.service.loadAll());
    // From now on lists of all levels cost nothing.
    this.answer(read.then(() => this.levelsChanged()));
  }

  private readsAll: LanguageService | undefined;

  private workspaceReport({ uri, resultId, diagnostics }: PageDiagnostics): WorkspaceDocumentDiagnosticReport {
    const version = this.documents.get(uri)?.version ?? null;
    return diagnostics
      ? { kind: 'full', uri, version, resultId, items: [...diagnostics] }
      : { kind: 'unchanged', uri, version, resultId };
  }

  private async pullSettings(): Promise<void> {
    const pull = ++this.settingsPulls;
    const [own, files] = (await this.connection.workspace.getConfiguration([{ section: 'jobFamily' }, { section: 'files' }])) as [
      unknown,
      { readonly exclude?: unknown } | null,
    ];
    // Answers may come in another order than they were requested in.
    if (pull < this.appliedPull) return;
    this.appliedPull = pull;
    this.configure(own, files?.exclude);
  }

  private settingsPulls = 0;
  private appliedPull = 0;

  /** Lays new settings over the file's, and looks at every page again where they are not those of before. */
  private configure(settings: unknown, exclude?: unknown): void {
    const [before, shown] = [JSON.stringify(this.settings), JSON.stringify(this.display)];
    this.settings = { ...readEditorSettings(settings), ...readExclude(exclude) };
    this.display = readEditorDisplay(settings);
    if (JSON.stringify(this.settings) !== before) {
      this.service.configure(this.settings);
      this.everythingChanged();
    } else if (JSON.stringify(this.display) !== shown) this.refreshShown();
  }

  /** Files were created, changed or deleted on disk. */
  private async filesChanged(uris: readonly string[]): Promise<void> {
    const decides = uris.some(uri => this.service.decidesForAll(uri));
    const known = await Promise.all(uris.map(async uri => ((await this.service.fileChanged(uri)) ? [uri] : [])));
    if (decides) this.everythingChanged();
    else if (known.flat().length > 0) await this.pagesChanged(known.flat());
  }

  /** The files that decide for all pages have changed: every page is to be looked at again. */
  private everythingChanged(): void {
    this.ladderChanged([]);
    this.refreshShown();
    if (!this.pullsDiagnostics) for (const uri of this.documents.keys()) this.answer(this.push(uri));
    else this.refresh();
  }

  /** These pages have changed, one of them in the editor: it is looked at again, and so are others where the change concerns them. */
  private async pagesChanged(uris: readonly string[], edited?: string): Promise<void> {
    if (!this.pullsDiagnostics && edited !== undefined) this.answer(this.push(edited));
    const others = await this.service.outdated(this.documents.keys().filter(uri => uri !== edited));
    this.ladderChanged([...uris, ...others]);
    if (!this.pullsDiagnostics) for (const uri of others) this.answer(this.push(uri));
    // The client asks by itself for the page that it has changed.
    else if (others.length > 0 || edited === undefined) this.refresh();
    if (others.length > 0) this.refreshShown();
    await this.lookAtLists(uris);
  }

  /** Has lists of the whole workspace asked for again where these changes concern them. What waits for an answer goes first. */
  private async lookAtLists(uris: readonly string[]): Promise<void> {
    for (const uri of uris) this.changedPages.add(uri);
    const mine = ++this.changes;
    await this.host.pause?.();
    // The newest change looks at the pages of all.
    if (mine !== this.changes) return;
    const pages = [...this.changedPages];
    this.changedPages.clear();
    const isAnew = await this.service.isToldAnew(pages);
    for (const uri of pages) this.openedVersions.delete(uri);
    if (!isAnew && !this.editedUnseen) return;
    this.editedUnseen = false;
    this.refreshShown();
  }

  /** The versions in which pages were opened whose part in the lists has not been looked at since. */
  private readonly openedVersions = new Map<string, number>();
  /** A page was edited before that look: what it said in the lists until then is not known, so it may have changed. */
  private editedUnseen = false;

  private readonly changedPages = new Set<string>();
  private changes = 0;

  /** Ladders of these pages may be others now; of any page where none is named. */
  private ladderChanged(uris: readonly string[]): void {
    const params: LadderChangedParams = { uris };
    if (this.said.followsChanges) this.answer(this.connection.sendNotification(ladderChangedNotification, params));
    for (const listener of this.ladderListeners) listener(uris);
  }

  /** What is shown within the text of other pages, and lists of all levels, may be others now. */
  private refreshShown(): void {
    for (const question of editorQuestions) question.refresh?.(this.connection, this.client);
    this.levelsChanged();
  }

  /** Lists of all levels may be others now. */
  private levelsChanged(): void {
    if (this.said.followsChanges) this.answer(this.connection.sendNotification(levelsChangedNotification));
  }

  private refresh(): void {
    if (this.client.workspace?.diagnostics?.refreshSupport)
      unanswered(this.connection, this.connection.languages.diagnostics.refresh());
  }

  /** For clients that cannot pull. The newest edit wins: what was made of an older text is thrown away. */
  private async push(uri: string): Promise<void> {
    const version = this.documents.get(uri)?.version;
    const diagnostics = await this.service.diagnostics(uri);
    const document = this.documents.get(uri);
    if (!document || document.version !== version) return;
    await this.connection.sendDiagnostics({
      uri,
      ...(this.client.textDocument?.publishDiagnostics?.versionSupport ? { version } : {}),
      diagnostics: diagnostics.map(diagnostic => sentDiagnostic(diagnostic, this.client)),
    });
  }

  /** Work that nobody waits for: its failure goes to the log. */
  private answer(work: Promise<unknown>): void {
    work.catch((error: unknown) =>
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  }
}

/** So many pages come in one part of a workspace's diagnostics. */
const PAGES_A_PART = 10;

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.ServerCancelled, 'A newer text is being checked.', { retriggerRequest: true });
}
