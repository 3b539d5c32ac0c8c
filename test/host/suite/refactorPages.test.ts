import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, pageUri, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { splitPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('a family that is split into one page a level', () => {
  const aliases = vscode.workspace.getConfiguration('jobFamily');

  before(async () => {
    await readyExtension();
    // What is to be confirmed would wait for somebody to do so.
    await aliases.update('leaveAliasOnMove', 'never', vscode.ConfigurationTarget.Workspace);
  });
  after(async () => {
    await closeEverything();
    await aliases.update('leaveAliasOnMove', undefined, vscode.ConfigurationTarget.Workspace);
  });

  /** The edit of a refactoring of a page, asked for until the server has it. */
  const changeOf = (page: vscode.TextDocument, place: vscode.Range, kind: string): Promise<vscode.WorkspaceEdit> =>
    poll(`the edit of ${kind}`, async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        page.uri,
        place,
        kind,
        1, // that many are resolved, which is when the edit is made
      );
      return actions.find(action => action.edit !== undefined)?.edit;
    });
  const textOf = async (path: string): Promise<string> => (await vscode.workspace.openTextDocument(pageUri(path))).getText();
  const isThere = async (path: string): Promise<true | undefined> => {
    await vscode.workspace.fs.stat(pageUri(path));
    return true;
  };

  it('has a list page and a page for each level, and comes back as it was when they are joined', async () => {
    const { document } = await openPage(splitPage.path);
    const text = document.getText();
    const split = await changeOf(document, rangeOf(document, splitPage.levels), 'refactor.move.jobFamily.splitFamily');
    assert.ok(await vscode.workspace.applyEdit(split));
    await vscode.workspace.saveAll(false);
    await poll('the page of a level', () => isThere(splitPage.levelPath));
    assert.ok((await textOf(splitPage.levelPath)).includes(splitPage.levelHeading));
    const list = await openPage(splitPage.listPath);
    assert.ok(list.document.getText().includes(`(${splitPage.levelUrl})`));
    await assert.rejects(async () => isThere(splitPage.path));

    const joined = await changeOf(list.document, rangeOf(list.document, splitPage.levels), 'refactor.move.jobFamily.joinLevels');
    assert.ok(await vscode.workspace.applyEdit(joined));
    await vscode.workspace.saveAll(false);
    await poll('the page of the family', () => isThere(splitPage.path));
    assert.equal(await textOf(splitPage.path), text);
    await assert.rejects(async () => isThere(splitPage.levelPath));
  });
});
