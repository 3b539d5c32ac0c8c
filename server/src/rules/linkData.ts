import type { Link } from '../syntax/link.ts';
import type { ResolvedLink } from '../workspace/resolveLink.ts';
import type { LinkData } from './finding.ts';

/** What tools read of a link that does not resolve; undefined for any other. */
export function linkData(link: Link, resolved: ResolvedLink): LinkData | undefined {
  switch (resolved.type) {
    case 'missing-page':
      return { href: link.destination, url: resolved.url, missing: 'page' };
    case 'missing-anchor':
      return { href: link.destination, url: resolved.url, missing: 'anchor' };
    case 'ok':
    case 'unchecked':
      return undefined;
  }
}
