import * as l10n from '@vscode/l10n';
import type { ClientCapabilities, Connection, ServerCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import type { FileChange } from '../features/fileEdits.ts';
import type { LanguageService } from '../service.ts';
import { careerMap } from './careerMapQuestion.ts';
import { codeActions } from './codeActions.ts';
import { completion } from './completionQuestion.ts';
import type { EditorDisplay } from './editorDisplay.ts';
import { exportFamilies } from './exportQuestion.ts';
import { glanceQuestions } from './glanceQuestions.ts';
import { levelDocuments } from './levelDocuments.ts';
import { moveToLibrary } from './moveToLibraryQuestion.ts';
import { newFamily } from './newFamilyQuestion.ts';
import type { PlannedMoves } from './plannedMoves.ts';
import { readingQuestions } from './readingQuestions.ts';
import { renameQuestions } from './renameQuestions.ts';
import { flatSymbols, markupFor } from './simplerAnswers.ts';
import type { OpenVersion } from './workspaceEdit.ts';

/** Who answers, and whom: both are known only once the client has said who it is, and may change. */
export interface Asked {
  service(): LanguageService;
  client(): ClientCapabilities;
  /** An open document by its URI in any spelling. */
  openDocument(uri: string): OpenVersion | undefined;
  /** Changes in the form that the client takes. */
  edit(changes: readonly FileChange[]): WorkspaceEdit;
  /** Moves that edits of this server make. */
  readonly plannedMoves: PlannedMoves;
  /** What the editor's settings say of what is shown within the text. */
  display(): EditorDisplay;
  /** The client's command that shows places, where it has one; its arguments are a URI, a position and locations. */
  showReferencesCommand(): string | undefined;
  /** The client's command that compares levels, where it has one; its argument is `{ uri, level, otherUri, otherLevel }`. */
  compareLevelsCommand(): string | undefined;
  /** Calls the listener whenever what levels of these pages amount to may be other; of any page where none is named. */
  onLadderChanged(listener: (uris: readonly string[]) => void): void;
}

/** A kind of question that an editor asks: what the server says that it can do, and what answers. */
export interface EditorQuestion {
  readonly capabilities: Partial<ServerCapabilities>;
  listen(connection: Connection, asked: Asked): void;
  /** Has the client ask again for what it shows, where it can be told so. */
  refresh?(connection: Connection, client: ClientCapabilities): void;
}

const hover: EditorQuestion = {
  capabilities: { hoverProvider: true },
  listen(connection, { service, client }) {
    connection.onHover(async ({ textDocument, position }) => {
      const hover = await service().hover(textDocument.uri, position);
      if (!hover) return null;
      return { ...hover, contents: markupFor(client().textDocument?.hover?.contentFormat, hover.contents) };
    });
  },
};

const definition: EditorQuestion = {
  capabilities: { definitionProvider: true },
  listen(connection, { service, client }) {
    connection.onDefinition(async ({ textDocument, position }) => {
      const links = await service().definition(textDocument.uri, position);
      if (client().textDocument?.definition?.linkSupport) return links;
      return links.map(link => ({ uri: link.targetUri, range: link.targetSelectionRange }));
    });
  },
};

const references: EditorQuestion = {
  capabilities: { referencesProvider: true },
  listen(connection, { service }) {
    connection.onReferences(({ textDocument, position, context }) =>
      service().references(textDocument.uri, position, context.includeDeclaration),
    );
  },
};

const symbols: EditorQuestion = {
  // Made when it is asked for: its words are the editor's language's.
  get capabilities() {
    return { documentSymbolProvider: { label: l10n.t`Job family` }, workspaceSymbolProvider: true };
  },
  listen(connection, { service, client }) {
    connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
      const nested = await service().documentSymbols(uri);
      return client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ? nested : flatSymbols(nested, uri);
    });
    connection.onWorkspaceSymbol(({ query }) => service().workspaceSymbols(query));
  },
};

/** All of them. What a server advertises is made of this list, so that nothing is promised that nobody answers. */
export const editorQuestions: readonly EditorQuestion[] = [
  completion,
  hover,
  definition,
  references,
  codeActions,
  symbols,
  ...renameQuestions,
  ...glanceQuestions,
  newFamily,
  moveToLibrary,
  exportFamilies,
  levelDocuments,
  careerMap,
  ...readingQuestions,
];
