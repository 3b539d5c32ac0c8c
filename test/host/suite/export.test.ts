import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, pageUri } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { tidyPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

const target = (): vscode.Uri => pageUri('exported.txt');
const written = async (): Promise<string> =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(target()));

describe('the command “Export Job Family…”', () => {
  before(readyExtension);
  afterEach(async () => {
    await closeEverything();
    await vscode.workspace.fs.delete(target()).then(undefined, () => {});
  });

  for (const { format, begins } of [
    { format: 'html', begins: '<!DOCTYPE html>' },
    { format: 'html-levels', begins: '<!DOCTYPE html>' },
    // Excel knows UTF-8 by the mark before it.
    { format: 'csv', begins: '\uFEFFPage,Department,Family' },
    { format: 'markdown', begins: '# ' },
    { format: 'json', begins: '{' },
    { format: 'svg', begins: '<?xml' },
  ])
    it(`writes ${format} of the family in the editor, as it stands there`, async () => {
      const { document } = await openPage(tidyPage.path);
      const edit = new vscode.WorkspaceEdit();
      const heading = document.getText().indexOf(`### ${tidyPage.extendingLevel}`) + 4;
      edit.insert(document.uri, document.positionAt(heading), 'Harbour ');
      await vscode.workspace.applyEdit(edit);
      const given = { scope: 'family', format, to: target() };
      const made = await vscode.commands.executeCommand<vscode.Uri | undefined>('jobFamily.exportLadder', given);
      assert.equal(made?.toString(), target().toString());
      const text = await written();
      assert.ok(text.startsWith(begins), text.slice(0, 100));
      assert.ok(text.includes('Harbour'), 'what was typed is not in it');
    });

  it('writes all of the department, with an index', async () => {
    const given = { uri: pageUri(tidyPage.path).toString(), scope: 'department', format: 'html', to: target().toString() };
    await vscode.commands.executeCommand('jobFamily.exportLadder', given);
    const text = await written();
    assert.match(text, /<nav aria-label="Engineering">/);
    assert.ok((text.match(/<article class="family"/g)?.length ?? 0) > 3);
  });

  it('writes nothing where no job family is meant', async () => {
    const given = { uri: pageUri('README.md'), scope: 'family', format: 'html', to: target() };
    assert.equal(await vscode.commands.executeCommand('jobFamily.exportLadder', given), undefined);
    await assert.rejects(async () => vscode.workspace.fs.stat(target()));
  });
});

describe('the command “Open Career Map”', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('opens the map around the family in the editor, and turns to another one that is named', async () => {
    const titled = (title: string) =>
      vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(({ label }) => label === title);
    await openPage(tidyPage.path);
    await vscode.commands.executeCommand('jobFamily.openCareerMap');
    await poll('the map', () => titled('Career Map: Platform Engineer')[0]);
    const uri = pageUri('content/job-families/engineering/engineering-management.md');
    await vscode.commands.executeCommand('jobFamily.openCareerMap', { uri });
    await poll('the other map', () => titled('Career Map: Engineering Management')[0]);
    assert.equal(titled('Career Map: Platform Engineer').length, 0);
    await vscode.commands.executeCommand('jobFamily.openCareerMap', { uri, scope: 'department' });
    await poll('the department', () => titled('Career Map: Engineering')[0]);
  });
});
