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

const typeHierarchy: EditorQuestion = {
  capabilities: { typeHierarchyProvider: true },
  listen(connection, { service }) {
    const { typeHierarchy: asked } = connection.languages;
    asked.onPrepare(async ({ textDocument, position }) => {
      const items = await service().typeHierarchyItems(textDocument.uri, position);
      return items.length > 0 ? items : null;
    });
    asked.onSupertypes(({ item }) => service().supertypes(item));
    asked.onSubtypes(({ item }) => service().subtypes(item));
  },
};

/** What helps to move about: folds, selections that grow, what belongs together, links, the levels above and below. */
export const readingQuestions: readonly EditorQuestion[] = [folding, selection, highlights, links, typeHierarchy];
