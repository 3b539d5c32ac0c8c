import type { ChangeAnnotation, ClientCapabilities, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { EditReason, FileEdit } from '../features/fileEdits.ts';

/** A document that the client has open, as the client spells it. */
export interface OpenVersion {
  readonly uri: string;
  readonly version: number;
}

/**
 * Edits in the form that the client takes. What is more than was asked for has an annotation of its own, where the client
 * shows such; an edit that needs to be confirmed is left out for a client that could not ask.
 */
export function workspaceEdit(
  edits: readonly FileEdit[],
  client: ClientCapabilities,
  openDocument: (uri: string) => OpenVersion | undefined,
): WorkspaceEdit {
  const { documentChanges, changeAnnotationSupport } = client.workspace?.workspaceEdit ?? {};
  const annotates = documentChanges === true && changeAnnotationSupport !== undefined;
  const made = annotates ? edits : edits.filter(({ reason }) => reason === undefined || !annotations[reason].needsConfirmation);
  const uris = [...new Set(made.map(edit => edit.uri))];
  const textEdit = ({ range, newText, reason }: FileEdit): TextEdit & { annotationId?: string } => ({
    range,
    newText,
    ...(annotates && reason ? { annotationId: reason } : {}),
  });
  const files = uris.map(uri => {
    const open = openDocument(uri);
    const textEdits = made.filter(edit => edit.uri === uri).map(textEdit);
    return { uri: open?.uri ?? uri, version: open?.version ?? null, textEdits };
  });
  if (!documentChanges) return { changes: Object.fromEntries(files.map(({ uri, textEdits }) => [uri, textEdits])) };
  const reasons = annotates ? [...new Set(made.flatMap(({ reason }) => reason ?? []))] : [];
  return {
    documentChanges: files.map(
      ({ uri, version, textEdits }): TextDocumentEdit => ({
        textDocument: { uri, version },
        edits: textEdits,
      }),
    ),
    ...(reasons.length === 0
      ? {}
      : { changeAnnotations: Object.fromEntries(reasons.map(reason => [reason, annotations[reason]])) }),
  };
}

/**
 * What a client shows of edits that are more than what was asked for. VS Code leaves out what needs to be confirmed unless
 * somebody ticks it: links on other pages would be broken by that, so they only have their own place in its preview.
 */
const annotations: Readonly<Record<EditReason, ChangeAnnotation>> = {
  'other-page': {
    label: 'Other pages',
    description: 'What other pages say of it, and their links to it',
    needsConfirmation: false,
  },
  alias: {
    label: 'Leave an alias',
    description: 'Keeps the old address working: an entry of `aliases` in the front matter',
    needsConfirmation: true,
  },
};
