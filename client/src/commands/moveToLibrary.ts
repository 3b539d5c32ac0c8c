import * as vscode from 'vscode';
import { type BaseLanguageClient, ProgressType, type WorkspaceEdit } from 'vscode-languageclient';
import {
  type MoveProgress,
  type MoveToLibraryParams,
  type MoveToLibraryResult,
  moveToLibraryRequest,
} from '../../../server/src/lsp/messages.ts';

let moves = 0;

/**
 * Moves all families of the workspace to the library that took the place of theirs, with progress, which one may cancel, and shows
 * the changes before they are made. True where they were.
 */
export async function moveToLibrary(client: BaseLanguageClient): Promise<boolean> {
  const progressToken = `move-${++moves}`;
  const { edit, pages, gradeSentences, trouble } = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Preparing the move of job families'),
      cancellable: true,
    },
    async (progress, cancellation) => {
      let shown = 0;
      const listening = client.onProgress(new ProgressType<MoveProgress>(), progressToken, ({ share }) => {
        progress.report({ increment: 100 * share - shown });
        shown = 100 * share;
      });
      try {
        const params: MoveToLibraryParams = { progressToken };
        return await client.sendRequest<MoveToLibraryResult>(moveToLibraryRequest, params, cancellation);
      } finally {
        listening.dispose();
      }
    },
  );
  if (trouble !== null) void vscode.window.showWarningMessage(trouble);
  if (edit === null) return false;
  const made = await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit as WorkspaceEdit), {
    isRefactoring: true,
  });
  if (made)
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The move of {0} pages is made as far as it was confirmed. {1} grade sentences still tell a number; the library names its resource instead.',
        pages,
        gradeSentences,
      ),
    );
  return made;
}
