import type { EditorQuestion } from './editorQuestions.ts';

const folding: EditorQuestion = {
  capabilities: { foldingRangeProvider: true },
  listen(connection, { service }) {
    connection.onFoldingRanges(({ textDocument }) => service().foldingRanges(textDocument.uri));
  },
};

const selection: EditorQuestion = {
  capabilities: { selectionRangeProvider: true },
  listen(connection, { service }) {
    connection.onSelectionRanges(
      async ({ textDocument, positions }) => (await service().selectionRanges(textDocument.uri, positions)) ?? null,
    );
  },
};

const highlights: EditorQuestion = {
  capabilities: { documentHighlightProvider: true },
  listen(connection, { service }) {
    connection.onDocumentHighlight(({ textDocument, position }) => service().documentHighlights(textDocument.uri, position));
  },
};

const links: EditorQuestion = {
  capabilities: { documentLinkProvider: { resolveProvider: false } },
  listen(connection, { service }) {
    connection.onDocumentLinks(({ textDocument }) => service().documentLinks(textDocument.uri));
  },
};

/** What helps to move about in a page: folds, selections that grow, what belongs together, links. */
export const readingQuestions: readonly EditorQuestion[] = [folding, selection, highlights, links];
