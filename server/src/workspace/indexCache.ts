import type { FamilyExports } from '../model/familyExports.ts';
import type { GradeLadder } from '../model/gradeLadder.ts';
import type { Profile } from '../profile/profile.ts';
import type { ScannedLink } from '../syntax/linkScan.ts';
import type { OutlineHeading, SiteFrontMatter } from '../syntax/outline.ts';
import { hashOf } from '../text/hash.ts';
import type { PageReading, WorkspaceHost } from './workspaceHost.ts';

/** Counted up whenever what is kept of a page changes its form or its meaning. */
const FORMAT = 3;

/** A page as the cache has it, and which state of the file it was made of. */
interface CachedPage {
  readonly uri: string;
  readonly stamp: string;
  readonly site: SiteFrontMatter;
  readonly headings: readonly OutlineHeading[];
  /** Those that are no heading's. */
  readonly moreIds: readonly string[];
  readonly shortcodes: readonly string[];
  readonly links: readonly ScannedLink[];
  readonly exported?: FamilyExports;
}

/** What was read of a workspace, kept outside of it for the next start. */
export interface IndexCache {
  /** Of these pages those whose file is as it was when the page was kept. */
  read(uris: readonly string[]): Promise<readonly PageReading[]>;
  write(pages: Iterable<PageReading>): Promise<void>;
}

/**
 * The cache of the host, for pages read by this profile and this ladder. One that is damaged, or of another version, profile
 * or ladder, is as good as none; so is a host without one, or that cannot tell when a file was written.
 */
export async function openIndexCache(host: WorkspaceHost, profile: Profile, ladder: GradeLadder): Promise<IndexCache> {
  const { cache, stampsOf } = host;
  if (!cache || !stampsOf) return { read: async () => [], write: async () => {} };
  const head = `job-family index ${FORMAT} ${hashOf(JSON.stringify([profile, ladder])).toString(36)}`;
  // Taken before anything is read: a file that is written meanwhile has another stamp the next time.
  let stamps: ReadonlyMap<string, string> = new Map();
  return {
    async read(uris) {
      stamps = await stampsOf.call(host, uris);
      const text = await cache.read();
      return (text === undefined ? [] : decode(text, head)).flatMap(page =>
        stamps.get(page.uri) === page.stamp ? [readingOf(page)] : [],
      );
    },
    async write(pages) {
      const kept: CachedPage[] = [];
      for (const page of pages) {
        const stamp = stamps.get(page.uri);
        if (stamp !== undefined) kept.push(cachedPage(page, stamp));
      }
      await cache.write(encode(kept, head));
    },
  };
}

function cachedPage({ uri, outline, exported }: PageReading, stamp: string): CachedPage {
  const { site, headings, links } = outline;
  const ofHeadings = new Set(headings.map(heading => heading.id));
  return {
    uri,
    stamp,
    site,
    headings,
    moreIds: [...outline.ids].filter(id => !ofHeadings.has(id)),
    shortcodes: [...outline.shortcodes],
    links,
    ...(exported ? { exported } : {}),
  };
}

function readingOf({ uri, site, headings, moreIds, shortcodes, links, exported }: CachedPage): PageReading {
  const ids = new Set([...headings.map(heading => heading.id), ...moreIds]);
  return { uri, outline: { site, headings, ids, shortcodes: new Set(shortcodes), links }, exported };
}

function encode(pages: readonly CachedPage[], head: string): string {
  const body = JSON.stringify(pages);
  return `${head} ${hashOf(body).toString(36)}\n${body}`;
}

function decode(text: string, head: string): readonly CachedPage[] {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== `${head} ${hashOf(body).toString(36)}`) return [];
  try {
    return JSON.parse(body) as CachedPage[];
  } catch {
    return [];
  }
}
