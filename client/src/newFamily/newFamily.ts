import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type NewFamilyParams, type NewFamilyResult, newFamilyRequest } from '../../../server/src/lsp/messages.ts';
import { askNewFamily } from './askNewFamily.ts';

/**
 * Makes the page of a new job family and leaves the cursor in its first hole. `given`: the answers, from whoever calls the command by
 * itself; or what the explorer's menu was opened on; else everything is asked for. Gives the page's URI; undefined where the user
 * gave up or was told why it cannot be.
 */
export async function newFamily(client: BaseLanguageClient, given: unknown): Promise<vscode.Uri | undefined> {
  const ask = (params: NewFamilyParams): Promise<NewFamilyResult> =>
    client.sendRequest<NewFamilyResult>(newFamilyRequest, params);
  const near = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  const nearUri = near === undefined ? undefined : client.code2ProtocolConverter.asUri(near);
  const answers = isAnswers(given) ? given : await askNewFamily(nearUri, ask);
  if (!answers) return undefined;
  const { page, trouble } = await ask({ ...(nearUri === undefined ? {} : { near: nearUri }), ...answers });
  if (trouble !== undefined || page?.snippet === undefined) {
    void vscode.window.showErrorMessage(trouble ?? vscode.l10n.t('There is no page to write for these answers.'));
    return undefined;
  }
  return writePage(vscode.Uri.parse(page.uri), page.snippet);
}

/** True for what calls the command by itself; the rest of it the server looks at. */
function isAnswers(given: unknown): given is NewFamilyParams {
  return given !== null && typeof given === 'object' && typeof (given as NewFamilyParams).title === 'string';
}

/** Makes the file, and fills it as if it were typed: so its holes can be gone through with Tab, and all of it undone. */
async function writePage(uri: vscode.Uri, snippet: string): Promise<vscode.Uri | undefined> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('“{0}” could not be made.', vscode.workspace.asRelativePath(uri)));
    return undefined;
  }
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await editor.document.save();
  return uri;
}
