import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, rangeOf, rangeWithin } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { tidyPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('the levels above and below', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('are shown from an Extends bullet', async () => {
    const { document } = await openPage(tidyPage.path);
    const { start } = rangeWithin(document, tidyPage.extendsBullet, tidyPage.extendedLevel);
    const extended = await poll('the level that the bullet names', async () => {
      const found = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>(
        'vscode.prepareTypeHierarchy',
        document.uri,
        start,
      );
      return found[0];
    });
    assert.equal(extended.name, tidyPage.extendedLevel);
    assert.match(extended.detail ?? '', /^grade \d+/);
    const below = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>('vscode.provideSubtypes', extended);
    const extending = below.find(({ name }) => name === tidyPage.extendingLevel);
    assert.ok(extending, `${below.map(({ name }) => name).join(', ')} extend it`);
    const above = await vscode.commands.executeCommand<vscode.TypeHierarchyItem[]>('vscode.provideSupertypes', extending);
    assert.deepEqual(
      above.map(({ name }) => name),
      [tidyPage.extendedLevel],
    );
  });
});

describe('on a link to another page of the handbook', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('the definition is the heading there, and a hover shows what stands under it', async () => {
    const { document } = await openPage(tidyPage.path);
    const { start } = rangeOf(document, tidyPage.link.text);
    const target = await poll('a definition', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        start,
      );
      return found[0];
    });
    const uri = 'targetUri' in target ? target.targetUri : target.uri;
    const range = 'targetUri' in target ? target.targetRange : target.range;
    const page = await vscode.workspace.openTextDocument(uri);
    assert.ok(page.uri.path.endsWith(tidyPage.link.page), page.uri.path);
    assert.equal(page.lineAt(range.start).text, tidyPage.link.heading);
    await poll(`a hover with "${tidyPage.link.beginning}"`, async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, start);
      return hovers
        .flatMap(({ contents }) => contents.map(one => (typeof one === 'string' ? one : one.value)))
        .find(text => text.includes(tidyPage.link.beginning));
    });
  });

  it('a click opens that page at the heading', async () => {
    const { document } = await openPage(tidyPage.path);
    const destination = rangeOf(document, tidyPage.link.destination);
    const link = await poll('the link', async () => {
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      return links.find(({ range }) => range.isEqual(destination));
    });
    assert.ok(link.target);
    await vscode.commands.executeCommand('vscode.open', link.target);
    const editor = await poll('the other page', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith(tidyPage.link.page) ? active : undefined;
    });
    assert.equal(editor.document.lineAt(editor.selection.active).text, tidyPage.link.heading);
  });
});
