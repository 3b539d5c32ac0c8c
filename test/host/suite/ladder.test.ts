import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { pageOfLevels, pageOfMistakes, tidyPage } from '../support/handbook.ts';
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

  it('follows the editor to another family, and stays with its own when it is locked', async () => {
    await openPage(pageOfMistakes.path);
    await vscode.commands.executeCommand('jobFamily.openLadder');
    await poll('the ladder of the page', () => ladderTab(pageOfMistakes.title));
    await vscode.commands.executeCommand('jobFamily.lockLadder');
    await openPage(tidyPage.path);
    await vscode.commands.executeCommand('jobFamily.openLadderToSide');
    await poll('a second ladder', () => ladderTab(tidyPage.title));
    assert.ok(ladderTab(pageOfMistakes.title), 'the locked ladder has turned to another page');
    await openPage(pageOfLevels.path);
    await poll('the second ladder to follow', () => ladderTab(pageOfLevels.title));
    assert.ok(ladderTab(pageOfMistakes.title), 'the locked ladder has turned to another page');
  });
});

/** The tab with the ladder of the family with that title. */
function ladderTab(title: string): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input, label }) => input instanceof vscode.TabInputWebview && label === `Ladder: ${title}`);
}
