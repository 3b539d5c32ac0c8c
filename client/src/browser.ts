import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type ExtensionApi } from './extension.ts';

export { deactivate } from './extension.ts';

/** What is used of a browser's worker here: its own types would bring the whole DOM with them. */
declare class Worker {
  constructor(script: string, options: { readonly name: string });
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/** Where there is no process to start: the server runs in a web worker. */
export function activate(context: ExtensionContext): Promise<ExtensionApi> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'worker.js').toString(true);
  let worker: Worker | undefined;
  /** A new worker for each start. The client takes no worker from a function in VS Code, where each is made by a wrapper. */
  const startWorker = async (name: string) => {
    worker?.terminate();
    worker = new Worker(script, { name });
    return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return activateWith(context, (id, name, options) => {
    const documentationFolder = Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(true);
    return new LanguageClient(id, name, () => startWorker(name), {
      ...options,
      initializationOptions: () => ({ ...options.initializationOptions(), documentationFolder }),
    });
  });
}

/** A worker that fails ends, as a process does: what it knows may be wrong, and what was asked of it may never be answered. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker);
    worker.addEventListener('error', () => {
      worker.terminate();
      this.fireClose();
    });
  }
}
