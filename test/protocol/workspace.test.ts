import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { diskWorkspace } from '../support/builtProgram.ts';
import { connections, transports } from '../support/connections.ts';
import { LspClient, overStdio } from '../support/lspClient.ts';

const baker = 'content/job-families/kitchen/baker.md';
const cook = 'content/job-families/kitchen/cook.md';
const kitchen = 'content/handbook/kitchen.md';
const family = (name: string, grade: number, bullet: string): string =>
  `---\ntitle: ${name}\n---\n\n## ${name}\n\n### Job Grade\n\nThe ${name} is a grade ${grade}.\n\n### Responsibilities\n\n- ${bullet}\n`;
const files = {
  [baker]: family('Baker', 6, 'Heat the [ovens](/handbook/kitchen/#ovens)'),
  [cook]: family('Cook', 7, 'Extends the Baker responsibilities'),
  [kitchen]: '---\ntitle: Kitchen\n---\n\n## Ovens\n\nHot.\n',
};
/** More pages than are read without a thread. */
const manyPages = Object.fromEntries(
  Array.from({ length: 150 }, (_, number) => [
    `content/handbook/page-${number}.md`,
    `---\ntitle: Page ${number}\n---\n\n## Part ${number}\n\nSee [ovens](/handbook/kitchen/#ovens).\n`,
  ]),
);

describe.each(transports)('the server on a whole workspace, %s', (_, start) => {
  const connectTo = connections(start);

  const connect = (more: Record<string, string> = {}, options: { settings?: unknown; initializationOptions?: object } = {}) =>
    connectTo({ ...files, ...more }, options);

  const codes = (report: WorkspaceDocumentDiagnosticReport | undefined): unknown[] =>
    report?.kind === 'full' ? report.items.map(item => item.code) : [];
  const results = (parts: WorkspaceDocumentDiagnosticReport[][]): Record<string, string> =>
    Object.fromEntries(parts.flat().map(report => [report.uri, report.resultId!]));

  it('tells the findings of pages that are not open, and of each only what has changed', async () => {
    const { client, open, uri } = await connect();
    const first = await client.workspaceDiagnostics();
    const of = (parts: WorkspaceDocumentDiagnosticReport[][], path: string) => parts.flat().find(one => one.uri === uri(path));
    expect(codes(of(first, cook))).toContain('unlinked-grade');
    expect(of(first, kitchen)).toBeUndefined();

    const again = await client.workspaceDiagnostics(results(first));
    expect(again.flat().map(report => report.kind)).toEqual(['unchanged', 'unchanged']);

    const page = await open(kitchen);
    await page.edit('## Ovens', '## Stoves');
    const third = await client.workspaceDiagnostics(results(first));
    expect(codes(of(third, baker))).toContain('broken-link');
    expect(of(third, cook)?.kind).toBe('unchanged');
  });

  it('sends them in parts', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 25 }, (_, number) => [
        `content/job-families/kitchen/helper-${number}.md`,
        family(`Helper ${number}`, 5, 'Help'),
      ]),
    );
    const { client } = await connect(many);
    const parts = await client.workspaceDiagnostics();
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.flat()).toHaveLength(27);
  });

  it('tells of a page that is gone that nothing is wrong with it any more', async () => {
    const { client, disk, uri } = await connect();
    const first = await client.workspaceDiagnostics();
    rmSync(disk(cook));
    await client.filesChanged([uri(cook)]);
    const report = (await client.workspaceDiagnostics(results(first))).flat().find(one => one.uri === uri(cook));
    expect(report).toMatchObject({ kind: 'full', items: [] });
  });

  it('tells nothing of pages that are not open where the settings say so', async () => {
    const { client } = await connect(
      {},
      { settings: { checkWorkspace: false }, initializationOptions: { checkWorkspace: false } },
    );
    expect(await client.workspaceDiagnostics()).toEqual([]);
  });

  it('asks the client to look again only where a change concerns another page', async () => {
    const { client, open } = await connect();
    const ovens = await open(baker);
    const page = await open(kitchen);
    expect((await ovens.diagnostics()).map(one => one.code)).not.toContain('broken-link');
    await page.edit('Hot.', 'Very hot.');
    await page.diagnostics();
    await page.edit('## Ovens', '## Stoves');
    await client.heard(() => client.refreshes > 0);
    expect(client.refreshes).toBe(1);
    expect((await ovens.diagnostics()).map(one => one.code)).toContain('broken-link');
  });

  it('workspaceSymbolProvider, referencesProvider: finds levels by their letters, and what links to a heading on any page', async () => {
    const { client, open, uri } = await connect(manyPages);
    expect((await client.workspaceSymbols('cok')).map(one => one.name)).toEqual(['Cook', 'Cook · grade 7']);
    const page = await open(kitchen);
    const places = await page.references(page.at('Ovens'));
    expect(places).toHaveLength(151);
    expect(places.map(place => place.uri)).toContain(uri('content/handbook/page-77.md'));
  });

  it('leaves out what ignore files and the editor leave out, also when it changes', async () => {
    const { client, disk, uri } = await connect({ '.gitignore': 'drafts/\n' }, { settings: {} });
    const symbols = async (): Promise<string[]> => (await client.workspaceSymbols('er')).map(one => one.name);
    const before = await symbols();
    const draft = 'content/job-families/drafts/waiter.md';
    mkdirSync(dirname(disk(draft)), { recursive: true });
    writeFileSync(disk(draft), family('Waiter', 6, 'Wait'));
    await client.filesChanged([uri(draft)]);
    expect(await symbols()).toEqual(before);
    writeFileSync(disk('.gitignore'), '');
    await client.filesChanged([uri('.gitignore')]);
    expect(await symbols()).toContain('Waiter');
    client.files = { exclude: { '**/drafts': true, '**/kitchen': false } };
    const { refreshes } = client;
    await client.configure({});
    await client.heard(() => client.refreshes > refreshes);
    expect(await symbols()).toEqual(before);
  });

  it('goes on after a folder is moved', async () => {
    const { client, disk, uri } = await connect();
    await client.workspaceSymbols('');
    const moved = 'content/job-families/bakery/baker.md';
    mkdirSync(dirname(disk(moved)), { recursive: true });
    writeFileSync(disk(moved), readFileSync(disk(baker)));
    rmSync(disk(baker));
    await client.filesChanged([uri(baker), uri(moved)]);
    expect((await client.workspaceSymbols('baker')).map(one => one.location.uri)).toEqual([uri(moved), uri(moved)]);
  });
});

describe('what was read of a workspace', () => {
  const removed: (() => void)[] = [];
  afterEach(() => {
    for (const remove of removed.splice(0)) remove();
  });

  /** Starts a server, asks it for all levels, and gives what it said and what it kept. */
  async function ask(folder: string, cache: string): Promise<{ names: string[]; kept: string[] }> {
    const transport = overStdio();
    const client = await LspClient.start(transport, {
      folders: [pathToFileURL(folder).href],
      initializationOptions: { cacheFolder: pathToFileURL(cache).href },
    });
    const names = (await client.workspaceSymbols('')).map(one => one.name).sort();
    await client.stop();
    client.connection.dispose();
    transport.process?.kill();
    return { names, kept: readdirSync(cache).map(name => join(cache, name)) };
  }

  it('is kept outside of it for the next start, and thrown away where it is damaged or old', async () => {
    const workspace = diskWorkspace(files);
    const cache = mkdtempSync(join(tmpdir(), 'job-family-cache-'));
    removed.push(workspace.remove, () => rmSync(cache, { recursive: true, force: true }));
    const first = await ask(workspace.folder, cache);
    expect(first.names).toContain('Cook · grade 7');
    expect(first.kept).toHaveLength(1);
    const [file] = first.kept;
    const written = readFileSync(file!, 'utf8');

    // What is kept is what counts: a cache that says something else, and says it validly, is believed.
    expect(await ask(workspace.folder, cache)).toEqual(first);
    for (const damaged of ['', 'x', written.slice(0, -20), written.replace('Cook', 'Kook'), written.replace(/\d/, '9')]) {
      writeFileSync(file!, damaged);
      expect((await ask(workspace.folder, cache)).names).toEqual(first.names);
    }
    writeFileSync(join(workspace.folder, cook), family('Chef', 8, 'Cook'));
    expect((await ask(workspace.folder, cache)).names).toContain('Chef · grade 8');
    expect(readdirSync(workspace.folder).sort()).toEqual(['content']);
  });
});
