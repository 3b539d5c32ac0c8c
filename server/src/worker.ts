import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { ClientHost } from './lsp/clientHost.ts';
import { Lifecycle } from './lsp/lifecycle.ts';
import { startServer } from './lsp/server.ts';

// The language server in a web worker: it has no disk, so it asks its client for files.
const port = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port), new Lifecycle().options);
startServer(connection, {
  version,
  documentationFolder: undefined,
  createHost: log => new ClientHost(connection, log, () => new Promise(resolve => setTimeout(resolve, 0))),
});
