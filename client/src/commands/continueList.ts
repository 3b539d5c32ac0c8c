import * as vscode from 'vscode';
import { listContinuation } from '../typing/listContinuation.ts';

/** Enter in a point of a list begins the next one, and in an empty point ends the list. Anywhere else it is Enter. */
export async function continueList(editor: vscode.TextEditor): Promise<void> {
  const { document, selection } = editor;
  const { active } = selection;
  const line = document.lineAt(active.line).text;
  const continuation =
    selection.isEmpty && !isInFence(document, active.line) ? listContinuation(line, active.character) : undefined;
  switch (continuation?.type) {
    case undefined:
      await vscode.commands.executeCommand('type', { text: '\n' });
      return;
    case 'continue':
      await editor.edit(edit =>
        edit.insert(active, `${document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'}${continuation.prefix}`),
      );
      editor.revealRange(editor.selection);
      return;
    case 'end':
      await editor.edit(edit => edit.delete(document.lineAt(active.line).range));
  }
}

/** True between the signs of a block of code, where a bullet is none. */
function isInFence(document: vscode.TextDocument, line: number): boolean {
  let fence: string | undefined;
  for (let at = 0; at < line; at++) {
    const sign = /^\s{0,3}(`{3,}|~{3,})/.exec(document.lineAt(at).text)?.[1];
    if (sign === undefined) continue;
    if (fence === undefined) fence = sign;
    else if (sign.startsWith(fence)) fence = undefined;
  }
  return fence !== undefined;
}
