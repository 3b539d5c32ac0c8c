import { type HeadingNode, isUnder } from '../model/headingTree.ts';
import type { JobFamily, Section } from '../model/jobFamily.ts';
import type { ListItem } from '../syntax/listItems.ts';
import { linksWithin, type PageSyntax } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';

/** One performance indicator: a point of the section's list, or a heading below it. */
export interface Indicator {
  readonly span: Span;
  readonly linked: boolean;
}

/** The page's sections with performance indicators, each once, in page order. */
export function indicatorSections(family: JobFamily): readonly Section[] {
  const found = new Map<HeadingNode, Section>();
  for (const section of [...family.levels.flatMap(level => level.sections), ...family.shared])
    if (section.kind === 'performance-indicators') found.set(section.node, section);
  return [...found.values()].sort((a, b) => a.heading.span.start - b.heading.span.start);
}

/**
 * The indicators of a section: the points of its lists; where headings stand below it, what these list, or the headings themselves
 * where they list nothing. Prose and tables tell none.
 */
export function indicatorsOf({ page, levels }: JobFamily, { node, bullets }: Section): readonly Indicator[] {
  // A level below the section is there by mistake: its bullets are no indicators.
  if (levels.some(level => level.node && isUnder(level.node, node))) return bullets.map(({ item }) => indicator(page, item));
  const listed = isGrouped(node) ? listItemsUnder(node) : bullets.map(({ item }) => item);
  if (listed.length === 0)
    return node.children.map(child => ({
      span: child.heading.contentSpan,
      linked: linksWithin(page, child.span).length > 0,
    }));
  return listed.map(item => indicator(page, item));
}

function indicator(page: PageSyntax, item: ListItem): Indicator {
  return { span: item.contentSpan, linked: linksWithin(page, item.span).length > 0 };
}

/** True where headings below the section divide its indicators, as by team or by weight. */
export function isGrouped(node: HeadingNode): boolean {
  return node.children.some(child => listItemsUnder(child).length > 1);
}

function listItemsUnder(node: HeadingNode): readonly ListItem[] {
  const own = node.blocks.flatMap(block => (block.type === 'list' ? block.items : []));
  return [...own, ...node.children.flatMap(listItemsUnder)];
}
