import * as vscode from 'vscode';

/**
 * Shows a line (counted from 0) of a page in the editor that has the page already, else in the first column that is not the
 * ladder's own; beside the ladder where it stands alone. `line` undefined: where the cursor is.
 */
export async function revealSource(
  uri: vscode.Uri,
  line: number | undefined,
  ladderColumn: vscode.ViewColumn | undefined,
): Promise<vscode.TextEditor> {
  const viewColumn = columnOf(uri) ?? otherColumn(ladderColumn) ?? vscode.ViewColumn.Beside;
  const options: vscode.TextDocumentShowOptions = { viewColumn };
  if (line !== undefined) options.selection = new vscode.Range(line, 0, line, 0);
  const editor = await vscode.window.showTextDocument(uri, options);
  if (options.selection)
    editor.revealRange(
      new vscode.Range(options.selection.start, options.selection.end),
      vscode.TextEditorRevealType.InCenterIfOutsideViewport,
    );
  return editor;
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const wanted = uri.toString();
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === wanted);
  if (shown?.viewColumn !== undefined) return shown.viewColumn;
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === wanted),
  );
  return group?.viewColumn;
}

function otherColumn(ladderColumn: vscode.ViewColumn | undefined): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(group => group.viewColumn !== ladderColumn)?.viewColumn;
}
