import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Where a page of the opened handbook is. */
export function pageUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Shows a page of the opened handbook in an editor. */
export async function openPage(path: string): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(pageUri(path));
}

/** Throws away what a test changed, and closes every editor. What VS Code itself is about to save, its settings, is left alone. */
export async function closeEverything(): Promise<void> {
  const changed = vscode.workspace.textDocuments.filter(
    ({ isDirty, uri }) => isDirty && vscode.workspace.getWorkspaceFolder(uri),
  );
  for (const document of changed) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Where words stand in a document. They must stand there once, or the test would not say which place it means. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const text = document.getText();
  const start = text.indexOf(words);
  assert.notEqual(start, -1, `"${words}" is not in ${document.uri.path}`);
  assert.equal(text.indexOf(words, start + 1), -1, `"${words}" stands more than once in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Where words stand inside a longer, unique piece of text. */
export function rangeWithin(document: vscode.TextDocument, piece: string, words: string): vscode.Range {
  const start = document.offsetAt(rangeOf(document, piece).start) + piece.indexOf(words);
  assert.ok(piece.includes(words), `"${words}" is not in "${piece}"`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}
