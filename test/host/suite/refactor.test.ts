import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { pageOfLevels } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

const kind = 'refactor.rewrite.jobFamily.addLevel';

describe('a refactoring', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('is offered at a level’s heading, and its edit adds the next level behind it', async () => {
    const { document } = await openPage(pageOfLevels.path);
    const place = rangeOf(document, pageOfLevels.highestContributor);
    const before = document.getText();

    // Until the server has answered once, everything waits for it.
    await poll('the outline of the page', async () => {
      const symbols = await vscode.commands.executeCommand<unknown[]>('vscode.executeDocumentSymbolProvider', document.uri);
      return symbols?.length > 0 || undefined;
    });
    const { edit, title } = await poll('the refactoring with its edit', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        place,
        kind,
        1, // that many are resolved, which is when the edit is made
      );
      return actions.find(action => action.edit !== undefined);
    });
    assert.equal(title, `Add the level “${pageOfLevels.nextLevel}”`);
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));

    const added = rangeOf(document, `### ${pageOfLevels.nextLevel}\n`);
    assert.ok(added.start.isAfter(place.end));
    const lines = new Set(document.getText().split('\n'));
    assert.deepEqual(
      before.split('\n').filter(line => !lines.has(line)),
      [],
      'a line of the page is gone',
    );
  });
});
