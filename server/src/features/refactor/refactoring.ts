import type { HeadingNode } from '../../model/headingTree.ts';
import { type JobFamily, type Level, levelAt, type Section } from '../../model/jobFamily.ts';
import type { Profile } from '../../profile/profile.ts';
import type { PageSyntax } from '../../syntax/page.ts';
import { type Span, touches } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';

/** Where an editor asks what could be made of the page. */
export interface RefactoringPlace {
  readonly linked: LinkedFamily;
  readonly family: JobFamily;
  readonly page: PageSyntax;
  readonly profile: Profile;
  /** What is selected; a place where nothing is. */
  readonly span: Span;
  /** The heading that the selection begins on; undefined where it begins on none. */
  readonly heading: HeadingNode | undefined;
  /** The level that the selection begins in. */
  readonly level: Level | undefined;
  /** The section, of a level or of the base, that the selection begins in. */
  readonly section: Section | undefined;
}

/** A refactoring where it applies. */
export interface Offer {
  /** Said in a menu: what it does, beginning with a verb. */
  readonly title: string;
  /**
   * The edits of the page, made only when somebody wants them. Links that they write name headings by the ids that these have
   * now: what changes its id is followed afterwards, on all pages.
   */
  edits(): readonly SpanEdit[];
}

/** One way to restructure a page. */
export interface Refactoring {
  /** A code action's kind: dotted, from the general to the particular, and no other refactoring's. */
  readonly kind: string;
  /** `same`: every level amounts to what it did before. `more`: something is added, and what was there stays. */
  readonly leaves: 'same' | 'more';
  /** Undefined where it does not apply. Asked at every move of the cursor: cheap, and never throws. */
  offer(place: RefactoringPlace): Offer | undefined;
}

export function refactoringPlace(linked: LinkedFamily, span: Span): RefactoringPlace {
  const { family, profile } = linked;
  const { page, tree } = family;
  const level = levelAt(family, span.start);
  return {
    linked,
    family,
    page,
    profile,
    span,
    heading: tree.nodes.find(node => touches(node.heading.span, span.start)),
    level,
    section: [...(level?.sections ?? []), ...family.base].findLast(section => touches(section.node.span, span.start)),
  };
}

/** What the page's lines end with. */
export function lineEndOf(page: PageSyntax): string {
  return page.text.includes('\r\n') ? '\r\n' : '\n';
}
