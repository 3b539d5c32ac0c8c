import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageWriter,
} from 'vscode-languageserver/node';

const HEADER_END = Buffer.from('\r\n\r\n');
const LENGTH = 'Content-Length:';

/** A longer message is a mistake in its header: no string may be so long, and it would never arrive. */
const MAX_LENGTH = 256 * 1024 * 1024;

/** A header is a few dozen bytes. What goes on longer without an end is none. */
const MAX_HEADER = 8 * 1024;

/**
 * Reads LSP messages from a stream as the library's reader does, but goes on after one that cannot be read: it is answered with a
 * parse error, and the next header is looked for. The library's own waits for ever then.
 */
export class StdioReader extends AbstractMessageReader {
  private chunks: Buffer[] = [];
  private length = 0;
  /** How much must be there before a look is worth it. */
  private wanted = 0;

  /** `writer`: where parse errors are answered. */
  constructor(
    private readonly input: Readable,
    private readonly writer: MessageWriter,
  ) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const read = (chunk: Buffer): void => {
      this.chunks.push(chunk);
      this.length += chunk.length;
      if (this.length >= this.wanted) this.readAll(callback);
    };
    this.input.on('data', read);
    this.input.on('error', error => this.fireError(error));
    this.input.on('close', () => this.fireClose());
    return { dispose: () => void this.input.off('data', read) };
  }

  private readAll(callback: DataCallback): void {
    let buffer = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
    for (;;) {
      const read = readFrame(buffer);
      buffer = buffer.subarray(read.used);
      if (read.type === 'incomplete') {
        this.wanted = buffer.length === 0 ? 0 : read.wanted;
        break;
      }
      if (read.type === 'message') callback(read.message);
      else void this.writer.write(PARSE_ERROR as Message).catch(() => {});
    }
    this.chunks = buffer.length === 0 ? [] : [buffer];
    this.length = buffer.length;
  }
}

const PARSE_ERROR = { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'This message cannot be parsed.' } };

/** What the start of a buffer is, and how many of its bytes that took. */
type Frame = { readonly used: number } & (
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'malformed' }
  /** More is needed: so many bytes in all. */
  | { readonly type: 'incomplete'; readonly wanted: number }
);

function readFrame(buffer: Buffer): Frame {
  const end = buffer.subarray(0, MAX_HEADER).indexOf(HEADER_END);
  if (end < 0)
    return buffer.length < MAX_HEADER
      ? { type: 'incomplete', used: 0, wanted: 0 }
      : { type: 'malformed', used: nextHeader(buffer, 1) };
  const start = end + HEADER_END.length;
  const length = lengthIn(buffer.toString('ascii', 0, end));
  if (length === undefined) return { type: 'malformed', used: Math.max(nextHeader(buffer, 1, start), 1) };
  if (buffer.length < start + length) return { type: 'incomplete', used: 0, wanted: start + length };
  try {
    const message: unknown = JSON.parse(buffer.toString('utf8', start, start + length));
    if (message !== null && typeof message === 'object' && !Array.isArray(message))
      return { type: 'message', message: message as Message, used: start + length };
  } catch {
    // The length may be wrong: the next message may begin within this one.
    return { type: 'malformed', used: nextHeader(buffer, start, start + length) };
  }
  return { type: 'malformed', used: start + length };
}

/** Where the next header starts between two offsets; the second one if there is none. */
function nextHeader(buffer: Buffer, from: number, to = buffer.length): number {
  const at = buffer.subarray(0, to).indexOf(LENGTH, from);
  return at < 0 ? to : at;
}

function lengthIn(header: string): number | undefined {
  const written = /^content-length:[ \t]*(\d{1,10})[ \t]*$/im.exec(header)?.[1];
  const length = Number(written);
  return written === undefined || length > MAX_LENGTH ? undefined : length;
}
