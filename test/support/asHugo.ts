import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BROKEN_REF, buildWithHugo, type HugoPage, type HugoSite, targetOf } from '../../scripts/hugo/hugoSite.mjs';
import { DiskHost } from '../../server/src/disk/diskHost.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import type { Pattern } from '../../server/src/profile/patterns.ts';
import { outlinePage } from '../../server/src/syntax/outline.ts';
import { findShortcodes } from '../../server/src/syntax/shortcode.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { decode } from '../../server/src/workspace/routes.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { describeScore, type Score, scoreOf } from './corpus.ts';

/** What the engine and Hugo say differently, and why: undefined where nobody knows. */
export interface Difference {
  readonly of: 'ids' | 'links';
  /** `only-hugo`: an id, or a broken link, that the engine does not know. */
  readonly side: 'only-hugo' | 'only-ours';
  readonly page: string;
  readonly what: string;
  readonly why: string | undefined;
}

/** How the engine's answers on a folder compare with Hugo's. */
export interface Comparison {
  readonly pages: number;
  readonly families: number;
  readonly ids: Score;
  /** Broken links of the job families, those left out that the site's own lint leaves out. */
  readonly links: Score;
  readonly differences: readonly Difference[];
  /** Pages that Hugo does not make: of two files with one address only one is shown; drafts are not. */
  readonly notMade: readonly string[];
}

/** Builds the site in a folder with Hugo and asks the engine the same. The folder holds `content` or `source`. */
export async function compareWithHugo(hugo: string, folder: string): Promise<Comparison> {
  const root = defaultProfile.site.contentRoots.find(name => existsSync(join(folder, name)));
  if (root === undefined) throw new Error(`${folder} holds none of the folders ${defaultProfile.site.contentRoots.join(', ')}`);
  const site = await buildWithHugo(hugo, join(folder, root));
  const workspace = new Workspace(new DiskHost(() => {}), defaultProfile, [pathToFileURL(folder).href]);
  await workspace.loadListing();
  const content = `${pathToFileURL(folder).href}/${root}/`;
  const fileOf = (uri: string): string => decode(uri.slice(content.length));
  const uris = [...workspace.index.pages].filter(uri => uri.startsWith(content)).sort();
  const made = uris.filter(uri => site.pageOf(fileOf(uri)));
  const textOf = (file: string): string => readFileSync(join(folder, root, file), 'utf8');

  const ids = { ours: [] as string[], hugos: [] as string[] };
  for (const uri of made) {
    const file = fileOf(uri);
    ids.ours.push(...[...outlinePage(textOf(file)).ids].map(id => `${file}\t${id}`));
    ids.hugos.push(...[...site.pageOf(file)!.ids].map(id => `${file}\t${id}`));
  }

  const excluded = await workspace.lists.loadLintPatterns();
  const links = { ours: [] as string[], hugos: [] as string[] };
  const families = made.filter(uri => workspace.index.isFamilyPath(uri));
  for (const uri of families) {
    const page = site.pageOf(fileOf(uri))!;
    links.ours.push(...(await brokenLinksOf(uri, workspace)).map(link => `${page.file}\t${link}`));
    links.hugos.push(...brokenLinksInHtml(page, site, excluded).map(link => `${page.file}\t${link}`));
  }

  const scores = { ids: scoreOf(ids.ours, ids.hugos), links: scoreOf(links.ours, links.hugos) };
  const differences = (['ids', 'links'] as const).flatMap(of =>
    (['missing', 'extra'] as const).flatMap(kind =>
      scores[of][kind].map((line): Difference => {
        const [page = '', what = ''] = line.split('\t');
        const side = kind === 'missing' ? 'only-hugo' : 'only-ours';
        const why = of === 'ids' ? whyOfId(textOf(page), what, side) : whyOfLink(what, side, workspace, site, fileOf);
        return { of, side, page, what, why };
      }),
    ),
  );
  const notMade = uris.filter(uri => !site.pageOf(fileOf(uri))).map(fileOf);
  return { pages: uris.length, families: families.length, ...scores, differences, notMade };
}

/** The comparison in words: figures, then each difference with its reason. */
export function describeComparison(name: string, comparison: Comparison): string {
  const { pages, families, ids, links, differences, notMade } = comparison;
  return [
    `${name}: ${pages} pages, ${families} job families`,
    describeScore('  ids', ids),
    describeScore('  broken links', links),
    ...notMade.map(file => `  not made by Hugo: ${file}`),
    ...differences.map(({ of, side, page, what, why }) => `  ${of}, ${side}: ${page} ${what}: ${why ?? 'NOT EXPLAINED'}`),
  ].join('\n');
}

/** Where a broken link leads, in one form for both sides. */
function asLine(url: string, missing: string): string {
  return `${url} ${missing}`;
}

async function brokenLinksOf(uri: string, workspace: Workspace): Promise<string[]> {
  const linked = await LinkedFamily.load(uri, workspace);
  if (!linked) return [];
  return linked.family.page.links.flatMap(link => {
    // Hugo's HTML says of pictures nothing that could be broken.
    const resolved = link.form === 'image' ? undefined : linked.resolveLink(link);
    if (resolved?.type === 'missing-anchor') return [asLine(resolved.url, 'anchor')];
    if (resolved?.type !== 'missing-page') return [];
    return [asLine(link.ref ? BROKEN_REF : resolved.url, 'page')];
  });
}

function brokenLinksInHtml(page: HugoPage, site: HugoSite, excluded: readonly Pattern[]): string[] {
  const { hosts, ownPaths } = defaultProfile.site;
  const isOwn = (url: URL): boolean =>
    hosts.includes(url.hostname) && ownPaths.some(path => `${url.pathname}/`.replace(/\/+$/, '/').startsWith(path));
  return page.hrefs.flatMap(href => {
    // A slash too many makes a folder of the site a host that does not exist.
    if (ownPaths.some(path => path !== '/' && href.startsWith(`/${path}`))) return [asLine(href, 'page')];
    const missing = site.missing(page, href, isOwn);
    const url = targetOf(page, href);
    if (missing === undefined || !url) return [];
    const path = decode(url.pathname)
      .replace(/\/?$/, '/')
      .replace(/\/index\.html\/$/, '/')
      .replace(/\/+/g, '/');
    // An anchor of a page with an old address is an anchor of the page.
    const at = missing === 'anchor' ? site.addressBehind(path) : path;
    const anchored = `${at}${decode(url.hash)}`;
    if (excluded.some(pattern => pattern.test(anchored) || pattern.test(`${path}${decode(url.hash)}`))) return [];
    return [asLine(path === BROKEN_REF ? BROKEN_REF : anchored, missing)];
  });
}

function whyOfId(text: string, id: string, side: Difference['side']): string | undefined {
  if (/hahahugoshortcode/.test(id)) return 'what a shortcode prints within a heading is not known';
  if (side !== 'only-ours') return undefined;
  const calls = findShortcodes(text).filter(call => !call.escaped && text.startsWith('{{<', call.span.start));
  // A heading between the halves of a pair is text to Hugo, and a heading where the shortcode renders its inner text.
  for (const [at, call] of calls.entries()) {
    const close = call.closing ? undefined : calls.slice(at + 1).find(other => other.closing && other.name === call.name);
    if (close && outlinePage(text.slice(call.span.end, close.span.start)).ids.has(id.replace(/-\d+$/, '')))
      return `in the body of {{< ${call.name} >}}: whether that is rendered is the theme’s to say`;
  }
  return /^#{1,6}[^\n]*\{\{[<%]/m.test(text) ? 'what a shortcode prints within a heading is not known' : undefined;
}

function whyOfLink(
  what: string,
  side: Difference['side'],
  workspace: Workspace,
  site: HugoSite,
  fileOf: (uri: string) => string,
): string | undefined {
  if (side !== 'only-hugo') return undefined;
  const url = what.replace(/ (?:page|anchor)$/, '').split('#')[0]!;
  const uri = workspace.index.pageAt(url);
  if (uri === undefined)
    return workspace.index.isInAbsentPart(url) ? 'no page of that part of the site is in the folder' : undefined;
  if (!site.pageOf(fileOf(uri))) return 'the page is there, but Hugo does not publish it';
  const names = findShortcodes(readFileSync(new URL(uri), 'utf8')).map(call => call.name);
  const writing = names.find(name => defaultProfile.site.idShortcodes?.includes(name));
  return writing === undefined ? undefined : `{{< ${writing} >}} writes ids that only the site knows`;
}
