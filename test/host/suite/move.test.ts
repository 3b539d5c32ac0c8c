import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, pageUri, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { linkedPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('a page that is moved', () => {
  const aliases = vscode.workspace.getConfiguration('jobFamily');
  const move = async (from: string, to: string): Promise<boolean> => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(pageUri(from), pageUri(to));
    return await vscode.workspace.applyEdit(edit);
  };

  before(async () => {
    await readyExtension();
    // What is to be confirmed would wait for somebody to do so.
    await aliases.update('leaveAliasOnMove', 'never', vscode.ConfigurationTarget.Workspace);
  });
  after(async () => {
    await move(linkedPage.newPath, linkedPage.path);
    await closeEverything();
    await aliases.update('leaveAliasOnMove', undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('takes the links of other pages along', async () => {
    const { document } = await openPage(linkedPage.linkedFrom);
    rangeOf(document, linkedPage.oldLink);
    await poll('an answer of the server', async () => {
      const symbols = await vscode.commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', document.uri);
      return symbols?.length > 0 || undefined;
    });
    assert.ok(await move(linkedPage.path, linkedPage.newPath));
    await poll('the link to the new place', () => document.getText().includes(linkedPage.newLink) || undefined);
    assert.ok(!document.getText().includes(linkedPage.oldLink));
  });
});
