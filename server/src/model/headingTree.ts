import type { Profile, SectionKind } from '../profile/profile.ts';
import type { Block } from '../syntax/block.ts';
import type { Heading } from '../syntax/heading.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';
import { readHeadings } from './headingMeaning.ts';
import type { SectionHeading } from './sectionHeading.ts';

/** A heading with what is under it. */
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
  /** The heading's text; "Senior Baker" for "Senior Baker – Grade 7", which states a level and its grade. */
  readonly name: string;
  /** The grade that the heading states besides the level's name; undefined if it states none. */
  readonly grade: number | undefined;
  /** Its place among the structural headings of the page, from 0. */
  readonly index: number;
}

/** The structural headings of a page as a tree. */
export interface HeadingTree {
  /** All of them in page order. */
  readonly nodes: readonly HeadingNode[];
  /** Those without a parent. */
  readonly roots: readonly HeadingNode[];
  /** The blocks before the first heading. */
  readonly introBlocks: readonly Block[];
}

type Building = { -readonly [K in keyof HeadingNode]: HeadingNode[K] } & { children: HeadingNode[]; blocks: Block[] };

/**
 * Builds the tree in one pass. Headings in quotations and lists are no structure and left out. `roleNames`: what the page calls
 * its role (title), which section headings may name.
 */
export function buildHeadingTree(page: PageSyntax, profile: Profile, roleNames: readonly string[] = []): HeadingTree {
  const headings = page.headings.filter(heading => heading.structural);
  const meanings = readHeadings(headings, profile, roleNames);
  const nodes: Building[] = [];
  const open: Building[] = [];
  const close = (level: number, at: number): void => {
    while (open.length > 0 && open.at(-1)!.heading.level >= level) {
      const closed = open.pop()!;
      closed.span = { start: closed.heading.span.start, end: at };
    }
  };
  for (const [index, heading] of headings.entries()) {
    close(heading.level, heading.span.start);
    const parent = open.at(-1);
    const node: Building = {
      heading,
      parent,
      children: [],
      blocks: [],
      span: { start: heading.span.start, end: page.text.length },
      ...meanings[index]!,
      index,
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
  return { nodes, roots: nodes.filter(node => node.parent === undefined), introBlocks };
}

/** The nodes above one, nearest first. */
export function ancestorsOf(node: HeadingNode): HeadingNode[] {
  const ancestors: HeadingNode[] = [];
  for (let above = node.parent; above; above = above.parent) ancestors.push(above);
  return ancestors;
}

/** True if the node is under another, at any depth. */
export function isUnder(node: HeadingNode, other: HeadingNode): boolean {
  return node.index > other.index && node.heading.span.start < other.span.end;
}

/** True where the node, or one above it, names a section of one of these kinds. */
export function standsUnder(node: HeadingNode, kinds: readonly SectionKind[]): boolean {
  return ancestorsOf(node).some(above => isSectionOf(above, kinds));
}

/** True where the node's heading names a section of one of these kinds. */
export function isSectionOf(node: HeadingNode, kinds: readonly SectionKind[]): boolean {
  return node.section?.kinds.some(kind => kinds.includes(kind)) ?? false;
}

/** The headings next to a node: children of the same parent, or those without one. */
export function siblingsOf(node: HeadingNode, tree: HeadingTree): readonly HeadingNode[] {
  return node.parent?.children ?? tree.roots;
}

/** The nearest heading before this one, of its depth and under the same parent, that names no section. */
export function plainSiblingBefore(node: HeadingNode, tree: HeadingTree): HeadingNode | undefined {
  const siblings = siblingsOf(node, tree);
  for (let i = siblings.indexOf(node) - 1; i >= 0; i--) {
    const sibling = siblings[i]!;
    if (sibling.heading.level !== node.heading.level) return undefined;
    if (sibling.section === undefined) return sibling;
  }
  return undefined;
}
