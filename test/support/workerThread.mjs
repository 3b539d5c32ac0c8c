// @ts-check
// Runs the built worker as a browser would: in a thread, with nothing in its reach that a web worker has not, and where no
// text may become code. What arrives here goes to the worker's `self`, and what it posts goes back.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
/** @type {Record<string, unknown>} */
const scope = { setTimeout, clearTimeout, queueMicrotask, TextEncoder, TextDecoder, URL, structuredClone };
scope.self = scope;
scope.postMessage = (/** @type {unknown} */ message) => port.postMessage(message);
scope.addEventListener = () => {};
port.on('message', data => /** @type {(event: { data: unknown }) => void} */ (scope.onmessage)({ data }));
createContext(scope, { codeGeneration: { strings: false, wasm: false } });
runInContext(readFileSync(workerData.program, 'utf8'), scope, { filename: workerData.program });
