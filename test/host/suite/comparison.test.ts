import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, pageUri, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { tidyPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

const levels = {
  uri: () => pageUri(tidyPage.path).toString(),
  level: 'platform-engineer-intermediate',
  otherLevel: 'junior-platform-engineer',
};
const title = `${tidyPage.extendedLevel} ⇄ ${tidyPage.extendingLevel}`;

describe('two levels compared', () => {
  before(readyExtension);
  afterEach(closeEverything);

  const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap(group => group.tabs);

  it('a lens over a level opens the comparison with the level below', async () => {
    const { document } = await openPage(tidyPage.path);
    const line = rangeOf(document, `### ${tidyPage.extendingLevel}\n`).start.line;
    const lens = await poll('a lens', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
      return found.find(one => one.range.start.line === line && one.command?.title === 'compare with the level below');
    });
    await vscode.commands.executeCommand(lens.command!.command, ...lens.command!.arguments!);
    const tab = await poll('the comparison', () => tabs().find(one => one.label === title));
    assert.ok(tab.input instanceof vscode.TabInputWebview);
  });

  it('no level is asked for where one is given: the level below is taken', async () => {
    await openPage(tidyPage.path);
    await vscode.commands.executeCommand('jobFamily.compareLevels', { uri: pageUri(tidyPage.path), level: levels.level });
    await poll('the comparison', () => tabs().find(one => one.label === title));
  });

  it('as text, in the diff editor: read-only, of what the levels amount to, and true to the page as it is edited', async () => {
    const page = await openPage(tidyPage.path);
    await vscode.commands.executeCommand('jobFamily.compareLevelsAsText', {
      uri: levels.uri(),
      level: levels.level,
      otherUri: levels.uri(),
      otherLevel: levels.otherLevel,
    });
    const input = await poll('the diff editor', () =>
      tabs()
        .map(tab => tab.input)
        .find(one => one instanceof vscode.TabInputTextDiff),
    );
    const upper = await vscode.workspace.openTextDocument(input.modified);
    assert.equal(upper.languageId, 'markdown');
    assert.ok(upper.getText().includes(`### ${tidyPage.extendedLevel}\n\n`), 'what is inherited has no name');
    assert.ok(upper.getText().includes(tidyPage.takenOver));
    assert.deepEqual(vscode.languages.getDiagnostics(input.modified), []);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(page.document.uri, rangeOf(page.document, tidyPage.takenOver), 'Solve issues at sea');
    await vscode.workspace.applyEdit(edit);
    await poll('the new text', () => upper.getText().includes('- Solve issues at sea') || undefined);
  });
});
