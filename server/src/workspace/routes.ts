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
 * The URL of a page by its place below the content folder, a slash at both ends, as Hugo makes it. `file`: as a repository is
 * browsed, where a folder shows its README.
 */
export function urlOfContentPath(contentPath: string, relativeLinks: Profile['site']['relativeLinks'] = 'url'): string {
  const bare = contentPath.replace(/\.(?:md|markdown|html)(?:\.erb)?$/i, '').replace(/\.html$/i, '');
  if (relativeLinks === 'file')
    return normaliseUrl(`/${bare.replace(/(?:^|\/)(?:_?index|readme)$/i, '')}/`.toLowerCase().replace(/\s+/g, '-'));
  return tidyUrl(hugoPath(bare.replace(/(?:^|\/)_?index$/i, '')));
}

/**
 * The URL of a page with what its front matter says of it, as Hugo takes it: `url` is the whole URL as it stands, `slug` the
 * last part of it. The list page of a folder has no slug.
 */
export function urlOfPage(contentPath: string, { url, slug }: { readonly url?: string; readonly slug?: string }): string {
  if (url !== undefined && !/^[a-z][a-z\d+.-]*:/i.test(url)) return tidyUrl(url);
  const own = urlOfContentPath(contentPath);
  if (slug === undefined || /(?:^|\/)_index\.[^/]*$/.test(contentPath)) return own;
  return tidyUrl(own.replace(/[^/]*\/$/, hugoPath(slug)));
}

/**
 * A path in the letters that Hugo leaves in URLs: lower case, blanks to one dash, letters, digits, marks and `.` `_` `#` `+` `~`
 * `-` `@` kept, as is a percent code, the rest dropped. Source: Hugo, helpers/path.go, `UnicodeSanitize`.
 */
function hugoPath(path: string): string {
  if (/^[\w./+~@-]*$/.test(path)) return path.toLowerCase();
  let kept = '';
  let blank = false;
  for (let at = 0; at < path.length; ) {
    const character = String.fromCodePoint(path.codePointAt(at)!);
    if (KEPT_IN_URLS.test(character) || (character === '%' && /^[\da-f]{2}/i.test(path.slice(at + 1, at + 3)))) {
      if (blank && character !== '-') kept += '-';
      blank = false;
      kept += character;
    } else if (/\s/.test(character) && kept !== '' && !kept.endsWith('-')) blank = true;
    at += character.length;
  }
  return kept.toLowerCase();
}

const KEPT_IN_URLS = /^[\p{L}\p{Nd}\p{M}./_#+~@-]$/u;

/** A site URL's path in one form: percent-decoded, one slash at a time, `index.html` left out, a slash at both ends. */
export function normaliseUrl(path: string): string {
  return tidyUrl(decode(path));
}

/** The same for a path that is not percent-encoded. */
function tidyUrl(path: string): string {
  return `/${path}/`.replace(/\/{2,}/g, '/').replace(/\/index\.html\/$/, '/');
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
  return /\.(?:md|markdown)(?:\.erb)?$/i.test(uri);
}

/** The path from one file to another, as a link in the first writes it. */
export function relativePath(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folder.length && folder[shared] === target[shared]) shared++;
  return [...folder.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}
