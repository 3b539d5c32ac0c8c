import type {
  CodeAction,
  CompletionList,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  LocationLink,
  Position,
  Range,
  SelectionRange,
  TypeHierarchyItem,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { type Cancellation, CheckedWorkspace } from './checkedWorkspace.ts';
import { codeActionsFor, fixAllAction } from './features/codeActions.ts';
import { completionAt } from './features/completion/completion.ts';
import { completionHost } from './features/completion/host.ts';
import type { CompletionAsked } from './features/completion/place.ts';
import { documentationOf, isDocumentationOf } from './features/completion/resolve.ts';
import { definitionAt } from './features/definition.ts';
import { documentHighlights } from './features/documentHighlights.ts';
import { documentLinks } from './features/documentLinks.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { foldingRanges } from './features/foldingRanges.ts';
import { hoverAt } from './features/hover/hover.ts';
import { newFamily } from './features/newFamily.ts';
import type { OtherPages } from './features/otherPages.ts';
import { refactoringPlace } from './features/refactor/refactoring.ts';
import { refactorings } from './features/refactor/refactorings.ts';
import { type RestructuringHost, restructured } from './features/refactor/restructured.ts';
import { type WorkspaceEditSupport, workspaceEditOf } from './features/refactor/workspaceEdit.ts';
import { referencesAt } from './features/references.ts';
import { documentCompletion } from './features/schema/documentCompletion.ts';
import { schemaHover } from './features/schema/schemaHover.ts';
import { selectionRange } from './features/selectionRanges.ts';
import { hierarchyItemsAt, pagesExtending, placeOfItem, subtypesOn, supertypes } from './features/typeHierarchy.ts';
import { workspaceSymbols } from './features/workspaceSymbols.ts';
import { ladderHtml } from './ladder/ladderHtml.ts';
import { ladderView } from './ladder/ladderView.ts';
import { type FamilyJson, familyJson } from './ladder/modelJson.ts';
import type { LadderResult, NewFamilyParams, NewFamilyResult } from './lsp/messages.ts';
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
    return linked && hoverAt(linked, linked.family.page.lines.offsetAt(position), await this.otherPages());
  }

  /** Where the words at a place lead; empty where nowhere that is known. */
  async definition(uri: string, position: Position): Promise<LocationLink[]> {
    const linked = await this.link(uri);
    return linked ? definitionAt(linked, linked.family.page.lines.offsetAt(position), await this.otherPages()) : [];
  }

  /** What can be written at a position, most likely first. What is told of addresses comes with `completionDocumentation`. */
  async completion(uri: string, position: Position, asked: CompletionAsked): Promise<CompletionList> {
    const document = await this.linkDocument(uri);
    if (document) return documentCompletion(document, document.yaml.lines.offsetAt(position));
    const { workspace } = await this.configured.ready();
    const linked = await this.link(uri);
    if (!linked) return { isIncomplete: false, items: [] };
    const host = completionHost(workspace, () => this.allFamilies());
    return completionAt(linked, linked.family.page.lines.offsetAt(position), host, asked);
  }

  /** What an item of `completion` leads to, in markdown; undefined where its `data` names no page. */
  async completionDocumentation(data: unknown): Promise<string | undefined> {
    const { workspace } = await this.configured.ready();
    return isDocumentationOf(data) ? documentationOf(data, workspace) : undefined;
  }

  async documentSymbols(uri: string): Promise<DocumentSymbol[]> {
    const linked = await this.link(uri);
    return linked ? documentSymbols(linked.family) : [];
  }

  /** What can be folded; of a page that is no job family the editor knows as much by itself. */
  async foldingRanges(uri: string): Promise<FoldingRange[]> {
    const linked = await this.link(uri);
    return linked ? foldingRanges(linked.family) : [];
  }

  /** For each position what a selection there grows to; undefined where the page is no job family. */
  async selectionRanges(uri: string, positions: readonly Position[]): Promise<SelectionRange[] | undefined> {
    const linked = await this.link(uri);
    return linked && positions.map(position => selectionRange(linked.family, linked.family.page.lines.offsetAt(position)));
  }

  /** Where else the page speaks of what stands at a place; empty where that is nothing that has a name. */
  async documentHighlights(uri: string, position: Position): Promise<DocumentHighlight[]> {
    const linked = await this.link(uri);
    return linked ? documentHighlights(linked, linked.family.page.lines.offsetAt(position)) : [];
  }

  /** The links of a page to pages of the workspace. */
  async documentLinks(uri: string): Promise<DocumentLink[]> {
    const linked = await this.link(uri);
    return linked ? documentLinks(linked, await this.otherPages()) : [];
  }

  /** The levels at a place, from which one may ask for those above and below; empty where none is named. */
  async typeHierarchyItems(uri: string, position: Position): Promise<TypeHierarchyItem[]> {
    const linked = await this.link(uri);
    return linked ? hierarchyItemsAt(linked, linked.family.page.lines.offsetAt(position)) : [];
  }

  /** What the level of an item takes over from. */
  async supertypes(item: TypeHierarchyItem): Promise<TypeHierarchyItem[]> {
    const place = placeOfItem(item);
    const linked = place && (await this.link(place.uri));
    return linked ? supertypes(linked, place.anchor) : [];
  }

  /** The levels of the whole workspace that take over from an item's. */
  async subtypes(item: TypeHierarchyItem): Promise<TypeHierarchyItem[]> {
    const place = placeOfItem(item);
    if (!place) return [];
    const uri = canonicalUri(place.uri);
    const found: TypeHierarchyItem[] = [];
    for (const page of pagesExtending(await this.wholeWorkspace(), uri, place.anchor)) {
      const linked = await this.link(page);
      if (linked) found.push(...subtypesOn(linked, uri, place.anchor));
    }
    return found;
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

  /** What a new family can be by what is decided of it so far, and its page once all is. */
  async newFamily(asked: NewFamilyParams): Promise<NewFamilyResult> {
    const { workspace } = await this.configured.ready();
    return newFamily(asked.near === undefined ? asked : { ...asked, near: canonicalUri(asked.near) }, workspace);
  }

  /** The model of a page for other tools; undefined where it is no job family. `pathOf` says how pages are named. */
  async model(uri: string, pathOf: (uri: string) => string): Promise<FamilyJson | undefined> {
    const linked = await this.link(uri);
    return linked && familyJson(linked, pathOf);
  }

  private async otherPages(): Promise<OtherPages> {
    const { workspace } = await this.configured.ready();
    return {
      text: async uri => ((await workspace.loadText(uri)) ? workspace.text(uri) : undefined),
      outline: async uri => ((await workspace.loadOutline(uri)) ? workspace.outline(uri) : undefined),
      families: () => this.allFamilies(),
    };
  }
}
