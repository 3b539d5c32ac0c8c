import type {
  CodeAction,
  CompletionList,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  Position,
  Range,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { type Cancellation, CheckedWorkspace } from './checkedWorkspace.ts';
import { codeActionsFor, fixAllAction } from './features/codeActions.ts';
import { completionAt } from './features/completion/completion.ts';
import { definitionAt } from './features/definition.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { hoverAt } from './features/hover.ts';
import { type LinkedPlaces, linkedEditingAt } from './features/linkedEditing.ts';
import { extendedFrom, referencesAt } from './features/references.ts';
import type { FileEdit, RenameOutcome } from './features/rename/fileEdits.ts';
import { pagesLinkingTo } from './features/rename/linkEdits.ts';
import { moveEdits } from './features/rename/movedPages.ts';
import { type RenameSubject, renameSubjectAt } from './features/rename/renameSubject.ts';
import { notHere, type Renaming, rename } from './features/rename/renaming.ts';
import { documentCompletion } from './features/schema/documentCompletion.ts';
import { schemaHover } from './features/schema/schemaHover.ts';
import { workspaceSymbols } from './features/workspaceSymbols.ts';
import { ladderHtml } from './ladder/ladderHtml.ts';
import { ladderView } from './ladder/ladderView.ts';
import { type FamilyJson, familyJson } from './ladder/modelJson.ts';
import type { LadderResult } from './lsp/messages.ts';
import { canonicalUri } from './workspace/canonicalUri.ts';
import { documentKinds } from './workspace/documentKinds.ts';
import { type MovedFile, movesOf } from './workspace/movedSite.ts';
import { isPageFile } from './workspace/routes.ts';

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

  /** The words at a place that can be renamed, and what they are called in full; a refusal where nothing can. */
  async prepareRename(uri: string, position: Position): Promise<RenamePlace> {
    const found = await this.renameSubject(uri, position);
    return found
      ? { type: 'place', range: found.page.lines.rangeOf(found.subject.span), placeholder: found.subject.name }
      : { type: 'refused', message: notHere };
  }

  /** The edits that call what stands at a place by another name, on every page; a refusal where that cannot be. */
  async rename(uri: string, position: Position, newName: string): Promise<RenameOutcome> {
    const found = await this.renameSubject(uri, position);
    const renaming = found && (await this.loadRenaming(canonicalUri(uri), found.subject));
    return renaming ? rename(renaming, newName) : { type: 'refused', message: notHere };
  }

  /** The edits by which links stay true where files or folders get other places, of files as they are before that. */
  async moveFiles(files: readonly MovedFile[]): Promise<readonly FileEdit[]> {
    const workspace = await this.wholeWorkspace();
    await workspace.loadDocuments('catalogue');
    const moves = movesOf(workspace.index.pages, files);
    for (const uri of moves.keys()) await workspace.loadText(uri);
    return moveEdits(workspace, moves, this.settings.leaveAliasOnMove ?? 'ask');
  }

  /** The places that change together while the one at a position is typed in. */
  async linkedEditingRanges(uri: string, position: Position): Promise<LinkedPlaces | undefined> {
    const linked = await this.link(uri);
    return linked && linkedEditingAt(linked, linked.family.page.lines.offsetAt(position));
  }

  private async renameSubject(
    uri: string,
    position: Position,
  ): Promise<{ readonly subject: RenameSubject; readonly page: Renaming['page'] } | undefined> {
    const { workspace } = await this.configured.ready();
    const own = canonicalUri(uri);
    if (!isPageFile(own) || !(await workspace.loadText(own))) return undefined;
    const linked = await this.link(own);
    const page = linked?.family.page ?? workspace.syntax(own);
    const subject = page && renameSubjectAt(page, page.lines.offsetAt(position), linked);
    return subject && { subject, page };
  }

  /** Loads all that a renaming needs. A level may be another page's than the one it is named on. */
  private async loadRenaming(asked: string, subject: RenameSubject): Promise<Renaming | undefined> {
    const workspace = await this.wholeWorkspace();
    await workspace.loadDocuments('catalogue');
    const uri = subject.type === 'level' ? subject.on.uri : asked;
    const extending = subject.type === 'level' ? extendedFrom(workspace, { uri, anchor: subject.level.anchor || undefined }) : [];
    const linking = pagesLinkingTo(workspace, { uri, anchor: undefined });
    for (const page of new Set([uri, ...linking, ...extending.map(place => place.uri)])) await workspace.loadText(page);
    const linked = await this.link(uri);
    const page = linked?.family.page ?? workspace.syntax(uri);
    if (!page || subject.type !== 'level') return page && { workspace, uri, page, linked, subject };
    const level = linked?.family.levels[subject.on.family.levels.indexOf(subject.level)];
    return linked && level && { workspace, uri, page, linked, subject: { ...subject, on: linked, level } };
  }
}

/** What `prepareRename` says. */
export type RenamePlace =
  | { readonly type: 'place'; readonly range: Range; readonly placeholder: string }
  | { readonly type: 'refused'; readonly message: string };
