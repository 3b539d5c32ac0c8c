import { familyMatcher } from '../profile/detectProfile.ts';
import { globPath, partialSitePath } from '../profile/globPath.ts';
import type { Profile } from '../profile/profile.ts';
import { type FrontMatter, frontMatterText, frontMatterTexts, parseFrontMatter } from '../syntax/frontMatter.ts';
import { frontMatterBounds } from '../syntax/frontMatterBounds.ts';
import type { SiteFrontMatter } from '../syntax/outline.ts';
import type { LinkBase } from './linkTarget.ts';
import { PagesByKey } from './pagesByKey.ts';
import { isYamlFile } from './parsedFile.ts';
import { RefIndex } from './refIndex.ts';
import { isPageFile, joinUrl, normaliseUrl, placeOf, type SitePlace, urlOfContentPath, urlOfPage } from './routes.ts';

/**
 * The pages of a workspace by URL, path and name, kept as files come and go. Knows paths, and of contents only what front
 * matter says of addresses.
 */
export class SiteIndex {
  private readonly urlByPage = new Map<string, string>();
  private readonly families = new Set<string>();
  private sortedFamilies: readonly string[] | undefined;
  private readonly pagesByUrl = new PagesByKey();
  /** Whether Hugo makes a page of a file: all but those in the folder of a leaf bundle, which are a part of its page. */
  private readonly isMade = (uri: string): boolean => this.bundles.size === 0 || this.bundleOf(uri) === undefined;
  private readonly refs = new RefIndex(this.isMade);
  /** The pages of leaf bundles (`index.md`) and of lists (`_index.md`) by their folder. */
  private readonly bundles = new Map<string, string>();
  private readonly lists = new Map<string, string>();
  private readonly aliasesByPage = new Map<string, readonly string[]>();
  private readonly pagesByAlias = new PagesByKey();
  /** The pages whose URL is not that of their path. */
  private readonly moved = new Set<string>();
  /** How many pages each folder right below the content folder has, by its URL. */
  private readonly pagesOfPart = new Map<string, number>();
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

  private matchesFamilyGlob(uri: string): boolean {
    if (this.matchesFamily(globPath(uri, this.workspaceFolders))) return true;
    const path = partialSitePath(uri, this.workspaceFolders, this.profile.site.contentRoots);
    return path !== undefined && this.matchesFamily(path);
  }

  /** True for a markdown file, and for a YAML file that is a family. */
  private isPage(uri: string): boolean {
    return isPageFile(uri) || (isYamlFile(uri) && this.matchesFamilyGlob(uri));
  }

  has(uri: string): boolean {
    return this.urlByPage.has(uri);
  }

  add(uri: string): void {
    if (this.urlByPage.has(uri) || !this.isPage(uri)) return;
    const place = isPageFile(uri) ? this.placeOf(uri) : undefined;
    this.revision++;
    this.urlByPage.set(uri, '');
    if (this.matchesFamilyGlob(uri)) {
      this.families.add(uri);
      this.sortedFamilies = undefined;
    }
    if (!place) return;
    this.refs.add(uri, place.contentPath);
    this.folderPages(uri)?.set(folderOf(uri), uri);
    this.countPart(place.contentPath, 1);
    this.setUrl(uri, urlOfContentPath(place.contentPath, this.profile.site.relativeLinks));
  }

  remove(uri: string): void {
    if (!this.urlByPage.has(uri)) return;
    this.revision++;
    const place = isPageFile(uri) ? this.placeOf(uri) : undefined;
    if (place) {
      this.refs.remove(uri, place.contentPath);
      if (this.folderPages(uri)?.get(folderOf(uri)) === uri) this.folderPages(uri)!.delete(folderOf(uri));
      this.countPart(place.contentPath, -1);
    }
    this.setUrl(uri, '');
    this.setAliases(uri, []);
    this.urlByPage.delete(uri);
    this.moved.delete(uri);
    if (this.families.delete(uri)) this.sortedFamilies = undefined;
  }

  /** The URL of a page, a slash at both ends; undefined for a file of no site. */
  urlOf(uri: string): string | undefined {
    const known = this.urlByPage.get(uri);
    if (known !== undefined) return known === '' ? undefined : known;
    const place = this.placeOf(uri);
    return place && urlOfContentPath(place.contentPath, this.profile.site.relativeLinks);
  }

  /** What the links of a page are read from. A file of no site has an address that no link to another page has. */
  linkBaseOf(uri: string): LinkBase {
    const pageUrl = this.urlOf(uri) ?? '';
    const isFolder = /\/(?:_?index|readme)\.[a-z.]+$/i.test(uri);
    const ofFile = this.profile.site.relativeLinks === 'file' && !isFolder;
    return { pageUrl, folderUrl: ofFile ? pageUrl.replace(/[^/]*\/$/, '') : pageUrl };
  }

  /** True where pages of the site can be told from missing ones: the site's content folder is within the workspace. */
  knowsSiteOf(uri: string): boolean {
    const place = this.placeOf(uri);
    return place !== undefined && this.workspaceFolders.some(folder => place.siteRoot.startsWith(folder.replace(/\/$/, '')));
  }

  /** True where a site's pages are known beside whose content folder, or below it, a file stands. */
  knowsSiteBeside(uri: string): boolean {
    for (const page of this.urlByPage.keys()) {
      const place = this.placeOf(page);
      if (place && uri.startsWith(`${place.siteRoot}/`) && this.knowsSiteOf(page)) return true;
    }
    return false;
  }

  /** The page at a URL, by its route or an alias; undefined where there is none. */
  pageAt(url: string): string | undefined {
    return this.pagesByUrl.shown(url, this.isMade) ?? this.pagesByAlias.shown(url, this.isMade);
  }

  /**
   * The page that the site shows instead of this file: one with the same URL, or the leaf bundle that the file is a part of;
   * undefined where it shows this one.
   */
  shownInsteadOf(uri: string): string | undefined {
    const url = this.urlByPage.get(uri) ?? '';
    if (url === '' || this.profile.site.relativeLinks === 'file') return undefined;
    const bundle = this.bundleOf(uri);
    if (bundle !== undefined) return bundle;
    const shown = this.pagesByUrl.shown(url, this.isMade);
    return shown === uri ? undefined : shown;
  }

  /** True for a page that Hugo makes where no file does: the home page, and the list of each folder right below the content folder. */
  isGeneratedPage(url: string): boolean {
    if (url === '/') return true;
    // A repository's view shows every folder; of a site's folders only the first are lists by themselves.
    if (this.profile.site.relativeLinks === 'url') return partOf(url) === url && this.pagesOfPart.has(url);
    for (const known of this.pagesByUrl.keys()) if (known.startsWith(url)) return true;
    return false;
  }

  /** True for a part of the site that the profile knows of and this workspace has no page of: nothing can be said of its pages. */
  isInAbsentPart(url: string): boolean {
    const part = partOf(url);
    return this.profile.site.ownPaths.some(own => own === part) && !this.pagesOfPart.has(part);
  }

  /** The page that a Hugo `ref` on the page `from` means: by path, or by a base name that only one page has. */
  pageOfRef(page: string, from: string): string | undefined {
    return this.refs.find(page, this.placeOf(from)?.contentPath);
  }

  /** The pages whose base name a `ref` gives: it means one of them only where there is just one. */
  pagesNamed(ref: string): readonly string[] {
    return this.refs.named(ref);
  }

  /** What a `ref` writes to mean a page and no other: its path from the root. Undefined for a file of no site. */
  refTo(uri: string): string | undefined {
    const path = this.placeOf(uri)?.contentPath;
    return path && `/${path.replace(/\.(?:md|markdown)(?:\.erb)?$/, '').replace(/(?:^|\/)_?index$/, '')}`;
  }

  /** The pages beside and below a page in the site's tree, and the one above, in order; none where they are too many. */
  pagesAround(uri: string): readonly string[] {
    if (this.around.revision !== this.revision) this.around = { revision: this.revision, pages: new Map() };
    const { pages } = this.around;
    if (!pages.has(uri)) pages.set(uri, this.findPagesAround(uri));
    return pages.get(uri)!;
  }

  /** Every broken link asks at every edit, and finding them looks at all pages. */
  private around = { revision: 0, pages: new Map<string, readonly string[]>() };

  private findPagesAround(uri: string): readonly string[] {
    const url = this.urlOf(uri);
    if (url === undefined) return [];
    const above = url.replace(/[^/]+\/$/, '');
    // What is beside a part of the site is the whole site.
    const roots = partOf(above) === above || above === '/' ? [url] : [above, url];
    for (const root of roots) {
      const pages = [...this.urlByPage].flatMap(([page, known]) => (known.startsWith(root) ? [page] : []));
      if (pages.length <= MOST_AROUND) return pages.sort();
    }
    return [];
  }

  /** Notes what a page's text says of its addresses: `url`, `slug` and `aliases` of its front matter. */
  readFrontMatter(uri: string, text: string): void {
    if (!this.urlByPage.has(uri)) return;
    const frontMatter = mayHaveAddresses(text) ? parseFrontMatter(text) : undefined;
    this.setAddresses(uri, {
      url: addressText(frontMatter, 'url'),
      slug: addressText(frontMatter, 'slug'),
      aliases: frontMatterTexts(frontMatter, 'aliases'),
    });
  }

  /** The same of what was read of them already. */
  setAddresses(uri: string, { url, slug, aliases }: Pick<SiteFrontMatter, 'url' | 'slug' | 'aliases'>): void {
    const known = this.urlByPage.get(uri);
    if (known === undefined) return;
    const moves = known !== '' && this.profile.site.relativeLinks === 'url' && (url !== undefined || slug !== undefined);
    if (moves || this.moved.has(uri))
      this.setUrl(uri, urlOfPage(this.placeOf(uri)!.contentPath, { ...(url && { url }), ...(slug && { slug }) }));
    if (moves) this.moved.add(uri);
    else this.moved.delete(uri);
    this.setAliases(uri, this.urlsOfAliases(uri, aliases));
  }

  /** The URLs that lead to a page besides its own. */
  aliasesOf(uri: string): readonly string[] {
    return this.aliasesByPage.get(uri) ?? [];
  }

  /** The URLs that a page's front matter gives it besides its own. */
  aliasUrls(uri: string, frontMatter: FrontMatter | undefined): readonly string[] {
    return this.urlsOfAliases(uri, frontMatterTexts(frontMatter, 'aliases'));
  }

  private urlsOfAliases(uri: string, aliases: readonly string[]): readonly string[] {
    // Hugo takes a relative alias to stand beside the page, not below it.
    const pageUrl = this.urlOf(uri) ?? '/';
    return aliases.map(alias => normaliseUrl(joinUrl(pageUrl, alias.startsWith('/') ? alias : `../${alias}`)));
  }

  /** True where the path alone makes a file a job family. */
  isFamilyPath(uri: string): boolean {
    return this.families.has(uri) || ((isPageFile(uri) || isYamlFile(uri)) && this.matchesFamilyGlob(uri));
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

  /** The page that a file is a part of: a leaf bundle's is all in its folder. In the folder of a list, `index.md` makes none. */
  private bundleOf(uri: string): string | undefined {
    if (this.profile.site.relativeLinks === 'file') return undefined;
    let found: string | undefined;
    for (let folder = folderOf(uri); folder !== '' && this.bundles.size > 0; folder = folderOf(folder)) {
      const bundle = this.bundles.get(folder);
      const list = this.lists.get(folder);
      if (bundle === uri) found = list;
      else if (bundle !== undefined && list === undefined) found = bundle;
    }
    return found;
  }

  private folderPages(uri: string): Map<string, string> | undefined {
    const name = /\/(_?index)\.(?:md|markdown)(?:\.erb)?$/.exec(uri)?.[1];
    return name === undefined ? undefined : name === 'index' ? this.bundles : this.lists;
  }

  private placeOf(uri: string): SitePlace | undefined {
    for (const folder of this.workspaceFolders) {
      const place = placeOf(uri, folder, this.profile);
      if (place) return place;
    }
    return undefined;
  }

  /** Gives a page another URL; an empty one takes it off the site. */
  private setUrl(uri: string, url: string): void {
    const before = this.urlByPage.get(uri);
    if (before === url) return;
    this.revision++;
    if (before) this.pagesByUrl.remove(before, uri);
    this.urlByPage.set(uri, url);
    if (url !== '') this.pagesByUrl.add(url, uri);
  }

  private countPart(contentPath: string, by: number): void {
    const folder = /^[^/]+(?=\/)/.exec(contentPath)?.[0];
    if (folder === undefined) return;
    const part = urlOfContentPath(folder, this.profile.site.relativeLinks);
    const count = (this.pagesOfPart.get(part) ?? 0) + by;
    if (count > 0) this.pagesOfPart.set(part, count);
    else this.pagesOfPart.delete(part);
  }

  private setAliases(uri: string, aliases: readonly string[]): void {
    const before = this.aliasesByPage.get(uri) ?? [];
    if (before.length === aliases.length && before.every((alias, at) => alias === aliases[at])) return;
    this.revision++;
    for (const alias of before) this.pagesByAlias.remove(alias, uri);
    if (aliases.length === 0) this.aliasesByPage.delete(uri);
    else this.aliasesByPage.set(uri, aliases);
    for (const alias of aliases) this.pagesByAlias.add(alias, uri);
  }
}

/** An id that one of more pages than this has says little of where a heading went. */
const MOST_AROUND = 60;

function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** The first folder of a URL, a slash at both ends. */
function partOf(url: string): string {
  return url.slice(0, url.indexOf('/', 1) + 1);
}

/** False where a page's front matter surely says nothing of its addresses: such pages cost no parse. */
function mayHaveAddresses(text: string): boolean {
  const end = frontMatterBounds(text)?.span.end;
  return /\b(?:aliases|url|slug)\b/.test(end === undefined ? text : text.slice(0, end));
}

/** A value of the front matter as Hugo takes it for an address: numbers count as written. */
function addressText(frontMatter: FrontMatter | undefined, key: string): string | undefined {
  const value = frontMatter?.entries.find(entry => entry.key === key)?.value;
  return typeof value === 'number' ? String(value) : frontMatterText(frontMatter, key);
}
