import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { tidyPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('Enter', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('behind a bullet begins the next one, and in an empty one ends the list', async () => {
    const editor = await openPage(tidyPage.path);
    const { document } = editor;
    const { end } = rangeOf(document, tidyPage.extendsBullet);
    const { line } = end;
    const below = document.lineAt(line + 1).text;
    editor.selection = new vscode.Selection(end, end);
    // The editor has its rules once the server has said that the page is a job family.
    await poll('a new bullet', async () => {
      await vscode.commands.executeCommand('type', { text: '\n' });
      if (document.lineAt(line + 1).text === '- ') return true;
      await vscode.commands.executeCommand('undo');
      return undefined;
    });
    assert.deepEqual(editor.selection.active, new vscode.Position(line + 1, 2));
    await vscode.commands.executeCommand('jobFamily.continueList');
    await poll('an empty line', () => document.lineAt(line + 1).text === '' || undefined);
    assert.equal(document.lineAt(line + 2).text, below);
  });
});
