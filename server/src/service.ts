import type {
  CodeAction,
  CompletionList,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  MarkupContent,
  Position,
  Range,
  SemanticTokens,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { type Cancellation, CheckedWorkspace } from './checkedWorkspace.ts';
import { codeActionsFor, fixAllAction } from './features/codeActions.ts';
import { type CodeLensKind, codeLenses, type LevelLens, type ResolvedLens, resolveCodeLens } from './features/codeLenses.ts';
import { completionAt } from './features/completion/completion.ts';
import { definitionAt } from './features/definition.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { hoverAt } from './features/hover.ts';
import { type InlayHintChoice, inheritedTooltip, inlayHints } from './features/inlayHints.ts';
import { levelList } from './features/levelList.ts';
import { pageStatus } from './features/pageStatus.ts';
import { referencesAt } from './features/references.ts';
import { documentCompletion } from './features/schema/documentCompletion.ts';
import { schemaHover } from './features/schema/schemaHover.ts';
import { semanticTokens } from './features/semanticTokens.ts';
import { workspaceSymbols } from './features/workspaceSymbols.ts';
import { ladderHtml } from './ladder/ladderHtml.ts';
import { ladderView } from './ladder/ladderView.ts';
import { type FamilyJson, familyJson } from './ladder/modelJson.ts';
import type { LadderResult, LevelsResult, PageStatus } from './lsp/messages.ts';
import { canonicalUri } from './workspace/canonicalUri.ts';
import { documentKinds } from './workspace/documentKinds.ts';

/**
 * The engine's only door: text in, answers out. Positions and ranges are LSP's, counted from 0 in UTF-16 units. Every
 * question about a page that is no job family, or that is gone, is answered by `undefined` or an empty list; none throws
 * because of what a page says. URIs may come in any spelling; those it gives by itself are canonical.
 */
export class LanguageService extends CheckedWorkspace {
  /** The families and levels of the workspace whose name has the query's letters in this order, the best match first. */
  async workspaceSymbols(query: string): Promise<WorkspaceSymbol[]> {
    return workspaceSymbols(query, await this.allFamilies());
  }

  /** All levels of the workspace, family by family. */
  async levels(): Promise<LevelsResult> {
    const { index } = await this.wholeWorkspace();
    return levelList(await this.allFamilies(), uri => index.urlOf(uri));
  }

  /** What is made of a page, and why nothing where it is no job family. */
  async pageStatus(uri: string): Promise<PageStatus> {
    const linked = await this.link(uri);
    return pageStatus(canonicalUri(uri), linked?.family, (await this.configuration()).profile);
  }

  /** Every place of the workspace that speaks of what stands at a position, whatever page it is. */
  async references(uri: string, position: Position, includeDeclaration: boolean): Promise<Location[]> {
    const workspace = await this.wholeWorkspace();
    await workspace.loadDocuments('catalogue');
    const page = canonicalUri(uri);
    if (!(await workspace.loadOutline(page))) return [];
    return referencesAt(workspace, page, position, await this.link(page), includeDeclaration);
  }

  /** The quick fixes of the findings that touch a range, and what is offered beside them. */
  async codeActions(uri: string, range: Range, cancellation?: Cancellation): Promise<CodeAction[]> {
    const found = await this.findings(uri, cancellation);
    if (!found) return [];
    const page = (await this.link(uri))?.family.page;
    return codeActionsFor(found.findings, found.lines, page, uri, range, await this.diagnosticOptions());
  }

  /** The one action that makes every safe fix of a page; undefined where there is none to make. */
  async fixAllAction(uri: string): Promise<CodeAction | undefined> {
    const edits = await this.fixAll(uri);
    const linked = await this.link(uri);
    return linked && edits.length > 0 ? fixAllAction(edits, linked.family.page.lines, uri) : undefined;
  }

  async hover(uri: string, position: Position): Promise<Hover | undefined> {
    const document = await this.linkDocument(uri);
    if (document)
      return schemaHover(document.yaml, documentKinds[document.kind].schema.schema, document.yaml.lines.offsetAt(position));
    const linked = await this.link(uri);
    return linked && hoverAt(linked, linked.family.page.lines.offsetAt(position), { allFamilies: () => this.allFamilies() });
  }

  /** Where the words at a place lead; empty where nowhere that is known. */
  async definition(uri: string, position: Position): Promise<LocationLink[]> {
    const { workspace } = await this.configured.ready();
    const linked = await this.link(uri);
    if (!linked) return [];
    return definitionAt(linked, linked.family.page.lines.offsetAt(position), {
      textOf: other => workspace.text(other),
      headingLines: async other => {
        await workspace.loadText(other);
        return new Map(workspace.outline(other)?.headings.map(heading => [heading.id, heading.line] as const));
      },
    });
  }

  /** `snippets`: whether the client fills in snippets. */
  async completion(uri: string, position: Position, snippets: boolean): Promise<CompletionList> {
    const document = await this.linkDocument(uri);
    if (document) return documentCompletion(document, document.yaml.lines.offsetAt(position));
    const { workspace } = await this.configured.ready();
    const linked = await this.link(uri);
    if (!linked) return { isIncomplete: false, items: [] };
    const host = {
      urls: () => workspace.index.urls(),
      headingsAt: async (url: string) => {
        const page = workspace.index.pageAt(url);
        return page !== undefined && (await workspace.loadOutline(page)) ? workspace.outline(page)?.headings : undefined;
      },
    };
    return completionAt(linked, linked.family.page.lines.offsetAt(position), host, snippets);
  }

  async documentSymbols(uri: string): Promise<DocumentSymbol[]> {
    const linked = await this.link(uri);
    return linked ? documentSymbols(linked.family) : [];
  }

  /** The hints that stand within a range, those of the choice. Their tooltips come by `inlayHintTooltip`. */
  async inlayHints(uri: string, range: Range, choice: InlayHintChoice): Promise<InlayHint[]> {
    const linked = await this.link(uri);
    if (!linked) return [];
    const { lines } = linked.family.page;
    return inlayHints(linked, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }, choice);
  }

  /** What is inherited by the Extends bullet that a hint stands behind; undefined for other hints. */
  async inlayHintTooltip(uri: string, position: Position): Promise<MarkupContent | undefined> {
    const linked = await this.link(uri);
    return linked && inheritedTooltip(linked, position);
  }

  /** The lenses over the levels of a page, without their words. */
  async codeLenses(uri: string, kinds: readonly CodeLensKind[]): Promise<LevelLens[]> {
    const linked = await this.link(uri);
    return linked ? codeLenses(linked.family, kinds) : [];
  }

  /** What a lens over the level with this anchor says, and the places that it opens. Reads the whole workspace. */
  async resolveCodeLens(uri: string, kind: CodeLensKind, anchor: string): Promise<ResolvedLens> {
    return resolveCodeLens(await this.wholeWorkspace(), canonicalUri(uri), kind, anchor);
  }

  /** The words of a page that have a colour of their own, those of a range where one is given. */
  async semanticTokens(uri: string, range?: Range): Promise<SemanticTokens> {
    const linked = await this.link(uri);
    if (!linked) return { data: [] };
    const { lines } = linked.family.page;
    const within = range && { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
    return semanticTokens(linked.family, linked.profile, within);
  }

  /** The ladder pane's content; undefined where the page is no job family. */
  async ladder(uri: string): Promise<LadderResult | undefined> {
    const linked = await this.link(uri);
    if (!linked) return undefined;
    const found = await this.findings(uri);
    const view = ladderView(linked, found?.findings ?? []);
    return {
      title: view.title,
      html: ladderHtml(view),
      levels: view.levels.map(({ id, firstLine, lastLine }) => ({ id, firstLine, lastLine })),
    };
  }

  /** The model of a page for other tools; undefined where it is no job family. `pathOf` says how pages are named. */
  async model(uri: string, pathOf: (uri: string) => string): Promise<FamilyJson | undefined> {
    const linked = await this.link(uri);
    return linked && familyJson(linked, pathOf);
  }
}
