import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtProgram, diskWorkspace } from '../support/builtProgram.ts';

/** A message of the protocol, as loosely as a test needs it. */
interface Heard {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A client that sends whatever it is told to, right or wrong, and hears what comes back. */
class RawClient {
  readonly heard: Heard[] = [];
  /** What the client answers to the server's requests; refuses all of them unless a test says otherwise. */
  answer: (request: Heard) => object = () => ({ error: { code: -32601, message: 'refused' } });
  private buffer = Buffer.alloc(0);
  private waiting: (() => void)[] = [];
  private ids = 0;

  constructor(readonly process: ChildProcess) {
    process.stdin!.on('error', () => {});
    process.stdout!.on('data', (chunk: Buffer) => this.read(chunk));
  }

  bytes(written: string): void {
    this.process.stdin!.write(written);
  }

  send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.bytes(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  note(method: string, params?: unknown): void {
    this.send({ method, params });
  }

  /** What the server answers to a request: its result or its error. */
  async request(method: string, params?: unknown): Promise<Heard> {
    const id = ++this.ids;
    this.send({ id, method, params });
    return this.when(message => message.id === id && message.method === undefined);
  }

  async initialize(folders: readonly string[] = [], capabilities: object = {}): Promise<void> {
    await this.request('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: folders.map(uri => ({ uri, name: 'x' })),
      capabilities: { textDocument: { diagnostic: {} }, ...capabilities },
    });
    this.note('initialized', {});
  }

  open(uri: string, text: string, version: unknown = 1): void {
    this.note('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
  }

  change(uri: string, contentChanges: unknown, version: unknown = 2): void {
    this.note('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** The codes of what a page is told. */
  async codes(uri: string): Promise<unknown[]> {
    const { result } = await this.request('textDocument/diagnostic', { textDocument: { uri } });
    return (result as { items: { code: unknown }[] }).items.map(({ code }) => code);
  }

  /** The first message that is heard, now or later, for which something holds. */
  async when(holds: (message: Heard) => boolean): Promise<Heard> {
    for (;;) {
      const found = this.heard.find(holds);
      if (found) return found;
      await new Promise<void>(resolve => this.waiting.push(resolve));
    }
  }

  private read(chunk: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (;;) {
      const end = this.buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.buffer.toString('ascii', 0, Math.max(end, 0)))?.[1]);
      if (end < 0 || this.buffer.length < end + 4 + length) break;
      const message = JSON.parse(this.buffer.toString('utf8', end + 4, end + 4 + length)) as Heard;
      this.buffer = this.buffer.subarray(end + 4 + length);
      if (message.method !== undefined && message.id !== undefined) this.send({ id: message.id, ...this.answer(message) });
      this.heard.push(message);
    }
    for (const wake of this.waiting.splice(0)) wake();
  }
}

const path = 'content/job-families/kitchen/baker.md';
const text = '---\ntitle: Baker\n---\n\n## Levels\n\n### Baker\n\n#### Baker Job Grade\n\nThe Baker is a grade 6.\n';

let client: RawClient;
let workspace: ReturnType<typeof diskWorkspace>;
let uri: string;
let root: string;

beforeEach(() => {
  workspace = diskWorkspace({ [path]: text });
  root = pathToFileURL(workspace.folder).href;
  uri = `${root}/${path}`;
  client = new RawClient(spawn(process.execPath, [builtProgram('server'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] }));
});

afterEach(async () => {
  if (client.process.exitCode === null && client.process.signalCode === null) {
    client.process.kill('SIGKILL');
    await once(client.process, 'exit');
  }
  workspace.remove();
});

describe('a client that does not keep to the protocol', () => {
  it('asks before it has initialized; is refused, and can initialize then', async () => {
    client.open(uri, text);
    expect((await client.request('textDocument/hover', {})).error?.code).toBe(-32002);
    expect((await client.request('shutdown')).error?.code).toBe(-32002);
    await client.initialize([root]);
    expect(await client.codes(uri)).toContain('unlinked-grade');
    expect((await client.request('initialize', { capabilities: {} })).error?.code).toBe(-32600);
  });

  it('asks after the shutdown; is refused, and the server ends with 0 at the exit', async () => {
    await client.initialize([root]);
    expect((await client.request('shutdown')).result).toBeNull();
    expect((await client.request('textDocument/hover', { textDocument: { uri }, position: {} })).error?.code).toBe(-32600);
    client.note('exit');
    expect(await once(client.process, 'exit')).toEqual([0, null]);
  });

  it('names positions that do not exist; it is answered, and the text is none the worse', async () => {
    await client.initialize([root]);
    client.open(uri, text);
    const numbers = [-1, 0.5, 1e9, Number.MAX_VALUE, null, 'x'];
    const methods = [
      'hover',
      'completion',
      'definition',
      'references',
      'documentHighlight',
      'prepareRename',
      'linkedEditingRange',
    ];
    for (const line of numbers)
      for (const character of numbers) {
        const position = { line, character };
        for (const method of methods)
          await client.request(`textDocument/${method}`, { textDocument: { uri }, position, context: {} });
        const range = { start: position, end: position };
        await client.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
        await client.request('textDocument/inlayHint', { textDocument: { uri }, range });
        await client.request('textDocument/selectionRange', { textDocument: { uri }, positions: [position] });
        client.change(uri, [{ range, text: '' }]);
      }
    // Whatever was taken for a place: nothing was put in or taken out.
    expect(await client.codes(uri)).toContain('unlinked-grade');
    client.change(uri, [{ range: { start: { line: 1.5, character: 7.5 }, end: { line: 1.5, character: 1e9 } }, text: 'Cook' }]);
    const { result } = await client.request('textDocument/documentSymbol', { textDocument: { uri } });
    expect(JSON.stringify(result)).toContain('Baker');
    expect(await client.codes(uri)).toContain('unlinked-grade');
  });

  it('changes and closes what is not open, opens twice, sends no text; the documents stay as they are', async () => {
    await client.initialize([root]);
    client.change(uri, [{ text: 'x' }]);
    client.note('textDocument/didClose', { textDocument: { uri } });
    expect(await client.codes(uri)).toContain('unlinked-grade');
    client.open(uri, '');
    client.open(uri, text);
    client.change(uri, [{ text: 5 }, null, 'x']);
    client.change(uri, 'x');
    client.change(uri, [{ text: '' }], null);
    client.note('textDocument/didChange', null);
    client.note('textDocument/didOpen', { textDocument: {} });
    client.note('textDocument/didOpen', null);
    client.note('workspace/didChangeWatchedFiles', null);
    client.note('workspace/didChangeWorkspaceFolders', {});
    expect(await client.codes(uri)).toContain('unlinked-grade');
  });

  it('sends what cannot be parsed; is told so, and goes on', async () => {
    await client.initialize([root]);
    const parseErrors = (): number => client.heard.filter(({ id, error }) => id === null && error?.code === -32700).length;
    for (const malformed of [
      'Content-Length: x\r\n\r\n{}',
      'Content-Length: -5\r\n\r\n',
      'Content-Length: 99999999999\r\n\r\n{}',
      'Content-Type: text\r\n\r\n{}',
      'Content-Length: 3\r\n\r\n{"a',
      'Content-Length: 2\r\n\r\n[]',
      'no header at all\r\n\r\n',
      // Too long: what follows is taken for a part of it, and is found in it again.
      'Content-Length: 40\r\n\r\n{}',
    ]) {
      const before = parseErrors();
      client.bytes(malformed);
      expect(await client.codes(uri), malformed).toContain('unlinked-grade');
      expect(parseErrors(), malformed).toBeGreaterThan(before);
    }
  });

  it('names pages by odd addresses; each is answered', async () => {
    await client.initialize([root]);
    for (const odd of [
      'untitled:Untitled-1',
      `git:${uri.slice('file://'.length)}?%7B%22ref%22%3A%22~%22%7D`,
      'vscode-vfs://github/a/b/content/job-families/kitchen/baker.md',
      'file:///%E0%A4%A',
      'file:///%00',
      'file://host/share/x.md',
      'FILE:///x.md',
      '%',
      '',
      `${root}/content/job-families/kitchen/a%0Ab%25%23%3F.md`,
      `file:///${'x'.repeat(5000)}.md`,
    ]) {
      client.open(odd, text);
      client.change(odd, [{ text: `${text}\n` }]);
      for (const method of ['diagnostic', 'documentSymbol', 'foldingRange', 'documentLink', 'codeLens'])
        await client.request(`textDocument/${method}`, { textDocument: { uri: odd } });
      await client.request('jobFamily/ladder', { uri: odd });
      await client.request('jobFamily/pageStatus', { uri: odd });
      client.note('workspace/didChangeWatchedFiles', { changes: [{ uri: odd, type: 2 }] });
      client.note('textDocument/didClose', { textDocument: { uri: odd } });
    }
    expect(await client.codes(uri)).toContain('unlinked-grade');
  });

  it('cancels all that it asks', async () => {
    await client.initialize([root]);
    client.open(uri, text);
    for (let id = 1000; id < 1500; id++) {
      client.send({ id, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
      client.note('$/cancelRequest', { id });
      client.note('$/cancelRequest', { id: id + 1 });
    }
    expect(await client.codes(uri)).toContain('unlinked-grade');
    const answered = new Set(client.heard.map(({ id }) => id));
    expect(Array.from({ length: 500 }, (_, at) => at + 1000).filter(id => !answered.has(id))).toEqual([]);
  });

  it('takes folders away while it asks', async () => {
    await client.initialize([root], { workspace: { workspaceFolders: true } });
    client.open(uri, text);
    const folder = { uri: root, name: 'x' };
    const asked: Promise<Heard>[] = [];
    for (let round = 0; round < 20; round++) {
      asked.push(client.request('workspace/diagnostic', { previousResultIds: [] }));
      asked.push(client.request('workspace/symbol', { query: 'b' }));
      client.note('workspace/didChangeWorkspaceFolders', { event: { removed: [folder], added: [] } });
      asked.push(client.request('jobFamily/ladder', { uri }));
      client.note('workspace/didChangeWorkspaceFolders', { event: { removed: [], added: [folder] } });
    }
    await Promise.all(asked);
    expect(await client.codes(uri)).toContain('unlinked-grade');
  });

  it('refuses all that it is asked', async () => {
    const refresh = { refreshSupport: true };
    await client.initialize([root], {
      workspace: {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: refresh,
        inlayHint: refresh,
        codeLens: refresh,
        semanticTokens: refresh,
      },
    });
    await client.when(({ method }) => method === 'workspace/configuration');
    client.open(`${root}/.job-family.yaml`, 'profile: plain\n');
    client.change(`${root}/.job-family.yaml`, [{ text: 'profile: gitlab\n' }]);
    client.note('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    expect(await client.codes(uri)).toContain('unlinked-grade');
  });
});

describe('a client that is gone', () => {
  it('has closed the connection; the server ends', async () => {
    await client.initialize([root]);
    client.process.stdin!.end();
    expect(await once(client.process, 'exit')).toEqual([1, null]);
  });

  it.each(['server', 'cli'] as const)('was killed while the server hangs; that ends all the same (%s)', async program => {
    const args = [builtProgram(program), ...(program === 'cli' ? ['lsp'] : []), '--stdio'];
    // The client of this test is a process between, which can be killed. What it starts is stopped, as one that hangs.
    const between = spawn(
      process.execPath,
      [
        '-e',
        `const server = require('node:child_process').spawn(process.execPath, ${JSON.stringify(['-r', hanging(workspace.folder), ...args])}, { stdio: ['pipe', 'pipe', 'pipe'] });
         server.stderr.once('data', () => console.log(server.pid));
         setInterval(() => {}, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [said] = (await once(between.stdout!, 'data')) as [Buffer];
    const pid = Number(said.toString());
    expect(isAlive(pid)).toBe(true);
    between.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 20_000, interval: 200 }).toBe(false);
  });
});

/** A module that makes the program that loads it hang as soon as it has started, and says so just before. */
function hanging(folder: string): string {
  const file = join(folder, 'hang.cjs');
  const hang = "setTimeout(() => { process.stderr.write('hangs'); for (;;); }, 0)";
  writeFileSync(file, `if (require('node:worker_threads').isMainThread) ${hang};\n`);
  return file;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended stays listed until somebody asks how.
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
