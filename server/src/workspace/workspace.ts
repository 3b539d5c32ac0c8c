import { buildJobFamily } from '../model/buildJobFamily.ts';
import { type FamilyExports, type LevelExports, nameKeyOf } from '../model/familyExports.ts';
import { type GradeLadder, ladderOfPage, ladderOfProfile } from '../model/gradeLadder.ts';
import type { JobFamily } from '../model/jobFamily.ts';
import { readLevelName } from '../model/levelName.ts';
import type { PageContext } from '../model/readers/openLadder.ts';
import type { Profile } from '../profile/profile.ts';
import { frontMatterText, parseFrontMatter } from '../syntax/frontMatter.ts';
import type { PageOutline } from '../syntax/outline.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { YamlDocument } from '../syntax/yamlDocument.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { Pace } from '../text/steps.ts';
import { canonicalUri } from './canonicalUri.ts';
import { CompanyLists } from './companyLists.ts';
import { DocumentIndex, type NamedDocument } from './documentIndex.ts';
import type { DocumentKind } from './documentKinds.ts';
import { FileStore } from './fileStore.ts';
import { openIndexCache } from './indexCache.ts';
import { pageContexts } from './pageContexts.ts';
import { readPage } from './pageReading.ts';
import { parseFile } from './parsedFile.ts';
import { isPageFile } from './routes.ts';
import { SiteIndex } from './siteIndex.ts';
import type { PageReading, PageReadingOrder, WorkspaceHost } from './workspaceHost.ts';

/** A level and the page it is on. */
export interface LevelPlace {
  readonly uri: string;
  readonly anchor: string;
  readonly level: LevelExports;
}

export interface WorkspaceOptions {
  /** The YAML documents that are known by what names them. */
  readonly named?: ReadonlyMap<string, NamedDocument>;
  /** So many files that are not open stay whole at most: the rest is read again when it is asked for. */
  readonly mostWhole?: number;
  /** Lists the files below a folder, where they are not all that the host lists. */
  readonly listFiles?: (folder: string) => Promise<readonly string[]>;
  /** Called with the page that could not be read and the reason; the host's log is if this is missing. */
  readonly onPageFailed?: (message: string) => void;
}

/**
 * The files of a workspace and what is read of them. Open documents stand over the disk. Reading is asynchronous
 * (`load…`), asking what was loaded is not, so that rules run in one piece over one state. Every URI is canonical.
 */
export class Workspace {
  readonly index: SiteIndex;
  /** The YAML documents that are told apart by their path. */
  readonly documents: DocumentIndex;
  /** What the company's own lists say. */
  readonly lists: CompanyLists;
  private readonly files: FileStore;
  private readonly contextOf: (uri: string) => PageContext | undefined;
  private readonly open = new Set<string>();
  private listing: Promise<void> | undefined;
  private all: Promise<void> | undefined;
  private currentLadder: { readonly from: PageSyntax | undefined; readonly ladder: GradeLadder };
  /** Counts every change of any file: equal numbers mean nothing has changed in between. */
  version = 0;
  /** Counts how often a file's text was given up because the disk has another. */
  private forgotten = 0;

  constructor(
    private readonly host: WorkspaceHost,
    readonly profile: Profile,
    readonly folders: readonly string[],
    private readonly options: WorkspaceOptions = {},
  ) {
    this.index = new SiteIndex(profile, folders);
    this.documents = new DocumentIndex(profile, options.named ?? new Map(), folders);
    this.contextOf = pageContexts(profile, folders);
    this.files = new FileStore(profile, this.contextOf, (uri, error) => this.pageFailed(uri, error));
    this.lists = new CompanyLists(profile, folders, {
      readFile: async uri => (this.open.has(uri) ? this.text(uri) : host.readFile(uri)),
      log: message => host.log(message),
    });
    this.currentLadder = { from: undefined, ladder: ladderOfProfile(profile) };
  }

  /** Reports a page on which something threw, once for each time: the others are read all the same. */
  pageFailed(uri: string, error: unknown): void {
    const message = `${uri}: this page cannot be read: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    if (this.options.onPageFailed) this.options.onPageFailed(message);
    else this.host.log(message);
  }

  /** Sets the text of an open document: it stands over the file's until the document is closed. */
  setDocument(uri: string, text: string): void {
    this.open.add(uri);
    if (!this.files.setText(uri, text)) return;
    this.version++;
    this.lists.forget(uri);
    this.addPath(uri, text);
  }

  /** The document is closed: the file's own text counts again, when it is next asked for. */
  async closeDocument(uri: string): Promise<void> {
    this.open.delete(uri);
    await this.fileChanged(uri);
  }

  /** A file was created, changed or deleted on disk. */
  async fileChanged(uri: string): Promise<void> {
    if (this.open.has(uri)) return;
    this.forgotten++;
    this.version++;
    const text = await this.host.readFile(uri);
    // Opened while the disk was asked: the document counts.
    if (this.open.has(uri)) return;
    this.forgotten++;
    this.version++;
    this.lists.forget(uri);
    if (text === undefined) {
      this.files.remove(uri);
      this.index.remove(uri);
      this.documents.remove(uri);
    } else {
      this.files.setText(uri, text);
      this.addPath(uri, text);
    }
  }

  /**
   * Makes the paths and routes of all pages known: lists all files, and reads the beginning of every page, since a page may
   * give itself another address. Done once; later changes come by `fileChanged`.
   */
  loadListing(): Promise<void> {
    this.listing ??= (async () => {
      const list = this.options.listFiles ?? ((folder: string) => this.host.listFiles(folder));
      const listed = (await Promise.all(this.folders.map(list))).flat().map(canonicalUri);
      for (const uri of listed) {
        this.index.add(uri);
        this.documents.add(uri);
      }
      const read = (uri: string) => (this.host.readStart ? this.host.readStart(uri) : this.host.readFile(uri));
      for (const uri of listed) {
        if (!isPageFile(uri) || this.files.hasText(uri)) continue;
        const text = await read(uri);
        if (text !== undefined && !this.files.hasText(uri)) this.index.readFrontMatter(uri, text);
      }
    })();
    return this.listing;
  }

  /** Reads all documents of a kind; from then on `yaml` has them. */
  async loadDocuments(kind: DocumentKind): Promise<void> {
    await this.loadListing();
    for (const uri of this.documents.ofKind(kind)) await this.loadText(uri);
  }

  /** Reads a file; true where it exists. */
  async loadText(uri: string): Promise<boolean> {
    while (!this.files.hasText(uri)) {
      const before = this.forgotten;
      const text = await this.host.readFile(uri);
      // A file changed meanwhile, perhaps this one: what was read may be old.
      if (this.forgotten !== before) continue;
      if (text === undefined) return this.files.hasText(uri);
      if (!this.files.hasText(uri)) this.files.setText(uri, text);
    }
    this.files.use(uri);
    return true;
  }

  /** Makes what others see of a page known; true where it exists. */
  async loadOutline(uri: string): Promise<boolean> {
    return this.files.hasOutline(uri) || (await this.loadText(uri));
  }

  /** Makes what others see of all families known. */
  async loadAllExported(): Promise<void> {
    await this.loadLadder();
    for (const uri of this.familyPages()) {
      if (!this.files.hasExported(uri, this.ladder)) await this.loadText(uri);
      this.exported(uri);
      this.letGo();
    }
  }

  /**
   * Makes what others see of every page known, families' levels included: from the host's cache where that is true, else by
   * reading. Done once; later changes come by `fileChanged`. Other work goes first.
   */
  loadAll(): Promise<void> {
    this.all ??= this.readAll();
    return this.all;
  }

  /** True where `loadAll` is through. */
  isAllLoaded = false;

  private async readAll(): Promise<void> {
    await this.loadLadder();
    const { ladder, host } = this;
    const note = ({ uri, outline, exported }: PageReading): void => {
      // What has been read meanwhile is newer.
      if (!this.index.has(uri) || this.files.hasOutline(uri)) return;
      this.files.setOutline(uri, outline);
      if (exported) this.files.setExported(uri, exported, ladder);
    };
    const cache = await openIndexCache(host, this.profile, ladder);
    const known = await cache.read([...this.index.pages]);
    for (const page of known) note(page);
    const order: PageReadingOrder = {
      pages: [...this.index.pages].filter(uri => !this.files.hasOutline(uri)),
      families: new Set(this.familyPages()),
      profile: this.profile,
      ladder,
      contexts: new Map(
        this.familyPages().flatMap(uri => {
          const context = this.contextOf(uri);
          return context ? [[uri, context] as const] : [];
        }),
      ),
    };
    if (host.readPages && order.pages.length >= FEW_PAGES) for await (const pages of host.readPages(order)) pages.forEach(note);
    else await this.readPages(order, note);
    this.isAllLoaded = true;
    if (order.pages.length > 0) await cache.write(this.readings());
  }

  private async readPages(order: PageReadingOrder, note: (page: PageReading) => void): Promise<void> {
    let read = 0;
    for (const uri of order.pages) {
      const text = await this.host.readFile(uri);
      if (text === undefined) continue;
      try {
        note(readPage(uri, text, order));
      } catch (error) {
        this.pageFailed(uri, error);
      }
      read += text.length * (order.families.has(uri) ? WHOLE_PAGE_COST : 1);
      if (read < CHARACTERS_AT_ONCE) continue;
      read = 0;
      await this.host.pause?.();
    }
  }

  /** What others see of every page whose file is as it was read. */
  private *readings(): Iterable<PageReading> {
    for (const uri of this.index.pages) {
      const outline = this.open.has(uri) ? undefined : this.files.outline(uri);
      const exported = outline && this.index.isFamilyPath(uri) ? this.files.exported(uri, this.ladder) : undefined;
      if (outline) yield { uri, outline, exported };
    }
  }

  /** Every page whose outline is known, with what it links to. */
  *outlines(): Iterable<{ readonly uri: string; readonly outline: PageOutline }> {
    for (const uri of this.index.pages) {
      const outline = this.files.outline(uri);
      if (outline) yield { uri, outline };
    }
  }

  /**
   * The workspace as it would be with other texts of some files; `undefined` is the text of one that is gone. All outlines must
   * be loaded. What is read and asked there leaves this one alone. `profile`: another way to read its pages.
   */
  withFiles(changed: ReadonlyMap<string, string | undefined>, profile: Profile = this.profile): Workspace {
    const readFile = async (uri: string): Promise<string | undefined> =>
      changed.has(uri) ? changed.get(uri) : (this.text(uri) ?? this.host.readFile(uri));
    const host: WorkspaceHost = { readFile, listFiles: async () => [], log: message => this.host.log(message) };
    const copy = new Workspace(host, profile, this.folders, this.options);
    copy.listing = Promise.resolve();
    copy.all = copy.listing;
    const isReadAlike = profile === this.profile;
    if (isReadAlike) {
      copy.currentLadder = this.currentLadder;
      copy.lists.takeFrom(this.lists);
    }
    for (const { uri, outline } of this.outlines()) {
      if (changed.has(uri)) continue;
      copy.index.add(uri);
      copy.index.setAddresses(uri, outline.site);
      copy.files.setOutline(uri, outline);
      const exported = isReadAlike && this.files.hasExported(uri, this.ladder) ? this.exported(uri) : undefined;
      if (exported) copy.files.setExported(uri, exported, this.ladder);
    }
    for (const uri of this.documents.ofKind()) if (!changed.has(uri)) copy.documents.add(uri);
    for (const [uri, text] of changed) if (text !== undefined) copy.setDocument(uri, text);
    return copy;
  }

  /** Makes sure that `levelNamed` knows every page that may have a level of this name. */
  async loadLevelsNamed(name: string): Promise<void> {
    const pieces = tellingPieces(name, this.profile);
    for (const uri of this.familyPages())
      if (!this.files.hasExported(uri, this.ladder) && this.files.mentions(uri, pieces) !== false) await this.loadText(uri);
  }

  /** Reads the page with the grade tables; from then on `ladder` is what they say. */
  async loadLadder(): Promise<void> {
    await this.loadListing();
    const uri = this.gradePage();
    const loaded = uri !== undefined && (await this.loadText(uri));
    const from = loaded ? this.syntax(uri!) : undefined;
    if (from === this.currentLadder.from) return;
    const ladder = (from && ladderOfPage(from, this.profile)) ?? ladderOfProfile(this.profile);
    // Most edits of that page leave its tables alone: then all families stay as they were read.
    const same = JSON.stringify(ladder) === JSON.stringify(this.currentLadder.ladder);
    this.currentLadder = { from, ladder: same ? this.currentLadder.ladder : ladder };
  }

  /** Lets go of the texts that nobody has used for long. Not while anybody is between loading and asking. */
  letGo(): void {
    const gradePage = this.gradePage();
    this.files.letGo(
      this.options.mostWhole ?? MOST_WHOLE,
      this.ladder,
      uri => this.open.has(uri) || uri === gradePage || !isPageFile(uri),
    );
  }

  /** The page with the grade tables; undefined where it is not in the workspace. */
  gradePage(): string | undefined {
    return this.profile.grades.page === undefined ? undefined : this.index.pageAt(this.profile.grades.page);
  }

  get ladder(): GradeLadder {
    return this.currentLadder.ladder;
  }

  text(uri: string): string | undefined {
    return this.files.text(uri);
  }

  /** Which text of a file counts: another number with every change; 0 where none was read. */
  revisionOf(uri: string): number {
    return this.files.revisionOf(uri);
  }

  /** Changes only when what others see of a page does. */
  outlineRevision(uri: string): number {
    return this.files.outlineRevision(uri);
  }

  /** The lines of a loaded file. */
  lines(uri: string): LineIndex | undefined {
    return this.files.lines(uri);
  }

  /** Parses a loaded page, letting others have their turn. Given up, and done by `syntax` when it is needed, if the page changes. */
  async prepareSyntax(uri: string): Promise<void> {
    const { version } = this;
    const pause = this.host.pause && (() => this.host.pause!());
    await this.files.prepareSyntax(uri, new Pace(pause, () => this.version !== version));
  }

  /** The parsed page of a loaded file. */
  syntax(uri: string): PageSyntax | undefined {
    return this.files.syntax(uri);
  }

  /** A loaded file read as YAML. */
  yaml(uri: string): YamlDocument | undefined {
    return this.files.yaml(uri);
  }

  /** What others see of a page whose outline or text was loaded. */
  outline(uri: string): PageOutline | undefined {
    return this.files.outline(uri);
  }

  /** The job family on a loaded page, or that it would be with the text of a draft; undefined where the page is none. */
  family(uri: string, draft?: string): JobFamily | undefined {
    const text = this.files.text(uri);
    if (text === undefined || !this.isFamily(uri)) return undefined;
    if (draft !== undefined && draft !== text)
      return buildJobFamily(
        parseFile(uri, draft, this.syntax(uri), this.profile.site.headingIds),
        this.profile,
        this.ladder,
        this.contextOf(uri),
      );
    return this.files.family(uri, this.ladder);
  }

  /** What others see of the family on a page that was loaded once; undefined where the page is none. */
  exported(uri: string): FamilyExports | undefined {
    return this.isFamily(uri) ? this.files.exported(uri, this.ladder) : undefined;
  }

  /**
   * The level of exactly this name on another page than `except`, where only one page has one. For names that
   * `loadLevelsNamed` was asked for.
   */
  levelNamed(name: string, except: string): LevelPlace | undefined {
    const key = nameKeyOf(readLevelName(name, this.profile));
    const pieces = tellingPieces(name, this.profile);
    let found: LevelPlace | undefined;
    for (const uri of this.familyPages()) {
      // Most pages are ruled out by their text alone: reading them all as families would be felt while typing.
      const known = this.files.hasExported(uri, this.ladder) && !this.files.hasText(uri);
      if (uri === except || (!known && this.files.mentions(uri, pieces) !== true)) continue;
      const hits = this.exported(uri)?.levels.filter(level => level.nameKey === key) ?? [];
      if (hits.length !== 1) continue;
      if (found) return undefined;
      found = { uri, anchor: hits[0]!.anchor, level: hits[0]! };
    }
    return found;
  }

  /** True where a page is a job family: by its path or by what its front matter says. */
  isFamily(uri: string): boolean {
    if (this.index.isFamilyPath(uri)) return true;
    if (!isPageFile(uri) || this.profile.pages.layouts.length === 0) return false;
    const text = this.files.text(uri);
    const layout = text === undefined ? this.files.outline(uri)?.site.layout : layoutOf(text, this.files.knownSyntax(uri));
    return layout !== undefined && this.profile.pages.layouts.includes(layout);
  }

  /** Every page that is a job family by its path, in order. */
  familyPages(): readonly string[] {
    return this.index.familyPages();
  }

  isOpen(uri: string): boolean {
    return this.open.has(uri);
  }

  private addPath(uri: string, text: string): void {
    this.index.add(uri);
    this.documents.add(uri);
    if (isPageFile(uri)) this.index.readFrontMatter(uri, text);
  }
}

/** Fewer pages than this are read sooner than a thread is started. */
const FEW_PAGES = 100;

/** About so many characters are outlined in 10 milliseconds, and so many times as long takes a page that is read whole. */
const CHARACTERS_AT_ONCE = 400_000;
const WHOLE_PAGE_COST = 15;

/** Enough for the pages that somebody works on and what these take over from. */
const MOST_WHOLE = 100;

function layoutOf(text: string, syntax: PageSyntax | undefined): string | undefined {
  if (!/^\uFEFF?(?:---|\+\+\+|\{)/.test(text)) return undefined;
  return frontMatterText(syntax?.frontMatter ?? parseFrontMatter(text), 'layout');
}

/** What must stand on a page that has a level of this name, however it is spelt there: words without other spellings, cut short. */
function tellingPieces(name: string, profile: Profile): string[] {
  const respelt = new Set(profile.names.same.flat().flatMap(form => form.split(' ')));
  const words = readLevelName(name, profile).words.filter(word => !respelt.has(word));
  return words.map(word => word.replace(/(?<=.{3})y$/, ''));
}
