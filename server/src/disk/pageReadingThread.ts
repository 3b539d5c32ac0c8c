import { availableParallelism } from 'node:os';
import { isMainThread, type MessagePort, parentPort, Worker } from 'node:worker_threads';
import { readPage } from '../workspace/pageReading.ts';
import type { PageReading, PageReadingOrder } from '../workspace/workspaceHost.ts';
import { readFileAt } from './readFileAt.ts';

/** So many pages come in one message: a few milliseconds' work on either side. */
const BATCH = 32;

/** What the thread says: pages it has read, something for the log, or that it is through. */
type Message = { readonly pages: readonly PageReading[] } | { readonly log: string } | { readonly done: true };

/** Each page costs many short-lived objects: with more room for them they are collected a tenth as often. */
const YOUNG_GENERATION_MB = 64;

/** More threads gain nothing that anybody would notice, and a machine has other things to do. */
const MOST_THREADS = 4;

/** Reads pages in threads of their own, one a processor. `file`: a bundle that calls `servePageReading`. Throws where a thread breaks. */
export async function* readInThread(
  file: string,
  order: PageReadingOrder,
  log: (message: string) => void,
): AsyncIterable<readonly PageReading[]> {
  const count = Math.min(MOST_THREADS, availableParallelism());
  const threads = Array.from({ length: count }, (_, number) => {
    const pages = order.pages.filter((_page, at) => at % count === number);
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB };
    return new Worker(file, { workerData: { ...order, pages }, resourceLimits });
  });
  const messages: Message[] = [];
  let failed: Error | undefined;
  let wake = (): void => {};
  for (const thread of threads) {
    thread.unref();
    thread.on('message', (message: Message) => {
      messages.push(message);
      wake();
    });
    thread.on('error', error => {
      failed = error;
      wake();
    });
  }
  try {
    for (let running = count; running > 0; ) {
      const message = messages.shift();
      if (failed) throw failed;
      if (message === undefined)
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      else if ('pages' in message) yield message.pages;
      else if ('log' in message) log(message.log);
      else running--;
    }
  } finally {
    await Promise.all(threads.map(thread => thread.terminate()));
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
      if (text === undefined) return [];
      try {
        return [readPage(uri, text, order)];
      } catch (error) {
        // The page is tried again, and reported, when it is needed.
        log(`${uri}: this page cannot be read: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }
    });
    say({ pages });
  }
  say({ done: true });
  return true;
}
