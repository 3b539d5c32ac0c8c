import {
  type EffectiveSection,
  effectiveSection,
  type ResolvedTarget,
  type SectionSource,
  sectionSources,
  someEffective,
} from '../model/effective.ts';
import type { GradeLadder } from '../model/gradeLadder.ts';
import type { ExtendsReference, JobFamily, Level, Section } from '../model/jobFamily.ts';
import { findLevel, readLevelName } from '../model/levelName.ts';
import type { Profile, SectionKind, WordAdvice } from '../profile/profile.ts';
import type { Link } from '../syntax/link.ts';
import type { YamlDocument } from '../syntax/yamlDocument.ts';
import type { Span } from '../text/span.ts';
import { type Destination, readDestination } from './linkTarget.ts';
import type { Workspace } from './workspace.ts';

/** Where a link of a page leads. */
export type ResolvedLink =
  | { readonly type: 'unchecked' }
  | { readonly type: 'ok'; readonly uri: string; readonly anchor: string | undefined }
  /** `url`: the site URL it resolves to, with its anchor. */
  | { readonly type: 'missing-page'; readonly url: string; readonly anchor: string | undefined }
  /** `uri` is empty for a page without a file, which the site makes by itself. */
  | { readonly type: 'missing-anchor'; readonly url: string; readonly uri: string; readonly anchor: string };

/** A job family with whose page it is. */
export interface FamilyPage {
  readonly uri: string;
  readonly family: JobFamily;
}

/**
 * *Linked*: a job family together with what its links, names and grades lead to. A view on the workspace as it was loaded:
 * it stays true until a file changes, and asking it reads nothing.
 */
export class LinkedFamily implements FamilyPage {
  private readonly resolved = new Map<Link, ResolvedLink>();
  /** Where references lead: many rules ask, each for every level. */
  private readonly extended = new Map<
    ExtendsReference,
    { readonly target: (FamilyPage & { readonly level: Level | undefined }) | undefined }
  >();

  private constructor(
    readonly uri: string,
    readonly family: JobFamily,
    private readonly workspace: Workspace,
    private readonly lintPatterns: readonly RegExp[],
    /** The words that the company's own lists advise against. */
    readonly misusedTerms: readonly WordAdvice[],
  ) {}

  /**
   * Loads all that a family's findings need; undefined where the file is gone or no job family. `draft`: a text that the
   * page is to be read as having, for this answer alone.
   */
  static async load(uri: string, workspace: Workspace, draft?: string): Promise<LinkedFamily | undefined> {
    await workspace.loadLadder();
    if (!(await workspace.loadText(uri))) return undefined;
    const family = workspace.family(uri, draft);
    if (!family) return undefined;
    await workspace.loadDocuments('catalogue');
    const [lintPatterns, misusedTerms] = await Promise.all([workspace.loadLintPatterns(), workspace.loadMisusedTerms()]);
    const linked = new LinkedFamily(uri, family, workspace, lintPatterns, misusedTerms);
    await linked.loadTargets();
    return linked;
  }

  get profile(): Profile {
    return this.workspace.profile;
  }

  get ladder(): GradeLadder {
    return this.workspace.ladder;
  }

  /** The page with the grade tables; undefined where it is not in the workspace. */
  get gradePage(): string | undefined {
    return this.workspace.gradePage();
  }

  /** The page's own URL; undefined for a file of no site. */
  get url(): string | undefined {
    return this.workspace.index.urlOf(this.uri);
  }

  /** Where a link leads. */
  resolveLink(link: Link): ResolvedLink {
    let resolved = this.resolved.get(link);
    if (!resolved) {
      resolved = resolveOn(this, link, this.workspace, this.lintPatterns);
      this.resolved.set(link, resolved);
    }
    return resolved;
  }

  /** True for a link that the site's own lint leaves out. */
  isExcluded(link: Link): boolean {
    return isExcluded(link, this.destinationOf(link), this.lintPatterns);
  }

  /** A line of a page that was parsed, counted from 0. */
  lineSpanOf(uri: string, line: number): Span | undefined {
    const lines = this.workspace.syntax(uri)?.lines;
    return lines && { start: lines.lineStart(line), end: lines.lineEnd(line) };
  }

  /** What a link's words say, without asking whether it exists. */
  destinationOf(link: Link): Destination {
    return readDestination(link, this.workspace.index.linkBaseOf(this.uri), this.profile);
  }

  /** The level or base that an Extends reference leads to; undefined where it leads to none, or to one of several. */
  resolveExtends(reference: ExtendsReference): (FamilyPage & { readonly level: Level | undefined }) | undefined {
    return this.resolveExtendsOn(this.family, reference);
  }

  /** The same for a reference on another family's page, as far as this family's levels take over from it. */
  resolveExtendsOn(
    family: JobFamily,
    reference: ExtendsReference,
  ): (FamilyPage & { readonly level: Level | undefined }) | undefined {
    const known = this.extended.get(reference);
    if (known) return known.target;
    const uri = this.uriOf(family);
    const target = uri === undefined ? undefined : resolveReference(uri, family, reference, this.workspace);
    this.extended.set(reference, { target });
    return target;
  }

  /** What a level's section amounts to, inheritance included, over all pages. `family`: whose level it is, where not this one's. */
  effective(level: Level, kind: SectionKind): EffectiveSection {
    return effectiveSection(this.family, level, kind, (one, _, reference): ResolvedTarget | undefined =>
      this.resolveExtendsOn(one, reference),
    );
  }

  /** The sections that a level's effective one is made of, in its order. */
  sectionSources(level: Level, kind: SectionKind): readonly SectionSource[] {
    return sectionSources(this.family, level, kind, (one, _, reference) => this.resolveExtendsOn(one, reference));
  }

  /**
   * True where a level has a section of this kind, inheritance included, for which `test` holds. Stops at the first hit:
   * for rules, which ask it of every level at every edit.
   */
  hasSection(
    level: Level,
    kind: SectionKind,
    test: (section: Section, family: JobFamily) => boolean = () => true,
    family: JobFamily = this.family,
  ): boolean {
    return someEffective(family, level, kind, (one, _, reference) => this.resolveExtendsOn(one, reference), test);
  }

  /** The page's own URL and its aliases. */
  ownUrls(): readonly string[] {
    const { index } = this.workspace;
    return [...(this.url === undefined ? [] : [this.url]), ...index.aliasUrls(this.uri, this.family.page.frontMatter)];
  }

  /** The catalogues of the workspace: URI and contents. */
  catalogues(): readonly { readonly uri: string; readonly yaml: YamlDocument }[] {
    return this.workspace.documents.ofKind('catalogue').flatMap(uri => {
      const yaml = this.workspace.yaml(uri);
      return yaml ? [{ uri, yaml }] : [];
    });
  }

  /** The URLs of the pages whose path makes them job families, in order. */
  familyUrls(): readonly string[] {
    return this.workspace.familyPages().flatMap(uri => this.workspace.index.urlOf(uri) ?? []);
  }

  /** The URI of a page by its URL; undefined where there is none. */
  pageAt(url: string): string | undefined {
    return this.workspace.index.pageAt(url);
  }

  /** How this page links to another that has this URL: by it, or by the path to its file where a repository is browsed. */
  hrefTo(url: string): string {
    const target = this.profile.site.relativeLinks === 'file' ? this.pageAt(url) : undefined;
    return target === undefined ? url : relativePath(this.uri, target);
  }

  /** The ids of a page that was loaded. */
  idsOf(uri: string): ReadonlySet<string> | undefined {
    return uri === this.uri ? this.family.page.ids : this.workspace.outline(uri)?.ids;
  }

  /** Every URL of the site. */
  urls(): Iterable<string> {
    return this.workspace.index.urls();
  }

  /** A family on another page that was loaded. */
  familyAt(uri: string): JobFamily | undefined {
    return this.workspace.family(uri);
  }

  /** True where a page's path makes it a job family, read or not. */
  isFamilyPage(uri: string): boolean {
    return this.workspace.index.isFamilyPath(uri);
  }

  /** The line, counted from 0, of the heading with this id on a page that was loaded; undefined where none has it. */
  lineOfAnchor(uri: string, anchor: string): number | undefined {
    return this.workspace.outline(uri)?.headings.find(heading => heading.id === anchor)?.line;
  }

  /** The page of this family, or of one that its levels take over from; undefined for any other. */
  uriOf(family: JobFamily): string | undefined {
    return this.reached.get(family);
  }

  private readonly reached = new Map<JobFamily, string>();

  private async loadTargets(): Promise<void> {
    let missing = false;
    for (const link of this.family.page.links) {
      const target = destinationPage(this.uri, link, this.workspace);
      if (target === 'missing') missing = true;
      else if (target !== undefined && target.uri !== this.uri && target.anchor !== undefined)
        await this.workspace.loadText(target.uri);
    }
    if (missing) {
      await this.workspace.loadAliases();
      for (const link of this.family.page.links) {
        const target = destinationPage(this.uri, link, this.workspace);
        if (target !== undefined && target !== 'missing' && target.anchor !== undefined)
          await this.workspace.loadText(target.uri);
      }
    }
    await this.loadExtended();
  }

  /** Loads the pages of all levels that this family's levels take over from, and those they take over from in turn. */
  private async loadExtended(): Promise<void> {
    const queue: FamilyPage[] = [this];
    while (queue.length > 0) {
      const page = queue.shift()!;
      if (this.reached.has(page.family)) continue;
      this.reached.set(page.family, page.uri);
      for (const reference of page.family.levels.flatMap(level => level.extends)) {
        if (reference.target.type === 'unknown') await this.loadAllFamilies();
        if (reference.target.type === 'link') {
          const target = destinationPage(page.uri, reference.target.link, this.workspace);
          if (target !== undefined && target !== 'missing') await this.workspace.loadText(target.uri);
        }
        const resolved = this.resolveExtendsOn(page.family, reference);
        if (resolved && resolved.uri !== page.uri) queue.push(resolved);
      }
    }
  }

  private async loadAllFamilies(): Promise<void> {
    for (const uri of this.workspace.familyPages()) await this.workspace.loadText(uri);
  }
}

/** The path from one file to another, as a link in the first writes it. */
function relativePath(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folder.length && folder[shared] === target[shared]) shared++;
  return [...folder.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

function resolveReference(
  uri: string,
  family: JobFamily,
  reference: ExtendsReference,
  workspace: Workspace,
): (FamilyPage & { readonly level: Level | undefined }) | undefined {
  const target = reference.target;
  switch (target.type) {
    case 'level':
      return { uri, family, level: target.level };
    case 'base':
      return { uri, family, level: undefined };
    case 'ambiguous':
      return undefined;
    case 'unknown':
      return onOnlyOnePage(uri, target.name, workspace);
    case 'link': {
      const page = destinationPage(uri, target.link, workspace);
      if (page === undefined || page === 'missing') return undefined;
      const other = page.uri === uri ? family : workspace.family(page.uri);
      return other && { uri: page.uri, family: other, level: levelBehind(other, page.anchor, target.name, workspace.profile) };
    }
  }
}

/** The level that a link to a family's page means: by its anchor, else by the link's words, else the page level. */
function levelBehind(family: JobFamily, anchor: string | undefined, name: string, profile: Profile): Level | undefined {
  if (anchor !== undefined) {
    const byAnchor = family.levels.find(
      level =>
        level.anchor === anchor || level.sections.some(section => section.heading.id === anchor && level.node !== undefined),
    );
    if (byAnchor) return byAnchor;
    if (family.base.some(section => section.heading.id === anchor)) return undefined;
  }
  const match = findLevel(name, family.levels, profile, [family.title]);
  if (match.type === 'found') return match.level;
  return family.levels.find(level => level.node === undefined) ?? (family.levels.length === 1 ? family.levels[0] : undefined);
}

/** A level that just one other page of the workspace has under exactly this name. */
function onOnlyOnePage(uri: string, name: string, workspace: Workspace): (FamilyPage & { readonly level: Level }) | undefined {
  let found: (FamilyPage & { readonly level: Level }) | undefined;
  const pieces = tellingPieces(name, workspace.profile);
  for (const other of workspace.familyPages()) {
    // Most pages are ruled out by their text alone: reading them all as families would be felt while typing.
    if (other === uri || !workspace.mentions(other, pieces)) continue;
    const family = workspace.family(other)!;
    const level = findExactly(name, family.levels, workspace.profile);
    if (!level) continue;
    if (found) return undefined;
    found = { uri: other, family, level };
  }
  return found;
}

/** What must stand on a page that has a level of this name, however it is spelt there: words without other spellings, cut short. */
function tellingPieces(name: string, profile: Profile): string[] {
  const respelt = new Set(profile.names.same.flat().flatMap(form => form.split(' ')));
  const words = readLevelName(name, profile).words.filter(word => !respelt.has(word));
  return words.map(word => word.replace(/(?<=.{3})y$/, ''));
}

/** Over page bounds only the name in full counts: a shortened one could be anybody's. */
function findExactly(name: string, levels: readonly Level[], profile: Profile): Level | undefined {
  const wanted = readLevelName(name, profile).words.join(' ');
  const hits = levels.filter(level => level.name.words.join(' ') === wanted);
  return hits.length === 1 ? hits[0] : undefined;
}

function destinationPage(
  uri: string,
  link: Link,
  workspace: Workspace,
): { readonly uri: string; readonly anchor: string | undefined } | 'missing' | undefined {
  const destination = readDestination(link, workspace.index.linkBaseOf(uri), workspace.profile);
  switch (destination.type) {
    case 'external':
    case 'file':
      return undefined;
    case 'ref': {
      const page = workspace.index.pageOfRef(destination.page);
      return page === undefined ? 'missing' : { uri: page, anchor: destination.anchor };
    }
    case 'site': {
      if (destination.url === workspace.index.urlOf(uri)) return { uri, anchor: destination.anchor };
      const page = workspace.index.pageAt(destination.url);
      return page === undefined ? 'missing' : { uri: page, anchor: destination.anchor };
    }
  }
}

function resolveOn({ uri, family }: FamilyPage, link: Link, workspace: Workspace, lintPatterns: readonly RegExp[]): ResolvedLink {
  const destination = readDestination(link, workspace.index.linkBaseOf(uri), workspace.profile);
  if (destination.type === 'external' || destination.type === 'file') return { type: 'unchecked' };
  const url = urlIn(destination);
  const anchored = anchoredUrl(destination);
  if (isExcluded(link, destination, lintPatterns)) return { type: 'unchecked' };
  const page = destinationPage(uri, link, workspace);
  if (page === undefined) return { type: 'unchecked' };
  if (page === 'missing') {
    if (!workspace.index.knowsSiteOf(uri)) return { type: 'unchecked' };
    if (destination.type === 'ref' || !workspace.index.isGeneratedPage(url))
      return { type: 'missing-page', url: anchored, anchor: destination.anchor };
    return destination.anchor === undefined
      ? { type: 'unchecked' }
      : { type: 'missing-anchor', url: anchored, uri: '', anchor: destination.anchor };
  }
  if (page.anchor === undefined) return { type: 'ok', ...page };
  const ids = page.uri === uri ? family.page.ids : workspace.outline(page.uri)?.ids;
  if (ids === undefined || ids.has(page.anchor)) return { type: 'ok', ...page };
  return {
    type: 'missing-anchor',
    url: `${workspace.index.urlOf(page.uri) ?? url}#${page.anchor}`,
    uri: page.uri,
    anchor: page.anchor,
  };
}

type SiteDestination = Exclude<Destination, { readonly type: 'external' | 'file' }>;

function isExcluded(link: Link, destination: Destination, lintPatterns: readonly RegExp[]): boolean {
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
