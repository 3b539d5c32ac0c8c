import * as vscode from 'vscode';
import type { BaseLanguageClient, Range } from 'vscode-languageclient';
import { type CodedWordsParams, codedWordsRequest } from '../../../server/src/lsp/messages.ts';

/** Shows the masculine-coded words of the job family in the active editor as VS Code shows references. */
export async function showCodedWords(client: BaseLanguageClient): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const params: CodedWordsParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const ranges = await client.sendRequest<Range[] | null>(codedWordsRequest, params);
  if (ranges === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This file is not a job family.'));
    return;
  }
  const [first] = ranges;
  if (!first) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This page has no masculine-coded words.'));
    return;
  }
  const { asRange } = client.protocol2CodeConverter;
  const places = ranges.map(range => new vscode.Location(document.uri, asRange(range)));
  await vscode.commands.executeCommand('editor.action.showReferences', document.uri, asRange(first).start, places);
}
