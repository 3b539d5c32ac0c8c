import type { BaseLanguageClient } from 'vscode-languageclient';

/** So many of the newest lines are kept: a test exchanges a few dozen. */
const MAX_LINES = 200;

/** So much of each message is shown. */
const MAX_LENGTH = 300;

/** Under this name the lines are found again: each suite is a bundle with modules of its own. */
const LINES = Symbol.for('job-family message trace');

const shared = globalThis as { [LINES]?: string[] };

/** The newest messages between client and server, and what the client logged, one a line, oldest first. */
export function messageTrace(): readonly string[] {
  return shared[LINES] ?? [];
}

/** Starts to note what a client sends, what it is answered, and what it logs. Does nothing when that has been done before. */
export function traceMessages(client: BaseLanguageClient): void {
  if (shared[LINES]) return;
  const lines: string[] = [];
  shared[LINES] = lines;
  const note = (what: string, content: unknown): void => {
    const text = content instanceof Error ? content.message : (JSON.stringify(content) ?? '');
    lines.push(`${new Date().toISOString().slice(11, 23)} ${what} ${text.slice(0, MAX_LENGTH)}`);
    if (lines.length > MAX_LINES) lines.shift();
  };
  const channel = client.outputChannel;
  for (const level of ['error', 'warn', 'info'] as const) {
    const log = channel[level].bind(channel);
    channel[level] = (message: string | Error, ...rest: unknown[]) => {
      note(`log ${level}`, message);
      log(message as string, ...rest);
    };
  }
  const sendNotification = client.sendNotification.bind(client) as (type: unknown, ...rest: unknown[]) => Promise<void>;
  const sendRequest = client.sendRequest.bind(client) as (type: unknown, ...rest: unknown[]) => Promise<unknown>;
  Object.assign(client, {
    sendNotification(type: unknown, ...rest: unknown[]) {
      note(`→ ${methodOf(type)}`, rest[0]);
      return sendNotification(type, ...rest);
    },
    async sendRequest(type: unknown, ...rest: unknown[]) {
      note(`→ ${methodOf(type)}`, rest[0]);
      try {
        const answer = await sendRequest(type, ...rest);
        note(`← ${methodOf(type)}`, answer);
        return answer;
      } catch (error) {
        note(`← ${methodOf(type)} failed:`, error);
        throw error;
      }
    },
  });
}

function methodOf(type: unknown): string {
  return typeof type === 'string' ? type : (type as { readonly method: string }).method;
}
