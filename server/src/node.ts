import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { workerData } from 'node:worker_threads';
import { type Connection, createConnection, ProposedFeatures, StreamMessageWriter } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { watchClient } from './disk/clientWatch.ts';
import { DiskCache } from './disk/diskCache.ts';
import { DiskHost } from './disk/diskHost.ts';
import { servePageReading } from './disk/pageReadingThread.ts';
import { StdioReader } from './disk/stdioReader.ts';
import { ClientHost } from './lsp/clientHost.ts';
import { Lifecycle } from './lsp/lifecycle.ts';
import { startServer } from './lsp/server.ts';

// The language server as a process of its own: `node server.js --stdio`, or over Node's IPC as VS Code starts it. The same file
// is the thread that reads the workspace.
if (!servePageReading(workerData)) {
  // Reading a handbook, V8 learns that what is made of a page lives long, and makes it old from the start. But while one types it
  // lives for one edit, and what is old and dead keeps alive what is young: pauses of 25 ms instead of 3 (bench/README.md).
  setFlagsFromString('--no-allocation-site-pretenuring');
  const documentation = join(__dirname, '..', 'docs', 'rules');
  const lifecycle = new Lifecycle();
  const connection = connect(lifecycle);
  // A client may refuse any request. That ends no server.
  process.on('unhandledRejection', reason => console.error(reason));
  watchClient();
  startServer(connection, {
    version,
    documentationFolder: existsSync(documentation) ? pathToFileURL(documentation).href : undefined,
    createHost: (log, { folders, cacheFolder }) =>
      // A folder that is on no disk, as of a repository that was not cloned, only the client can read.
      folders.some(folder => !folder.startsWith('file:'))
        ? new ClientHost(connection, log, () => new Promise(resolve => setImmediate(resolve)))
        : new DiskHost(log, {
            threadFile: __filename,
            cache: cacheFolder === undefined ? undefined : new DiskCache(cacheFolder, version, log),
          }),
  });
}

/** Connects to the client as the arguments say. The process ends when the client does. */
function connect(lifecycle: Lifecycle): Connection {
  const end = (): void => process.exit(lifecycle.isShutDown ? 0 : 1);
  // A client that is gone cannot be written to.
  process.stdout.on('error', end);
  process.on('disconnect', end);
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all, lifecycle.options);
  const writer = new StreamMessageWriter(process.stdout);
  process.stdin.on('end', end);
  process.stdin.on('close', end);
  // Standard output is the protocol's.
  console.log = console.info = console.debug = console.error;
  return createConnection(ProposedFeatures.all, new StdioReader(process.stdin, writer), writer, lifecycle.options);
}
