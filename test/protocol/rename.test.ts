import { renameSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { connections, transports } from '../support/connections.ts';
import type { ClientOptions } from '../support/lspClient.ts';

const path = 'content/job-families/kitchen/baker.md';
const other = 'content/job-families/kitchen/cook.md';
const page = `---
title: Kitchen Baker
---

## Levels

### Senior Baker

#### Senior Baker Job Grade

The Senior Baker is a grade 7.

#### Senior Baker Responsibilities

- Bake bread
`;
const files: Readonly<Record<string, string>> = {
  [path]: page,
  [other]: '---\ntitle: Cook\n---\n\nSee the [Senior Baker](/job-families/kitchen/baker/#senior-baker).\n',
};

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  return applySpanEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    })),
  );
}

describe.each(transports)('renaming, %s', (_, start) => {
  const connectTo = connections(start);

  async function renamed(options: Partial<ClientOptions> = {}): Promise<{ edit: WorkspaceEdit; uri: (path: string) => string }> {
    const { open, uri } = await connectTo(files, options);
    const document = await open(path);
    await document.edit('Bake bread', 'Bake rye bread');
    return { edit: await document.rename(document.at('### Senior', 6), 'Master Baker'), uri };
  }

  it('renameProvider: gives one edit of all pages, with the version of those that are open and a note on the others', async () => {
    const { edit, uri } = await renamed();
    const [own, others] = edit.documentChanges as TextDocumentEdit[];
    expect(own?.textDocument).toEqual({ uri: uri(path), version: 2 });
    expect(applied(page, own!.edits as TextEdit[])).toBe(page.replaceAll('Senior Baker', 'Master Baker'));
    expect(others?.textDocument).toEqual({ uri: uri(other), version: null });
    expect(applied(files[other]!, others!.edits as TextEdit[])).toContain(
      '[Master Baker](/job-families/kitchen/baker/#master-baker)',
    );
    expect(own?.edits.some(one => 'annotationId' in one)).toBe(false);
    const [note] = Object.entries(edit.changeAnnotations ?? {});
    expect(note?.[1].label).toBe('Other pages');
    expect(others?.edits.every(one => 'annotationId' in one && one.annotationId === note?.[0])).toBe(true);
  });

  it('renames for a client that takes neither versions nor notes', async () => {
    const { edit, uri } = await renamed({ workspaceEdit: {} });
    expect(Object.keys(edit)).toEqual(['changes']);
    expect(Object.keys(edit.changes ?? {}).sort()).toEqual([uri(path), uri(other)]);
    const unannotated = await renamed({ workspaceEdit: { documentChanges: true } });
    expect(Object.keys(unannotated.edit)).toEqual(['documentChanges']);
    expect(JSON.stringify(unannotated.edit)).not.toContain('annotationId');
  });

  it('renameProvider: says before where and what, and says no in plain words', async () => {
    const { open } = await connectTo(files);
    const document = await open(path);
    expect(await document.prepareRename(document.at('#### Senior', 6))).toEqual({
      range: { start: document.at('#### Senior', 5), end: document.at('#### Senior', 5 + 'Senior Baker'.length) },
      placeholder: 'Senior Baker',
    });
    await expect(document.prepareRename(document.at('Bake bread'))).rejects.toThrow(
      'Only the name of a level, a heading or the title can be renamed here.',
    );
    await expect(document.rename(document.at('### Senior', 6), 'Levels')).rejects.toThrow(
      'This page has the heading “Levels” already.',
    );
  });

  it('linkedEditingRangeProvider: names the places that are typed together', async () => {
    const { open } = await connectTo(files);
    const document = await open(path);
    const linked = await document.linkedEditingRanges(document.at('#### Senior Baker Resp', 9));
    const words = linked?.ranges.map(({ start, end }) => {
      const lines = new LineIndex(page);
      return lines.lineText(start.line).slice(0, end.character);
    });
    expect(words).toEqual(['### Senior Baker', '#### Senior Baker', '#### Senior Baker']);
    expect(await document.linkedEditingRanges(document.at('Bake bread'))).toBeNull();
  });
});

describe.each(transports)('moving pages, %s', (_, start) => {
  const connectTo = connections(start);
  const moved = 'content/job-families/kitchen/oven-baker.md';

  it('willRename: gives the edits of the files before the move, the alias as something to be confirmed', async () => {
    const { client, uri } = await connectTo(files);
    const edit = await client.willRenameFiles(uri(path), uri(moved));
    const changes = edit?.documentChanges as TextDocumentEdit[];
    const texts = changes.map(({ textDocument, edits }) => {
      const name = [path, other].find(one => uri(one) === textDocument.uri)!;
      return [name, applied(files[name]!, edits as TextEdit[])];
    });
    expect(Object.fromEntries(texts)).toEqual({
      [path]: page.replace('title: Kitchen Baker\n', 'title: Kitchen Baker\naliases: [/job-families/kitchen/baker/]\n'),
      [other]: files[other]!.replace('/baker/#', '/oven-baker/#'),
    });
    expect(Object.values(edit?.changeAnnotations ?? {}).filter(note => note.needsConfirmation)).toHaveLength(1);
  });

  it('leaves no alias that nobody could be asked about, and one without asking where that is set', async () => {
    const shy = await connectTo(files, { workspaceEdit: { documentChanges: true } });
    expect(JSON.stringify(await shy.client.willRenameFiles(shy.uri(path), shy.uri(moved)))).not.toContain('aliases');
    const sure = await connectTo(files, {
      workspaceEdit: {},
      initializationOptions: { leaveAliasOnMove: 'always' },
    });
    expect(JSON.stringify(await sure.client.willRenameFiles(sure.uri(path), sure.uri(moved)))).toContain('aliases');
  });

  it('didRename, didDelete: follows folders that move or go without a word on the files in them', async () => {
    const { client, uri, disk, open } = await connectTo({
      ...files,
      [other]: files[other]!.replace('---\n\n', '---\n\n## Job Grade\n\n'),
    });
    const document = await open(other);
    const broken = async (): Promise<unknown[]> =>
      (await document.diagnostics()).filter(one => one.code === 'broken-link').map(one => one.data.url);
    expect(await broken()).toEqual([]);
    const [from, to] = ['content/job-families/kitchen', 'content/job-families/bakery'];
    renameSync(disk(from), disk(to));
    await client.connection.sendNotification('workspace/didRenameFiles', { files: [{ oldUri: uri(from), newUri: uri(to) }] });
    await client.heard(() => client.refreshes > 0);
    expect(await broken()).toEqual(['/job-families/kitchen/baker/#senior-baker']);
    await document.edit('kitchen/baker', 'bakery/baker');
    expect(await broken()).toEqual([]);
    rmSync(disk(to), { recursive: true });
    const before = client.refreshes;
    await client.connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: uri(to) }] });
    await client.heard(() => client.refreshes > before);
    expect(await broken()).toEqual(['/job-families/bakery/baker/#senior-baker']);
  });
});
