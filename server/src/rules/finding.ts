import type { Span } from '../text/span.ts';
import type { SpanEdit } from '../text/spanEdit.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A change that mends a finding. All its edits are on the finding's own page. */
export interface Fix {
  /** Said in a menu: what it does, beginning with a verb. */
  readonly title: string;
  readonly edits: readonly SpanEdit[];
  /** True for the one fix that is most likely meant: the editor applies it by one key. */
  readonly preferred: boolean;
  /** True where nobody needs to look: it changes no meaning and leaves nothing to fill in. Only such fixes are made on saving. */
  readonly safe: boolean;
}

/** Another place that has to do with a finding. */
export interface RelatedPlace {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}

/** What tools read of a link finding: see FORMAT of the JSON reporter. */
export interface LinkData {
  readonly href: string;
  readonly url: string;
  readonly missing: 'page' | 'anchor';
}

/** Something that a rule has to say about a place of a page. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  readonly data: LinkData | undefined;
  /** Which of the things that its rule may say of one place it says, in whatever language: a section's kind, a level's name. */
  readonly about: string | undefined;
}
