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
