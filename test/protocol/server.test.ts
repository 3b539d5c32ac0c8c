import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ladderRequest } from '../../server/src/lsp/messages.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { connections, transports } from '../support/connections.ts';
import { LspClient, overStdio } from '../support/lspClient.ts';

const path = 'content/job-families/kitchen/baker.md';
const other = 'content/handbook/baking.md';
const page = `---
title: Baker
---

## Levels

### Baker

#### Job Grade

The Baker is a grade 6.

#### Responsibilities

- Bake [bread](/handbook/baking/#ovens)

### Senior Baker

#### Job Grade

The Senior Baker is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Responsibilities

- Extends the Baker responsibilities
`;
const files = { [path]: page, [other]: '---\ntitle: Baking\n---\n\n## Tins\n' };

describe.each(transports)('the server, %s', (_, start) => {
  const connectTo = connections(start);

  async function connect(options: { pull?: boolean; snippets?: boolean; settings?: unknown } = {}) {
    const connected = await connectTo(files, options);
    return { ...connected, document: await connected.open(path) };
  }

  it('says who it is', async () => {
    const { client } = await connect();
    expect(client.initialized.serverInfo?.name).toBe('job-family');
  });

  it('diagnosticProvider: answers a pull with findings that have a code, a link to their page and related places', async () => {
    const { document } = await connect();
    const found = await document.diagnostics();
    const unlinked = found.find(one => one.code === 'unlinked-grade');
    expect(unlinked?.range.start).toEqual(document.at('grade 6'));
    expect(unlinked?.source).toBe('job-family');
    expect(unlinked?.codeDescription?.href).toMatch(/docs\/rules\/unlinked-grade\.md$/);
    expect(found.find(one => one.code === 'broken-link')?.data).toMatchObject({
      missing: 'anchor',
      url: '/handbook/baking/#ovens',
    });
  });

  it('textDocumentSync: sends unchanged findings only once', async () => {
    const { document } = await connect();
    const first = await document.report();
    expect(first.kind).toBe('full');
    expect(await document.report(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await document.edit('grade 6', '[grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades)');
    expect((await document.report(first.resultId)).kind).toBe('full');
    expect((await document.diagnostics()).map(one => one.code)).not.toContain('unlinked-grade');
  });

  it('pushes to a client that cannot pull, and takes the findings away at the end', async () => {
    const { client, document } = await connect({ pull: false });
    await client.heard(() => client.published.some(params => params.uri === document.uri && params.diagnostics.length > 0));
    await document.edit('grade 6', '[grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades)');
    const codes = (): unknown[] | undefined => client.published.at(-1)?.diagnostics.map(one => one.code);
    await client.heard(() => codes()?.includes('unlinked-grade') === false);
    await document.close();
    await client.heard(() => client.published.at(-1)?.diagnostics.length === 0);
  });

  it('follows files that change on disk, and asks the client to look again', async () => {
    const { client, document, folder, disk } = await connect();
    expect((await document.diagnostics()).map(one => one.code)).toContain('broken-link');
    writeFileSync(disk(other), '---\ntitle: Baking\n---\n\n## Ovens\n');
    await client.filesChanged([`${folder}/${other}`]);
    await client.heard(() => client.refreshes > 0);
    expect((await document.diagnostics()).map(one => one.code)).not.toContain('broken-link');
    rmSync(disk(other));
    await client.filesChanged([`${folder}/${other}`]);
    await client.heard(() => client.refreshes > 1);
    expect((await document.diagnostics()).find(one => one.code === 'broken-link')?.data).toMatchObject({ missing: 'page' });
  });

  it('workspaceFolders: follows folders that come and go', async () => {
    const { client, document, folder } = await connect();
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: folder, name: '' }] },
    });
    await client.heard(() => client.refreshes > 0);
    // Without the folder nobody knows which pages there are: no link is called broken.
    expect((await document.diagnostics()).map(one => one.code)).not.toContain('broken-link');
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: folder, name: '' }], removed: [] },
    });
    await client.heard(() => client.refreshes > 1);
    expect((await document.diagnostics()).map(one => one.code)).toContain('broken-link');
  });

  it('hoverProvider, definitionProvider, documentSymbolProvider, completionProvider: answers hover, definition, symbols and completion', async () => {
    const { document } = await connect();
    expect(JSON.stringify(await document.hover(document.at('Extends the', 3)))).toContain('Bake bread');
    const [definition] = await document.definition(document.at('Extends the', 3));
    expect(definition?.targetSelectionRange.start).toEqual(document.at('### Baker'));
    expect((await document.symbols())[0]?.children?.map(one => one.name)).toEqual(['Baker', 'Senior Baker']);
    await document.edit('### Senior Baker', '### \n\n### Senior Baker');
    expect((await document.completions(document.at('### \n', 4))).map(one => one.label)).toContain('Junior Baker');
  });

  it('writes snippets only to a client that fills them in', async () => {
    for (const snippets of [true, false]) {
      const { document } = await connect({ snippets });
      await document.edit('### Senior Baker', '### \n\n### Senior Baker');
      const item = (await document.completions(document.at('### \n', 4))).find(one => one.label === 'Junior Baker');
      expect(item?.insertTextFormat).toBe(snippets ? 2 : 1);
      expect(item?.textEdit?.newText.includes('${1:')).toBe(snippets);
    }
  });

  it('codeActionProvider: offers a quick fix whose edit takes the finding away', async () => {
    const { document } = await connect();
    const place = document.at('grade 6', 1);
    const [fix] = await document.codeActions({ start: place, end: place });
    const lines = new LineIndex(document.text);
    const edits = fix?.edit?.changes?.[document.uri]?.map(edit => ({
      span: { start: lines.offsetAt(edit.range.start), end: lines.offsetAt(edit.range.end) },
      newText: edit.newText,
    }));
    await document.edit(document.text, applySpanEdits(document.text, edits ?? []));
    expect((await document.diagnostics()).map(one => one.code)).not.toContain('unlinked-grade');
  });

  it('makes all safe fixes for a client that asks for them by their kind, and for no other', async () => {
    const { document } = await connect();
    const everywhere = { start: { line: 0, character: 0 }, end: document.at('- Extends') };
    const kinds = async (only?: string[]): Promise<string[]> => [
      ...new Set((await document.codeActions(everywhere, only)).map(action => action.kind!)),
    ];
    expect(await kinds()).not.toContain('source.fixAll.jobFamily');
    expect(await kinds(['quickfix'])).toEqual(['quickfix']);
    expect(await kinds(['refactor'])).not.toContain('source.fixAll.jobFamily');
    expect(await kinds(['source'])).toContain('source.fixAll.jobFamily');
    for (const only of ['source.fixAll', 'source.fixAll.jobFamily'])
      expect(await kinds([only])).toEqual(['source.fixAll.jobFamily']);
    const [fixAll] = await document.codeActions(everywhere, ['source.fixAll']);
    expect(fixAll?.edit?.changes?.[document.uri]).toEqual([
      expect.objectContaining({ range: { start: document.at('grade 6'), end: document.at('grade 6', 7) } }),
    ]);
  });

  it.each([
    ['asks for', true],
    ['is told', false],
  ])('%s settings that change, and looks at every page again', async (_, asks) => {
    const { client, document } = await connect(asks ? { settings: {} } : {});
    expect((await document.diagnostics()).map(one => one.code)).toContain('unlinked-grade');
    await client.configure({ rules: { 'unlinked-grade': 'off' } });
    await client.heard(() => client.refreshes > 0);
    expect((await document.diagnostics()).map(one => one.code)).not.toContain('unlinked-grade');
  });

  it('follows .job-family.yaml, on disk and in the editor', async () => {
    const { client, document, folder, disk } = await connect();
    expect((await document.diagnostics()).map(one => one.code)).toContain('unlinked-grade');
    writeFileSync(disk('.job-family.yaml'), 'rules: { unlinked-grade: off }\n');
    await client.filesChanged([`${folder}/.job-family.yaml`]);
    await client.heard(() => client.refreshes > 0);
    expect((await document.diagnostics()).map(one => one.code)).not.toContain('unlinked-grade');
    const configuration = await client.open(`${folder}/.job-family.yaml`, 'rules: { unlinked-grade: off }\n');
    await configuration.edit('unlinked-grade', 'broken-link');
    await client.heard(() => client.refreshes > 2);
    const codes = (await document.diagnostics()).map(one => one.code);
    expect(codes).toContain('unlinked-grade');
    expect(codes).not.toContain('broken-link');
  });

  it('draws the ladder, and says what is wrong with a request for one', async () => {
    const { client, document } = await connect();
    const ladder = await document.ladder();
    expect(ladder?.title).toBe('Baker');
    expect(ladder?.html).toContain('Senior Baker');
    await expect(client.connection.sendRequest(ladderRequest, { page: 7 })).rejects.toThrow(/wants \{ uri \}/);
    const ask = (shown: unknown) => client.connection.sendRequest(ladderRequest, { uri: document.uri, shown });
    expect(await ask({ view: 'level', level: 'senior-baker', inherited: true })).toMatchObject({
      html: expect.stringContaining('id="level-senior-baker"'),
    });
    await expect(ask({ view: 'tree' })).rejects.toThrow(/a view that there is/);
    expect((await document.ladder())?.title).toBe('Baker');
  });

  it('answers for a catalogue of families as for a page, and follows its edits to the families', async () => {
    const { client, document, folder } = await connect();
    const text = '- title: Baker\n  description: /job-families/kitchen/bakr/\n- title: Cook\n  \n';
    const catalogue = await client.open(`${folder}/data/job_families.yml`, text);
    const [broken, invalid] = await catalogue.diagnostics();
    expect([broken!.code, invalid!.code]).toEqual(['catalogue-broken-url', 'invalid-catalogue']);
    const [action] = await catalogue.codeActions(broken!.range);
    expect(action!.edit!.changes![catalogue.uri]![0]!.newText).toBe('/job-families/kitchen/baker/');
    expect((await catalogue.completions(catalogue.at('Cook\n  ', 7))).map(item => item.label)).toEqual(['description']);
    expect((await catalogue.completions(catalogue.at('/bakr/', 2))).map(item => item.label)).toEqual([
      '/job-families/kitchen/baker/',
    ]);
    expect(JSON.stringify(await catalogue.hover(catalogue.at('title')))).toContain('compensation calculator');
    expect(await catalogue.symbols()).toEqual([]);
    expect(await catalogue.ladder()).toBeNull();
    expect((await document.diagnostics()).map(one => one.code)).not.toContain('family-not-in-catalogue');
    await catalogue.edit('title: Cook\n  ', 'title: Cook\n  description: /job-families/kitchen/baker/');
    expect((await catalogue.diagnostics()).map(one => one.code)).toEqual(['catalogue-broken-url']);
    await catalogue.edit('bakr', 'baker');
    expect(await catalogue.diagnostics()).toEqual([]);
    await catalogue.close();
    expect(await catalogue.diagnostics()).toEqual([]);
  });

  it('answers nothing about a page that is no job family or does not exist', async () => {
    const { client, folder } = await connect();
    const page = await client.open(`${folder}/notes.md`, '# Notes\n\n## Levels\n');
    const none = { line: 0, character: 0 };
    expect(await page.diagnostics()).toEqual([]);
    expect(await page.hover(none)).toBeNull();
    expect(await page.completions(none)).toEqual([]);
    expect(await page.symbols()).toEqual([]);
    expect(await page.definition(none)).toEqual([]);
    expect(await page.codeActions({ start: none, end: none })).toEqual([]);
    expect(await page.ladder()).toBeNull();
    expect(
      await client.connection.sendRequest('textDocument/hover', { textDocument: { uri: `${folder}/gone.md` }, position: none }),
    ).toBeNull();
  });
});

it('the built server ends when it is told to', async () => {
  const transport = overStdio();
  const client = await LspClient.start(transport, { folders: [] });
  const ended = once(transport.process!, 'exit');
  await client.stop();
  expect((await ended)[0]).toBe(0);
});
