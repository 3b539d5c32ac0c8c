import * as l10n from '@vscode/l10n';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  ErrorCodes,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { fixAllKind } from '../features/codeActions.ts';
import { pagesRefactorings, refactorings } from '../features/refactor/refactorings.ts';
import { genderCodedLanguage } from '../rules/genderCodedLanguage.ts';
import type { Asked, EditorQuestion } from './editorQuestions.ts';
import { canChangeFiles } from './workspaceEdit.ts';

const allRefactorings = [...refactorings, ...pagesRefactorings];

/** Quick fixes, all fixes at once, and refactorings, whose edits are made when one is chosen. */
export const codeActions: EditorQuestion = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, ...allRefactorings.map(({ kind }) => kind)],
      resolveProvider: true,
    },
  },
  listen(connection, asked) {
    const { service, client, showReferencesCommand } = asked;

    /** What shows the words that count, in a client that can. */
    async function showCodedWords(uri: string, range: Range): Promise<CodeAction[]> {
      const name = showReferencesCommand();
      const words = name === undefined ? [] : ((await service().codedWords(uri)) ?? []);
      if (name === undefined || words.length === 0) return [];
      const title = l10n.t`Show coded words`;
      const places = words.map(word => ({ uri, range: word }));
      return [{ title, kind: CodeActionKind.QuickFix, command: { title, command: name, arguments: [uri, range.start, places] } }];
    }

    connection.onCodeAction(async ({ context, textDocument: { uri }, range }, token) => {
      // Whoever takes no literals takes commands alone, of which this server has none.
      if (!client().textDocument?.codeAction?.codeActionLiteralSupport) return [];
      const { only } = context;
      const wants = (kind: string): boolean => only === undefined || only.some(one => isWithin(kind, one));
      const quickFixes = wants(CodeActionKind.QuickFix) ? await service().codeActions(uri, range, token) : [];
      const showWords = quickFixes.some(({ diagnostics }) => diagnostics?.some(isOfCodedWords))
        ? await showCodedWords(uri, range)
        : [];
      // Fixing all checks the page several times over: only for those who ask for it by name.
      const fixAll = only !== undefined && wants(fixAllKind) ? await service().fixAllAction(uri) : undefined;
      // What concerns the whole page is for those who ask for it by name, too.
      const isAsked = (kind: string): boolean =>
        wants(kind) &&
        (only !== undefined || !isWithin(kind, CodeActionKind.Source)) &&
        (canChangeFiles(client()) || !pagesRefactorings.some(one => one.kind === kind));
      const offered = allRefactorings.some(({ kind }) => isAsked(kind)) ? await service().refactorings(uri, range, isAsked) : [];
      const actions = offered.map(
        ({ title, kind }): CodeAction => ({ title, kind, data: { uri, range, kind } satisfies RefactoringData }),
      );
      const chosenLater = canResolve(client()) ? actions : await resolvedNow(actions, asked);
      return [...showWords, ...quickFixes, ...(fixAll ? [fixAll] : []), ...chosenLater];
    });
    connection.onCodeActionResolve(async action => {
      if (action.edit !== undefined || action.data === undefined) return action;
      const edit = await editOf(action.data, asked);
      if (edit === undefined)
        throw new ResponseError(
          LSPErrorCodes.RequestFailed,
          l10n.t`“${action.title}” is not made: the page has changed meanwhile, or a level would amount to something else, or an error come.`,
        );
      return { ...action, edit };
    });
  },
};

/** True for the finding on a page's masculine-coded words, or on one of them. */
function isOfCodedWords({ code }: Diagnostic): boolean {
  return code === genderCodedLanguage.code;
}

/** What a refactoring's edit is made by once it is chosen. */
interface RefactoringData {
  readonly uri: string;
  readonly range: Range;
  readonly kind: string;
}

async function resolvedNow(actions: readonly CodeAction[], asked: Asked): Promise<CodeAction[]> {
  const resolved: CodeAction[] = [];
  for (const { data, ...action } of actions) {
    const edit = await editOf(data, asked);
    if (edit) resolved.push({ ...action, edit });
  }
  return resolved;
}

async function editOf(data: unknown, { service, edit }: Asked): Promise<WorkspaceEdit | undefined> {
  const { uri, range, kind } = (data ?? {}) as Partial<RefactoringData>;
  if (typeof uri !== 'string' || typeof kind !== 'string' || !isRange(range))
    throw new ResponseError(ErrorCodes.InvalidParams, 'The data of a code action is not what the server has sent.');
  const changes = await service().refactoringEdits(uri, range, kind);
  return changes && edit(changes);
}

function isRange(range: Range | undefined): range is Range {
  return [range?.start?.line, range?.start?.character, range?.end?.line, range?.end?.character].every(Number.isInteger);
}

function canResolve(client: ClientCapabilities): boolean {
  const { resolveSupport, dataSupport } = client.textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

/** True where an action of a kind is one of those asked for: kinds are dotted paths, and a shorter one means all below it. */
function isWithin(kind: string, asked: string): boolean {
  return asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`);
}
