import * as l10n from '@vscode/l10n';
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { levelDocumentScheme, readLevelDocumentUri } from '../ladder/levelDocument.ts';
import type { EditorQuestion } from './editorQuestions.ts';

/** So many documents are followed, those asked for last: more nobody has open. */
const MOST_FOLLOWED = 50;

/** Said in place of the text of a level that is gone: an empty document would look like a level that says nothing. */
function gone(): string {
  return `*${l10n.t`This level is not there any more.`}*\n`;
}

/**
 * The read-only documents of what levels amount to. VS Code's client (`vscode-languageclient` from 10 on) makes a content provider of
 * the capability by itself. Any other client gets a text by sending the same request, whether it has announced that it knows it or not;
 * one that has not is never asked to refresh, and may follow `jobFamily/ladderChanged` (`followsChanges`) instead.
 */
export const levelDocuments: EditorQuestion = {
  capabilities: { workspace: { textDocumentContent: { schemes: [levelDocumentScheme] } } },
  listen(connection, { service, client, onLadderChanged }) {
    /** What was told last, by the document's URI. */
    const told = new Map<string, string>();

    connection.workspace.textDocumentContent.on(async ({ uri }) => {
      const text = (await service().levelText(uri)) ?? gone();
      told.delete(uri);
      told.set(uri, text);
      for (const oldest of told.keys()) {
        if (told.size <= MOST_FOLLOWED) break;
        told.delete(oldest);
      }
      return { text };
    });

    onLadderChanged(uris => {
      for (const document of told.keys()) {
        const page = readLevelDocumentUri(document)?.uri;
        if (page !== undefined && (uris.length === 0 || uris.some(uri => service().isSameFile(uri, page))))
          refresh(document).catch((error: unknown) => connection.console.error(String(error)));
      }
    });

    async function refresh(document: string): Promise<void> {
      if (!refreshes(client())) return;
      const text = (await service().levelText(document)) ?? gone();
      if (told.get(document) !== text) await refreshDocument(connection, document);
    }
  },
};

function refreshes(client: ClientCapabilities): boolean {
  return client.workspace?.textDocumentContent !== undefined;
}

async function refreshDocument(connection: Connection, document: string): Promise<void> {
  await connection.workspace.textDocumentContent.refresh(document);
}
