import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ServerRestarts } from '../serverRestarts.ts';

/** Starts the server anew, also one that hangs, or that ended too often to be started again by itself. Rejects if none can be started. */
export async function restartServer(client: BaseLanguageClient, restarts: ServerRestarts): Promise<void> {
  if (!restarts.startsNow()) await replaceServer(client);
}

/** Stops the server that runs, if any, and starts another. Rejects if none can be started. */
export async function replaceServer(client: BaseLanguageClient): Promise<void> {
  // One that does not end in time is ended by the client.
  if (client.isRunning()) await client.stop().catch(() => {});
  await client.start();
}
