import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { readyExtension } from './extension.ts';

/** What is used of a browser's worker here. */
interface FailingWorker {
  dispatchEvent(event: Event): boolean;
  postMessage(...given: unknown[]): void;
}
type WorkerConstructor = new (...given: unknown[]) => FailingWorker;

/** The extension's server, to be ended as a mistake of its own would. */
export interface EndingServer {
  /** Kills the process, or has the web worker fail. Only while one runs; what it gives tells one server from the next. */
  end(): unknown;
  /** Stops it from answering, without an end: a process is stopped, a worker receives no more messages. */
  hang(): void;
  /** When no more is to be ended. */
  release(): void;
}

export async function endingServer(): Promise<EndingServer> {
  const { client } = await readyExtension();
  return 'Worker' in globalThis ? await endingWorker() : endingProcess(client as LanguageClient);
}

function endingProcess(client: LanguageClient): EndingServer {
  /** Sends a signal that cannot be taken as a wish. */
  const send = (signal: 'SIGKILL' | 'SIGSTOP'): number => {
    const { serverProcess } = client;
    assert.ok(serverProcess?.pid, 'no process of a server runs');
    serverProcess.kill(signal);
    return serverProcess.pid;
  };
  return { end: () => send('SIGKILL'), hang: () => void send('SIGSTOP'), release: () => {} };
}

/** Who made the worker keeps it to themselves; so another one is had made, and seen. */
async function endingWorker(): Promise<EndingServer> {
  const browser = globalThis as unknown as { Worker: WorkerConstructor };
  const { Worker } = browser;
  let worker: FailingWorker | undefined;
  let hanging: FailingWorker | undefined;
  browser.Worker = class extends Worker {
    constructor(...given: unknown[]) {
      super(...given);
      worker = this;
    }

    override postMessage(...given: unknown[]): void {
      if (hanging !== this) super.postMessage(...given);
    }
  };
  await vscode.commands.executeCommand('jobFamily.restartServer');
  const end = (): unknown => {
    assert.ok(worker, 'the extension has made no worker');
    worker.dispatchEvent(new Event('error'));
    return worker;
  };
  const release = (): void => {
    browser.Worker = Worker;
  };
  const hang = (): void => {
    hanging = worker;
  };
  return { end, hang, release };
}
