import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { DiskHost } from './disk/diskHost.ts';
import { startServer } from './lsp/server.ts';

// The language server as a process of its own: `node server.js --stdio`, or over Node's IPC as VS Code starts it.
const documentation = join(__dirname, '..', 'docs', 'rules');
startServer(createConnection(ProposedFeatures.all), {
  version,
  documentationFolder: existsSync(documentation) ? pathToFileURL(documentation).href : undefined,
  createHost: log => new DiskHost(log),
});
