import { describe, expect, it } from 'vitest';
import type { CodeAction, CreateFile, RenameFile, TextDocumentEdit } from 'vscode-languageserver-types';
import { withEdits } from '../features/refactor/support.ts';
import { connections, transports } from '../support/connections.ts';

const path = 'content/job-families/kitchen/baker.md';
const other = 'content/handbook/baking.md';
const level = (name: string, grade: number): string => `### ${name}

#### Job Grade

The ${name} is a grade ${grade}.

#### Responsibilities

- Bake ${name}`;
const senior = level('Senior Baker', 7);
const baker = level('Baker', 6);
const page = (...levels: readonly string[]): string => `---\ntitle: Baker\n---\n\n## Levels\n\n${levels.join('\n\n')}\n`;
const sort = 'refactor.rewrite.jobFamily.sortLevels';
const files = {
  [path]: page(senior, baker),
  [other]: '---\ntitle: Baking\n---\n\n[Work](/job-families/kitchen/baker/#responsibilities-1)\n',
};

describe.each(transports)('refactorings by the server, %s', (_, start) => {
  const connectTo = connections(start);

  async function offered(options: { readonly choosesFirst?: boolean }, only?: readonly string[]) {
    const connected = await connectTo(files, options);
    const document = await connected.open(path);
    const place = document.at('### Senior', 5);
    const actions = await document.codeActions({ start: place, end: place }, only);
    return { ...connected, document, actions };
  }

  it('codeActionProvider: tells a refactoring by its title and makes its edit, on all pages, once it is chosen', async () => {
    const { actions, document, uri } = await offered({}, ['refactor.rewrite']);
    const action = actions.find(({ kind }) => kind === sort)!;
    expect(action.edit).toBeUndefined();
    const { edit } = await document.chosen(action);
    const changes = edit!.documentChanges as TextDocumentEdit[];
    const editsOf = (wanted: string) => changes.find(({ textDocument }) => textDocument.uri === wanted)!.edits;
    expect(withEdits(document.text, editsOf(document.uri) as [])).toBe(page(baker, senior));
    expect(withEdits(files[other]!, editsOf(uri(other)) as [])).toContain('(/job-families/kitchen/baker/#responsibilities)');
    const annotations = editsOf(uri(other)).map(one => ('annotationId' in one ? one.annotationId : undefined));
    expect(annotations.map(id => edit!.changeAnnotations![id!]!.label)).toEqual(['Other pages']);
  });

  it('gives a client that cannot ask again the edit at once', async () => {
    const { actions, document } = await offered({ choosesFirst: false });
    const { edit } = actions.find(({ kind }) => kind === sort)!;
    expect(withEdits(document.text, edit!.changes![document.uri]!)).toBe(page(baker, senior));
  });

  it('offers none to who asks for quick fixes, and only those of the kind that is asked for', async () => {
    const kinds = async (only: readonly string[]): Promise<readonly (string | undefined)[]> => [
      ...new Set((await offered({}, only)).actions.map(({ kind }) => kind)),
    ];
    expect(await kinds(['quickfix'])).not.toContain(sort);
    expect(await kinds([sort])).toEqual([sort]);
  });

  it('offers what concerns the whole page to who asks for source actions only', async () => {
    const { client, open } = await connectTo({ ...files, [path]: `${page(baker)}\n[Baking](/handbook/baking/)\n` });
    expect(client.initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
    const document = await open(path);
    const range = { start: document.at('title'), end: document.at('title') };
    const kinds = async (only?: readonly string[]) => (await document.codeActions(range, only)).map(({ kind }) => kind);
    expect(await kinds(['source'])).toContain('source.jobFamily.linksToRefs');
    expect(await kinds()).not.toContain('source.jobFamily.linksToRefs');
  });

  it('says why it makes none where the page has changed meanwhile, and refuses what it has not sent', async () => {
    const { actions, document } = await offered({}, ['refactor']);
    const action = actions.find(({ kind }) => kind === sort)!;
    await document.edit('is a grade 7', 'is a grade 6');
    await expect(document.chosen(action)).rejects.toThrow(/is not made/);
    const foreign: CodeAction = { title: 'Foreign', kind: sort, data: { uri: 7 } };
    await expect(document.chosen(foreign)).rejects.toThrow(/not what the server has sent/);
  });

  it('codeActionProvider: splits a family with operations on files, for a client that can make them', async () => {
    const split = 'refactor.move.jobFamily.splitFamily';
    const { actions, document, uri } = await offered({}, ['refactor.move']);
    const { edit } = await document.chosen(actions.find(({ kind }) => kind === split)!);
    const changes = edit!.documentChanges as (TextDocumentEdit | CreateFile | RenameFile)[];
    const operations = changes.flatMap(change => ('kind' in change ? [change] : []));
    expect(operations).toMatchObject([
      { kind: 'rename', oldUri: document.uri, newUri: uri('content/job-families/kitchen/baker/_index.md') },
      { kind: 'create', uri: uri('content/job-families/kitchen/baker/senior-baker.md') },
      { kind: 'create', uri: uri('content/job-families/kitchen/baker/baker.md') },
    ]);
    // Files first, and texts by the names that files have then: VS Code makes it so in any case.
    expect(changes.slice(0, operations.length)).toEqual(operations);
    const texts = changes.slice(operations.length) as TextDocumentEdit[];
    expect(texts.map(({ textDocument }) => textDocument.uri)).not.toContain(document.uri);
    const level = uri('content/job-families/kitchen/baker/senior-baker.md');
    const filled = texts.find(({ textDocument }) => textDocument.uri === level);
    expect(withEdits('', filled!.edits as [])).toContain('## Senior Baker\n\n### Job Grade\n');
  });

  it('does not offer to split for a client that cannot make files', async () => {
    const { client, open } = await connectTo(files, { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } });
    expect(client.initialized.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
    const document = await open(path);
    const place = document.at('### Senior', 5);
    const kinds = (await document.codeActions({ start: place, end: place }, ['refactor'])).map(({ kind }) => kind);
    expect(kinds).toContain(sort);
    expect(kinds.join()).not.toContain('splitFamily');
  });
});
