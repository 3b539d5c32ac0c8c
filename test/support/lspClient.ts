import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { createConnection } from 'vscode-languageserver/node';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  createMessageConnection,
  type DataCallback,
  type Diagnostic,
  type Disposable,
  type DocumentDiagnosticReport,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InitializeResult,
  type LinkedEditingRanges,
  type Location,
  type LocationLink,
  type Message,
  type MessageConnection,
  type Position,
  ProgressType,
  type PublishDiagnosticsParams,
  type Range,
  type SelectionRange,
  StreamMessageReader,
  StreamMessageWriter,
  type TypeHierarchyItem,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
  type WorkspaceEdit,
  type WorkspaceEditClientCapabilities,
  type WorkspaceSymbol,
} from 'vscode-languageserver-protocol/node';
import { Lifecycle } from '../../server/src/lsp/lifecycle.ts';
import {
  type LadderResult,
  type ListFilesParams,
  ladderRequest,
  listFilesRequest,
  type ReadFileParams,
  readFileRequest,
} from '../../server/src/lsp/messages.ts';
import { startServer } from '../../server/src/lsp/server.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import type { WorkspaceHost } from '../../server/src/workspace/workspaceHost.ts';
import { builtProgram } from './builtProgram.ts';

/** What a client says it can do; all of it unless a test takes something away. */
export interface ClientOptions {
  readonly pull?: boolean;
  readonly snippets?: boolean;
  /** Whether the client asks for a code action's edit once it is chosen, and can show changes before they are made. */
  readonly choosesFirst?: boolean;
  /** How the client takes edits of several files; all that there is where it is not given. */
  readonly workspaceEdit?: WorkspaceEditClientCapabilities;
  /** What the client says of `jobFamily` when it is asked; one without any cannot be asked. */
  readonly settings?: unknown;
  readonly folders: readonly string[];
  /** What it can do beyond that, of `textDocument` and of `workspace`. */
  readonly capabilities?: Pick<ClientCapabilities, 'textDocument' | 'workspace'>;
  /** What else the client says when it starts. */
  readonly initializationOptions?: object;
}

/** A running server and the connection to it. */
export interface Transport {
  readonly connection: MessageConnection;
  readonly process?: ChildProcess;
  /** Ends what the connection leads to, where that is not the process. */
  readonly end?: () => Promise<unknown>;
  /** What a client of this kind of server says when it starts. */
  readonly initializationOptions?: object;
}

/** The server in this process, over two streams, on a host of the test's own. */
export function inProcess(host: WorkspaceHost): Transport {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const [reader, writer] = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)];
  startServer(createConnection(reader, writer, new Lifecycle().options), {
    version: '0.0.0',
    documentationFolder: 'file:///docs/rules',
    createHost: () => host,
  });
  return { connection: createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer)) };
}

/** The built server as a process, over standard input and output: by itself, or as a command of the command line. */
export function overStdio(program: 'server' | 'cli' = 'server', args: readonly string[] = []): Transport {
  const child = spawn(process.execPath, [builtProgram(program), ...args, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  return {
    connection: createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
    process: child,
  };
}

/** The built worker in a thread that has what a browser's worker has; the client reads and lists files for it. */
export function overWorker(): Transport {
  const thread = new Worker(new URL('./workerThread.mjs', import.meta.url), { workerData: { program: builtProgram('worker') } });
  const connection = createMessageConnection(new ThreadReader(thread), new ThreadWriter(thread));
  connection.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readOrNull(uri));
  connection.onRequest(listFilesRequest, ({ folder }: ListFilesParams) =>
    readdirSync(new URL(folder), { recursive: true, encoding: 'utf8' })
      .filter(path => /(?:\.md|\.ya?ml|(?:^|\/)\.gitignore)$/.test(path))
      .map(path => `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`),
  );
  return { connection, end: () => thread.terminate(), initializationOptions: { documentationFolder: 'file:///docs/rules' } };
}

function readOrNull(uri: string): string | null {
  try {
    return readFileSync(new URL(uri), 'utf8');
  } catch {
    return null;
  }
}

/** LSP's messages as they come from a thread, whole. */
class ThreadReader extends AbstractMessageReader {
  constructor(private readonly thread: Worker) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    this.thread.on('message', callback);
    this.thread.on('error', error => this.fireError(error));
    return { dispose: () => this.thread.off('message', callback) };
  }
}

class ThreadWriter extends AbstractMessageWriter {
  constructor(private readonly thread: Worker) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.thread.postMessage(message);
  }

  end(): void {}
}

/** A client as an editor is one: it opens documents, asks, and hears what the server says by itself. */
export class LspClient {
  readonly published: PublishDiagnosticsParams[] = [];
  refreshes = 0;
  /** What of the things shown within the text the server wanted to be asked for again, in order. */
  readonly shownAgain: string[] = [];
  /** The read-only documents that the server wanted to be asked for again, in order. */
  readonly refreshedDocuments: string[] = [];
  settings: unknown;
  /** What the editor says of `files` when it is asked. */
  files: unknown;
  private readonly waiting: (() => void)[] = [];

  private constructor(
    readonly connection: MessageConnection,
    readonly initialized: InitializeResult,
  ) {}

  static async start({ connection, initializationOptions }: Transport, options: ClientOptions): Promise<LspClient> {
    const heard: { client?: LspClient } = {};
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      heard.client?.published.push(params);
      heard.client?.wake();
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      if (heard.client) heard.client.refreshes++;
      heard.client?.wake();
      return null;
    });
    for (const shown of ['inlayHint', 'codeLens', 'semanticTokens'])
      connection.onRequest(`workspace/${shown}/refresh`, () => {
        heard.client?.shownAgain.push(shown);
        heard.client?.wake();
        return null;
      });
    connection.onRequest('workspace/textDocumentContent/refresh', ({ uri }: { uri: string }) => {
      heard.client?.refreshedDocuments.push(uri);
      heard.client?.wake();
      return null;
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: { section: string }[] }) =>
      items.map(({ section }) =>
        section === 'files' ? (heard.client?.files ?? null) : (heard.client?.settings ?? options.settings ?? null),
      ),
    );
    connection.listen();
    const initialized = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: options.folders.map(uri => ({ uri, name: uri })),
      initializationOptions: { followsChanges: true, ...initializationOptions, ...options.initializationOptions },
      capabilities: {
        textDocument: {
          ...(options.pull === false ? {} : { diagnostic: {} }),
          definition: { linkSupport: true },
          codeAction: {
            codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
            ...(options.choosesFirst === false ? {} : { dataSupport: true, resolveSupport: { properties: ['edit'] } }),
          },
          completion: { completionItem: { snippetSupport: options.snippets !== false, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          ...options.capabilities?.textDocument,
        },
        workspace: {
          workspaceFolders: true,
          ...(options.choosesFirst === false
            ? {}
            : {
                workspaceEdit: options.workspaceEdit ?? {
                  documentChanges: true,
                  resourceOperations: ['create', 'rename', 'delete'],
                  changeAnnotationSupport: {},
                },
              }),
          ...(options.settings === undefined ? {} : { configuration: true }),
          didChangeWatchedFiles: { dynamicRegistration: true },
          diagnostics: { refreshSupport: true },
          ...options.capabilities?.workspace,
        },
      },
    });
    heard.client = new LspClient(connection, initialized);
    await connection.sendNotification('initialized', {});
    return heard.client;
  }

  /** Opens a document; what it returns answers for it. */
  async open(uri: string, text: string): Promise<OpenDocument> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    return new OpenDocument(this.connection, uri, text);
  }

  async filesChanged(uris: readonly string[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: uris.map(uri => ({ uri, type: 2 })) });
  }

  /** The user changes settings: the server asks for them when it is told. */
  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: { jobFamily: settings } });
  }

  /** The diagnostics of the whole workspace, in the parts in which they came. `previous`: results that the client has, by URI. */
  async workspaceDiagnostics(previous: Readonly<Record<string, string>> = {}): Promise<WorkspaceDocumentDiagnosticReport[][]> {
    const parts: WorkspaceDocumentDiagnosticReport[][] = [];
    const token = `parts-${++this.tokens}`;
    const listening = this.connection.onProgress(
      new ProgressType<WorkspaceDiagnosticReportPartialResult>(),
      token,
      ({ items }) => {
        parts.push(items);
      },
    );
    const { items } = await this.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: Object.entries(previous).map(([uri, value]) => ({ uri, value })),
      partialResultToken: token,
    });
    listening.dispose();
    return items.length > 0 ? [...parts, items] : parts;
  }

  /** What is to be edited before a file or folder is moved. */
  willRenameFiles(oldUri: string, newUri: string): Promise<WorkspaceEdit | null> {
    return this.connection.sendRequest('workspace/willRenameFiles', { files: [{ oldUri, newUri }] });
  }

  workspaceSymbols(query: string): Promise<WorkspaceSymbol[]> {
    return this.connection.sendRequest('workspace/symbol', { query });
  }

  supertypes(item: TypeHierarchyItem): Promise<TypeHierarchyItem[]> {
    return this.connection.sendRequest('typeHierarchy/supertypes', { item });
  }

  subtypes(item: TypeHierarchyItem): Promise<TypeHierarchyItem[]> {
    return this.connection.sendRequest('typeHierarchy/subtypes', { item });
  }

  private tokens = 0;

  /** Resolves when something the server said by itself makes `holds` true. */
  async heard(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>(resolve => this.waiting.push(resolve));
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/** A document in the editor. */
export class OpenDocument {
  private version = 1;

  constructor(
    private readonly connection: MessageConnection,
    readonly uri: string,
    public text: string,
  ) {}

  /** The place of some words of the text, `into` characters behind their beginning. */
  at(words: string, into = 0): Position {
    const index = this.text.indexOf(words);
    if (index < 0) throw new Error(`“${words}” is not in the text`);
    return new LineIndex(this.text).positionAt(index + into);
  }

  /** Replaces words by others, as typing does: only the change is sent. */
  async edit(words: string, replacement: string): Promise<void> {
    const range: Range = { start: this.at(words), end: this.at(words, words.length) };
    this.text = this.text.replace(words, () => replacement);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [{ range, text: replacement }],
    });
  }

  async close(): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  /** Closes the document and opens it again with the text it has, one message directly after the other. */
  async reopen(): Promise<void> {
    this.version = 1;
    const { uri, version, text } = this;
    const closed = this.close();
    const opened = this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version, text },
    });
    await Promise.all([closed, opened]);
  }

  report(previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri: this.uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  async diagnostics(): Promise<Diagnostic[]> {
    const report = await this.report();
    return report.kind === 'full' ? report.items : [];
  }

  hover(position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri: this.uri }, position });
  }

  async completions(position: Position): Promise<CompletionItem[]> {
    const list = await this.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri: this.uri },
      position,
    });
    return list.items;
  }

  codeActions(range: Range, only?: readonly string[]): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  /** The action as it is once it is chosen. */
  chosen(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  definition(position: Position): Promise<LocationLink[]> {
    return this.connection.sendRequest('textDocument/definition', { textDocument: { uri: this.uri }, position });
  }

  references(position: Position): Promise<Location[]> {
    return this.connection.sendRequest('textDocument/references', {
      textDocument: { uri: this.uri },
      position,
      context: { includeDeclaration: false },
    });
  }

  symbols(): Promise<DocumentSymbol[]> {
    return this.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: this.uri } });
  }

  prepareRename(position: Position): Promise<{ readonly range: Range; readonly placeholder: string } | null> {
    return this.connection.sendRequest('textDocument/prepareRename', { textDocument: { uri: this.uri }, position });
  }

  rename(position: Position, newName: string): Promise<WorkspaceEdit> {
    return this.connection.sendRequest('textDocument/rename', { textDocument: { uri: this.uri }, position, newName });
  }

  linkedEditingRanges(position: Position): Promise<LinkedEditingRanges | null> {
    return this.connection.sendRequest('textDocument/linkedEditingRange', { textDocument: { uri: this.uri }, position });
  }

  foldingRanges(): Promise<FoldingRange[]> {
    return this.ask('textDocument/foldingRange', {});
  }

  selectionRanges(positions: readonly Position[]): Promise<SelectionRange[] | null> {
    return this.ask('textDocument/selectionRange', { positions });
  }

  highlights(position: Position): Promise<DocumentHighlight[]> {
    return this.ask('textDocument/documentHighlight', { position });
  }

  links(): Promise<DocumentLink[]> {
    return this.ask('textDocument/documentLink', {});
  }

  typeHierarchy(position: Position): Promise<TypeHierarchyItem[] | null> {
    return this.ask('textDocument/prepareTypeHierarchy', { position });
  }

  ladder(): Promise<LadderResult | null> {
    return this.connection.sendRequest(ladderRequest, { uri: this.uri });
  }

  /** Sends a request about this document. */
  private ask<Answer>(method: string, params: object): Promise<Answer> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
  }
}
