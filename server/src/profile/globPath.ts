/**
 * Returns the path that globs are matched against: percent-decoded, relative to the innermost of the workspace's folders that
 * holds the file, so that the folders above a checkout never count. For a file of no workspace folder, the whole path.
 */
export function globPath(uri: string, folders: readonly string[]): string {
  let start = 0;
  for (const folder of folders) {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    if (prefix.length > start && uri.startsWith(prefix)) start = prefix.length;
  }
  const path = start > 0 ? uri.slice(start) : uri.replace(/^[a-z][\w+.-]*:\/\/[^/]*\//i, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone percent sign: the path is matched as it is.
    return path;
  }
}

/**
 * Returns the same from the folder that holds the site's content folder, if the workspace is itself a part of that folder: then the site's
 * own folders are above it. Undefined for any other workspace, and for a profile without a content folder.
 */
export function partialSitePath(uri: string, folders: readonly string[], contentRoots: readonly string[]): string | undefined {
  const folder = folders.find(one => uri.startsWith(one.endsWith('/') ? one : `${one}/`));
  if (folder === undefined || contentRoots.includes('.')) return undefined;
  const segments = uri.split('/');
  const depth = folder.replace(/\/$/, '').split('/').length;
  const root = segments.slice(0, depth).findLastIndex(segment => contentRoots.includes(segment));
  return root < 0 ? undefined : globPath(segments.slice(root).join('/'), []);
}
