import type { Position, Range } from 'vscode-languageserver-types';
import type { FileEdit, RenameOutcome } from './features/fileEdits.ts';
import { pagesLinkingTo } from './features/linkEdits.ts';
import { type LinkedPlaces, linkedEditingAt } from './features/linkedEditing.ts';
import { extendedFrom } from './features/references.ts';
import { moveEdits } from './features/rename/movedPages.ts';
import { type RenameSubject, renameSubjectAt } from './features/rename/renameSubject.ts';
import { notHere, type Renaming, rename } from './features/rename/renaming.ts';
import { RestructuredWorkspace } from './restructuredWorkspace.ts';
import { canonicalUri } from './workspace/canonicalUri.ts';
import { type MovedFile, movesOf } from './workspace/movedSite.ts';
import { isPageFile } from './workspace/routes.ts';

/** What a workspace's files become when something in them gets another name, or they another place. */
export class RenamingWorkspace extends RestructuredWorkspace {
  /** The words at a place that can be renamed, and what they are called in full; a refusal where nothing can. */
  async prepareRename(uri: string, position: Position): Promise<RenamePlace> {
    const found = await this.renameSubject(uri, position);
    return found
      ? { type: 'place', range: found.page.lines.rangeOf(found.subject.span), placeholder: found.subject.name }
      : { type: 'refused', message: notHere() };
  }

  /** The edits that call what stands at a place by another name, on every page; a refusal where that cannot be. */
  async rename(uri: string, position: Position, newName: string): Promise<RenameOutcome> {
    const found = await this.renameSubject(uri, position);
    const renaming = found && (await this.loadRenaming(canonicalUri(uri), found.subject));
    return renaming ? rename(renaming, newName) : { type: 'refused', message: notHere() };
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
