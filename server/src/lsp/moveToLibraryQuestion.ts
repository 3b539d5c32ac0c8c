import * as l10n from '@vscode/l10n';
import { ErrorCodes, ProgressType, ResponseError } from 'vscode-languageserver';
import type { FileChange } from '../features/fileEdits.ts';
import type { EditorQuestion } from './editorQuestions.ts';
import { type MoveProgress, type MoveToLibraryParams, type MoveToLibraryResult, moveToLibraryRequest } from './messages.ts';
import { canChangeFiles } from './workspaceEdit.ts';

/** Moves all families to the library that took the place of theirs: a request of this server's own, for which LSP has no capability. */
export const moveToLibrary: EditorQuestion = {
  capabilities: {},
  listen(connection, { service, client, edit }) {
    connection.onRequest(moveToLibraryRequest, async (params: MoveToLibraryParams, token): Promise<MoveToLibraryResult> => {
      if (typeof params?.progressToken !== 'string')
        throw new ResponseError(ErrorCodes.InvalidParams, `${moveToLibraryRequest} wants { progressToken }`);
      const nothing = (trouble: string | null, pages = 0): MoveToLibraryResult => ({
        edit: null,
        pages,
        gradeSentences: 0,
        trouble,
      });
      if (!canChangeFiles(client())) return nothing(l10n.t`This editor cannot move files as a part of an edit.`);
      let told = -1;
      const move = await service().moveToSuccessor(share => {
        if (share - told >= LEAST_TOLD) {
          told = share;
          void connection.sendProgress(new ProgressType<MoveProgress>(), params.progressToken, { share });
        }
        return !token.isCancellationRequested;
      });
      if (token.isCancellationRequested) return nothing(null);
      if (!move)
        return nothing(l10n.t`There is no page to move: none stands in a folder that another library took the place of.`);
      const { changes, pages, gradeSentences } = move;
      if (!changes)
        return nothing(
          l10n.t`Nothing is moved: a link would lead elsewhere, or a level amount to something else. Move page by page instead.`,
          pages,
        );
      return { edit: edit(changes.map(asWhole)), pages, gradeSentences, trouble: null };
    });
  },
};

/** Progress is told in steps of a twentieth. */
const LEAST_TOLD = 0.05;

/** All of it is looked at before it is made. */
function asWhole(change: FileChange): FileChange {
  if ('type' in change) return change.type === 'rename' ? { ...change, reason: 'successor' } : change;
  return change.reason === 'alias' ? change : { ...change, reason: 'successor' };
}
