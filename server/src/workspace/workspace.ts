import { buildJobFamily } from '../model/buildJobFamily.ts';
import { type GradeLadder, ladderOfPage, ladderOfProfile } from '../model/gradeLadder.ts';
import type { JobFamily } from '../model/jobFamily.ts';
import type { Profile, WordAdvice } from '../profile/profile.ts';
import { frontMatterText, parseFrontMatter } from '../syntax/frontMatter.ts';
import { outlinePage, type PageOutline } from '../syntax/outline.ts';
import { type PageSyntax, parsePage } from '../syntax/page.ts';
import { YamlDocument } from '../syntax/yamlDocument.ts';
import { canonicalUri } from './canonicalUri.ts';
import { DocumentIndex, type NamedDocument } from './documentIndex.ts';
import type { DocumentKind } from './documentKinds.ts';
import { readMisusedTerms } from './misusedTerms.ts';
import { SiteIndex } from './siteIndex.ts';
import type { WorkspaceHost } from './workspaceHost.ts';

/** What is known of one file. Everything but the text is made when first asked for and thrown away when the text changes. */
interface FileState {
  readonly text: string;
  lowerCase?: string;
  outline?: PageOutline;
  syntax?: PageSyntax;
  yaml?: YamlDocument;
  family?: { readonly family: JobFamily; readonly ladder: GradeLadder };
}

/**
 * The files of a workspace and what is read of them. Open documents stand over the disk. Reading is asynchronous
 * (`load…`), asking what was loaded is not, so that rules run in one piece over one state. Every URI is canonical.
 */
export class Workspace {
  readonly index: SiteIndex;
  /** The YAML documents that are told apart by their path. */
  readonly documents: DocumentIndex;
  private readonly files = new Map<string, FileState>();
  private readonly open = new Set<string>();
  /** The last syntax of a page whose text has changed since: what the next parse reuses. */
  private readonly earlier = new Map<string, PageSyntax>();
  private listing: Promise<void> | undefined;
  private aliases: Promise<void> | undefined;
  private lintPatterns: Promise<readonly RegExp[]> | undefined;
  private misusedTerms: Promise<readonly WordAdvice[]> | undefined;
  private currentLadder: { readonly from: PageSyntax | undefined; readonly ladder: GradeLadder };
  /** Counts every change of any file: equal numbers mean nothing has changed in between. */
  version = 0;
  /** Counts how often a file's text was given up because the disk has another. */
  private forgotten = 0;

  constructor(
    private readonly host: WorkspaceHost,
    readonly profile: Profile,
    readonly folders: readonly string[],
    named: ReadonlyMap<string, NamedDocument> = new Map(),
  ) {
    this.index = new SiteIndex(profile, folders);
    this.documents = new DocumentIndex(profile, named);
    this.currentLadder = { from: undefined, ladder: ladderOfProfile(profile) };
  }

  /** Sets the text of an open document: it stands over the file's until the document is closed. */
  setDocument(uri: string, text: string): void {
    this.open.add(uri);
    if (this.isMisusedTerms(uri)) this.misusedTerms = undefined;
    this.setText(uri, text);
    this.index.add(uri);
    this.documents.add(uri);
    if (this.aliases) this.index.readAliases(uri, text);
  }

  /** The document is closed: the file's own text counts again, when it is next asked for. */
  async closeDocument(uri: string): Promise<void> {
    this.open.delete(uri);
    await this.fileChanged(uri);
  }

  /** A file was created, changed or deleted on disk. */
  async fileChanged(uri: string): Promise<void> {
    if (uri.endsWith(`/${this.profile.site.lintFile}`)) this.lintPatterns = undefined;
    if (this.isMisusedTerms(uri)) this.misusedTerms = undefined;
    if (this.open.has(uri)) return;
    this.forget(uri);
    const text = await this.host.readFile(uri);
    // Opened while the disk was asked: the document counts.
    if (this.open.has(uri)) return;
    if (text === undefined) {
      this.index.remove(uri);
      this.documents.remove(uri);
    } else {
      this.index.add(uri);
      this.documents.add(uri);
      if (this.aliases) this.index.readAliases(uri, text);
    }
  }

  /** Makes the paths of all pages known. Done once; later changes come by `fileChanged`. */
  loadListing(): Promise<void> {
    this.listing ??= (async () => {
      for (const folder of this.folders)
        for (const uri of await this.host.listFiles(folder)) {
          this.index.add(canonicalUri(uri));
          this.documents.add(canonicalUri(uri));
        }
    })();
    return this.listing;
  }

  /** Makes the aliases of all pages known: reads the beginning of every page, so only asked for where a link finds no page. */
  loadAliases(): Promise<void> {
    this.aliases ??= (async () => {
      await this.loadListing();
      for (const uri of [...this.index.pages]) {
        const text = this.files.get(uri)?.text ?? (await this.host.readFile(uri));
        if (text !== undefined) this.index.readAliases(uri, text);
      }
    })();
    return this.aliases;
  }

  /** The links that the site's own lint leaves out; none where it has no such file. */
  loadLintPatterns(): Promise<readonly RegExp[]> {
    this.lintPatterns ??= (async () => {
      const name = this.profile.site.lintFile;
      if (name === undefined) return [];
      const texts = await Promise.all(this.folders.map(folder => this.host.readFile(`${folder.replace(/\/$/, '')}/${name}`)));
      return texts.flatMap(text => (text === undefined ? [] : readLintPatterns(text, message => this.host.log(message))));
    })();
    return this.lintPatterns;
  }

  /** Reads all documents of a kind; from then on `yaml` has them. */
  async loadDocuments(kind: DocumentKind): Promise<void> {
    await this.loadListing();
    for (const uri of this.documents.ofKind(kind)) await this.loadText(uri);
  }

  /** The words that the company's own lists advise against; none where it has no such list. */
  loadMisusedTerms(): Promise<readonly WordAdvice[]> {
    this.misusedTerms ??= (async () => {
      const terms: WordAdvice[] = [];
      for (const uri of this.misusedTermsUris()) {
        const text = this.open.has(uri) ? this.text(uri) : await this.host.readFile(uri);
        if (text !== undefined) terms.push(...readMisusedTerms(text, message => this.host.log(`${uri}: ${message}`)));
      }
      return terms.length === 0 ? NO_TERMS : terms;
    })();
    return this.misusedTerms;
  }

  /** Reads a file; true where it exists. */
  async loadText(uri: string): Promise<boolean> {
    while (!this.files.has(uri)) {
      const before = this.forgotten;
      const text = await this.host.readFile(uri);
      // A file changed meanwhile, perhaps this one: what was read may be old.
      if (this.forgotten !== before) continue;
      if (text === undefined) return this.files.has(uri);
      if (!this.files.has(uri)) this.files.set(uri, { text });
    }
    return true;
  }

  /** Reads the page with the grade tables; from then on `ladder` is what they say. */
  async loadLadder(): Promise<void> {
    await this.loadListing();
    const uri = this.gradePage();
    const loaded = uri !== undefined && (await this.loadText(uri));
    const from = loaded ? this.syntax(uri!) : undefined;
    if (from === this.currentLadder.from) return;
    this.currentLadder = { from, ladder: (from && ladderOfPage(from, this.profile)) ?? ladderOfProfile(this.profile) };
  }

  /** The page with the grade tables; undefined where it is not in the workspace. */
  gradePage(): string | undefined {
    return this.profile.grades.page === undefined ? undefined : this.index.pageAt(this.profile.grades.page);
  }

  get ladder(): GradeLadder {
    return this.currentLadder.ladder;
  }

  text(uri: string): string | undefined {
    return this.files.get(uri)?.text;
  }

  /** True where a loaded file has each of these pieces of lower-case text somewhere, whatever its case. Costs no parse. */
  mentions(uri: string, pieces: readonly string[]): boolean {
    const state = this.files.get(uri);
    if (!state) return false;
    state.lowerCase ??= state.text.toLowerCase();
    const { lowerCase } = state;
    return pieces.every(piece => lowerCase.includes(piece));
  }

  /** The parsed page of a loaded file. */
  syntax(uri: string): PageSyntax | undefined {
    const state = this.files.get(uri);
    if (!state) return undefined;
    if (!state.syntax) {
      state.syntax = parsePage(state.text, this.earlier.get(uri), this.profile.site.headingIds);
      this.earlier.delete(uri);
    }
    return state.syntax;
  }

  /** A loaded file read as YAML. */
  yaml(uri: string): YamlDocument | undefined {
    const state = this.files.get(uri);
    if (state) state.yaml ??= new YamlDocument(state.text);
    return state?.yaml;
  }

  /** The ids and headings of a loaded page. */
  outline(uri: string): PageOutline | undefined {
    const state = this.files.get(uri);
    if (state) state.outline ??= outlinePage(state.text, this.profile.site.headingIds);
    return state?.outline;
  }

  /** The job family on a loaded page, or that it would be with the text of a draft; undefined where the page is none. */
  family(uri: string, draft?: string): JobFamily | undefined {
    const state = this.files.get(uri);
    if (!state || !this.isFamily(uri)) return undefined;
    const ladder = this.currentLadder.ladder;
    if (draft !== undefined && draft !== state.text)
      return buildJobFamily(parsePage(draft, this.syntax(uri), this.profile.site.headingIds), this.profile, ladder);
    if (state.family?.ladder !== ladder)
      state.family = { family: buildJobFamily(this.syntax(uri)!, this.profile, ladder), ladder };
    return state.family.family;
  }

  /** True where a loaded page is a job family: by its path or by what its front matter says. */
  isFamily(uri: string): boolean {
    if (this.index.isFamilyPath(uri)) return true;
    const text = this.files.get(uri)?.text;
    if (text === undefined || !/\.(?:md|markdown)$/i.test(uri) || !/^\uFEFF?---/.test(text)) return false;
    const layout = frontMatterText(this.files.get(uri)?.syntax?.frontMatter ?? parseFrontMatter(text), 'layout');
    return layout !== undefined && this.profile.pages.layouts.includes(layout);
  }

  /** Every page whose path makes it a job family, in order. */
  familyPages(): readonly string[] {
    return this.index.familyPages();
  }

  isOpen(uri: string): boolean {
    return this.open.has(uri);
  }

  private misusedTermsUris(): readonly string[] {
    const paths = this.profile.site.misusedTermsFiles ?? [];
    return this.folders.flatMap(folder => paths.map(path => canonicalUri(`${folder.replace(/\/$/, '')}/${path}`)));
  }

  private isMisusedTerms(uri: string): boolean {
    return (this.profile.site.misusedTermsFiles ?? []).some(path => uri.endsWith(`/${path}`));
  }

  private setText(uri: string, text: string): void {
    const state = this.files.get(uri);
    if (state?.text === text) return;
    if (state?.syntax) this.earlier.set(uri, state.syntax);
    this.files.set(uri, { text });
    this.version++;
  }

  private forget(uri: string): void {
    this.files.delete(uri);
    this.earlier.delete(uri);
    this.forgotten++;
    this.version++;
  }
}

/** One list for all workspaces without a list: what is made of it is made once. */
const NO_TERMS: readonly WordAdvice[] = [];

function readLintPatterns(text: string, log: (message: string) => void): RegExp[] {
  const patterns: RegExp[] = [];
  // The file's form is fixed and flat: `exclude:` with `- pattern: '…'` below it.
  for (const match of text.matchAll(/^\s*-\s*pattern:\s*(?:'((?:[^']|'')*)'|"([^"]*)"|(\S.*?))\s*$/gm)) {
    const source = match[1]?.replaceAll("''", "'") ?? match[2] ?? match[3] ?? '';
    try {
      patterns.push(new RegExp(source));
    } catch {
      log(`.hugolint.yaml: "${source}" is no regular expression and is passed over.`);
    }
  }
  return patterns;
}
