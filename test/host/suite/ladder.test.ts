import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { pageOfMistakes } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('the ladder', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('names every level of the page', async () => {
    const { document } = await openPage(pageOfMistakes.path);
    const api = await readyExtension();
    const html = await poll('the ladder', () => api.ladderHtml(document.uri));
    for (const level of pageOfMistakes.levels) assert.ok(html.includes(level), `${level} is missing`);
  });

  for (const { command, column } of [
    { command: 'jobFamily.openLadderToSide', column: vscode.ViewColumn.Two },
    { command: 'jobFamily.openLadder', column: vscode.ViewColumn.One },
  ]) {
    it(`opens by ${command} in column ${column}`, async () => {
      await openPage(pageOfMistakes.path);
      await vscode.commands.executeCommand(command);
      const shown = await poll('the ladder to be shown', () =>
        vscode.window.tabGroups.all.find(({ activeTab }) => activeTab?.input instanceof vscode.TabInputWebview),
      );
      assert.equal(shown.viewColumn, column);
    });
  }
});
