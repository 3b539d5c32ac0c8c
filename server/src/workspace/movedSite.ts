import { canonicalUri } from './canonicalUri.ts';
import { SiteIndex } from './siteIndex.ts';
import type { Workspace } from './workspace.ts';

/** A file or folder that gets another place, or goes where there is none. URIs in any spelling. */
export interface MovedFile {
  readonly oldUri: string;
  readonly newUri?: string;
}

/** Where each of some files is after files or folders were moved; only those that are, a file that goes as itself. */
export function movesOf(known: Iterable<string>, files: readonly MovedFile[]): ReadonlyMap<string, string> {
  const moves = new Map<string, string>();
  const moved = files.map(({ oldUri, newUri = oldUri }) => ({ from: bare(oldUri), to: bare(newUri) }));
  for (const uri of known) {
    const move = moved.find(({ from }) => uri === from || uri.startsWith(`${from}/`));
    if (move) moves.set(uri, move.to + uri.slice(move.from.length));
  }
  return moves;
}

/** The pages of a workspace by their addresses as they will be once some of them have other places. All outlines must be loaded. */
export function movedSite(workspace: Workspace, moves: ReadonlyMap<string, string>): SiteIndex {
  const after = new SiteIndex(workspace.profile, workspace.folders);
  for (const uri of workspace.index.pages) {
    const place = moves.get(uri) ?? uri;
    after.add(place);
    const site = workspace.outline(uri)?.site;
    if (site) after.setAddresses(place, site);
  }
  return after;
}

function bare(uri: string): string {
  return canonicalUri(uri).replace(/\/$/, '');
}
