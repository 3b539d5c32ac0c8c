import type { Profile } from '../profile/profile.ts';

/** Where a file stands in its site. */
export interface SitePlace {
  /** URI of the folder that holds the content folder; the site's root in the workspace. */
  readonly siteRoot: string;
  /** Path of the file below the content folder, with `/`. */
  readonly contentPath: string;
}

/**
 * Where a file stands in its site: below the first folder, counted from the workspace's own, that the profile names as a
 * content root; for a workspace that is itself a part of a content folder, below the last such folder above it. Undefined
 * for a file of no site.
 */
export function placeOf(uri: string, workspaceFolder: string, profile: Profile): SitePlace | undefined {
  const roots = profile.site.contentRoots;
  const folder = workspaceFolder.replace(/\/$/, '');
  if (!uri.startsWith(`${folder}/`)) return undefined;
  const below = uri.slice(folder.length + 1).split('/');
  // The workspace itself is what is shown.
  if (roots.includes('.')) return { siteRoot: folder, contentPath: decode(below.join('/')) };
  const at = below.slice(0, -1).findIndex(segment => roots.includes(segment));
  if (at >= 0) {
    const site = [folder, ...below.slice(0, at)].join('/');
    return { siteRoot: site, contentPath: decode(below.slice(at + 1).join('/')) };
  }
  const segments = uri.split('/');
  const last = segments.slice(0, folder.split('/').length).findLastIndex(segment => roots.includes(segment));
  if (last < 0) return undefined;
  return { siteRoot: segments.slice(0, last).join('/'), contentPath: decode(segments.slice(last + 1).join('/')) };
}

/**
 * The URL of a page by its place below the content folder, a slash at both ends, as Hugo makes it: lower case, spaces to
 * dashes. `file`: as a repository is browsed, where a folder shows its README.
 */
export function urlOfContentPath(contentPath: string, relativeLinks: Profile['site']['relativeLinks'] = 'url'): string {
  const bare = contentPath
    .replace(/\.(?:md|markdown|html)$/i, '')
    .replace(/\.html$/i, '')
    .replace(relativeLinks === 'file' ? /(?:^|\/)(?:_?index|readme)$/i : /(?:^|\/)_?index$/i, '');
  return normaliseUrl(`/${bare}/`.toLowerCase().replace(/\s+/g, '-'));
}

/** A site URL's path in one form: percent-decoded, one slash at a time, `index.html` left out, a slash at both ends. */
export function normaliseUrl(path: string): string {
  const bare = decode(path)
    .replace(/\/+/g, '/')
    .replace(/\/index\.html$/, '/');
  return bare.endsWith('/') ? bare : `${bare}/`;
}

/** A path as seen from a page: the page's own URL ends with a slash, so `x` is a page below it. */
export function joinUrl(pageUrl: string, path: string): string {
  const segments = path.startsWith('/') ? [] : pageUrl.split('/').filter(segment => segment !== '');
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** Percent-decoded where it can be; as it stands where it cannot. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True for a file that the site makes a page of. */
export function isPageFile(uri: string): boolean {
  return /\.(?:md|markdown)$/i.test(uri);
}
