import { findShortcodes, refTarget } from '../syntax/shortcode.ts';
import { type Span, textOf } from '../text/span.ts';
import { type PageTarget, scannedTarget } from '../workspace/linksTo.ts';
import { relativePath } from '../workspace/routes.ts';
import type { SiteIndex } from '../workspace/siteIndex.ts';

/** A stretch of a destination and what is to be written there. */
export interface Respelling {
  readonly place: Span;
  readonly newText: string;
}

/**
 * How a destination written on the page `from` leads to the page `target`, as like as can be to how it is written: undefined
 * where it does already, or where it cannot. `after`: the pages by their addresses as they are by then.
 */
export function respeltPath(after: SiteIndex, from: string, destination: string, target: string): Respelling | undefined {
  const site = { index: after, profile: after.profile };
  const leads = (written: string): boolean =>
    scannedTarget(site, from, { destination: written })?.uri === target && !leavesRepository(after, from, written);
  if (leads(destination)) return undefined;
  const place = pathPlace(destination);
  const path = textOf(destination, place);
  const spellings = destination.includes('{{') ? refsTo(after, target, path) : pathsTo(after, from, target, path);
  const newText = spellings.find(one => leads(destination.slice(0, place.start) + one + destination.slice(place.end)));
  return newText === undefined ? undefined : { place, newText };
}

/** The same for a place on a page, the whole destination written anew; undefined where it cannot lead there. */
export function destinationTo(after: SiteIndex, from: string, destination: string, target: PageTarget): string | undefined {
  const site = { index: after, profile: after.profile };
  const leads = (written: string): boolean => {
    const to = scannedTarget(site, from, { destination: written });
    return to?.uri === target.uri && to.anchor === target.anchor;
  };
  if (leads(destination)) return destination;
  const anchor =
    target.anchor === undefined ? '' : `#${destination.includes('%') ? encodeURIComponent(target.anchor) : target.anchor}`;
  if (target.uri === from && anchor !== '' && !destination.includes('{{')) return leads(anchor) ? anchor : undefined;
  const outward = destination.startsWith('#') ? (after.urlOf(target.uri) ?? '') : destination;
  const respelt = respeltPath(after, from, outward, target.uri);
  const path = respelt ? outward.slice(0, respelt.place.start) + respelt.newText + outward.slice(respelt.place.end) : outward;
  const { end } = pathPlace(path);
  const call = path.includes('{{') ? findShortcodes(path)[0] : undefined;
  const anchorEnd = (call && refTarget(path, call)?.span.end) ?? path.length;
  const written = path.slice(0, end) + anchor + path.slice(anchorEnd);
  return leads(written) ? written : undefined;
}

/** True for a path to a file that has more steps up than there are folders: a site's address forgives that, a disk does not. */
function leavesRepository(after: SiteIndex, from: string, written: string): boolean {
  if (after.profile.site.relativeLinks !== 'file' || /^\/|^[a-z]+:/i.test(written)) return false;
  let depth = after.linkBaseOf(from).folderUrl.split('/').length - 2;
  for (const segment of written.split(/[?#]/)[0]!.split('/')) {
    if (segment === '..' && --depth < 0) return true;
    if (segment !== '..' && segment !== '.') depth++;
  }
  return false;
}

/** Where a destination says which page it leads to: a path without host, query and anchor. */
export function pathPlace(destination: string): Span {
  const [call] = destination.includes('{{') ? findShortcodes(destination) : [];
  const within = (call && refTarget(destination, call))?.span ?? { start: 0, end: destination.length };
  const host = /^https?:\/\/[^/?#]*/i.exec(destination)?.[0].length ?? 0;
  const start = within.start + (call ? 0 : host);
  const rest = destination.slice(start, within.end).search(/[?#]/);
  return { start, end: rest < 0 ? within.end : start + rest };
}

/** How a `ref` may write a page, the likest to what it wrote before first. */
function refsTo(after: SiteIndex, target: string, written: string): readonly string[] {
  const path = after.refTo(target);
  if (path === undefined) return [];
  const name = path.split('/').at(-1)!;
  const fromRoot = written.startsWith('/') ? [path] : [path.slice(1), path];
  const ending = /\.(?:md|markdown)(?:\.erb)?$/.exec(written)?.[0] ?? '';
  return [...(written.includes('/') ? [] : [name + ending]), ...fromRoot.flatMap(one => (ending ? [one + ending, one] : [one]))];
}

/** The same of a URL or a path from the page: one that was from the page stays so, and so does a slash at the end. */
function pathsTo(after: SiteIndex, from: string, target: string, written: string): readonly string[] {
  const url = after.urlOf(target);
  if (url === undefined) return [];
  const isFromRoot = written.startsWith('/');
  const ofFile = relativePath(from, target);
  const { folderUrl } = after.linkBaseOf(from);
  const path = isFromRoot ? url : relativeUrl(folderUrl, url);
  const spelt = written.endsWith('/') ? path : path.replace(/(?<=[^/])\/$/, '');
  return after.profile.site.relativeLinks === 'file' && !isFromRoot ? [ofFile, spelt, path] : [spelt, path, url];
}

/** The way from one URL to another, both with a slash at their end. */
function relativeUrl(from: string, to: string): string {
  const [base, target] = [from.split('/').slice(1, -1), to.split('/').slice(1, -1)];
  let shared = 0;
  while (shared < base.length && shared < target.length && base[shared] === target[shared]) shared++;
  const path = [...base.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
  return path === '' ? './' : `${path}/`;
}
