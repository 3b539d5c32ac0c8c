import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, pageUri, rangeOf, rangeWithin } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { findingsWhen } from '../support/findings.ts';
import { realPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('on a real page', () => {
  before(async function () {
    const present = await vscode.workspace.fs.stat(pageUri(realPage.path)).then(
      () => true,
      () => false,
    );
    if (!present) this.skip();
    await readyExtension();
  });
  afterEach(closeEverything);

  it('a missing bullet is found, and its quick fix adds it', async () => {
    const { document } = await openPage(realPage.path);
    const heading = rangeWithin(document, realPage.lackingRequirements, 'Requirements');
    const isHere = ({ range }: vscode.Diagnostic) => range.start.line === heading.start.line;
    const before = await findingsWhen(document.uri, 'a finding on the heading', all => all.some(isHere));
    const actions = await poll('a quick fix', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        heading,
        vscode.CodeActionKind.QuickFix.value,
        10,
      );
      return found.some(({ edit }) => edit) ? found : undefined;
    });
    const edit = actions.find(action => action.edit)?.edit;
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    assert.ok(document.getText().includes(`### Requirements\n\n- ${realPage.requiredBullet}\n- Strong technical depth`));
    await findingsWhen(document.uri, 'fewer findings', all => all.length > 0 && all.length < before.length);
  });

  it('a hover on a grade of its table shows the ladder', async () => {
    const { document } = await openPage(realPage.path);
    await hoverWith(document, rangeOf(document, realPage.grade).start, 'VP');
  });

  it('a hover on an Extends bullet shows what is taken over, under another spelling of its name', async () => {
    const { document } = await openPage(realPage.path);
    await hoverWith(document, rangeOf(document, realPage.extendsBullet).start, realPage.inherited);
  });

  it('the next levels are suggested', async () => {
    const editor = await openPage(realPage.path);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit(edit => edit.insert(end, '\n\n## '));
    const place = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await poll('a level', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        place,
      );
      return list.items.find(({ detail }) => detail?.startsWith('Level, grade'));
    });
  });

  it('the ladder shows its levels with their grades', async () => {
    const { document } = await openPage(realPage.path);
    const api = await readyExtension();
    const html = await poll('the ladder', () => api.ladderHtml(document.uri));
    assert.ok(html.includes(realPage.vicePresident));
    assert.match(html, />12</);
  });
});

async function hoverWith(document: vscode.TextDocument, place: vscode.Position, words: string): Promise<void> {
  await poll(`a hover with "${words}"`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, place);
    const texts = hovers.flatMap(({ contents }) =>
      contents.map(content => (typeof content === 'string' ? content : content.value)),
    );
    return texts.find(text => text.includes(words));
  });
}
