import type { JobFamily } from '../model/jobFamily.ts';
import type { Pattern } from '../profile/patterns.ts';
import type { Profile } from '../profile/profile.ts';
import type { Link } from '../syntax/link.ts';
import type { Inputs } from './inputs.ts';
import type { Destination } from './linkTarget.ts';
import { normaliseUrl } from './routes.ts';

/** Where a link of a page leads. */
export type ResolvedLink =
  /** `because`: why nothing can be said of a link within the site; undefined for one that is of no concern here. */
  | { readonly type: 'unchecked'; readonly because?: UncheckedReason }
  | { readonly type: 'ok'; readonly uri: string; readonly anchor: string | undefined }
  /** `url`: the site URL it resolves to, with its anchor. */
  | { readonly type: 'missing-page'; readonly url: string; readonly anchor: string | undefined }
  /** `uri` is empty for a page without a file, which the site makes by itself. */
  | { readonly type: 'missing-anchor'; readonly url: string; readonly uri: string; readonly anchor: string };

/**
 * Why a link within the site cannot be checked. `part-of-site`: the site's root is not in the workspace. `absent-part`: none of
 * the pages of that part of the site are. `not-shown`: the site shows another file instead of the page that the link is on.
 * `ids-of-shortcodes`: the ids of the page that it leads to come from shortcodes.
 */
export type UncheckedReason = 'part-of-site' | 'absent-part' | 'not-shown' | 'ids-of-shortcodes';

/** A page of the workspace, and an id on it. */
export interface PageAndAnchor {
  readonly uri: string;
  readonly anchor: string | undefined;
}

/** The page that a link of the page `uri` with this destination leads to; undefined for a link that leads to no page at all. */
export function destinationPage(uri: string, destination: Destination, inputs: Inputs): PageAndAnchor | 'missing' | undefined {
  switch (destination.type) {
    case 'external':
    case 'file':
      return undefined;
    case 'ref': {
      const page = inputs.pageOfRef(destination.page, uri);
      return page === undefined ? 'missing' : { uri: page, anchor: destination.anchor };
    }
    case 'site': {
      if (destination.url === inputs.linkBaseOf(uri).pageUrl) return { uri, anchor: destination.anchor };
      const page = inputs.pageAt(destination.url);
      return page === undefined ? 'missing' : { uri: page, anchor: destination.anchor };
    }
  }
}

/** Where a link of a family's page leads. All that it leads to must be loaded. */
export function resolveLink(
  uri: string,
  family: JobFamily,
  link: Link,
  destination: Destination,
  inputs: Inputs,
  profile: Profile,
  lintPatterns: readonly Pattern[],
): ResolvedLink {
  if (destination.type === 'external' || destination.type === 'file') return { type: 'unchecked' };
  if (isExcluded(link, destination, lintPatterns)) return { type: 'unchecked' };
  if (inputs.shownInsteadOf(uri) !== undefined) return { type: 'unchecked', because: 'not-shown' };
  const page = destinationPage(uri, destination, inputs);
  if (page === undefined) return { type: 'unchecked' };
  if (page === 'missing') return resolveMissing(uri, destination, inputs, profile);
  if (page.anchor === undefined) return { type: 'ok', ...page };
  const onOwnPage = page.uri === uri;
  const outline = onOwnPage ? undefined : inputs.outline(page.uri);
  const ids = onOwnPage ? family.page.ids : outline?.ids;
  if (ids === undefined || ids.has(page.anchor)) return { type: 'ok', ...page };
  const calls = (name: string): boolean =>
    outline ? outline.shortcodes.has(name) : family.page.shortcodes.some(call => call.name === name);
  if (profile.site.idShortcodes?.some(calls)) return { type: 'unchecked', because: 'ids-of-shortcodes' };
  const url = inputs.urlOf(page.uri) ?? urlIn(destination);
  return { type: 'missing-anchor', url: `${url}#${page.anchor}`, uri: page.uri, anchor: page.anchor };
}

/** What there is to say of a link to no page of the workspace. */
function resolveMissing(uri: string, destination: SiteDestination, inputs: Inputs, profile: Profile): ResolvedLink {
  if (!inputs.knowsSiteOf(uri)) return { type: 'unchecked', because: 'part-of-site' };
  const { anchor } = destination;
  const url = destination.type === 'ref' ? urlOfRef(destination.page) : destination.url;
  const isAbsent = url === undefined ? profile.site.ownPaths.some(own => inputs.isInAbsentPart(own)) : inputs.isInAbsentPart(url);
  if (isAbsent) return { type: 'unchecked', because: 'absent-part' };
  if (url === undefined || !inputs.isGeneratedPage(url)) return { type: 'missing-page', url: anchoredUrl(destination), anchor };
  return anchor === undefined
    ? { type: 'unchecked' }
    : { type: 'missing-anchor', url: anchoredUrl(destination), uri: '', anchor };
}

/** The URL that a `ref` gives by its path; undefined for a name, or a path from where the page stands. */
function urlOfRef(page: string): string | undefined {
  const isPath = page.startsWith('/') || /^[^./][^/]*\/?$/.test(page);
  return isPath ? normaliseUrl(page.toLowerCase().replace(/\?.*$/, '')) : undefined;
}

type SiteDestination = Exclude<Destination, { readonly type: 'external' | 'file' }>;

/** True for a link that the site's own lint leaves out. */
export function isExcluded(link: Link, destination: Destination, lintPatterns: readonly Pattern[]): boolean {
  if (destination.type === 'external' || destination.type === 'file') return false;
  const anchored = anchoredUrl(destination);
  return lintPatterns.some(pattern => pattern.test(anchored) || pattern.test(link.destination));
}

function urlIn(destination: SiteDestination): string {
  return destination.type === 'ref' ? destination.page : destination.url;
}

function anchoredUrl(destination: SiteDestination): string {
  return destination.anchor === undefined ? urlIn(destination) : `${urlIn(destination)}#${destination.anchor}`;
}
