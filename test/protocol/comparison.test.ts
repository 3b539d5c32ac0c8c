import { describe, expect, it } from 'vitest';
import type { CodeLens, TextDocumentContentResult } from 'vscode-languageserver-protocol';
import { type CompareLevelsParams, type CompareLevelsResult, compareLevelsRequest } from '../../server/src/lsp/messages.ts';
import { type Connected, connections, transports } from '../support/connections.ts';

const baker = 'content/job-families/kitchen/baker.md';
const cook = 'content/job-families/kitchen/cook.md';
const files = {
  [baker]: `---
title: Baker
---

## Levels

### Baker

#### Job Grade

The Baker is a grade 6.

#### Responsibilities

- Bakes **bread**
  * Every day
- Cleans
  the oven

### Senior Baker

#### Job Grade

The Senior Baker is a grade 7.

#### Responsibilities

- Extends the Baker responsibilities
- Teaches
`,
  [cook]: `---
title: Cook
---

## Job Grade

The Cook is a grade 7.

## Responsibilities

- Bakes bread at times
`,
};
const documents = { workspace: { textDocumentContent: {} } };

describe.each(transports)('levels beside each other, %s', (_, start) => {
  const connectTo = connections(start);

  function compare({ client }: Connected, params: CompareLevelsParams): Promise<CompareLevelsResult | null> {
    return client.connection.sendRequest(compareLevelsRequest, params);
  }

  function textOf({ client }: Connected, uri: string): Promise<TextDocumentContentResult> {
    return client.connection.sendRequest('workspace/textDocumentContent', { uri });
  }

  it('textDocumentContent: a level’s whole text, what it takes over under the name of whose it is', async () => {
    const connected = await connectTo(files);
    expect(connected.client.initialized.capabilities.workspace?.textDocumentContent).toEqual({ schemes: ['job-family-level'] });
    const compared = (await compare(connected, { right: { uri: connected.uri(baker), level: 'senior-baker' } }))!;
    expect((await textOf(connected, compared.right.document)).text).toBe(`# Senior Baker

Individual contributor, grade 7

## Responsibilities

### Baker

- Bakes **bread**
  - Every day
- Cleans the oven

### Senior Baker

- Teaches
`);
    expect((await textOf(connected, compared.left.document)).text).toContain('### Baker\n\n- Bakes **bread**\n');
    expect(compared.right.document).toMatch(/^job-family-level:\/Senior%20Baker\.md\?/);
  });

  it('textDocumentContent: asked for again when an edit changes what the level amounts to, and only then', async () => {
    const connected = await connectTo(files, { capabilities: documents });
    const { client } = connected;
    const page = await connected.open(baker);
    const { left, right } = (await compare(connected, { right: { uri: page.uri, level: 'senior-baker' } }))!;
    await textOf(connected, left.document);
    await textOf(connected, right.document);
    await page.edit('- Teaches', '- Teaches others');
    await client.heard(() => client.refreshedDocuments.length > 0);
    expect((await textOf(connected, right.document)).text).toContain('- Teaches others');
    await page.edit('the oven', 'two ovens');
    await client.heard(() => client.refreshedDocuments.includes(left.document));
    // The first edit was to no text of the level below.
    expect(client.refreshedDocuments.indexOf(left.document)).toBeGreaterThan(0);
    expect((await textOf(connected, left.document)).text).toContain('- Cleans two ovens');
    await page.edit('### Senior Baker', '### Master');
    expect((await textOf(connected, right.document)).text).toContain('not there any more');
  });

  it('has no findings and no lenses of such a document, and nothing to say of other addresses', async () => {
    const connected = await connectTo(files, { initializationOptions: { compareLevelsCommand: 'client.compare' } });
    const { right } = (await compare(connected, { right: { uri: connected.uri(baker), level: 'senior-baker' } }))!;
    const { text } = await textOf(connected, right.document);
    const document = await connected.client.open(right.document, text);
    expect(await document.diagnostics()).toEqual([]);
    expect(
      await connected.client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: document.uri } }),
    ).toEqual([]);
    for (const other of [
      'job-family-level:/x.md',
      'job-family-level:/x.md?%5B1%5D',
      'job-family-level:/x.md?%',
      connected.uri(baker),
    ])
      expect((await textOf(connected, other)).text).toContain('not there any more');
  });

  it('codeLensProvider: offers to compare a level with the one below to a client that can', async () => {
    const connected = await connectTo(files, {
      settings: { codeLens: { extendedBy: false, references: false } },
      initializationOptions: { compareLevelsCommand: 'client.compare' },
    });
    const page = await connected.open(baker);
    const lensesOf = (): Promise<CodeLens[]> =>
      connected.client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: page.uri } });
    await page.diagnostics();
    const lenses = await lensesOf();
    expect(lenses.map(lens => lens.range.start)).toEqual([page.at('### Senior Baker', '### '.length)]);
    const { command } = await connected.client.connection.sendRequest<CodeLens>('codeLens/resolve', lenses[0]);
    expect(command).toEqual({
      title: 'compare with the level below',
      tooltip: 'Baker',
      command: 'client.compare',
      arguments: [{ uri: page.uri, level: 'senior-baker', otherUri: page.uri, otherLevel: 'baker' }],
    });
    await connected.client.configure({ codeLens: { extendedBy: false, references: false, compare: false } });
    await page.diagnostics();
    expect(await lensesOf()).toEqual([]);
  });

  it('compares with the level below, with another one, or with another family’s nearest, and with none where there is none', async () => {
    const connected = await connectTo(files);
    const [page, other] = [connected.uri(baker), connected.uri(cook)];
    const titles = async (params: CompareLevelsParams) => {
      const result = await compare(connected, params);
      return result && [result.left.title, result.right.title];
    };
    expect(await titles({ right: { uri: page, level: 'senior-baker' } })).toEqual(['Baker', 'Senior Baker']);
    expect(await titles({ right: { uri: page, level: 'baker' } })).toEqual(['Senior Baker', 'Baker']);
    expect(await titles({ right: { uri: other, level: '' } })).toBeNull();
    expect(await titles({ left: { uri: page }, right: { uri: other, level: '' } })).toEqual(['Senior Baker', 'Cook']);
    expect(await titles({ left: { uri: other, level: '' }, right: { uri: page, level: 'baker' } })).toEqual(['Cook', 'Baker']);
    expect(await titles({ right: { uri: page, level: 'nobody' } })).toBeNull();
    const { html } = (await compare(connected, { left: { uri: page, level: 'baker' }, right: { uri: other, level: '' } }))!;
    expect(html).toMatch(/<ins>.*at times<\/ins>/);
    await expect(compare(connected, {} as CompareLevelsParams)).rejects.toThrow('wants');
  });
});
