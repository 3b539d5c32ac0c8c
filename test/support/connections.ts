import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach } from 'vitest';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { diskWorkspace } from './builtProgram.ts';
import {
  type ClientOptions,
  inProcess,
  LspClient,
  type OpenDocument,
  overStdio,
  overWorker,
  type Transport,
} from './lspClient.ts';

/** Each way to talk to the server, by its name; a protocol test is run over all of them. */
export const transports: readonly (readonly [string, () => Transport])[] = [
  ['in process', () => inProcess(new DiskHost(() => {}))],
  ['over the built server’s standard input and output', overStdio],
  ['in the built web worker', overWorker],
];

/** A client whose only folder holds some files on disk. */
export interface Connected {
  readonly client: LspClient;
  readonly transport: Transport;
  /** The folder's URI. */
  readonly folder: string;
  /** Where a file of the folder is. */
  uri(path: string): string;
  disk(path: string): string;
  /** Opens a file in the editor. */
  open(path: string): Promise<OpenDocument>;
}

/** Connects clients to servers of one kind; what it made is closed and removed after each test of the suite that calls it. */
export function connections(
  start: () => Transport,
): (files: Readonly<Record<string, string>>, options?: Omit<ClientOptions, 'folders'>) => Promise<Connected> {
  const opened: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
  });
  return async (files, options = {}) => {
    const workspace = diskWorkspace(files);
    opened.push(workspace.remove);
    const folder = pathToFileURL(workspace.folder).href;
    const transport = start();
    const client = await LspClient.start(transport, { ...options, folders: [folder] });
    opened.push(async () => {
      client.connection.dispose();
      transport.process?.kill();
      await transport.end?.();
    });
    const uri = (path: string): string => `${folder}/${path}`;
    return {
      client,
      transport,
      folder,
      uri,
      disk: path => join(workspace.folder, path),
      open: path => client.open(uri(path), files[path]!),
    };
  };
}
