import { describe, expect, it } from 'vitest';
import { type CodeLens, type InlayHint, LSPErrorCodes, type SemanticTokens } from 'vscode-languageserver-protocol';
import { bakerPage, bakerPath } from '../support/bakerPage.ts';
import { type Connected, connections, transports } from '../support/connections.ts';
import type { ClientOptions, OpenDocument } from '../support/lspClient.ts';

const cook = 'content/job-families/kitchen/cook.md';
const files = {
  [bakerPath]: bakerPage,
  [cook]: `---
title: Cook
---

## Cook

### Job Grade

The Cook is a grade 6.

### Responsibilities

- Cooks
`,
};
const everywhere = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

describe.each(transports)('what is shown within the text, %s', (_, start) => {
  const connectTo = connections(start);

  async function connect(options: Omit<ClientOptions, 'folders'> = {}): Promise<Connected & { readonly document: OpenDocument }> {
    const connected = await connectTo(files, options);
    return { ...connected, document: await connected.open(bakerPath) };
  }

  function hintsOf({ client, document }: Awaited<ReturnType<typeof connect>>): Promise<InlayHint[]> {
    return client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: document.uri }, range: everywhere });
  }

  function lensesOf({ client, document }: Awaited<ReturnType<typeof connect>>): Promise<CodeLens[]> {
    return client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: document.uri } });
  }

  /** What the lenses say, each with the words it stands over. */
  async function told(connected: Awaited<ReturnType<typeof connect>>): Promise<string[]> {
    const { client, document } = connected;
    const lenses = await lensesOf(connected);
    const lines = document.text.split('\n');
    return Promise.all(
      lenses.map(async lens => {
        const { command } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
        return `${lines[lens.range.start.line]}: ${command?.title}`;
      }),
    );
  }

  it('inlayHintProvider: tells grades and what is inherited, the tooltip only when it is asked for', async () => {
    const tooltips = { textDocument: { inlayHint: { resolveSupport: { properties: ['tooltip'] } } } };
    const lazy = await connect({ capabilities: tooltips });
    const hints = await hintsOf(lazy);
    expect(hints.map(hint => hint.label)).toEqual(['grade 6', 'grade 7', '+1 inherited']);
    expect(hints.at(-1)?.position).toEqual(
      lazy.document.at('Extends the Baker responsibilities', 'Extends the Baker responsibilities'.length),
    );
    expect(hints.at(-1)?.tooltip).toBeUndefined();
    const resolved = await lazy.client.connection.sendRequest<InlayHint>('inlayHint/resolve', hints.at(-1));
    expect(resolved.tooltip).toMatchObject({ value: expect.stringContaining('Bake bread') });
    // A client that asks no second time gets all at once.
    const eager = await hintsOf(await connect());
    expect(eager.at(-1)?.tooltip).toMatchObject({ value: expect.stringContaining('Bake bread') });
  });

  it('codeLensProvider: counts who extends a level and what speaks of it, when the lens is resolved', async () => {
    const connected = await connect({ initializationOptions: { showReferencesCommand: 'client.show' } });
    const { client, document } = connected;
    expect((await lensesOf(connected)).every(lens => lens.command === undefined)).toBe(true);
    expect(await told(connected)).toEqual([
      '### Baker: extended by 1',
      '### Baker: 1 reference',
      '### Senior Baker: extended by none',
      '### Senior Baker: no references',
    ]);
    const [first, , none] = await lensesOf(connected);
    const { command } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', first);
    expect(command?.command).toBe('client.show');
    const [uri, position, places] = command!.arguments as [string, unknown, { uri: string; range: { start: unknown } }[]];
    expect(uri).toBe(document.uri);
    expect(position).toEqual(document.at('### Baker', '### '.length));
    expect(places.map(place => place.range.start)).toEqual([document.at('Extends the Baker')]);
    expect((await client.connection.sendRequest<CodeLens>('codeLens/resolve', none)).command?.command).toBe('');
  });

  it('names no command to a client that has none to show places', async () => {
    const connected = await connect();
    const [first] = await lensesOf(connected);
    const resolved = await connected.client.connection.sendRequest<CodeLens>('codeLens/resolve', first);
    expect(resolved.command).toEqual({ title: 'extended by 1', command: '' });
  });

  it('semanticTokensProvider: colours the words of the whole page or of a range, and says what the numbers mean', async () => {
    const { client, document } = await connect();
    const { semanticTokensProvider } = client.initialized.capabilities;
    expect(semanticTokensProvider).toMatchObject({ full: true, range: true, legend: { tokenModifiers: ['declaration'] } });
    const textDocument = { uri: document.uri };
    const whole = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    const { line, character } = document.at('Levels');
    const property = semanticTokensProvider!.legend.tokenTypes.indexOf('property');
    expect(whole.data.slice(0, 5)).toEqual([line, character, 'Levels'.length, property, 0]);
    const range = { start: document.at('## Levels'), end: document.at('### Baker') };
    const some = await client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument,
      range,
    });
    expect(some.data).toEqual(whole.data.slice(0, 5));
  });

  it('semanticTokensProvider: colours no text that has changed since it was asked', async () => {
    const { client, document } = await connect();
    const before = document.text.split('\n');
    const textDocument = { uri: document.uri };
    const asked = client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument }).then(
      ({ data }) => data,
      ({ code }) => code,
    );
    await document.edit('title: Baker', `title: Baker${'\n# Comment'.repeat(before.length)}`);
    const answer = await asked;
    if (answer === LSPErrorCodes.ContentModified) return;
    const lastLine = answer.reduce((sum: number, value: number, index: number) => (index % 5 === 0 ? sum + value : sum), 0);
    expect(lastLine).toBeLessThan(before.length);
  });

  it('shows only what the settings want, and has the client ask again when they change', async () => {
    const refreshes = {
      workspace: { inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true }, configuration: true },
    };
    const connected = await connect({ settings: {}, capabilities: refreshes });
    expect((await hintsOf(connected)).length).toBe(3);
    await connected.client.configure({ inlayHints: { inherited: false }, codeLens: { references: false } });
    await connected.client.heard(() => ['inlayHint', 'codeLens'].every(shown => connected.client.shownAgain.includes(shown)));
    expect((await hintsOf(connected)).map(hint => hint.label)).toEqual(['grade 6', 'grade 7']);
    expect(await told(connected)).toEqual(['### Baker: extended by 1', '### Senior Baker: extended by none']);
    await connected.client.configure({ inlayHints: { grades: false, inherited: false } });
    await connected.client.heard(() => connected.client.shownAgain.length > 2);
    expect(await hintsOf(connected)).toEqual([]);
  });

  it('has the client ask again when another page is edited as soon as it is opened', async () => {
    const refreshes = { workspace: { codeLens: { refreshSupport: true } } };
    const connected = await connect({ capabilities: refreshes });
    const { client } = connected;
    await told(connected);
    const before = client.shownAgain.length;
    const other = await connected.open(cook);
    await other.edit('- Cooks', '- Extends the Senior Baker responsibilities');
    await client.heard(() => client.shownAgain.length > before);
    expect((await told(connected))[2]).toBe('### Senior Baker: extended by 1');
  });

  it('has the client ask again when another page extends a level, or links to it', async () => {
    const refreshes = { workspace: { codeLens: { refreshSupport: true } } };
    const connected = await connect({ capabilities: refreshes });
    const { client } = connected;
    const other = await connected.open(cook);
    expect((await told(connected))[2]).toBe('### Senior Baker: extended by none');
    const before = client.shownAgain.length;
    await other.edit('- Cooks', '- Extends the Senior Baker responsibilities');
    await client.heard(() => client.shownAgain.length > before);
    expect((await told(connected))[2]).toBe('### Senior Baker: extended by 1');
    const then = client.shownAgain.length;
    await other.edit('- Extends', '- See [who bakes](/job-families/kitchen/baker/#senior-baker)\n- Extends');
    await client.heard(() => client.shownAgain.length > then);
    expect((await told(connected))[3]).toBe('### Senior Baker: 2 references');
  });
});
