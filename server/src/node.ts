import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { DiskCache } from './disk/diskCache.ts';
import { DiskHost } from './disk/diskHost.ts';
import { servePageReading } from './disk/pageReadingThread.ts';
import { startServer } from './lsp/server.ts';

// The language server as a process of its own: `node server.js --stdio`, or over Node's IPC as VS Code starts it. The same file
// is the thread that reads the workspace.
if (!servePageReading(workerData)) {
  const documentation = join(__dirname, '..', 'docs', 'rules');
  startServer(createConnection(ProposedFeatures.all), {
    version,
    documentationFolder: existsSync(documentation) ? pathToFileURL(documentation).href : undefined,
    createHost: (log, cacheFolder) =>
      new DiskHost(log, {
        threadFile: __filename,
        cache: cacheFolder === undefined ? undefined : new DiskCache(cacheFolder, version, log),
      }),
  });
}
