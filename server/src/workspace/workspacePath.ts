import { canonicalUri } from './canonicalUri.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** Where a path that a file of the workspace names may lead besides the folders of the workspace. */
export interface PathOptions {
  /** `node_modules` next to the folder and next to those above it, as Node resolves packages. */
  readonly nodeModules?: boolean;
}

/**
 * Returns the URI of a path that a file of the workspace names, relative to a folder; `undefined` if it leads out of the workspace, symbolic
 * links included. The file need not exist. URIs are canonical.
 */
export async function resolveInWorkspace(
  path: string,
  folder: string,
  folders: readonly string[],
  host: Pick<WorkspaceHost, 'realUri'>,
  { nodeModules = false }: PathOptions = {},
): Promise<string | undefined> {
  const uri = joinedUri(folder, path);
  const allowed = [folder, ...folders, ...(nodeModules ? nodeModulesAbove(folder) : [])];
  if (uri === undefined || !allowed.some(one => isBelow(uri, one))) return undefined;
  if (!host.realUri) return uri;
  const real = await host.realUri(uri);
  if (real === undefined) return undefined;
  for (const one of allowed) {
    const realFolder = await host.realUri(one);
    if (realFolder !== undefined && isBelow(canonicalUri(real), canonicalUri(realFolder))) return uri;
  }
  return undefined;
}

/** Returns a folder's URI with a relative path resolved against it; `undefined` if the path leads above the root of the file system. */
function joinedUri(folder: string, path: string): string | undefined {
  const [, origin = '', start = ''] = /^([a-z][\w+.-]*:\/\/[^/]*)?(.*)$/is.exec(folder) ?? [];
  const segments = start.split('/').filter(segment => segment !== '');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD')));
    else if (segments.pop() === undefined) return undefined;
  }
  return `${origin}/${segments.join('/')}`;
}

function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder.replace(/\/$/, '')}/`);
}

function nodeModulesAbove(folder: string): readonly string[] {
  const found: string[] = [];
  for (let at = folder.replace(/\/$/, ''); !at.endsWith('/'); at = at.slice(0, at.lastIndexOf('/')))
    found.push(`${at}/node_modules`);
  return found;
}
