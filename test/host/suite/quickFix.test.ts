import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEverything, openPage, rangeOf } from '../support/document.ts';
import { readyExtension } from '../support/extension.ts';
import { findingsWhen } from '../support/findings.ts';
import { pageOfMistakes } from '../support/handbook.ts';
import { poll } from '../support/poll.ts';

const CASES = [
  { what: 'a misspelt section', wrong: pageOfMistakes.misspeltHeading, right: pageOfMistakes.correctHeading },
  { what: 'a misspelt base', wrong: pageOfMistakes.misspeltBase, right: pageOfMistakes.correctBase },
];

describe('a quick fix', () => {
  before(readyExtension);
  afterEach(closeEverything);

  for (const { what, wrong, right } of CASES) {
    it(`mends ${what}, and the finding goes`, async () => {
      const { document } = await openPage(pageOfMistakes.path);
      const place = rangeOf(document, wrong);
      const line = document.lineAt(place.start).text;
      const isHere = ({ range }: vscode.Diagnostic) => range.intersection(place)?.isEmpty === false;
      const findings = await findingsWhen(document.uri, `a finding on "${wrong}"`, all => all.some(isHere));
      const { message } = findings.find(isHere)!;

      const { edit } = await poll(`a quick fix with an edit for "${wrong}"`, () => quickFixWithEdit(document, place));
      assert.ok(edit && (await vscode.workspace.applyEdit(edit)));

      assert.equal(document.lineAt(place.start).text, line.replace(wrong, right));
      // What is now understood may have a finding of its own, so the place need not be clean.
      await findingsWhen(document.uri, 'the finding to go', all => all.length > 0 && !all.some(left => left.message === message));
    });
  }
});

async function quickFixWithEdit(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction | undefined> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    10, // that many are resolved, which is when an edit may be computed
  );
  return actions.find(({ edit }) => edit !== undefined);
}
