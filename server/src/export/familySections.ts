import { type Html, html } from '../ladder/html.ts';
import type { FamilySection, LadderView } from '../ladder/ladderView.ts';
import type { LinkAttributes } from '../ladder/markdownHtml.ts';
import type { LadderStrings } from '../ladder/strings.ts';
import { documentBlocks } from './documentBlocks.ts';
import { heading } from './heading.ts';

/** How a group of sections is shown. */
export interface SectionsGroup {
  readonly title: string;
  readonly note: string | undefined;
  readonly depth: number;
  readonly className: string;
}

/** Sections of the base or of the family as a whole, under a heading of their own; undefined where there are none. */
export function familySections(
  view: LadderView,
  sections: readonly FamilySection[],
  group: SectionsGroup,
  link: LinkAttributes,
  strings: LadderStrings,
): Html | undefined {
  if (sections.length === 0) return undefined;
  const parts = sections.map(section => {
    const title = view.sections.find(one => one.kind === section.kind)?.title ?? section.kind;
    return html`${heading(group.depth + 1, title)}\n${documentBlocks(section.blocks, link, strings)}\n`;
  });
  const note = group.note === undefined ? undefined : html`<p class="note">${group.note}</p>\n`;
  return html`<div class="${group.className}">\n${heading(group.depth, capitalised(group.title))}\n${note}${parts}</div>\n`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
