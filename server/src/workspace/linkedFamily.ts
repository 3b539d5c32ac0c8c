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
import { findLevel } from '../model/levelName.ts';
import type { Pattern } from '../profile/patterns.ts';
import type { Profile, SectionKind, WordAdvice } from '../profile/profile.ts';
import type { Link } from '../syntax/link.ts';
import type { YamlDocument } from '../syntax/yamlDocument.ts';
import type { Span } from '../text/span.ts';
import { Inputs } from './inputs.ts';
import { type Destination, type LinkReader, linkReaderOf, readDestination } from './linkTarget.ts';
import { destinationPage, isExcluded, type PageAndAnchor, type ResolvedLink, resolveLink } from './resolveLink.ts';
import { relativePath } from './routes.ts';
import type { Workspace } from './workspace.ts';

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
  private readonly resolved = new Map<Destination, ResolvedLink>();
  private reader: LinkReader | undefined;
  /** Where references lead: many rules ask, each for every level. */
  private readonly extended = new Map<
    ExtendsReference,
    { readonly target: (FamilyPage & { readonly level: Level | undefined }) | undefined }
  >();

  private constructor(
    readonly uri: string,
    readonly family: JobFamily,
    private readonly workspace: Workspace,
    /** What of other pages this family's answers were made of. */
    readonly inputs: Inputs,
    private readonly lintPatterns: readonly Pattern[],
    /** The words that the company's own lists advise against. */
    readonly misusedTerms: readonly WordAdvice[],
  ) {}

  /**
   * Loads all that a family's findings need; undefined where the file is gone or no job family. `draft`: a text that the
   * page is to be read as having, for this answer alone.
   */
  static async load(uri: string, workspace: Workspace, draft?: string): Promise<LinkedFamily | undefined> {
    for (;;) {
      const { version } = workspace;
      const linked = await LinkedFamily.loadOnce(uri, workspace, draft);
      // Where something has changed meanwhile, what was asked first may be old.
      if (workspace.version === version) return linked;
    }
  }

  private static async loadOnce(uri: string, workspace: Workspace, draft?: string): Promise<LinkedFamily | undefined> {
    await workspace.loadLadder();
    if (!(await workspace.loadText(uri))) return undefined;
    await workspace.loadDocuments('catalogue');
    const [lintPatterns, misusedTerms] = await Promise.all([
      workspace.lists.loadLintPatterns(),
      workspace.lists.loadMisusedTerms(),
    ]);
    const family = workspace.family(uri, draft);
    if (!family) return undefined;
    const inputs = new Inputs(workspace);
    inputs.ask('own text', () => workspace.revisionOf(uri));
    inputs.ask('own ladder', () => workspace.ladder);
    inputs.ask('lint patterns', () => workspace.lists.knownLintPatterns);
    inputs.ask('misused terms', () => workspace.lists.knownMisusedTerms);
    const linked = new LinkedFamily(uri, family, workspace, inputs, lintPatterns, misusedTerms);
    await linked.loadTargets();
    return linked;
  }

  get profile(): Profile {
    return this.workspace.profile;
  }

  get ladder(): GradeLadder {
    return this.inputs.ladder;
  }

  /** The page with the grade tables; undefined where it is not in the workspace. */
  get gradePage(): string | undefined {
    return this.inputs.gradePage;
  }

  /** The page's own URL; undefined for a file of no site. */
  get url(): string | undefined {
    return this.inputs.urlOf(this.uri);
  }

  /** Where a link leads. */
  resolveLink(link: Link): ResolvedLink {
    const destination = this.destinationOf(link);
    let resolved = this.resolved.get(destination);
    if (!resolved) {
      resolved = resolveLink(this.uri, this.family, link, destination, this.inputs, this.profile, this.lintPatterns);
      this.resolved.set(destination, resolved);
    }
    return resolved;
  }

  /** True for a link that the site's own lint leaves out. */
  isExcluded(link: Link): boolean {
    return isExcluded(link, this.destinationOf(link), this.lintPatterns);
  }

  /** A line of a page that was parsed, counted from 0. */
  lineSpanOf(uri: string, line: number): Span | undefined {
    const lines = this.inputs.lines(uri);
    return lines && { start: lines.lineStart(line), end: lines.lineEnd(line) };
  }

  /** What a link's words say, without asking whether it exists. */
  destinationOf(link: Pick<Link, 'destination' | 'form' | 'ref'>): Destination {
    this.reader ??= linkReaderOf(this.inputs.linkBaseOf(this.uri), this.profile);
    return this.reader.read(link);
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
    const target = uri === undefined ? undefined : this.resolveReference(uri, family, reference);
    this.extended.set(reference, { target });
    return target;
  }

  /** What a level's section amounts to, inheritance included, over all pages. `family`: whose level it is, where not this one's. */
  effective(level: Level, kind: SectionKind): EffectiveSection {
    return effectiveSection(this.family, level, kind, (one, _, reference): ResolvedTarget | undefined =>
      this.resolveExtendsOn(one, reference),
    );
  }

  /** The sections that a level's section of a kind amounts to: the base's, those it takes over, its own. */
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
    const aliases = this.workspace.index.aliasUrls(this.uri, this.family.page.frontMatter);
    return [...(this.url === undefined ? [] : [this.url]), ...aliases];
  }

  /** The catalogues of the workspace: URI and contents. */
  catalogues(): readonly { readonly uri: string; readonly yaml: YamlDocument }[] {
    return this.inputs.catalogues();
  }

  /** The URLs of the pages whose path makes them job families, in order. */
  familyUrls(): readonly string[] {
    return this.inputs.familyPages().flatMap(uri => this.inputs.urlOf(uri) ?? []);
  }

  /** The URI of a page by its URL; undefined where there is none. */
  pageAt(url: string): string | undefined {
    return this.inputs.pageAt(url);
  }

  /** How this page links to another that has this URL: by it, or by the path to its file where a repository is browsed. */
  hrefTo(url: string): string {
    const target = this.profile.site.relativeLinks === 'file' ? this.pageAt(url) : undefined;
    return target === undefined ? url : relativePath(this.uri, target);
  }

  /** The ids of a page that was loaded. */
  idsOf(uri: string): ReadonlySet<string> | undefined {
    return uri === this.uri ? this.family.page.ids : this.inputs.outline(uri)?.ids;
  }

  /** The page that the site shows instead of this one; undefined where it shows this one. */
  get shownInstead(): string | undefined {
    return this.inputs.shownInsteadOf(this.uri);
  }

  /** The URL of any page; undefined for a file of no site. */
  urlOf(uri: string): string | undefined {
    return this.inputs.urlOf(uri);
  }

  /** The pages whose base name a `ref` gives: one is meant by it, several are not. */
  pagesNamed(ref: string): readonly string[] {
    return this.inputs.pagesNamed(ref);
  }

  /** What a `ref` writes to mean a page and no other. */
  refTo(uri: string): string | undefined {
    return this.workspace.index.refTo(uri);
  }

  /** This page and those around another in the site's tree that have an id. */
  pagesWithId(id: string, around: string): readonly string[] {
    return [this.uri, ...this.inputs.pagesAround(around)].filter(
      (uri, at, all) => all.indexOf(uri) === at && this.idsOf(uri)?.has(id),
    );
  }

  /** Every URL of the site. */
  urls(): Iterable<string> {
    return this.inputs.urls();
  }

  /** A family on another page that was loaded. */
  familyAt(uri: string): JobFamily | undefined {
    return this.otherFamily(uri);
  }

  /** True where a page's path makes it a job family, read or not. */
  isFamilyPage(uri: string): boolean {
    return this.inputs.isFamilyPage(uri);
  }

  /**
   * The families beside this one that it links to as the list page of their folder: its levels, where each has a page of its own. In
   * the order of the links.
   */
  levelPages(): readonly string[] {
    const folder = /^(.*\/)_index\.(?:md|markdown)$/.exec(this.uri)?.[1];
    if (folder === undefined) return [];
    const linked = this.family.page.links.map(link => this.resolveLink(link));
    const pages = new Set(linked.flatMap(resolved => (resolved.type === 'ok' ? [resolved.uri] : [])));
    return [...pages].filter(
      uri => uri !== this.uri && uri.startsWith(folder) && !uri.includes('/', folder.length) && this.isFamilyPage(uri),
    );
  }

  /** The line, counted from 0, of the heading with this id on a page that was loaded; undefined where none has it. */
  lineOfAnchor(uri: string, anchor: string): number | undefined {
    return this.inputs.headingLine(uri, anchor);
  }

  /** The page of this family, or of one that its levels take over from; undefined for any other. */
  uriOf(family: JobFamily): string | undefined {
    return this.reached.get(family);
  }

  private readonly reached = new Map<JobFamily, string>();

  private async loadTargets(): Promise<void> {
    // What is written alike leads to the same place.
    const links = [...new Map(this.family.page.links.map(link => [this.destinationOf(link), link] as const)).values()];
    for (const link of links) {
      const target = this.destinationPage(this.uri, link);
      if (target !== undefined && target !== 'missing' && target.uri !== this.uri && target.anchor !== undefined)
        await this.workspace.loadOutline(target.uri);
    }
    for (const link of links) {
      const resolved = this.resolveLink(link);
      if (resolved.type === 'missing-anchor' && resolved.uri !== '')
        for (const uri of this.inputs.pagesAround(resolved.uri)) await this.workspace.loadOutline(uri);
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
        await this.loadReference(page.uri, reference);
        const resolved = this.resolveExtendsOn(page.family, reference);
        if (resolved && resolved.uri !== page.uri) queue.push(resolved);
      }
    }
  }

  private async loadReference(uri: string, { target }: ExtendsReference): Promise<void> {
    if (target.type === 'unknown') {
      await this.workspace.loadLevelsNamed(target.name);
      const place = this.workspace.levelNamed(target.name, uri);
      if (place) await this.workspace.loadText(place.uri);
    } else if (target.type === 'link') {
      const page = this.destinationPage(uri, target.link);
      if (page !== undefined && page !== 'missing') await this.workspace.loadText(page.uri);
    }
  }

  private destinationPage(uri: string, link: Link): PageAndAnchor | 'missing' | undefined {
    const destination =
      uri === this.uri ? this.destinationOf(link) : readDestination(link, this.inputs.linkBaseOf(uri), this.profile);
    return destinationPage(uri, destination, this.inputs);
  }

  private resolveReference(
    uri: string,
    family: JobFamily,
    reference: ExtendsReference,
  ): (FamilyPage & { readonly level: Level | undefined }) | undefined {
    const target = reference.target;
    switch (target.type) {
      case 'level':
        return { uri, family, level: target.level };
      case 'base':
        return { uri, family, level: undefined };
      case 'ambiguous':
        return undefined;
      case 'unknown': {
        const place = this.inputs.levelNamed(uri, target.name);
        const other = place && this.otherFamily(place.uri);
        const level = other?.levels.find(one => one.anchor === place?.anchor);
        return other && level && { uri: place!.uri, family: other, level };
      }
      case 'link': {
        const page = this.destinationPage(uri, target.link);
        if (page === undefined || page === 'missing') return undefined;
        const other = page.uri === uri ? family : this.otherFamily(page.uri);
        return other && { uri: page.uri, family: other, level: levelBehind(other, page.anchor, target.name, this.profile) };
      }
    }
  }

  /** The family on another page; always the same one, since what is made of it is compared by identity. */
  private otherFamily(uri: string): JobFamily | undefined {
    if (uri === this.uri) return this.family;
    let other = this.others.get(uri);
    if (!other) {
      other = this.inputs.family(uri);
      if (other) this.others.set(uri, other);
    }
    return other;
  }

  private readonly others = new Map<string, JobFamily>();
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
