import { Worker } from 'node:worker_threads';

/** How often it is looked for the client, in milliseconds. */
const INTERVAL = 2000;

/** An orphan is given to another parent. Asking the process to end would wait for the main thread, which may hang. */
const WATCH = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL');
}, ${INTERVAL});
`;

/** Ends this process once the one that started it is gone, also while the main thread hangs: the watch has a thread of its own. */
export function watchClient(): void {
  const thread = new Worker(WATCH, {
    eval: true,
    workerData: process.ppid,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
  });
  // Without the thread, the server ends when its connection does.
  thread.on('error', () => {});
  thread.unref();
}
