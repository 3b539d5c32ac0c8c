import type { Profile, SectionKind } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import type { Heading } from '../syntax/heading.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';
import { recogniseSection, type SectionHeading } from './sectionHeading.ts';

/** A heading with what stands under it. */
export interface HeadingNode {
  readonly heading: Heading;
  readonly parent: HeadingNode | undefined;
  readonly children: readonly HeadingNode[];
  /** The blocks between this heading and the next one, whatever its depth. */
  readonly blocks: readonly Block[];
  /** From the heading to the next one of its depth or less. */
  readonly span: Span;
  /** What the heading names, where it names a section. */
  readonly section: SectionHeading | undefined;
  /** Its place among the structural headings of the page, from 0. */
  readonly index: number;
}

/** The structural headings of a page as a tree. */
export interface HeadingTree {
  /** All of them in page order. */
  readonly nodes: readonly HeadingNode[];
  /** The blocks before the first heading. */
  readonly introBlocks: readonly Block[];
}

type Building = { -readonly [K in keyof HeadingNode]: HeadingNode[K] } & { children: HeadingNode[]; blocks: Block[] };

/** Builds the tree in one walk. Headings in quotations and lists are no structure and left out. */
export function buildHeadingTree(page: PageSyntax, profile: Profile): HeadingTree {
  const nodes: Building[] = [];
  const open: Building[] = [];
  const close = (level: number, at: number): void => {
    while (open.length > 0 && open.at(-1)!.heading.level >= level) {
      const closed = open.pop()!;
      closed.span = { start: closed.heading.span.start, end: at };
    }
  };
  for (const heading of page.headings) {
    if (!heading.structural) continue;
    close(heading.level, heading.span.start);
    const parent = open.at(-1);
    const node: Building = {
      heading,
      parent,
      children: [],
      blocks: [],
      span: { start: heading.span.start, end: page.text.length },
      section: recogniseSection(heading.text, profile),
      index: nodes.length,
    };
    parent?.children.push(node);
    nodes.push(node);
    open.push(node);
  }
  close(0, page.text.length);
  const introBlocks: Block[] = [];
  let at = 0;
  for (const block of page.blocks) {
    while (at < nodes.length && nodes[at]!.heading.span.start < block.span.start) at++;
    if (at === 0) introBlocks.push(block);
    else nodes[at - 1]!.blocks.push(block);
  }
  return { nodes, introBlocks };
}

/** The nodes above one, nearest first. */
export function ancestorsOf(node: HeadingNode): HeadingNode[] {
  const ancestors: HeadingNode[] = [];
  for (let above = node.parent; above; above = above.parent) ancestors.push(above);
  return ancestors;
}

/** True where the node, or one above it, names a section of one of these kinds. */
export function standsUnder(node: HeadingNode, kinds: readonly SectionKind[]): boolean {
  return ancestorsOf(node).some(above => isSectionOf(above, kinds));
}

/** True where the node's heading names a section of one of these kinds. */
export function isSectionOf(node: HeadingNode, kinds: readonly SectionKind[]): boolean {
  return node.section?.kinds.some(kind => kinds.includes(kind)) ?? false;
}

/** The nearest heading above that names no section; undefined where there is none. */
export function nearestPlainAncestor(node: HeadingNode): HeadingNode | undefined {
  return ancestorsOf(node).find(above => above.section === undefined);
}

/** The nearest heading before this one, of its depth and under the same parent, that names no section. */
export function plainSiblingBefore(node: HeadingNode, tree: HeadingTree): HeadingNode | undefined {
  const siblings = node.parent ? node.parent.children : tree.nodes.filter(one => one.parent === undefined);
  for (let i = siblings.indexOf(node) - 1; i >= 0; i--) {
    const sibling = siblings[i]!;
    if (sibling.heading.level !== node.heading.level) return undefined;
    if (sibling.section === undefined) return sibling;
  }
  return undefined;
}
