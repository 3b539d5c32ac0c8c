import type {
  CodeAction,
  CompletionList,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  Position,
  Range,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { type Cancellation, CheckedWorkspace } from './checkedWorkspace.ts';
import { codeActionsFor, fixAllAction } from './features/codeActions.ts';
import { completionAt } from './features/completion/completion.ts';
import { definitionAt } from './features/definition.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { hoverAt } from './features/hover.ts';
import { refactoringPlace } from './features/refactor/refactoring.ts';
import { refactorings } from './features/refactor/refactorings.ts';
import { type RestructuringHost, restructured } from './features/refactor/restructured.ts';
import { type WorkspaceEditSupport, workspaceEditOf } from './features/refactor/workspaceEdit.ts';
import { referencesAt } from './features/references.ts';
import { documentCompletion } from './features/schema/documentCompletion.ts';
import { schemaHover } from './features/schema/schemaHover.ts';
import { workspaceSymbols } from './features/workspaceSymbols.ts';
import { ladderHtml } from './ladder/ladderHtml.ts';
import { ladderView } from './ladder/ladderView.ts';
import { type FamilyJson, familyJson } from './ladder/modelJson.ts';
import type { LadderResult } from './lsp/messages.ts';
import { canonicalUri } from './workspace/canonicalUri.ts';
import { documentKinds } from './workspace/documentKinds.ts';
import { LinkedFamily } from './workspace/linkedFamily.ts';

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

  /** The refactorings of the wanted kinds that apply to what is selected: what each does, and its kind, by which `refactoringEdit` makes it. */
  async refactorings(
    uri: string,
    range: Range,
    wants: (kind: string) => boolean = () => true,
  ): Promise<{ readonly title: string; readonly kind: string }[]> {
    const linked = await this.link(uri);
    if (!linked) return [];
    const { lines } = linked.family.page;
    const place = refactoringPlace(linked, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });
    return refactorings.flatMap(({ kind, offer }) => {
      const offered = wants(kind) ? offer(place) : undefined;
      return offered ? [{ title: offered.title, kind }] : [];
    });
  }

  /**
   * The edit of the refactoring of a kind; undefined where it does not apply, or would change what levels amount to in a way
   * that it does not promise.
   */
  async refactoringEdit(
    uri: string,
    range: Range,
    kind: string,
    support: WorkspaceEditSupport,
  ): Promise<WorkspaceEdit | undefined> {
    const configured = await this.configured.ready();
    const linked = await this.link(uri);
    const refactoring = refactorings.find(one => one.kind === kind);
    if (!linked || !refactoring) return undefined;
    const { lines } = linked.family.page;
    const place = refactoringPlace(linked, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });
    const host: RestructuringHost = {
      draft: draft => LinkedFamily.load(linked.uri, configured.workspace, draft),
      findings: draft => this.findingsOfDraft(linked.uri, draft, configured),
      wholeWorkspace: () => this.wholeWorkspace(),
    };
    const offer = refactoring.offer(place);
    const made = offer && (await restructured(linked, refactoring, offer, host));
    return made && workspaceEditOf(made, uri, lines, support);
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
