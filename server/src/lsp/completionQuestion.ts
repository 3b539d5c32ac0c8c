import { CompletionTriggerKind } from 'vscode-languageserver';
import { completionTriggers } from '../features/completion/completion.ts';
import type { EditorQuestion } from './editorQuestions.ts';

/** What can be written; what is told of an item comes when the editor shows it. */
export const completion: EditorQuestion = {
  capabilities: { completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true } },
  listen(connection, { service, client }) {
    connection.onCompletion(({ textDocument, position, context }) => {
      const can = client().textDocument?.completion?.completionItem;
      return service().completion(textDocument.uri, position, {
        snippets: can?.snippetSupport === true,
        insertReplace: can?.insertReplaceSupport === true,
        byCharacter: context?.triggerKind === CompletionTriggerKind.TriggerCharacter,
      });
    });
    connection.onCompletionResolve(async item => {
      const value = await service().completionDocumentation(item.data);
      return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
    });
  },
};
