import { type CompletionItem, CompletionTriggerKind } from 'vscode-languageserver';
import { completionTriggers } from '../features/completion/completion.ts';
import type { EditorQuestion } from './editorQuestions.ts';
import { markupFor } from './simplerAnswers.ts';

/** What can be written; what is told of an item comes when the editor shows it. */
export const completion: EditorQuestion = {
  capabilities: { completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true } },
  listen(connection, { service, client }) {
    const can = () => client().textDocument?.completion?.completionItem;
    connection.onCompletion(async ({ textDocument, position, context }) => {
      const list = await service().completion(textDocument.uri, position, {
        snippets: can()?.snippetSupport === true,
        insertReplace: can()?.insertReplaceSupport === true,
        byCharacter: context?.triggerKind === CompletionTriggerKind.TriggerCharacter,
      });
      const formats = can()?.documentationFormat;
      const plainly = (item: CompletionItem): CompletionItem =>
        item.documentation === undefined ? item : { ...item, documentation: markupFor(formats, item.documentation) };
      return { ...list, items: list.items.map(plainly) };
    });
    connection.onCompletionResolve(async item => {
      const value = await service().completionDocumentation(item.data);
      if (value === undefined) return item;
      return { ...item, documentation: markupFor<never>(can()?.documentationFormat, { kind: 'markdown', value }) };
    });
  },
};
