import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { tidyPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('a level that is suggested behind ###', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('is accepted with all of it, and its holes are gone through with Tab', async () => {
    const editor = await openPage(tidyPage.path);
    const { document } = editor;
    const at = rangeOf(document, tidyPage.behindLevels).start;
    await editor.edit(edit => edit.insert(at, '\n\n'));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('type', { text: '### ' });
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    const heading = `### ${tidyPage.nextLevel}\n`;
    await poll(`"${heading.trim()}" to be written`, async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText().includes(heading) || undefined;
    });

    const text = document.getText();
    const written = text.slice(text.indexOf(heading), text.indexOf(tidyPage.behindLevels));
    assert.match(written, new RegExp(`The ${tidyPage.nextLevel} is a \\[grade ${tidyPage.nextGrade}\\]\\(/handbook/`));
    for (const section of ['responsibilities', 'requirements'])
      assert.ok(written.includes(`- Extends the ${tidyPage.lastLevel} ${section}\n`), written);
    assert.equal(document.getText(editor.selection), 'the position it reports to');
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.equal(document.getText(editor.selection), 'a responsibility of this level');
  });
});
