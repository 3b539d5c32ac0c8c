import type { AnnotatedTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { LineIndex } from '../../text/lineIndex.ts';
import type { Restructured } from './restructured.ts';

/** What a client can do with an edit of several files. */
export interface WorkspaceEditSupport {
  readonly documentChanges: boolean;
  /** Changes may be shown and confirmed before they are made. */
  readonly changeAnnotations: boolean;
}

const OTHER_PAGES = 'jobFamily.otherPages';

/** The edit as the client takes it. What it changes on other pages is to be confirmed where the client can ask. `uri`: as the client spells it. */
export function workspaceEditOf(
  { edits, others }: Restructured,
  uri: string,
  lines: LineIndex,
  support: WorkspaceEditSupport,
): WorkspaceEdit {
  const own: TextEdit[] = edits.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText }));
  if (others.size === 0 || !support.documentChanges)
    return { changes: { [uri]: own, ...(Object.fromEntries(others) as Record<string, TextEdit[]>) } };
  const annotated = (edit: TextEdit): TextEdit | AnnotatedTextEdit =>
    support.changeAnnotations ? { ...edit, annotationId: OTHER_PAGES } : edit;
  return {
    documentChanges: [
      { textDocument: { uri, version: null }, edits: own },
      ...[...others].map(([other, ofPage]) => ({ textDocument: { uri: other, version: null }, edits: ofPage.map(annotated) })),
    ],
    ...(support.changeAnnotations
      ? {
          changeAnnotations: {
            [OTHER_PAGES]: {
              label: 'Links on other pages',
              description: 'They follow the headings that they lead to.',
              needsConfirmation: true,
            },
          },
        }
      : {}),
  };
}
