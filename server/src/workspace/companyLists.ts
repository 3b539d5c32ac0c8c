import { compilePattern, type Pattern, patternTrouble } from '../profile/patterns.ts';
import type { Profile, WordAdvice } from '../profile/profile.ts';
import { YamlDocument } from '../syntax/yamlDocument.ts';
import { canonicalUri } from './canonicalUri.ts';
import { readMisusedTerms } from './misusedTerms.ts';
import type { WorkspaceHost } from './workspaceHost.ts';
import { resolveInWorkspace } from './workspacePath.ts';

/**
 * What the company's own lists say, which stand beside the pages: the links that the site's lint leaves out, and words to avoid. Each is read
 * when it is first asked for, and again once a file of it has changed.
 */
export class CompanyLists {
  private lintPatterns: Promise<readonly Pattern[]> | undefined;
  private misusedTerms: Promise<readonly WordAdvice[]> | undefined;

  constructor(
    private readonly profile: Profile,
    private readonly folders: readonly string[],
    private readonly host: Pick<WorkspaceHost, 'readFile' | 'realUri' | 'log'>,
  ) {}

  /** The links that the site's own lint leaves out; none where it has no such file. */
  loadLintPatterns(): Promise<readonly Pattern[]> {
    this.lintPatterns ??= (async () => {
      const name = this.profile.site.lintFile;
      if (name === undefined) return [];
      const texts = await Promise.all((await this.urisOf([name])).map(uri => this.host.readFile(uri)));
      return texts.flatMap(text => (text === undefined ? [] : readLintPatterns(text)));
    })();
    return this.lintPatterns;
  }

  /** The words that the company's own lists advise against; none where it has no such list. */
  loadMisusedTerms(): Promise<readonly WordAdvice[]> {
    this.misusedTerms ??= (async () => {
      const terms: WordAdvice[] = [];
      for (const uri of await this.urisOf(this.profile.site.misusedTermsFiles ?? [])) {
        const text = await this.host.readFile(uri);
        if (text !== undefined) terms.push(...readMisusedTerms(text, message => this.host.log(`${uri}: ${message}`)));
      }
      return terms.length === 0 ? NO_TERMS : terms;
    })();
    return this.misusedTerms;
  }

  /** Another one whenever the patterns may be others; undefined where they are not loaded. */
  get knownLintPatterns(): object | undefined {
    return this.lintPatterns;
  }

  /** Another one whenever the words may be others; undefined where they are not loaded. */
  get knownMisusedTerms(): object | undefined {
    return this.misusedTerms;
  }

  /** A file has changed: patterns and words are read again where it may be theirs. */
  forget(uri: string): void {
    const { lintFile, misusedTermsFiles = [] } = this.profile.site;
    if (uri.endsWith(`/${lintFile}`)) this.lintPatterns = undefined;
    if (misusedTermsFiles.some(path => uri.endsWith(`/${path}`))) this.misusedTerms = undefined;
  }

  /** Says what others say that were read already. */
  takeFrom(others: CompanyLists): void {
    this.lintPatterns = others.lintPatterns;
    this.misusedTerms = others.misusedTerms;
  }

  /** The files in each folder of the workspace. A path that leads out of it is left out; the configuration reports it. */
  private async urisOf(paths: readonly string[]): Promise<readonly string[]> {
    const { folders, host } = this;
    const uris = folders.flatMap(folder => paths.map(path => resolveInWorkspace(path, folder, folders, host)));
    return (await Promise.all(uris)).filter(uri => uri !== undefined).map(canonicalUri);
  }
}

/** One list for all workspaces without a list: what is made of it is made once. */
const NO_TERMS: readonly WordAdvice[] = [];

/** Reads `exclude: [{ pattern: … }]`. A pattern that cannot be used is left out; the rule `invalid-site-lint` reports it. */
function readLintPatterns(text: string): Pattern[] {
  const value = new YamlDocument(text).value as { readonly exclude?: unknown } | null | undefined;
  const entries = Array.isArray(value?.exclude) ? value.exclude : [];
  return entries.slice(0, MAX_LINT_PATTERNS).flatMap((entry: { readonly pattern?: unknown } | null) => {
    const pattern = entry?.pattern;
    return typeof pattern === 'string' && patternTrouble(pattern) === undefined
      ? [compilePattern(pattern, { matchCase: true })]
      : [];
  });
}

/** Each link of a page is compared with each pattern. */
const MAX_LINT_PATTERNS = 500;
