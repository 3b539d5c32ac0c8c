import type { Range } from 'vscode-languageserver-types';
import { CheckedWorkspace } from './checkedWorkspace.ts';
import type { FileChange } from './features/fileEdits.ts';
import { moveToSuccessorPlan, placeIn } from './features/refactor/moveToSuccessor.ts';
import { rearranged } from './features/refactor/rearrangedPages.ts';
import { type RefactoringPlace, refactoringPlace } from './features/refactor/refactoring.ts';
import { pagesRefactorings, refactorings } from './features/refactor/refactorings.ts';
import { type RestructuringHost, restructured } from './features/refactor/restructured.ts';
import type { JobFamily } from './model/jobFamily.ts';
import { LinkedFamily } from './workspace/linkedFamily.ts';

/** What can be made of the pages of a workspace, and made so that nothing else changes. */
export class RestructuredWorkspace extends CheckedWorkspace {
  /** The refactorings of the wanted kinds that apply to what is selected: what each does, and its kind, by which `refactoringEdits` makes it. */
  async refactorings(
    uri: string,
    range: Range,
    wants: (kind: string) => boolean = () => true,
  ): Promise<{ readonly title: string; readonly kind: string }[]> {
    const linked = await this.link(uri);
    if (!linked) return [];
    const { lines } = linked.family.page;
    const place = refactoringPlace(linked, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });
    return [...refactorings, ...pagesRefactorings].flatMap(({ kind, offer }) => {
      const offered = wants(kind) ? offer(place) : undefined;
      return offered ? [{ title: offered.title, kind }] : [];
    });
  }

  /**
   * The edits of the refactoring of a kind, of files as they are; undefined where it does not apply, or would change what levels amount to in a way
   * that it does not promise.
   */
  async refactoringEdits(uri: string, range: Range, kind: string): Promise<readonly FileChange[] | undefined> {
    const configured = await this.configured.ready();
    const linked = await this.link(uri);
    if (!linked) return undefined;
    const { lines } = linked.family.page;
    const place = refactoringPlace(linked, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });
    const refactoring = refactorings.find(one => one.kind === kind);
    if (!refactoring) return this.pagesChanges(place, kind);
    const host: RestructuringHost = {
      draft: draft => LinkedFamily.load(linked.uri, configured.workspace, draft),
      findings: draft => this.findingsOfDraft(linked.uri, draft, configured),
      wholeWorkspace: async () => {
        const workspace = await this.wholeWorkspace();
        await workspace.loadDocuments('catalogue');
        return workspace;
      },
    };
    const offer = refactoring.offer(place);
    return offer && (await restructured(linked, refactoring, offer, host));
  }

  /** The changes by which pages are spread over others; undefined where it does not apply, or no way to do it leaves levels as they are. */
  private async pagesChanges(place: RefactoringPlace, kind: string): Promise<readonly FileChange[] | undefined> {
    const offer = pagesRefactorings.find(one => one.kind === kind)?.offer(place);
    if (!offer) return undefined;
    const configured = await this.configured.ready();
    const workspace = await this.wholeWorkspace();
    await workspace.loadDocuments('catalogue');
    for (const plan of await offer.plans(workspace)) {
      const changes = await rearranged(plan, workspace, {
        check: linked => this.check(linked, configured),
        aliases: this.settings.leaveAliasOnMove ?? 'ask',
      });
      if (changes) return changes;
    }
    return undefined;
  }

  /**
   * The changes by which all families move to where their profile's successor has them; undefined where it has none, or no page moves.
   * `goOn`: told how far it is, a share from 0 to 1; false where it is no longer wanted.
   */
  async moveToSuccessor(goOn: (share: number) => boolean): Promise<SuccessorMove | undefined> {
    const configured = await this.configured.ready();
    const workspace = await this.wholeWorkspace();
    await workspace.loadDocuments('catalogue');
    const { successor } = workspace.profile;
    if (!successor) return undefined;
    const families: { readonly uri: string; readonly family: JobFamily }[] = [];
    for (const uri of workspace.familyPages()) {
      if (placeIn(successor, uri) === undefined || !(await workspace.loadText(uri))) continue;
      const family = workspace.family(uri);
      if (family) families.push({ uri, family });
    }
    const plan = moveToSuccessorPlan(families, workspace.profile);
    if (!plan) return undefined;
    const changes = await rearranged(plan, workspace, {
      check: linked => this.check(linked, configured),
      aliases: this.settings.leaveAliasOnMove ?? 'ask',
      goOn: async share => {
        await this.host.pause?.();
        return goOn(share);
      },
    });
    const gradeSentences = families.reduce((sum, { family }) => sum + family.levels.filter(level => level.grade).length, 0);
    return { changes, pages: plan.pages.length, gradeSentences };
  }
}

/** What a move of all families to the successor of their profile comes to. */
export interface SuccessorMove {
  /** Undefined where a link would lead elsewhere by it, or a level amount to something else; or where it was not wanted any more. */
  readonly changes: readonly FileChange[] | undefined;
  /** How many pages move. */
  readonly pages: number;
  /** How many sentences with a grade stay as they are. */
  readonly gradeSentences: number;
}
