import { type FileOperationRegistrationOptions, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { EditorQuestion } from './editorQuestions.ts';

const rename: EditorQuestion = {
  capabilities: { renameProvider: { prepareProvider: true } },
  listen(connection, { service, edit }) {
    connection.onPrepareRename(async ({ textDocument, position }) => {
      const place = await service().prepareRename(textDocument.uri, position);
      return place.type === 'refused' ? refusal(place.message) : { range: place.range, placeholder: place.placeholder };
    });
    connection.onRenameRequest(async ({ textDocument, position, newName }) => {
      const outcome = await service().rename(textDocument.uri, position, newName);
      if (outcome.type === 'refused') return refusal(outcome.message);
      return edit(outcome.edits);
    });
  },
};

const linkedEditing: EditorQuestion = {
  capabilities: { linkedEditingRangeProvider: true },
  listen(connection, { service }) {
    connection.languages.onLinkedEditingRange(
      async ({ textDocument, position }) => (await service().linkedEditingRanges(textDocument.uri, position)) ?? null,
    );
  },
};

/** Pages, and folders that may hold some; the editor asks before it moves one, and tells when one is gone. */
const filters: FileOperationRegistrationOptions['filters'] = [
  { pattern: { glob: '**/*.{md,markdown}', matches: 'file' } },
  { pattern: { glob: '**', matches: 'folder' } },
];

const movedFiles: EditorQuestion = {
  capabilities: {
    workspace: { fileOperations: { willRename: { filters }, didRename: { filters }, didDelete: { filters } } },
  },
  listen(connection, { service, edit, plannedMoves }) {
    connection.workspace.onWillRenameFiles(async ({ files }) => {
      const edits = await service().moveFiles(plannedMoves.unplanned(files));
      return edits.length === 0 ? null : edit(edits);
    });
  },
};

/** Calling things by other names, and the places that change with them. */
export const renameQuestions: readonly EditorQuestion[] = [rename, linkedEditing, movedFiles];

/** The message is shown to the user as it stands. */
function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
