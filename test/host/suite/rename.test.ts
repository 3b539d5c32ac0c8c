import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, pageUri, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { linkedLevel } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('another name for a level', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('is written on its page, and the links of other pages follow', async () => {
    const { document } = await openPage(linkedLevel.path);
    const other = await vscode.workspace.openTextDocument(pageUri(linkedLevel.linkedFrom));
    const linksBefore = other.getText().split(linkedLevel.oldAnchor).length - 1;
    assert.ok(linksBefore > 0, 'the other page does not link to the level');
    const { start, end } = rangeOf(document, linkedLevel.heading);
    const edit = await poll('the edits of the renaming', async () => {
      const found = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        start.with({ character: 5 }),
        linkedLevel.newName,
      );
      // Until the server has started, VS Code's own Markdown extension renames the heading, on its page alone.
      return found.get(other.uri).length > 0 ? found : undefined;
    });
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(document.getText().includes(`## ${linkedLevel.newName}\n`), document.lineAt(end.line - 1).text);
    assert.equal(other.getText().split(linkedLevel.newAnchor).length - 1, linksBefore);
    assert.ok(!other.getText().includes(linkedLevel.oldAnchor));
  });

  it('that another heading has is refused, and nothing is changed', async () => {
    const { document } = await openPage(linkedLevel.path);
    const before = document.getText();
    const { start } = rangeOf(document, linkedLevel.heading);
    const place = start.with({ character: 5 });
    // As a person would: VS Code asks what can be renamed, which the server alone knows as the level's name.
    await poll('the level’s name', async () => {
      const found = await vscode.commands.executeCommand<{ placeholder: string }>('vscode.prepareRename', document.uri, place);
      return found.placeholder === linkedLevel.name || undefined;
    });
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place,
      linkedLevel.takenName,
    );
    assert.equal(edit.size, 0);
    assert.equal(document.getText(), before);
  });
});
