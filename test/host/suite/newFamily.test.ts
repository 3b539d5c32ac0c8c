import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, pageUri } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { findingsWhen } from '../support/findings.ts';
import { departmentOfNew as department, newFamilies, takenTitle } from '../support/handbook.ts';

describe('the command “New Job Family…”', () => {
  before(readyExtension);
  afterEach(closeEverything);
  after(async () => {
    for (const { path } of newFamilies) await vscode.workspace.fs.delete(pageUri(path));
  });

  for (const { template, title, path } of newFamilies)
    it(`writes the page of the template “${template}”, opens it, and leaves Tab to go from hole to hole`, async () => {
      const levels = [{ title: `${title} (Intermediate)` }, { title: `Senior ${title}`, grade: 7 }];
      const answers = { department, title, template, levels };
      const made = await vscode.commands.executeCommand<vscode.Uri | undefined>('jobFamily.newFamily', answers);
      const uri = pageUri(path);
      assert.equal(made?.toString(), uri.toString());
      const editor = vscode.window.activeTextEditor!;
      assert.equal(editor.document.uri.toString(), uri.toString());
      const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      assert.equal(written, editor.document.getText());
      for (const level of levels) assert.match(written, new RegExp(`^###? ${level.title.replace(/[()]/g, '\\$&')}$`, 'm'));

      const first = editor.selection;
      assert.match(editor.document.getText(first), /^\{add [^{}]+\}$/);
      await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
      assert.ok(editor.selection.start.isAfter(first.end), 'Tab leads to a later place');
      assert.match(editor.document.getText(editor.selection), /^\{add [^{}]+\}$/);

      const findings = await findingsWhen(uri, 'the holes to be told', all => all.some(isHole));
      // The sample's catalogue does not list the new page yet: true, and nothing the page could mend.
      const codes = findings.filter(one => !isHole(one)).map(codeOf);
      assert.deepEqual(
        codes.filter(code => code !== 'family-not-in-catalogue'),
        [],
      );
    });

  it('writes nothing where a page of that name stands already', async () => {
    const answers = { department, title: takenTitle, template: 'levels', levels: [{ title: takenTitle }] };
    assert.equal(await vscode.commands.executeCommand('jobFamily.newFamily', answers), undefined);
  });
});

function isHole(finding: vscode.Diagnostic): boolean {
  return codeOf(finding) === 'unfilled-placeholder';
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
