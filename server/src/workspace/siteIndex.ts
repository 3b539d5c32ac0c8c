import { familyMatcher, globPath } from '../profile/detectProfile.ts';
import type { Profile } from '../profile/profile.ts';
import { type FrontMatter, frontMatterTexts, parseFrontMatter } from '../syntax/frontMatter.ts';
import type { LinkBase } from './linkTarget.ts';
import { isPageFile, joinUrl, normaliseUrl, placeOf, urlOfContentPath } from './routes.ts';

/** The pages of a workspace by URL, path and name, kept as files come and go. Knows paths, never contents, but for aliases. */
export class SiteIndex {
  private readonly urlByPage = new Map<string, string>();
  private readonly families = new Set<string>();
  private sortedFamilies: readonly string[] | undefined;
  private readonly pagesByUrl = new Map<string, Set<string>>();
  private readonly pagesByName = new Map<string, Set<string>>();
  private readonly aliasesByPage = new Map<string, readonly string[]>();
  private readonly pagesByAlias = new Map<string, Set<string>>();
  private readonly matchesFamily: (path: string) => boolean;
  /** Another number whenever a page or an address of one comes or goes. */
  revision = 0;

  constructor(
    readonly profile: Profile,
    private readonly workspaceFolders: readonly string[],
  ) {
    this.matchesFamily = familyMatcher(profile);
  }

  /** All pages that the index knows. */
  get pages(): Iterable<string> {
    return this.urlByPage.keys();
  }

  has(uri: string): boolean {
    return this.urlByPage.has(uri);
  }

  add(uri: string): void {
    if (!isPageFile(uri) || this.urlByPage.has(uri)) return;
    const url = this.urlOf(uri);
    this.revision++;
    this.urlByPage.set(uri, url ?? '');
    if (this.matchesFamily(globPath(uri))) {
      this.families.add(uri);
      this.sortedFamilies = undefined;
    }
    if (url === undefined) return;
    addTo(this.pagesByUrl, url, uri);
    for (const name of baseNames(url, uri)) addTo(this.pagesByName, name, uri);
  }

  remove(uri: string): void {
    const url = this.urlByPage.get(uri);
    if (url === undefined) return;
    this.revision++;
    this.urlByPage.delete(uri);
    if (this.families.delete(uri)) this.sortedFamilies = undefined;
    removeFrom(this.pagesByUrl, url, uri);
    for (const name of baseNames(url, uri)) removeFrom(this.pagesByName, name, uri);
    this.setAliases(uri, []);
  }

  /** The URL of a page, a slash at both ends; undefined for a file of no site. */
  urlOf(uri: string): string | undefined {
    const known = this.urlByPage.get(uri);
    if (known !== undefined) return known === '' ? undefined : known;
    const place = this.workspaceFolders.map(folder => placeOf(uri, folder, this.profile)).find(one => one !== undefined);
    return place && urlOfContentPath(place.contentPath, this.profile.site.relativeLinks);
  }

  /** What the links of a page are read from. */
  linkBaseOf(uri: string): LinkBase {
    const pageUrl = this.urlOf(uri) ?? '/';
    const isFolder = /\/(?:_?index|readme)\.[a-z.]+$/i.test(uri);
    const ofFile = this.profile.site.relativeLinks === 'file' && !isFolder;
    return { pageUrl, folderUrl: ofFile ? pageUrl.replace(/[^/]*\/$/, '') : pageUrl };
  }

  /** True where pages of the site can be told from missing ones: the site's content folder is within the workspace. */
  knowsSiteOf(uri: string): boolean {
    const place = this.workspaceFolders.map(folder => placeOf(uri, folder, this.profile)).find(one => one !== undefined);
    return place !== undefined && this.workspaceFolders.some(folder => place.siteRoot.startsWith(folder.replace(/\/$/, '')));
  }

  /** True where a site's pages are known beside whose content folder, or below it, a file stands. */
  knowsSiteBeside(uri: string): boolean {
    for (const page of this.urlByPage.keys()) {
      const place = this.workspaceFolders.map(folder => placeOf(page, folder, this.profile)).find(one => one !== undefined);
      if (place && uri.startsWith(`${place.siteRoot}/`) && this.knowsSiteOf(page)) return true;
    }
    return false;
  }

  /** The page at a URL, by its route or an alias; undefined where there is none. */
  pageAt(url: string): string | undefined {
    return firstOf(this.pagesByUrl.get(url)) ?? firstOf(this.pagesByAlias.get(url));
  }

  /** True for a page that Hugo makes where no file does: the home page, and the list of each folder right below the content folder. */
  isGeneratedPage(url: string): boolean {
    if (url === '/') return true;
    // A repository's view shows every folder; of a site's folders only the first are lists by themselves.
    if (this.profile.site.relativeLinks === 'url' && !/^\/[^/]+\/$/.test(url)) return false;
    for (const known of this.pagesByUrl.keys()) if (known.startsWith(url)) return true;
    return false;
  }

  /** The page that a Hugo `ref` means: by path, or by a base name that only one page has. */
  pageOfRef(page: string): string | undefined {
    const bare = page.replace(/\.(?:md|html)$/i, '').replace(/\/_?index$/i, '');
    if (bare.includes('/')) {
      const byPath = this.pageAt(normaliseUrl(`/${bare}`.toLowerCase()));
      if (byPath !== undefined || bare.startsWith('/')) return byPath;
    }
    const named = this.pagesByName.get((bare.split('/').at(-1) ?? bare).toLowerCase());
    return named?.size === 1 ? [...named][0] : undefined;
  }

  /** Notes the aliases that a page's text gives it. */
  readAliases(uri: string, text: string): void {
    // Most pages have none: those cost no parse.
    this.setAliases(uri, text.includes('aliases') ? this.aliasUrls(uri, parseFrontMatter(text)) : []);
  }

  /** The URLs that lead to a page besides its own. */
  aliasesOf(uri: string): readonly string[] {
    return this.aliasesByPage.get(uri) ?? [];
  }

  /** The URLs that a page's front matter gives it besides its own. */
  aliasUrls(uri: string, frontMatter: FrontMatter | undefined): readonly string[] {
    // Hugo takes a relative alias to stand beside the page, not below it.
    const pageUrl = this.urlOf(uri) ?? '/';
    return frontMatterTexts(frontMatter, 'aliases').map(alias =>
      normaliseUrl(joinUrl(pageUrl, alias.startsWith('/') ? alias : `../${alias}`)),
    );
  }

  /** True where the path alone makes a file a job family. */
  isFamilyPath(uri: string): boolean {
    return this.families.has(uri) || (isPageFile(uri) && this.matchesFamily(globPath(uri)));
  }

  /** Every page of the index whose path makes it a job family, in order. */
  familyPages(): readonly string[] {
    this.sortedFamilies ??= [...this.families].sort();
    return this.sortedFamilies;
  }

  /** Every URL and alias that leads to a page of the index. */
  *urls(): Iterable<string> {
    yield* this.pagesByUrl.keys();
    yield* this.pagesByAlias.keys();
  }

  private setAliases(uri: string, aliases: readonly string[]): void {
    const before = this.aliasesByPage.get(uri) ?? [];
    if (before.length === aliases.length && before.every((alias, at) => alias === aliases[at])) return;
    this.revision++;
    for (const alias of before) removeFrom(this.pagesByAlias, alias, uri);
    if (aliases.length === 0) this.aliasesByPage.delete(uri);
    else this.aliasesByPage.set(uri, aliases);
    for (const alias of aliases) addTo(this.pagesByAlias, alias, uri);
  }
}

/** The same one in whichever order they came. */
function firstOf(uris: ReadonlySet<string> | undefined): string | undefined {
  let first: string | undefined;
  for (const uri of uris ?? []) if (first === undefined || uri < first) first = uri;
  return first;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  if (values) values.add(value);
  else map.set(key, new Set([value]));
}

function removeFrom(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key);
  values?.delete(value);
  if (values?.size === 0) map.delete(key);
}

/** The names under which Hugo finds a page without its path: the file's, and for an index page its folder's. */
function baseNames(url: string, uri: string): string[] {
  const file = (uri.split('/').at(-1) ?? '')
    .replace(/\.(?:md|markdown)$/i, '')
    .replace(/\.html$/i, '')
    .toLowerCase();
  return /^_?index$/.test(file) ? [url.split('/').at(-2) ?? ''] : [file];
}
