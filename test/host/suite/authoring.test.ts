import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, rangeOf, rangeWithin } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { pageOfMistakes, tidyPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('on an Extends bullet', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('a hover shows what is taken over', async () => {
    const { document } = await openPage(tidyPage.path);
    const { start } = rangeWithin(document, tidyPage.extendsBullet, tidyPage.extendedLevel);
    await poll(`a hover with "${tidyPage.takenOver}"`, async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, start);
      return hovers.flatMap(({ contents }) => contents.map(textOf)).find(text => text.includes(tidyPage.takenOver));
    });
  });

  it('the level leads to its heading', async () => {
    const { document } = await openPage(tidyPage.path);
    const { start } = rangeWithin(document, tidyPage.extendsBullet, tidyPage.extendedLevel);
    const target = await poll('a definition', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        start,
      );
      return found[0];
    });
    const range = 'targetUri' in target ? target.targetRange : target.range;
    assert.ok(document.lineAt(range.start).text.startsWith(tidyPage.extendedHeading));
  });

  it('the levels of the family are suggested', async () => {
    const editor = await openPage(pageOfMistakes.path);
    const base = rangeOf(editor.document, pageOfMistakes.misspeltBase);
    await editor.edit(edit => edit.delete(base));
    await poll(`the suggestion "${pageOfMistakes.correctBase}"`, async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        base.start,
      );
      return list.items.find(({ label }) =>
        (typeof label === 'string' ? label : label.label).includes(pageOfMistakes.correctBase),
      );
    });
  });
});

function textOf(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}
