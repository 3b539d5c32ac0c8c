import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, pageUri, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { findingsWhen } from '../support/findings.ts';
import { pageOfMistakes, pageOfOneLevel } from '../support/handbook.ts';

const CODE = 'section-name-typo';
const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);
const write = (uri: vscode.Uri, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

describe('the configuration', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('of the workspace counts as soon as it is written, and no longer when it is gone', async () => {
    const file = pageUri('.job-family.yaml');
    const { document } = await openPage(pageOfMistakes.path);
    await findingsWhen(document.uri, `a finding of ${CODE}`, all => all.some(one => codeOf(one) === CODE));
    try {
      await write(file, `rules:\n  ${CODE}: off\n`);
      await findingsWhen(document.uri, 'it to go', all => all.length > 0 && !all.some(one => codeOf(one) === CODE));
    } finally {
      await vscode.workspace.fs.delete(file);
    }
    await findingsWhen(document.uri, 'it to come back', all => all.some(one => codeOf(one) === CODE));
  });

  it('of the workspace is checked itself', async () => {
    const file = pageUri('.job-family.yaml');
    try {
      await write(file, 'rules:\n  section-name-tipo: off\n');
      await vscode.window.showTextDocument(file);
      const [finding] = await findingsWhen(file, 'a finding on the misspelt code', all => all.length > 0);
      assert.match(finding!.message, /section-name-typo/);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  it('of the editor counts as soon as it is set', async () => {
    const settings = vscode.workspace.getConfiguration('jobFamily');
    const { document } = await openPage(pageOfMistakes.path);
    try {
      await settings.update('rules', { [CODE]: 'error' }, vscode.ConfigurationTarget.Workspace);
      await findingsWhen(document.uri, 'an error', all =>
        all.some(one => codeOf(one) === CODE && one.severity === vscode.DiagnosticSeverity.Error),
      );
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('of VS Code for saving mends what cannot go wrong when a page is saved', async () => {
    const { path, heading, misspeltHeading } = pageOfOneLevel;
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'markdown', uri: pageUri(path) });
    const onSave = { 'source.fixAll.jobFamily': 'explicit' };
    const { document } = await openPage(path);
    const before = document.getText();
    try {
      await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.Workspace, true);
      await replace(document, heading, misspeltHeading);
      await findingsWhen(document.uri, `a finding of ${CODE}`, all => all.some(one => codeOf(one) === CODE));
      await document.save();
      assert.equal(document.getText(), before);
      assert.equal(document.isDirty, false);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace, true);
      await write(document.uri, before);
    }
  });
});

async function replace(document: vscode.TextDocument, words: string, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, words), by);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
