import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  type Message,
  type NotificationMessage,
  type RequestMessage,
  RequestType,
  ResponseError,
} from 'vscode-languageserver';

/** What the protocol allows a client to send depends on what it sent before. */
type State = 'new' | 'running' | 'shut down';

/** Where refused requests end: the handler below answers them. */
const refused = new RequestType<Refusal, never, void>('$/jobFamily/refused');

interface Refusal {
  readonly code: number;
  readonly message: string;
}

/**
 * What LSP demands of a server's lifecycle: requests before `initialize` and after `shutdown` are refused, notifications are dropped.
 * Also turns positions that are no whole numbers into ones that are, since documents would be damaged by them.
 */
export class Lifecycle {
  private state: State = 'new';

  /** True once the client has asked the server to end: it may then exit without an error. */
  get isShutDown(): boolean {
    return this.state === 'shut down';
  }

  /** What a connection must be created with. */
  readonly options: ConnectionOptions = {
    messageStrategy: {
      handleMessage: (message, next) => {
        const passed = this.passed(message);
        if (passed) return next(passed);
      },
    },
  };

  private passed(message: Message): Message | undefined {
    if (!('method' in message)) return message;
    const { method } = message as RequestMessage | NotificationMessage;
    if (!('id' in message)) {
      if (method === 'exit') return message;
      if (this.state !== 'running') return undefined;
      return method === 'textDocument/didChange' ? withWholePositions(message as NotificationMessage) : message;
    }
    const refusal = this.refusalOf(method);
    if (refusal) return { ...message, method: refused.method, params: refusal } as RequestMessage;
    if (method === 'initialize') this.state = 'running';
    if (method === 'shutdown') this.state = 'shut down';
    return message;
  }

  private refusalOf(method: string): Refusal | undefined {
    switch (this.state) {
      case 'new':
        return method === 'initialize'
          ? undefined
          : { code: ErrorCodes.ServerNotInitialized, message: 'The server is not initialized.' };
      case 'running':
        return method === 'initialize'
          ? { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' }
          : undefined;
      case 'shut down':
        return { code: ErrorCodes.InvalidRequest, message: 'The server is shutting down.' };
    }
  }
}

/** Answers the requests that a lifecycle refuses. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(refused, params => {
    throw new ResponseError(params?.code ?? ErrorCodes.InvalidRequest, params?.message ?? 'Invalid request.');
  });
}

/** The same change with lines and columns that are whole and not negative. */
function withWholePositions(message: NotificationMessage): NotificationMessage {
  const params = message.params as { readonly contentChanges?: unknown } | undefined;
  if (!Array.isArray(params?.contentChanges)) return message;
  const contentChanges = params.contentChanges.flatMap((change: unknown): readonly object[] => {
    if (change === null || typeof change !== 'object' || typeof (change as { text?: unknown }).text !== 'string') return [];
    const { range } = change as { range?: { start?: unknown; end?: unknown } | null };
    if (range === undefined || range === null) return [{ text: (change as { text: string }).text }];
    return [{ ...change, range: { start: wholePosition(range.start), end: wholePosition(range.end) } }];
  });
  return { ...message, params: { ...params, contentChanges } } as NotificationMessage;
}

function wholePosition(position: unknown): { readonly line: number; readonly character: number } {
  const { line, character } = (position ?? {}) as { readonly line?: unknown; readonly character?: unknown };
  return { line: wholeNumber(line), character: wholeNumber(character) };
}

function wholeNumber(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(Math.floor(value), Number.MAX_SAFE_INTEGER) : 0;
}
