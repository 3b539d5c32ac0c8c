import { isMainThread, type MessagePort, parentPort, Worker } from 'node:worker_threads';
import { readPage } from '../workspace/pageReading.ts';
import type { PageReading, PageReadingOrder } from '../workspace/workspaceHost.ts';
import { readFileAt } from './readFileAt.ts';

/** So many pages come in one message: a few milliseconds' work on either side. */
const BATCH = 32;

/** What the thread says: pages it has read, something for the log, or that it is through. */
type Message = { readonly pages: readonly PageReading[] } | { readonly log: string } | { readonly done: true };

/** Reads pages in a thread of its own. `file`: a bundle that calls `servePageReading`. Throws where the thread breaks. */
export async function* readInThread(
  file: string,
  order: PageReadingOrder,
  log: (message: string) => void,
): AsyncIterable<readonly PageReading[]> {
  const thread = new Worker(file, { workerData: order });
  thread.unref();
  try {
    const messages: Message[] = [];
    let failed: Error | undefined;
    let wake = (): void => {};
    thread.on('message', (message: Message) => {
      messages.push(message);
      wake();
    });
    thread.on('error', error => {
      failed = error;
      wake();
    });
    for (;;) {
      const message = messages.shift();
      if (message === undefined) {
        if (failed) throw failed;
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      } else if ('pages' in message) yield message.pages;
      else if ('log' in message) log(message.log);
      else return;
    }
  } finally {
    await thread.terminate();
  }
}

/** In the thread: reads what was ordered. False in the main thread, where nothing is done. */
export function servePageReading(order: PageReadingOrder): boolean {
  if (isMainThread || !parentPort) return false;
  const port: MessagePort = parentPort;
  const say = (message: Message): void => port.postMessage(message);
  const log = (message: string): void => say({ log: message });
  for (let at = 0; at < order.pages.length; at += BATCH) {
    const pages = order.pages.slice(at, at + BATCH).flatMap(uri => {
      const text = readFileAt(uri, log);
      return text === undefined ? [] : [readPage(uri, text, order)];
    });
    say({ pages });
  }
  say({ done: true });
  return true;
}
