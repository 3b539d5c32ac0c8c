import type { Connection } from 'vscode-languageserver';

/** Sends something whose answer nobody waits for: a client that refuses it is logged, and ends nothing. */
export function unanswered(connection: Connection, sent: unknown): void {
  // Typed as `void` by the library in places where it is a promise.
  Promise.resolve(sent).catch((error: unknown) => connection.console.error(String(error)));
}
