import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, pageUri, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { findingsIn, findingsWhen } from '../support/findings.ts';
import { pageOfMistakes, tidyPage } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

describe('findings', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it('appear on the words that are wrong, each with a code and a page that explains it', async () => {
    const { document } = await openPage(pageOfMistakes.path);
    const heading = rangeOf(document, pageOfMistakes.misspeltHeading);
    const findings = await findingsWhen(document.uri, 'a finding on the misspelt heading', all =>
      all.some(({ range }) => range.intersection(heading)),
    );
    for (const { code, message } of findings) {
      assert.ok(typeof code === 'object' && String(code.value) !== '', `no code with a link: ${message}`);
    }
  });

  it('are absent from a tidy page', async () => {
    await openPage(pageOfMistakes.path);
    await findingsWhen(pageUri(pageOfMistakes.path), 'findings at all', all => all.length > 0);
    const { document } = await openPage(tidyPage.path);
    // The answer to a request made now comes after the server has dealt with the opened page.
    await poll('hovers', () =>
      vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 0)),
    );
    assert.deepEqual(findingsIn(document.uri), []);
  });

  it('go while one types the correction', async () => {
    const editor = await openPage(pageOfMistakes.path);
    const { uri } = editor.document;
    const heading = rangeOf(editor.document, pageOfMistakes.misspeltHeading);
    const isThere = ({ range }: vscode.Diagnostic) => range.intersection(heading)?.isEmpty === false;
    await findingsWhen(uri, 'the finding', all => all.some(isThere));
    await editor.edit(edit => edit.replace(heading, pageOfMistakes.correctHeading));
    await findingsWhen(uri, 'the finding to go', all => all.length > 0 && !all.some(isThere));
  });

  it('appear in the catalogue of families, whose pages are offered where one is wanted', async () => {
    const editor = await openPage('data/job_families.yml');
    const { document } = editor;
    const url = rangeOf(document, '/job-families/engineering/release-coordinator/');
    await editor.edit(edit => edit.replace(url, '/job-families/engineering/release-coordinatr/'));
    const wrong = rangeOf(document, '/job-families/engineering/release-coordinatr/');
    await findingsWhen(document.uri, 'a finding on the wrong URL', all => all.some(({ range }) => range.isEqual(wrong)));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      wrong.start.translate(0, '/job-families/'.length),
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('/job-families/engineering/release-coordinator/'), labels.join(' '));
    await editor.edit(edit => edit.replace(wrong, '/job-families/engineering/release-coordinator/'));
    await findingsWhen(document.uri, 'the finding to go', all => all.length === 0);
  });

  it('are told by the new server after a restart', async () => {
    const { client } = await readyExtension();
    const running: boolean[] = [];
    const listener = client.onDidChangeState(() => running.push(client.isRunning()));
    const { document, edit } = await openPage(pageOfMistakes.path);
    await vscode.commands.executeCommand('jobFamily.restartServer');
    await poll('the server to run again', () => (running.includes(false) && running.at(-1)) || undefined);
    listener.dispose();

    // The findings so far may be what the old server said, but one that moved with its line is new.
    const lineStart = rangeOf(document, pageOfMistakes.misspeltHeading).start.with({ character: 0 });
    await edit(builder => builder.insert(lineStart, '\n'));
    const moved = rangeOf(document, pageOfMistakes.misspeltHeading);
    await findingsWhen(document.uri, 'a finding on the moved line', all =>
      all.some(({ range }) => range.start.isEqual(moved.start)),
    );
  });
});
