import {
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completionTriggers } from '../features/completion/completion.ts';
import { LanguageService } from '../service.ts';
import type { WorkspaceHost } from '../workspace/workspaceHost.ts';
import {
  type LadderChangedParams,
  type LadderParams,
  type LadderResult,
  ladderChangedNotification,
  ladderRequest,
} from './messages.ts';

/** What the entry file gives the server. */
export interface ServerSetup {
  readonly version: string;
  readonly documentationFolder: string | undefined;
  /** Makes the host of the workspace; `log` goes to the client's output channel. */
  createHost(log: (message: string) => void): WorkspaceHost;
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
  private service: LanguageService;
  private folders: string[] = [];
  private client: InitializeParams['capabilities'] = {};

  constructor(
    private readonly connection: Connection,
    private readonly setup: ServerSetup,
  ) {
    this.service = this.createService();
  }

  initialize(params: InitializeParams): InitializeResult {
    this.client = params.capabilities;
    this.folders = (params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : [])).map(
      folder => folder.uri,
    );
    this.service = this.createService();
    return {
      serverInfo: { name: 'job-family', version: this.setup.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        completionProvider: { triggerCharacters: [...completionTriggers] },
        hoverProvider: true,
        definitionProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        documentSymbolProvider: { label: 'Job family' },
        ...(this.pullsDiagnostics
          ? { diagnosticProvider: { identifier: 'job-family', interFileDependencies: true, workspaceDiagnostics: false } }
          : {}),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  initialized(): void {
    if (this.client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const globs = ['**/*.{md,markdown}', '**/.hugolint.yaml', ...this.service.documentGlobs];
      const watchers = globs.map(globPattern => ({ globPattern }));
      void this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (this.client.workspace?.workspaceFolders) {
      this.connection.workspace.onDidChangeWorkspaceFolders(event => {
        const removed = new Set(event.removed.map(folder => folder.uri));
        this.folders = [...this.folders.filter(uri => !removed.has(uri)), ...event.added.map(folder => folder.uri)];
        this.service = this.createService();
        for (const document of this.documents.all()) this.service.setDocument(document.uri, document.getText());
        this.othersChanged([]);
      });
    }
  }

  listen(): void {
    const { connection, documents } = this;
    documents.onDidChangeContent(({ document }) => {
      this.service.setDocument(document.uri, document.getText());
      this.othersChanged([document.uri], document.uri);
    });
    documents.onDidClose(({ document }) => {
      if (!this.pullsDiagnostics) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
      this.answer(this.service.closeDocument(document.uri));
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const work = Promise.all(changes.map(change => this.service.fileChanged(change.uri))).then(() =>
        this.othersChanged(changes.map(change => change.uri)),
      );
      this.answer(work);
    });
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token): Promise<DocumentDiagnosticReport> => {
      const items = await this.service.diagnostics(textDocument.uri, token);
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.ServerCancelled, 'A newer text is being checked.', { retriggerRequest: true });
      const resultId = fingerprint(items);
      return resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
    });
    connection.onCodeAction(async (params, token) => {
      if (
        params.context.only &&
        !params.context.only.some(kind => kind === CodeActionKind.QuickFix || kind === CodeActionKind.Empty)
      )
        return [];
      return this.service.codeActions(params.textDocument.uri, params.range, token);
    });
    connection.onHover(async ({ textDocument, position }) => (await this.service.hover(textDocument.uri, position)) ?? null);
    connection.onDefinition(async ({ textDocument, position }) => {
      const links = await this.service.definition(textDocument.uri, position);
      if (this.client.textDocument?.definition?.linkSupport) return links;
      return links.map(link => ({ uri: link.targetUri, range: link.targetSelectionRange }));
    });
    connection.onCompletion(({ textDocument, position }) => {
      const snippets = this.client.textDocument?.completion?.completionItem?.snippetSupport === true;
      return this.service.completion(textDocument.uri, position, snippets);
    });
    connection.onDocumentSymbol(({ textDocument }) => this.service.documentSymbols(textDocument.uri));
    connection.onRequest(ladderRequest, async (params: LadderParams): Promise<LadderResult | null> => {
      if (typeof params?.uri !== 'string') throw new ResponseError(ErrorCodes.InvalidParams, `${ladderRequest} wants { uri }`);
      return (await this.service.ladder(params.uri)) ?? null;
    });
    documents.listen(connection);
    connection.listen();
  }

  private get pullsDiagnostics(): boolean {
    return this.client.textDocument?.diagnostic !== undefined;
  }

  private createService(): LanguageService {
    const host = this.setup.createHost(message => this.connection.console.warn(message));
    return new LanguageService(host, { folders: this.folders, documentationFolder: this.setup.documentationFolder });
  }

  /** Tells the client what may have changed: ladders of these pages (none: any), and findings of pages that it did not edit. */
  private othersChanged(uris: readonly string[], edited?: string): void {
    const params: LadderChangedParams = { uris };
    this.answer(this.connection.sendNotification(ladderChangedNotification, params));
    if (!this.pullsDiagnostics) {
      const pages = edited === undefined ? this.documents.keys() : [edited];
      for (const uri of pages) this.answer(this.push(uri));
    } else if (edited === undefined && this.client.workspace?.diagnostics?.refreshSupport)
      this.connection.languages.diagnostics.refresh();
  }

  /** For clients that cannot pull. The newest edit wins: what was made of an older text is thrown away. */
  private async push(uri: string): Promise<void> {
    const version = this.documents.get(uri)?.version;
    const diagnostics = await this.service.diagnostics(uri);
    const document = this.documents.get(uri);
    if (document && document.version === version)
      await this.connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  /** Work that nobody waits for: its failure goes to the log. */
  private answer(work: Promise<unknown>): void {
    work.catch((error: unknown) =>
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  }
}

/** Equal for equal findings: what a client that has them need not be sent again. */
function fingerprint(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}
