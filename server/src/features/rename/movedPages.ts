import type { ScannedLink } from '../../syntax/linkScan.ts';
import { catalogueUrls, destinationOfUrl } from '../../workspace/catalogue.ts';
import { scannedTarget } from '../../workspace/linksTo.ts';
import { movedSite } from '../../workspace/movedSite.ts';
import type { SiteIndex } from '../../workspace/siteIndex.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { FileEdit } from '../fileEdits.ts';
import { pathPlace, respeltPath } from '../linkSpelling.ts';
import { aliasEdit } from './aliasEdit.ts';

/**
 * The edits by which links stay true where pages get other places: those to a moved page and those on one, in whatever form
 * they are written, and URLs in catalogues. Files are edited as they are before the move. A link that leads where it did is
 * left alone. A page whose address changes may leave the old one as an alias. All outlines must be loaded, and the texts of
 * the pages that move.
 */
export function moveEdits(
  workspace: Workspace,
  moves: ReadonlyMap<string, string>,
  aliases: 'ask' | 'always' | 'never',
): FileEdit[] {
  if (moves.size === 0) return [];
  const after = movedSite(workspace, moves);
  const edits: FileEdit[] = [];
  for (const { uri, outline } of workspace.outlines())
    for (const link of outline.links) {
      const edit = linkEdit(workspace, after, moves, uri, link);
      if (edit) edits.push(moves.has(uri) ? edit : { ...edit, reason: 'other-page' });
    }
  edits.push(...catalogueEdits(workspace, after, moves));
  if (aliases === 'never' || workspace.profile.site.relativeLinks === 'file') return edits;
  for (const [uri, place] of moves) {
    const edit = leftAlias(workspace, after, uri, place);
    if (edit) edits.push(aliases === 'ask' ? { ...edit, reason: 'alias' } : edit);
  }
  return edits;
}

function linkEdit(
  workspace: Workspace,
  after: SiteIndex,
  moves: ReadonlyMap<string, string>,
  uri: string,
  { destination, line, character }: ScannedLink,
): FileEdit | undefined {
  if (destination.startsWith('#')) return undefined;
  const before = scannedTarget(workspace, uri, { destination });
  if (!before) return undefined;
  const from = moves.get(uri) ?? uri;
  const respelt = respeltPath(after, from, destination, moves.get(before.uri) ?? before.uri);
  if (!respelt) return undefined;
  const { place, newText } = respelt;
  const range = {
    start: { line, character: character + place.start },
    end: { line, character: character + place.end },
  };
  return { uri, range, newText };
}

function catalogueEdits(workspace: Workspace, after: SiteIndex, moves: ReadonlyMap<string, string>): FileEdit[] {
  return workspace.documents.ofKind('catalogue').flatMap(uri => {
    const yaml = workspace.yaml(uri);
    return (yaml ? catalogueUrls(yaml) : []).flatMap(({ written, span }): FileEdit[] => {
      const read = destinationOfUrl(written, workspace.profile);
      const page = read.type === 'site' ? workspace.index.pageAt(read.url) : undefined;
      const place = page === undefined ? undefined : moves.get(page);
      const url = place === undefined ? undefined : after.urlOf(place);
      const at = yaml!.text.indexOf(written, span.start);
      if (read.type !== 'site' || url === undefined || at < 0 || at >= span.end || after.pageAt(read.url) === place) return [];
      const path = pathPlace(written);
      const range = yaml!.lines.rangeOf({ start: at + path.start, end: at + path.end });
      return [{ uri, range, newText: written.slice(0, path.end).endsWith('/') ? url : url.slice(0, -1), reason: 'other-page' }];
    });
  });
}

/** The edit that leaves a page's old address behind; undefined where it stays the same, or somebody else has it then. */
function leftAlias(workspace: Workspace, after: SiteIndex, uri: string, place: string): FileEdit | undefined {
  const url = workspace.index.urlOf(uri);
  const page = workspace.syntax(uri);
  if (url === undefined || !page || after.urlOf(place) === undefined) return undefined;
  if (after.urlOf(place) === url || after.pageAt(url) !== undefined) return undefined;
  const edit = aliasEdit(page, url);
  return edit && { uri, range: page.lines.rangeOf(edit.span), newText: edit.newText };
}
