import type { ScannedLink } from '../../syntax/linkScan.ts';
import { findShortcodes, refTarget } from '../../syntax/shortcode.ts';
import { type Span, textOf } from '../../text/span.ts';
import { catalogueUrls, destinationOfUrl } from '../../workspace/catalogue.ts';
import { scannedTarget } from '../../workspace/linksTo.ts';
import { movedSite } from '../../workspace/movedSite.ts';
import { relativePath } from '../../workspace/routes.ts';
import type { SiteIndex } from '../../workspace/siteIndex.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { FileEdit } from '../fileEdits.ts';
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
  const target = moves.get(before.uri) ?? before.uri;
  const later = { index: after, profile: workspace.profile };
  const leads = (written: string): boolean =>
    scannedTarget(later, from, { destination: written })?.uri === target && !leavesRepository(after, from, written);
  if (leads(destination)) return undefined;
  const place = pathPlace(destination);
  const path = textOf(destination, place);
  const spellings = destination.includes('{{') ? refsTo(after, target, path) : pathsTo(after, from, target, path);
  const newText = spellings.find(one => leads(destination.slice(0, place.start) + one + destination.slice(place.end)));
  if (newText === undefined) return undefined;
  const range = {
    start: { line, character: character + place.start },
    end: { line, character: character + place.end },
  };
  return { uri, range, newText };
}

/** True for a path to a file that has more steps up than there are folders: a site's address forgives that, a disk does not. */
function leavesRepository(after: SiteIndex, from: string, written: string): boolean {
  if (after.profile.site.relativeLinks !== 'file' || /^\/|^[a-z]+:/i.test(written)) return false;
  let depth = after.linkBaseOf(from).folderUrl.split('/').length - 2;
  for (const segment of written.split(/[?#]/)[0]!.split('/')) {
    if (segment === '..' && --depth < 0) return true;
    if (segment !== '..' && segment !== '.') depth++;
  }
  return false;
}

/** Where a destination says which page it leads to: a path without host, query and anchor. */
function pathPlace(destination: string): Span {
  const [call] = destination.includes('{{') ? findShortcodes(destination) : [];
  const within = (call && refTarget(destination, call))?.span ?? { start: 0, end: destination.length };
  const host = /^https?:\/\/[^/?#]*/i.exec(destination)?.[0].length ?? 0;
  const start = within.start + (call ? 0 : host);
  const rest = destination.slice(start, within.end).search(/[?#]/);
  return { start, end: rest < 0 ? within.end : start + rest };
}

/** How a `ref` may write a page, the likest to what it wrote before first. */
function refsTo(after: SiteIndex, target: string, written: string): readonly string[] {
  const path = after.refTo(target);
  if (path === undefined) return [];
  const name = path.split('/').at(-1)!;
  const fromRoot = written.startsWith('/') ? [path] : [path.slice(1), path];
  const ending = /\.(?:md|markdown)$/.exec(written)?.[0] ?? '';
  return [...(written.includes('/') ? [] : [name + ending]), ...fromRoot.flatMap(one => (ending ? [one + ending, one] : [one]))];
}

/** The same of a URL or a path from the page: one that was from the page stays so, and so does a slash at the end. */
function pathsTo(after: SiteIndex, from: string, target: string, written: string): readonly string[] {
  const url = after.urlOf(target);
  if (url === undefined) return [];
  const isFromRoot = written.startsWith('/');
  const ofFile = relativePath(from, target);
  const { folderUrl } = after.linkBaseOf(from);
  const path = isFromRoot ? url : relativeUrl(folderUrl, url);
  const spelt = written.endsWith('/') ? path : path.replace(/(?<=[^/])\/$/, '');
  return after.profile.site.relativeLinks === 'file' && !isFromRoot ? [ofFile, spelt, path] : [spelt, path, url];
}

/** The way from one URL to another, both with a slash at their end. */
function relativeUrl(from: string, to: string): string {
  const [base, target] = [from.split('/').slice(1, -1), to.split('/').slice(1, -1)];
  let shared = 0;
  while (shared < base.length && shared < target.length && base[shared] === target[shared]) shared++;
  const path = [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
  return path === '' ? './' : `${path}/`;
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
