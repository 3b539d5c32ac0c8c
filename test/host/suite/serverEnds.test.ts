import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { findingsWhen } from '../support/findings.ts';
import { pageOfMistakes } from '../support/handbook.ts';
import { endingServer } from '../support/serverEnds.ts';

/** A process can be killed by many; a worker ends only by itself. */
const TIMES = vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined ? 5 : 20;

describe('a server that ends', () => {
  before(readyExtension);
  afterEach(closeEverything);

  it(`comes back by itself, ${TIMES} times, with the findings of what was typed meanwhile; the text stays`, async function () {
    this.timeout(240_000);
    const { path, misspeltHeading, correctHeading } = pageOfMistakes;
    const { document } = await openPage(path);
    const text = document.getText();
    const heading = rangeOf(document, misspeltHeading).start;
    let written: string = misspeltHeading;
    const write = async (words: string): Promise<void> => {
      const old = new vscode.Range(heading, heading.translate(0, written.length));
      await type(document, old, words);
      written = words;
    };
    const isMisspelt = (all: readonly vscode.Diagnostic[]): boolean => all.some(({ range }) => range.start.isEqual(heading));

    const wrong = seen(await findingsWhen(document.uri, 'a finding on the misspelt heading', isMisspelt));
    await write(correctHeading);
    const right = seen(await findingsWhen(document.uri, 'it to go', all => all.length > 0 && !isMisspelt(all)));
    const server = await endingServer();
    const ended = new Set<unknown>();
    let typed = '';
    try {
      for (let time = 1; time <= TIMES; time++) {
        ended.add(server.end());
        const words = written === correctHeading ? misspeltHeading : correctHeading;
        await write(words);
        // What was right before is wrong now, so it can only be the new server's word.
        const expected = words === correctHeading ? right : wrong;
        await findingsWhen(document.uri, `the findings after end ${time}`, all => seen(all) === expected);
        const { end } = document.lineAt(document.lineCount - 1).range;
        typed += `Typed after end ${time}.\n`;
        await type(document, new vscode.Range(end, end), `Typed after end ${time}.\n`);
      }
    } finally {
      server.release();
    }
    assert.equal(ended.size, TIMES, 'it was not another server each time');
    assert.equal(document.getText(), `${text.replace(misspeltHeading, written)}${typed}`);
    assert.ok(document.isDirty);
  });

  it('leaves nobody waiting who has asked it, and nobody with an error that is not theirs', async () => {
    const { end, hang, release } = await endingServer();
    const { document } = await openPage(pageOfMistakes.path);
    await findingsWhen(document.uri, 'findings', all => all.length > 0);
    const { client } = await readyExtension();
    hang();
    const place = rangeOf(document, pageOfMistakes.misspeltBase).start;
    const asked = [
      vscode.commands.executeCommand('jobFamily.checkWorkspace'),
      vscode.commands.executeCommand('jobFamily.moveToLibrary'),
      vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, place),
      vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, place),
      vscode.commands.executeCommand('vscode.executeReferenceProvider', document.uri, place),
      vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, new vscode.Range(place, place)),
    ];
    const running = new Promise<void>(resolve => {
      const listener = client.onDidChangeState(() => {
        if (!client.isRunning()) return;
        listener.dispose();
        resolve();
      });
    });
    end();
    release();
    const [checked, moved] = await Promise.all(asked);
    assert.deepEqual([checked, moved], [undefined, undefined]);
    await running;
    assert.ok(await vscode.commands.executeCommand('jobFamily.checkWorkspace'), 'the next server does not answer');
  });
});

/** What one sees of findings, each as often as it is there. */
function seen(findings: readonly vscode.Diagnostic[]): string {
  const lines = findings.map(({ message, severity, range: { start, end } }) => {
    return `${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${message}`;
  });
  return lines.sort().join('\n');
}

async function type(document: vscode.TextDocument, range: vscode.Range, words: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, words);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
