import * as l10n from '@vscode/l10n';
import {
  type ChangeAnnotation,
  type ClientCapabilities,
  CreateFile,
  DeleteFile,
  RenameFile,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type EditReason, type FileChange, type FileEdit, type FileOperation, isFileOperation } from '../features/fileEdits.ts';

/** A document that the client has open, as the client spells it. */
export interface OpenVersion {
  readonly uri: string;
  readonly version: number;
}

/** True where the client makes, moves and deletes files as a part of an edit. */
export function canChangeFiles({ workspace }: ClientCapabilities): boolean {
  const { documentChanges, resourceOperations = [] } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && (['create', 'rename', 'delete'] as const).every(one => resourceOperations.includes(one));
}

/**
 * Changes in the form that the client takes. What is more than was asked for has an annotation of its own, where the client
 * shows such; an edit that needs to be confirmed is left out for a client that could not ask. Files only change for a client that
 * can do that.
 */
export function workspaceEdit(
  changes: readonly FileChange[],
  client: ClientCapabilities,
  openDocument: (uri: string) => OpenVersion | undefined,
): WorkspaceEdit {
  const { documentChanges, changeAnnotationSupport } = client.workspace?.workspaceEdit ?? {};
  const annotates = documentChanges === true && changeAnnotationSupport !== undefined;
  const made = changes.filter(change => {
    if (annotates || isFileOperation(change)) return true;
    return change.reason === undefined || !needsConfirmation(change.reason);
  });
  const textEdit = ({ range, newText, reason }: FileEdit): TextEdit & { annotationId?: string } => ({
    range,
    newText,
    ...(annotates && reason ? { annotationId: reason } : {}),
  });
  const editsOf = (edits: readonly FileEdit[]): TextDocumentEdit[] =>
    [...new Set(edits.map(edit => edit.uri))].map(uri => {
      const own = edits.filter(edit => edit.uri === uri);
      const open = openDocument(uri);
      return { textDocument: { uri: open?.uri ?? uri, version: open?.version ?? null }, edits: own.map(textEdit) };
    });
  if (!documentChanges) {
    const files = editsOf(made.filter((change): change is FileEdit => !isFileOperation(change)));
    return { changes: Object.fromEntries(files.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]])) };
  }
  const reasons = annotates
    ? [...new Set(made.flatMap(change => ('reason' in change && change.reason ? [change.reason] : [])))]
    : [];
  return {
    documentChanges: runsOf(made).flatMap(
      (run): NonNullable<WorkspaceEdit['documentChanges']> => (Array.isArray(run) ? editsOf(run) : [operation(run, annotates)]),
    ),
    ...(reasons.length === 0
      ? {}
      : { changeAnnotations: Object.fromEntries(reasons.map(reason => [reason, annotationOf(reason)])) }),
  };
}

/** Edits that stand beside each other together, and each operation alone. */
function runsOf(changes: readonly FileChange[]): (FileEdit[] | FileOperation)[] {
  const runs: (FileEdit[] | FileOperation)[] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (isFileOperation(change)) runs.push(change);
    else if (Array.isArray(last)) last.push(change);
    else runs.push([change]);
  }
  return runs;
}

function operation(change: FileOperation, annotates: boolean): CreateFile | RenameFile | DeleteFile {
  switch (change.type) {
    case 'create':
      return CreateFile.create(change.uri, { overwrite: false, ignoreIfExists: false });
    case 'rename':
      return RenameFile.create(
        change.uri,
        change.newUri,
        { overwrite: false, ignoreIfExists: false },
        ...(annotates && change.reason ? [change.reason] : []),
      );
    case 'delete':
      return DeleteFile.create(change.uri, { ignoreIfNotExists: true });
  }
}

/**
 * What needs to be confirmed. VS Code leaves that out unless somebody ticks it: links on other pages would be broken by that, so they only
 * have their own place in its preview.
 */
function needsConfirmation(reason: EditReason): boolean {
  return reason === 'alias' || reason === 'successor';
}

/** What a client shows of edits that are more than what was asked for. */
function annotationOf(reason: EditReason): ChangeAnnotation {
  return { ...annotationText(reason), needsConfirmation: needsConfirmation(reason) };
}

function annotationText(reason: EditReason): { readonly label: string; readonly description: string } {
  switch (reason) {
    case 'other-page':
      return { label: l10n.t`Other pages`, description: l10n.t`What other pages say of it, and their links to it` };
    case 'in-full':
      return {
        label: l10n.t`Written in full`,
        description: l10n.t`A shortened name of the level, which the new name has no short form for`,
      };
    case 'alias':
      return {
        label: l10n.t`Leave an alias`,
        description: l10n.t`Keeps the old address working: an entry of \`aliases\` in the front matter`,
      };
    case 'successor':
      return {
        label: l10n.t`Move to the other library`,
        description: l10n.t`The page gets its new place and wording; links to it and on it follow`,
      };
  }
}
