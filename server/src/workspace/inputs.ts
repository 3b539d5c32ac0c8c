import type { FamilyExports } from '../model/familyExports.ts';
import type { GradeLadder } from '../model/gradeLadder.ts';
import type { JobFamily } from '../model/jobFamily.ts';
import type { PageOutline } from '../syntax/outline.ts';
import type { YamlDocument } from '../syntax/yamlDocument.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { LinkBase } from './linkTarget.ts';
import type { LevelPlace, Workspace } from './workspace.ts';

/** One question asked of the workspace: what tells two answers to it apart, then and now. */
interface Question {
  readonly then: unknown;
  readonly now: () => unknown;
}

/** The questions that something was made of. Small: neither the answers nor the page are held. */
export class Questions {
  private readonly questions = new Map<string, Question>();
  /** The workspace's version when the answers were last seen to hold. */
  private seenAt: number;

  constructor(private readonly workspace: { readonly version: number }) {
    this.seenAt = workspace.version;
  }

  /** True if every question asked so far would be answered alike now. */
  stillHold(): boolean {
    const { version } = this.workspace;
    if (version === this.seenAt) return true;
    for (const { then, now } of this.questions.values()) if (now() !== then) return false;
    this.seenAt = version;
    return true;
  }

  note(key: string, then: unknown, now: () => unknown): void {
    this.questions.set(key, { then, now });
  }
}

/**
 * What one page's findings were made of. Every question about other pages goes through here and is remembered, so that a
 * change anywhere concerns this page only where an answer would be another one now. Answers themselves are not kept.
 */
export class Inputs {
  /** Tell whether the answers still hold, also once these inputs and the page are gone. */
  readonly questions: Questions;
  /** What was made of the answers, to be kept as long as they are. Not in a weak map: those are emptied only when all of memory is looked at. */
  readonly made = new Map<symbol, unknown>();

  constructor(private readonly workspace: Workspace) {
    this.questions = new Questions(workspace);
  }

  /** True if every question asked so far would be answered alike now. */
  stillHold(): boolean {
    return this.questions.stillHold();
  }

  /** The page at a URL. */
  pageAt(url: string): string | undefined {
    const { index } = this.workspace;
    return this.askIndex(`page ${url}`, () => index.pageAt(url));
  }

  /** The page that a Hugo `ref` on the page `from` means. */
  pageOfRef(page: string, from: string): string | undefined {
    const { index } = this.workspace;
    return this.askIndex(`ref ${page} from ${from}`, () => index.pageOfRef(page, from));
  }

  /** The pages whose base name a `ref` gives. */
  pagesNamed(ref: string): readonly string[] {
    this.askRoutes();
    return this.workspace.index.pagesNamed(ref);
  }

  /** The pages beside and below a page in the site's tree, and the one above; none where there are too many to tell anything. */
  pagesAround(uri: string): readonly string[] {
    this.askRoutes();
    return this.workspace.index.pagesAround(uri);
  }

  urlOf(uri: string): string | undefined {
    const { index } = this.workspace;
    return this.askIndex(`url ${uri}`, () => index.urlOf(uri));
  }

  linkBaseOf(uri: string): LinkBase {
    this.urlOf(uri);
    return this.workspace.index.linkBaseOf(uri);
  }

  isGeneratedPage(url: string): boolean {
    const { index } = this.workspace;
    return this.askIndex(`generated ${url}`, () => index.isGeneratedPage(url));
  }

  isInAbsentPart(url: string): boolean {
    const { index } = this.workspace;
    return this.askIndex(`absent ${url}`, () => index.isInAbsentPart(url));
  }

  shownInsteadOf(uri: string): string | undefined {
    const { index } = this.workspace;
    return this.askIndex(`shown instead of ${uri}`, () => index.shownInsteadOf(uri));
  }

  knowsSiteOf(uri: string): boolean {
    const { index } = this.workspace;
    return this.askIndex(`site ${uri}`, () => index.knowsSiteOf(uri));
  }

  knowsSiteBeside(uri: string): boolean {
    const { index } = this.workspace;
    return this.askIndex(`site beside ${uri}`, () => index.knowsSiteBeside(uri));
  }

  isFamilyPage(uri: string): boolean {
    const { workspace } = this;
    return this.ask(`isFamily ${uri}`, () => workspace.isFamily(uri));
  }

  /** Every URL of the site, aliases included. */
  urls(): Iterable<string> {
    this.askRoutes();
    return this.workspace.index.urls();
  }

  /** Every page that is a job family, in order. */
  familyPages(): readonly string[] {
    this.askRoutes();
    return this.workspace.familyPages();
  }

  /** What others see of a page. */
  outline(uri: string): PageOutline | undefined {
    const { workspace } = this;
    this.ask(`outline ${uri}`, () => workspace.outlineRevision(uri));
    return workspace.outline(uri);
  }

  /** The line, counted from 0, of the heading with this id on another page. */
  headingLine(uri: string, id: string): number | undefined {
    const { workspace } = this;
    return this.ask(`line ${uri}#${id}`, () => workspace.outline(uri)?.headings.find(heading => heading.id === id)?.line);
  }

  /** The whole family on another page. */
  family(uri: string): JobFamily | undefined {
    this.askText(uri);
    return this.workspace.family(uri);
  }

  /** What others see of the family on another page. */
  exported(uri: string): FamilyExports | undefined {
    const { workspace } = this;
    return this.ask(`exported ${uri}`, () => workspace.exported(uri));
  }

  /** The one level of another page that has exactly this name; undefined where none has it, or several have. */
  levelNamed(uri: string, name: string): LevelPlace | undefined {
    const { workspace } = this;
    const key = `level ${uri} ${name}`;
    const find = (): LevelPlace | undefined => workspace.levelNamed(name, uri);
    const found = find();
    this.note(key, placeKey(found), () => placeKey(find()));
    return found;
  }

  lines(uri: string): LineIndex | undefined {
    this.askText(uri);
    return this.workspace.lines(uri);
  }

  get ladder(): GradeLadder {
    const { workspace } = this;
    return this.ask('ladder', () => workspace.ladder);
  }

  get gradePage(): string | undefined {
    const { workspace } = this;
    return this.ask('gradePage', () => workspace.gradePage());
  }

  /** The catalogues of the workspace that are loaded. */
  catalogues(): readonly { readonly uri: string; readonly yaml: YamlDocument }[] {
    const { workspace } = this;
    const uris = (): readonly string[] => workspace.documents.ofKind('catalogue');
    this.note('catalogues', uris().join('\n'), () => uris().join('\n'));
    const found: { readonly uri: string; readonly yaml: YamlDocument }[] = [];
    // Not in a closure: the one above would hold these inputs along with it.
    for (const uri of uris()) {
      this.askText(uri);
      const yaml = workspace.yaml(uri);
      if (yaml) found.push({ uri, yaml });
    }
    return found;
  }

  /** Asks what only the routes decide: as long as they stay, the same answer. Every link of a page asks much the same. */
  private askIndex<Answer>(key: string, now: () => Answer): Answer {
    const { revision } = this.workspace.index;
    if (this.routesAt !== revision) this.routed.clear();
    this.routesAt = revision;
    if (this.routed.has(key)) return this.routed.get(key) as Answer;
    const answer = this.ask(key, now);
    this.routed.set(key, answer);
    return answer;
  }

  private readonly routed = new Map<string, unknown>();
  private routesAt: number | undefined;

  /** Takes note of what the answer to any other question was. `now` gives the same again as long as nothing has changed. */
  ask<Answer>(key: string, now: () => Answer): Answer {
    const then = now();
    this.note(key, then, now);
    return then;
  }

  private askText(uri: string): void {
    const { workspace } = this;
    this.ask(`text ${uri}`, () => workspace.revisionOf(uri));
  }

  private askRoutes(): void {
    const { index } = this.workspace;
    this.ask('routes', () => index.revision);
  }

  private note(key: string, then: unknown, now: () => unknown): void {
    this.questions.note(key, then, now);
  }
}

function placeKey(place: LevelPlace | undefined): string {
  return place ? `${place.uri}#${place.anchor}` : '';
}
