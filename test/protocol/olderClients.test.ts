import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionList,
  Definition,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  PublishDiagnosticsParams,
  RegistrationParams,
  SemanticTokens,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { bakerPage, bakerPath } from '../support/bakerPage.ts';
import { diskWorkspace } from '../support/builtProgram.ts';
import { transports } from '../support/connections.ts';
import type { Transport } from '../support/lspClient.ts';

const other = 'content/job-families/kitchen/cook.md';
const page = `${bakerPage}- Extends the Bakr requirements\n`;
const otherPage =
  '---\ntitle: Cook\n---\n\n## Cook\n\n### Responsibilities\n\n- Extends the [Senior Baker](/job-families/kitchen/baker/#senior-baker)\n';

/** All that version 3.16 of the protocol had and that concerns this server. */
const of316: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    symbol: {},
    configuration: true,
    semanticTokens: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    fileOperations: { willRename: true, didRename: true },
  },
  textDocument: {
    synchronization: {},
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true, versionSupport: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['plaintext', 'markdown'] } },
    hover: { contentFormat: ['plaintext', 'markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } } },
    rename: { prepareSupport: true },
  },
};

/** What such clients know without saying so. */
const ALWAYS = ['textDocument/publishDiagnostics', 'window/logMessage'];
const REFRESHES = ['workspace/codeLens/refresh', 'workspace/semanticTokens/refresh'];

/** A client of its own words: it says nothing that version 3.16 had not, and notes all that it is told and asked. */
class OlderClient {
  readonly heard = new Set<string>();
  readonly registered = new Set<string>();
  readonly published: PublishDiagnosticsParams[] = [];
  private waiting: (() => void)[] = [];
  private version = 1;

  private constructor(
    private readonly transport: Transport,
    readonly uri: string,
    private text: string,
  ) {}

  static async start(transport: Transport, folder: string, capabilities: ClientCapabilities): Promise<OlderClient> {
    const { connection } = transport;
    const client = new OlderClient(transport, `${folder}/${bakerPath}`, page);
    connection.onRequest((method, params) => {
      client.heard.add(method);
      if (method === 'client/registerCapability')
        for (const registration of (params as RegistrationParams).registrations) client.registered.add(registration.method);
      return method === 'workspace/configuration' ? [{ rules: { 'unlinked-grade': 'error' } }, null] : null;
    });
    connection.onNotification((method, params) => {
      client.heard.add(method);
      if (method !== 'textDocument/publishDiagnostics') return;
      client.published.push(params as PublishDiagnosticsParams);
      for (const resolve of client.waiting.splice(0)) resolve();
    });
    connection.listen();
    const answer = await connection.sendRequest<object>('initialize', { processId: null, rootUri: folder, capabilities });
    expect(answer).toMatchObject({ capabilities: { hoverProvider: true } });
    await connection.sendNotification('initialized', {});
    await client.open(client.uri, page);
    return client;
  }

  open(uri: string, text: string): Promise<void> {
    return this.transport.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  }

  async edit(words: string, replacement: string): Promise<void> {
    const range = this.range(words);
    this.text = this.text.replace(words, replacement);
    await this.tell('textDocument/didChange', {
      textDocument: { uri: this.uri, version: ++this.version },
      contentChanges: [{ range, text: replacement }],
    });
  }

  range(words: string): { start: object; end: object } {
    const at = this.text.indexOf(words);
    expect(at).toBeGreaterThanOrEqual(0);
    const lines = new LineIndex(this.text);
    return { start: lines.positionAt(at), end: lines.positionAt(at + words.length) };
  }

  ask<Answer>(method: string, params: object): Promise<Answer> {
    return this.transport.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
  }

  /** Asks about the place where words begin. */
  askAt<Answer>(method: string, words: string, params: object = {}): Promise<Answer> {
    return this.ask(method, { position: this.range(words).start, ...params });
  }

  tell(method: string, params: object): Promise<void> {
    return this.transport.connection.sendNotification(method, params);
  }

  /** The findings of a page that were told last, as soon as they are as wanted. */
  async findings(uri: string, areAsWanted: (findings: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    for (;;) {
      const last = this.published.findLast(params => params.uri === uri)?.diagnostics;
      if (last && areAsWanted(last)) return last;
      await new Promise<void>(resolve => this.waiting.push(resolve));
    }
  }

  /** Ends the session. By then all has been heard that the server says of what it was told. */
  async end(): Promise<void> {
    await this.transport.connection.sendRequest('shutdown');
  }
}

describe.each(transports)('a client that knows only version 3.16, %s', (_, startServer) => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  function start(capabilities: ClientCapabilities): Promise<OlderClient> {
    const workspace = diskWorkspace({ [bakerPath]: page, [other]: otherPage });
    const transport = startServer();
    closing.push(
      workspace.remove,
      () => transport.end?.(),
      () => transport.process?.kill(),
      () => transport.connection.dispose(),
    );
    return OlderClient.start(transport, pathToFileURL(workspace.folder).href, capabilities);
  }

  const unlinked = (findings: readonly Diagnostic[]): Diagnostic | undefined =>
    findings.find(({ code }) => code === 'unlinked-grade');

  /** Has the server say by itself all that it can: a page that others depend on changes, files do, settings do. */
  async function stir(client: OlderClient): Promise<void> {
    const cook = client.uri.replace(bakerPath, other);
    await client.open(cook, otherPage);
    await client.findings(cook, () => true);
    await client.edit('### Senior Baker', '### Senior Pastry Baker');
    await client.findings(cook, findings => findings.some(({ code }) => code === 'broken-link'));
    await client.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: cook, type: 2 }] });
    await client.tell('workspace/didChangeConfiguration', { settings: { jobFamily: { rules: { 'unlinked-grade': 'off' } } } });
    await client.tell('textDocument/didClose', { textDocument: { uri: cook } });
    await client.findings(cook, findings => findings.length === 0);
    await client.end();
  }

  it('has findings pushed, and its questions answered in words it knows', async () => {
    const client = await start(of316);
    const finding = unlinked(await client.findings(client.uri, all => unlinked(all)?.severity === 1));
    expect(finding).toMatchObject({ range: client.range('grade 6'), source: 'job-family' });
    const { items } = await client.askAt<CompletionList>('textDocument/completion', 'Bakr requirements');
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter(item => item.labelDetails !== undefined)).toEqual([]);
    expect((await client.askAt<Hover>('textDocument/hover', 'Extends the Baker')).contents).toMatchObject({ kind: 'markdown' });
    const definition = await client.askAt<Definition>('textDocument/definition', 'Extends the Baker');
    expect(definition).toEqual([{ uri: client.uri, range: client.range('### Baker') }]);
    const context = { includeDeclaration: false };
    const references = await client.askAt<Location[]>('textDocument/references', 'Senior Baker\n', { context });
    expect(references.map(({ uri }) => uri)).toContain(client.uri.replace(bakerPath, other));
    const { documentChanges } = await client.askAt<WorkspaceEdit>('textDocument/rename', 'Senior Baker\n', {
      newName: 'Senior Chef',
    });
    expect(documentChanges!.every(change => 'textDocument' in change && !JSON.stringify(change).includes('annotationId'))).toBe(
      true,
    );
    const range = client.range('grade 6');
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', { range, context: { diagnostics: [] } });
    expect(actions[0]).toMatchObject({ kind: 'quickfix', edit: { changes: expect.anything() } });
    expect(actions.filter(({ edit }) => edit === undefined)).toEqual([]);
    const folds = await client.ask<FoldingRange[]>('textDocument/foldingRange', {});
    expect(folds.length).toBeGreaterThan(0);
    const [top] = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', {});
    expect(top?.children?.map(({ name }) => name)).toEqual(['Baker', 'Senior Baker']);
    const found = await client.ask<SymbolInformation[]>('workspace/symbol', { query: 'Senior Baker' });
    expect(found[0]?.location.range).toBeDefined();
    expect((await client.ask<SemanticTokens>('textDocument/semanticTokens/full', {})).data.length).toBeGreaterThan(0);
    expect((await client.ask<unknown[]>('textDocument/codeLens', {})).length).toBeGreaterThan(0);
  });

  it('is asked and told nothing that it does not know', async () => {
    const client = await start(of316);
    await client.findings(client.uri, () => true);
    await stir(client);
    const known = [...ALWAYS, ...REFRESHES, 'client/registerCapability', 'workspace/configuration'];
    expect([...client.heard].filter(method => !known.includes(method))).toEqual([]);
    expect([...client.registered].sort()).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });

  it('that says nothing of itself is told findings, and answered as simply as can be', async () => {
    const client = await start({});
    const finding = unlinked(await client.findings(client.uri, all => unlinked(all) !== undefined));
    expect(Object.keys(finding!).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
    const { items } = await client.askAt<CompletionList>('textDocument/completion', 'Bakr requirements');
    expect(items[0]).toMatchObject({ insertTextFormat: 1, textEdit: { range: expect.anything() } });
    expect(items.filter(({ documentation }) => typeof documentation === 'object' && documentation.kind !== 'plaintext')).toEqual(
      [],
    );
    const hover = await client.askAt<Hover>('textDocument/hover', 'Extends the Baker');
    expect(hover.contents).toMatchObject({ kind: 'plaintext', value: expect.stringContaining('Bake bread') });
    const definition = await client.askAt<Definition>('textDocument/definition', 'Extends the Baker');
    expect(definition).toEqual([{ uri: client.uri, range: client.range('### Baker') }]);
    const { changes, documentChanges } = await client.askAt<WorkspaceEdit>('textDocument/rename', 'Senior Baker\n', {
      newName: 'Senior Chef',
    });
    expect(documentChanges).toBeUndefined();
    expect(Object.keys(changes ?? {})).toContain(client.uri);
    // Without literals an action could only be a command, and the edit only be asked for: it knows neither.
    const range = client.range('grade 6');
    expect(await client.ask('textDocument/codeAction', { range, context: { diagnostics: [] } })).toEqual([]);
    const symbols = await client.ask<SymbolInformation[]>('textDocument/documentSymbol', {});
    const senior = symbols.find(({ name }) => name === 'Senior Baker');
    expect(senior).toMatchObject({ containerName: 'Levels', location: { uri: client.uri } });
    expect(senior!.location.range.start).toEqual(client.range('### Senior Baker').start);
    expect(symbols.filter(symbol => 'children' in symbol)).toEqual([]);
    await stir(client);
    expect([...client.heard].filter(method => !ALWAYS.includes(method))).toEqual([]);
  });
});
