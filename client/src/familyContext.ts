import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type NewFamilyResult, newFamilyRequest } from '../../server/src/lsp/messages.ts';
import type { FamilySource } from './familySource.ts';

/** True while the text editor that was last active shows a job family; `when` clauses of package.json ask for it. */
const CONTEXT_KEY = 'jobFamily.isFamily';

/** True where the workspace has job families: then its folders' menus offer to make one. */
const WORKSPACE_KEY = 'jobFamily.hasFamilies';

/** Keeps the key true to the workspace as each server finds it when it starts. */
export function trackFamilies(client: BaseLanguageClient, source: FamilySource): vscode.Disposable {
  return source.onDidStart(async () => {
    // A server that ends before it has answered is followed by another.
    const answer = await client.sendRequest<NewFamilyResult>(newFamilyRequest, {}).catch(() => undefined);
    if (answer) await vscode.commands.executeCommand('setContext', WORKSPACE_KEY, answer.departments.length > 0);
  });
}

/** Keeps the context key true to the active editor, until it is disposed, and tells it to whom it concerns. */
export function trackActiveFamily(source: FamilySource, tell: (isFamily: boolean) => void): vscode.Disposable {
  let latest = 0;
  const update = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    // Without a text editor, the ladder or another view has the focus: what was said of the editor beside it stays true.
    if (!editor) return;
    const mine = ++latest;
    const isFamily = await source.isFamily(editor.document);
    if (mine !== latest) return;
    tell(isFamily);
    await vscode.commands.executeCommand('setContext', CONTEXT_KEY, isFamily);
  };
  void update(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    source.onDidStart(() => update(vscode.window.activeTextEditor)),
  );
}
