import type { Workspace } from '../../workspace/workspace.ts';
import type { PagesPlan } from './pagesPlan.ts';
import type { RefactoringPlace } from './refactoring.ts';

/** A refactoring that makes other pages of some, where it applies. */
export interface PagesOffer {
  /** Said in a menu: what it does, beginning with a verb. */
  readonly title: string;
  /**
   * What the pages may become, the best first: the first by which every level amounts to what it did is made. `workspace`: with all
   * pages read.
   */
  plans(workspace: Workspace): Promise<readonly PagesPlan[]>;
}

/** One way to spread what pages say over other pages. */
export interface PagesRefactoring {
  /** A code action's kind, as of a `Refactoring`. */
  readonly kind: string;
  /** Undefined where it does not apply. Asked at every move of the cursor: cheap, and never throws. */
  offer(place: RefactoringPlace): PagesOffer | undefined;
}
