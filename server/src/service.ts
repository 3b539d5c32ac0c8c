import * as l10n from '@vscode/l10n';
import type {
  CodeAction,
  CompletionList,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  MarkupContent,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  TypeHierarchyItem,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import type { Cancellation } from './checkedWorkspace.ts';
import { ComparingWorkspace } from './comparingWorkspace.ts';
import { type ExportedFamily, exportedFamily } from './export/exportedFamily.ts';
import { exportedText } from './export/exportedText.ts';
import { codeActionsFor, fixAllAction } from './features/codeActions.ts';
import { masculineWords } from './features/codedWords.ts';
import {
  type CodeLensKind,
  type CountingLensKind,
  codeLenses,
  type LevelLens,
  type ResolvedLens,
  resolveCodeLens,
} from './features/codeLenses.ts';
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
import { type InlayHintChoice, inheritedTooltip, inlayHints } from './features/inlayHints.ts';
import { levelList } from './features/levelList.ts';
import { newFamily } from './features/newFamily.ts';
import { nextToWrite } from './features/nextToWrite.ts';
import type { OtherPages } from './features/otherPages.ts';
import { pageStatus } from './features/pageStatus.ts';
import { referencesAt } from './features/references.ts';
import { documentCompletion } from './features/schema/documentCompletion.ts';
import { schemaHover } from './features/schema/schemaHover.ts';
import { selectionRange } from './features/selectionRanges.ts';
import { semanticTokens } from './features/semanticTokens.ts';
import { hierarchyItemsAt, pagesExtending, placeOfItem, subtypesOn, supertypes } from './features/typeHierarchy.ts';
import { type ListedFamily, workspaceSymbols } from './features/workspaceSymbols.ts';
import { everythingShown, ladderHtml, levelShown } from './ladder/ladderHtml.ts';
import { ladderView } from './ladder/ladderView.ts';
import { nextLevelDown } from './ladder/levelOrder.ts';
import { levelReading } from './ladder/levelReading.ts';
import type {
  CareerMapParams,
  CareerMapResult,
  ExportParams,
  ExportResult,
  LadderResult,
  LadderShown,
  LevelsResult,
  NewFamilyParams,
  NewFamilyResult,
  PageStatus,
} from './lsp/messages.ts';
import { type CareerMap, mapOfFamilies, neighbourhoodMap } from './map/careerMap.ts';
import { mapHtml } from './map/mapHtml.ts';
import { svgDocument } from './map/svgDocument.ts';
import { canonicalUri } from './workspace/canonicalUri.ts';
import { departmentOf } from './workspace/department.ts';
import { documentKinds } from './workspace/documentKinds.ts';
import { pathInWorkspace } from './workspace/pathInWorkspace.ts';

/**
 * The engine's only door: text in, answers out. Positions and ranges are LSP's, counted from 0 in UTF-16 units. Every
 * question about a page that is no job family, or that is gone, is answered by `undefined` or an empty list; none throws
 * because of what a page says. URIs may come in any spelling; those it gives by itself are canonical.
 */
export class LanguageService extends ComparingWorkspace {
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
    const options = await this.diagnosticOptions(found.each);
    return codeActionsFor(found.each, found.lines, page, uri, range, options);
  }

  /** Where the masculine-coded words of a page are; undefined if it is no job family. */
  async codedWords(uri: string): Promise<readonly Range[] | undefined> {
    const linked = await this.link(uri);
    const { rules } = await this.configuration();
    return linked && masculineWords(linked, rules).map(span => linked.family.page.lines.rangeOf(span));
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
    return (
      linked &&
      hoverAt(linked, linked.family.page.lines.offsetAt(position), await this.otherPages(), (await this.configuration()).rules)
    );
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
    return linked ? codeLenses(linked.family, kinds, level => nextLevelDown(linked.family, level)) : [];
  }

  /** What a lens over the level with this anchor says, and the places that it opens. Reads the whole workspace. */
  async resolveCodeLens(uri: string, kind: CountingLensKind, anchor: string): Promise<ResolvedLens> {
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

  /** The ladder pane's content, as much of it as is `shown`; undefined where the page is no job family. */
  async ladder(uri: string, shown: LadderShown = everythingShown): Promise<LadderResult | undefined> {
    const linked = await this.link(uri);
    if (!linked) return undefined;
    const findings = (await this.findings(uri))?.findings ?? [];
    const view = ladderView(linked, findings);
    const level = shown.view === 'level' ? levelShown(view, shown) : undefined;
    const reading = level && levelReading(linked, view, level.id, findings);
    const toWrite = nextToWrite(linked);
    return {
      title: view.title,
      html: ladderHtml(view, { shown, reading, canWrite: toWrite !== undefined }),
      levels: view.levels.map(({ id, anchor, firstLine, lastLine }) => ({ id, anchor, firstLine, lastLine })),
      toWrite: toWrite ? { ...linked.family.page.lines.positionAt(toWrite.offset), snippet: toWrite.snippet } : null,
    };
  }

  /** What a new family can be by what is decided of it so far, and its page once all is. */
  async newFamily(asked: NewFamilyParams): Promise<NewFamilyResult> {
    const { workspace } = await this.configured.ready();
    return newFamily(asked.near === undefined ? asked : { ...asked, near: canonicalUri(asked.near) }, workspace);
  }

  /** A page as exports write it; undefined where it is no job family. `pathOf` says how pages are named. */
  async exportedFamily(uri: string, pathOf: (uri: string) => string): Promise<ExportedFamily | undefined> {
    const linked = await this.link(uri);
    return linked && exportedFamily(linked, pathOf);
  }

  /** Job families as a text to be saved, their paths as from the workspace's folder; undefined where none of the pages is one. */
  async exported({ uris, format, view }: ExportParams): Promise<ExportResult | undefined> {
    if (format === 'svg') {
      const text = await this.careerMapSvg(uris);
      return text === undefined ? undefined : { text, families: uris.length };
    }
    const folders = this.options.folders.map(canonicalUri);
    const families: ExportedFamily[] = [];
    for (const uri of uris) {
      const family = await this.exportedFamily(uri, other => pathInWorkspace(other, folders));
      if (family) families.push(family);
    }
    return families.length === 0 ? undefined : { text: exportedText(families, format, view), families: families.length };
  }

  /**
   * The career map of one family with those that it is linked with over so many steps, or of several as they are; undefined where
   * none of the pages is a job family.
   */
  async careerMap(uris: readonly string[], steps = 1): Promise<CareerMap | undefined> {
    const workspace = await this.wholeWorkspace();
    const families = await this.allFamilies();
    const source = { workspace, families, link: (uri: string) => this.link(uri) };
    const wanted = uris.map(canonicalUri).filter(uri => families.some(one => one.uri === uri));
    if (wanted.length === 0) return undefined;
    if (wanted.length === 1) return neighbourhoodMap(source, wanted[0]!, steps);
    const departments = new Set(wanted.map(uri => departmentOf(workspace.index.urlOf(uri))));
    const [department] = departments.size === 1 ? departments : [];
    return mapOfFamilies(source, department ?? l10n.t`Job families`, wanted);
  }

  /** The body of the map's panel; undefined where the page is no job family. */
  async careerMapPage({ uri, scope, steps }: CareerMapParams): Promise<CareerMapResult | undefined> {
    const { index } = await this.wholeWorkspace();
    const page = canonicalUri(uri);
    const department = departmentOf(index.urlOf(page));
    const isInside = (one: ListedFamily): boolean =>
      one.uri === page || (department !== undefined && departmentOf(index.urlOf(one.uri)) === department);
    const uris = scope === 'family' ? [page] : (await this.allFamilies()).filter(isInside).map(one => one.uri);
    const map = await this.careerMap(uris, steps);
    return map && { title: map.title, html: mapHtml(map, department) };
  }

  /** The same map as an SVG file. */
  async careerMapSvg(uris: readonly string[]): Promise<string | undefined> {
    const map = await this.careerMap(uris);
    const host = (await this.configuration()).profile.site.hosts[0];
    return map && svgDocument(map, host === undefined ? undefined : `https://${host}`);
  }

  private async otherPages(): Promise<OtherPages> {
    const { workspace } = await this.configured.ready();
    return {
      text: async uri => ((await workspace.loadText(uri)) ? workspace.text(uri) : undefined),
      outline: async uri => ((await workspace.loadOutline(uri)) ? workspace.outline(uri) : undefined),
      syntax: async uri => ((await workspace.loadText(uri)) ? workspace.syntax(uri) : undefined),
      families: () => this.allFamilies(),
    };
  }
}
