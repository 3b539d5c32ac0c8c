import * as l10n from '@vscode/l10n';
import {
  type CodeLens,
  CodeLensRefreshRequest,
  type Command,
  type InlayHint,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { CodeLensKind, ResolvedLens } from '../features/codeLenses.ts';
import { semanticTokensLegend } from '../features/semanticTokens.ts';
import type { EditorQuestion } from './editorQuestions.ts';
import { unanswered } from './unanswered.ts';

/** What an editor shows within the text by itself, and asks for again whenever that may be other. */

const inlayHints: EditorQuestion = {
  capabilities: { inlayHintProvider: { resolveProvider: true } },
  listen(connection, { service, client, display }) {
    connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }): Promise<InlayHint[]> => {
      const choice = display().inlayHints;
      if (!choice.grades && !choice.inherited) return [];
      const hints = await service().inlayHints(uri, range, choice);
      const resolves = client().textDocument?.inlayHint?.resolveSupport?.properties.includes('tooltip') === true;
      const withTooltip = (hint: InlayHint) => (resolves ? { ...hint, data: { uri } } : resolved(hint, uri));
      return Promise.all(hints.map(withTooltip));
    });
    connection.languages.inlayHint.resolve(hint => resolved(hint, (hint.data as { readonly uri?: unknown } | undefined)?.uri));

    async function resolved(hint: InlayHint, uri: unknown): Promise<InlayHint> {
      const tooltip = typeof uri === 'string' ? await service().inlayHintTooltip(uri, hint.position) : undefined;
      return tooltip ? { ...hint, tooltip } : hint;
    }
  },
  refresh(connection, client) {
    if (client.workspace?.inlayHint?.refreshSupport) unanswered(connection, connection.languages.inlayHint.refresh());
  },
};

/** What a lens carries until it is resolved. */
interface LensData {
  readonly uri: string;
  readonly kind: CodeLensKind;
  readonly anchor: string;
}

const codeLenses: EditorQuestion = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  listen(connection, { service, display, showReferencesCommand, compareLevelsCommand }) {
    connection.onCodeLens(async ({ textDocument: { uri } }): Promise<CodeLens[]> => {
      const { extendedBy, references, compare } = display().codeLens;
      const kinds: CodeLensKind[] = [
        ...(extendedBy ? ['extendedBy' as const] : []),
        ...(references ? ['references' as const] : []),
        // Without a command this one would say nothing at all.
        ...(compare && compareLevelsCommand() !== undefined ? ['compare' as const] : []),
      ];
      const lenses = await service().codeLenses(uri, kinds);
      return lenses.map(({ range, kind, anchor }) => ({ range, data: { uri, kind, anchor } satisfies LensData }));
    });
    connection.onCodeLensResolve(async (lens): Promise<CodeLens> => {
      const data = lens.data as Partial<LensData> | undefined;
      if (typeof data?.uri !== 'string' || data.kind === undefined || data.anchor === undefined) return lens;
      if (data.kind === 'compare') return { ...lens, command: await compareCommand(data.uri, data.anchor) };
      const answer = await service().resolveCodeLens(data.uri, data.kind, data.anchor);
      return { ...lens, command: commandOf(lens, data.uri, answer) };
    });

    /** Where the level below has gone meanwhile, the client asks what to compare with. */
    async function compareCommand(uri: string, level: string): Promise<Command> {
      const below = await service().levelBelow(uri, level);
      const place = { uri, level, ...(below ? { otherUri: uri, otherLevel: below.level } : {}) };
      return {
        title: l10n.t`compare with the level below`,
        ...(below ? { tooltip: below.title } : {}),
        command: compareLevelsCommand() ?? '',
        arguments: [place],
      };
    }

    /** A lens without a command is words only: nothing to open, or a client that cannot. */
    function commandOf({ range }: CodeLens, uri: string, { title, places }: ResolvedLens): Command {
      const command = places.length > 0 ? showReferencesCommand() : undefined;
      return command === undefined ? { title, command: '' } : { title, command, arguments: [uri, range.start, places] };
    }
  },
  refresh(connection, client) {
    if (client.workspace?.codeLens?.refreshSupport) unanswered(connection, connection.sendRequest(CodeLensRefreshRequest.type));
  },
};

const semanticTokens: EditorQuestion = {
  capabilities: { semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: true } },
  listen(connection, { service, openDocument }) {
    const { semanticTokens: asked } = connection.languages;
    asked.on(({ textDocument: { uri } }) => ofSameText(uri, service().semanticTokens(uri)));
    asked.onRange(({ textDocument: { uri }, range }) => ofSameText(uri, service().semanticTokens(uri, range)));

    /** Numbers without words fit no other text: where the text has changed since it was asked, the client is to ask again. */
    async function ofSameText<Answer>(uri: string, answer: Promise<Answer>): Promise<Answer> {
      const asked = openDocument(uri)?.version;
      const given = await answer;
      if (openDocument(uri)?.version === asked) return given;
      throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since its colours were asked for.');
    }
  },
  refresh(connection, client) {
    if (client.workspace?.semanticTokens?.refreshSupport) unanswered(connection, connection.languages.semanticTokens.refresh());
  },
};

/** The hints, the lenses and the colours. */
export const glanceQuestions: readonly EditorQuestion[] = [inlayHints, codeLenses, semanticTokens];
