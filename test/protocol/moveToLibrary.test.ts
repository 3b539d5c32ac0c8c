import { describe, expect, it } from 'vitest';
import { CancellationToken, CancellationTokenSource, ProgressType } from 'vscode-languageserver-protocol/node';
import type { RenameFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { type MoveProgress, type MoveToLibraryResult, moveToLibraryRequest } from '../../server/src/lsp/messages.ts';
import { withEdits } from '../features/refactor/support.ts';
import { connections, transports } from '../support/connections.ts';

const path = (name: string): string => `content/job-families/kitchen/${name.toLowerCase()}.md`;
const page = (name: string, responsibility: string): string =>
  `---\ntitle: ${name}\n---\n\n## ${name}\n\n### Job Grade\n\nThe ${name} is a grade 6.\n\n### Responsibilities\n\n- ${responsibility}\n`;
const files = {
  [path('Baker')]: page('Baker', 'Bake'),
  [path('Cook')]: page('Cook', 'Extends the responsibilities of the [Baker](/job-families/kitchen/baker/#baker)'),
};

describe.each(transports)('moving all families to the library by the server, %s', (_, start) => {
  const connectTo = connections(start);
  const ask = (connected: Awaited<ReturnType<typeof connectTo>>, progressToken = 'move', token = CancellationToken.None) =>
    connected.client.connection.sendRequest<MoveToLibraryResult>(moveToLibraryRequest, { progressToken }, token);

  it('gives one edit that is to be confirmed, and says what it leaves', async () => {
    const connected = await connectTo(files);
    const heard: MoveProgress[] = [];
    connected.client.connection.onProgress(new ProgressType<MoveProgress>(), 'move', progress => void heard.push(progress));
    const result = await ask(connected);
    expect(result).toMatchObject({ pages: 2, gradeSentences: 2, trouble: null });
    const edit = result.edit as WorkspaceEdit;
    const changes = edit.documentChanges as (TextDocumentEdit | RenameFile)[];
    const moves = changes.flatMap(change => ('kind' in change ? [change.newUri] : []));
    expect(moves).toEqual(['baker', 'cook'].map(name => connected.uri(`content/job-description-library/kitchen/${name}.md`)));
    const cook = changes.find(change => !('kind' in change) && change.textDocument.uri === moves[1]);
    const edits = (cook as TextDocumentEdit).edits.filter(one => 'annotationId' in one && one.annotationId === 'successor');
    const text = withEdits(files[path('Cook')]!, edits as []);
    expect(text).toContain('### Job Level\n');
    expect(text).toContain('(/job-description-library/kitchen/baker/#baker)');
    expect(edit.changeAnnotations!.successor).toMatchObject({ needsConfirmation: true });
    expect(heard.length).toBeGreaterThan(0);
  });

  it('has no edit once it is cancelled, and says why it has none elsewhere', async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [path(`Cook${at}`), page(`Cook${at}`, 'Cook')]));
    const connected = await connectTo(many);
    const source = new CancellationTokenSource();
    connected.client.connection.onProgress(new ProgressType<MoveProgress>(), 'stopped', () => source.cancel());
    expect(await ask(connected, 'stopped', source.token)).toMatchObject({ edit: null, trouble: null });
    const plain = await connectTo({ 'README.md': '# Read me' });
    expect(await ask(plain)).toMatchObject({ edit: null, trouble: expect.stringContaining('no page to move') });
    await expect(connected.client.connection.sendRequest(moveToLibraryRequest, {})).rejects.toThrow(/wants/);
  });
});
