import type { Profile } from '../profile/profile.ts';
import type { Link } from '../syntax/link.ts';
import { ownCopy } from '../text/ownCopy.ts';
import { decode, joinUrl, normaliseUrl, urlOfContentPath } from './routes.ts';

/** Where a link's destination leads, as far as its words tell. */
export type Destination =
  /** Not of this site, or nothing a page could be: never checked. */
  | { readonly type: 'external' }
  /** A page of this site by its URL, and an anchor on it. `url` has a slash at both ends. */
  | { readonly type: 'site'; readonly url: string; readonly anchor: string | undefined; readonly absolute: boolean }
  /** A page by the path or base name that a Hugo `ref` gives. */
  | { readonly type: 'ref'; readonly page: string; readonly anchor: string | undefined }
  /** A file of this site that is no page: an image, a PDF. */
  | { readonly type: 'file'; readonly url: string };

/** Where a page stands, for its links: its own URL, and the one that its relative links start from. Both end with a slash. */
export interface LinkBase {
  readonly pageUrl: string;
  readonly folderUrl: string;
}

/**
 * Reads a link's destination as the browser would on the page, or as a repository's view of its file does. Own-site absolute
 * URLs are read like root-relative ones.
 */
export function readDestination(link: Pick<Link, 'destination' | 'form' | 'ref'>, base: LinkBase, profile: Profile): Destination {
  if (link.ref) {
    const [page = '', anchor] = splitAnchor(link.ref.target);
    return page === '' ? { type: 'site', url: base.pageUrl, anchor, absolute: false } : { type: 'ref', page, anchor };
  }
  const written = link.destination.trim();
  if (written === '' || written.includes('{{')) return { type: 'external' };
  const absolute = /^(https?):\/\/([^/?#]+)([\s\S]*)$/i.exec(written);
  if (absolute) {
    const path = absolute[3] === '' ? '/' : absolute[3]!;
    const own =
      profile.site.hosts.includes(absolute[2]!.toLowerCase()) &&
      profile.site.ownPaths.some(one => path.startsWith(one) || path === one.replace(/\/$/, ''));
    return own ? siteDestination(path, base, true, profile) : { type: 'external' };
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(written)) return { type: 'external' };
  // A slash too many makes the site's own folder a host that does not exist: a link to no page.
  if (written.startsWith('//') && profile.site.ownPaths.some(one => one !== '/' && written.startsWith(`/${one}`)))
    return { type: 'site', url: written.split(/[#?]/)[0]!, anchor: splitAnchor(written)[1], absolute: true };
  if (written.startsWith('//')) return { type: 'external' };
  if (link.form === 'autolink') return { type: 'external' };
  return siteDestination(written, base, false, profile);
}

/**
 * Reads the links of one page. What is written alike leads to the same place, told by one and the same object; a grade's
 * address stands on a page once for every level.
 */
export class LinkReader {
  private readonly known = new Map<string, Destination>();
  private readonly bare = new Map<string, Destination>();

  constructor(
    readonly base: LinkBase,
    private readonly profile: Profile,
  ) {}

  read(link: Pick<Link, 'destination' | 'form' | 'ref'>): Destination {
    const known = link.form === 'autolink' ? this.bare : this.known;
    let destination = known.get(link.destination);
    if (!destination) {
      destination = readDestination(link, this.base, this.profile);
      known.set(ownCopy(link.destination), destination);
    }
    return destination;
  }

  get isFull(): boolean {
    return this.known.size + this.bare.size > MOST_KNOWN;
  }
}

/** What was typed and changed again piles up: beyond this a page's links are read anew. */
const MOST_KNOWN = 2_000;

const readers = new WeakMap<Profile, LinkReader>();

/** The reader of a page's links. That of the last page is kept: from one edit to the next hardly a link changes. */
export function linkReaderOf(base: LinkBase, profile: Profile): LinkReader {
  let reader = readers.get(profile);
  if (!reader || reader.isFull || reader.base.pageUrl !== base.pageUrl || reader.base.folderUrl !== base.folderUrl) {
    reader = new LinkReader(base, profile);
    readers.set(profile, reader);
  }
  return reader;
}

function siteDestination(written: string, base: LinkBase, absolute: boolean, profile: Profile): Destination {
  const [pathAndQuery = '', anchor] = splitAnchor(written);
  const path = pathAndQuery.split('?')[0]!;
  if (path === '') return { type: 'site', url: base.pageUrl, anchor, absolute };
  const resolved = joinUrl(base.folderUrl, path);
  if (/\.(?!html?$|md$)[a-z\d]{2,5}$/i.test(resolved)) return { type: 'file', url: resolved };
  const url =
    profile.site.relativeLinks === 'file' ? urlOfContentPath(decode(resolved.slice(1)), 'file') : normaliseUrl(resolved);
  return { type: 'site', url, anchor, absolute };
}

function splitAnchor(written: string): [string, string | undefined] {
  const at = written.indexOf('#');
  if (at < 0) return [written, undefined];
  const anchor = decode(written.slice(at + 1));
  return [written.slice(0, at), anchor === '' ? undefined : anchor];
}
