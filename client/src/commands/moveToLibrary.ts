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
 * Moves all families of the workspace to the library that took the place of theirs: prepares it with progress, which one may cancel, and
 * asks whether all of it is made or each change shown first. True where it was made.
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
  const confirmed = await confirm(edit as WorkspaceEdit, pages);
  if (!confirmed) return false;
  const made = await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(confirmed), {
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

/**
 * Asks whether an edit of so many pages is made. What VS Code is to confirm change by change it shows unticked, and a part of a move would
 * break links: so that is for those who want to look, and the others confirm all of it here. Undefined where it is not to be made.
 */
async function confirm(edit: WorkspaceEdit, pages: number): Promise<WorkspaceEdit | undefined> {
  const move = vscode.l10n.t('Move');
  const look = vscode.l10n.t('Choose Changes…');
  const leavesAliases = vscode.workspace.getConfiguration('jobFamily').get('leaveAliasOnMove') !== 'never';
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Move {0} job families to the 2026 library?', pages),
    {
      modal: true,
      detail: [
        vscode.l10n.t('They get its folders and its wording, and links to them follow.'),
        ...(leavesAliases ? [vscode.l10n.t('Their old addresses stay as aliases.')] : []),
        vscode.l10n.t('Changes that you choose one by one come unticked: tick all that belong together, or links break.'),
      ].join(' '),
    },
    move,
    look,
  );
  if (chosen === look) return edit;
  if (chosen !== move) return undefined;
  const annotations = Object.entries(edit.changeAnnotations ?? {});
  return {
    ...edit,
    changeAnnotations: Object.fromEntries(annotations.map(([id, one]) => [id, { ...one, needsConfirmation: false }])),
  };
}
