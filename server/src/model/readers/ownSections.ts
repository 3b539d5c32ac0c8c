import { Tree } from '@lezer/common';
import type { OwnSectionKind, SectionKind } from '../../profile/profile.ts';
import type { Block, List } from '../../syntax/block.ts';
import type { ListItem } from '../../syntax/listItems.ts';
import { type PageSyntax, shownText } from '../../syntax/page.ts';
import { PagePart } from '../../syntax/pagePart.ts';
import { type Span, textOf } from '../../text/span.ts';
import type { HeadingNode } from '../headingTree.ts';
import type { Bullet, Section } from '../jobFamily.ts';
import { NO_ITEMS, PageSection } from '../pageSection.ts';
import { SectionBullet } from '../sectionBullet.ts';
import type { OpenSection } from './foundLevel.ts';
import { plainName } from './levelNames.ts';

/** Kinds that only group others. */
const STRUCTURE_ONLY: readonly SectionKind[] = ['levels', 'specialties', 'segment'];

/** Longer texts are no names. */
const MAX_NAME = 80;
const MAX_NAME_WORDS = 6;

/**
 * Returns the sections under a heading: one for each heading below that has a text of its own, for each line in bold above a text, and
 * for each point of a list that only names those below it. `unnamed`: what points right under the level's heading are called.
 */
export function sectionsUnder(
  page: PageSyntax,
  node: HeadingNode,
  unnamed: string,
  isLeftOut: (node: HeadingNode) => boolean,
): Section[] {
  const found: Section[] = [];
  const visit = (at: HeadingNode, name: string, kind: SectionKind | undefined): void => {
    found.push(...sectionsOfBlocks(page, at, name, kind));
    for (const child of at.children) {
      if (isLeftOut(child)) continue;
      const known = child.section?.kinds.find(one => !STRUCTURE_ONLY.includes(one));
      visit(child, plainName(child.heading.text), known ?? (isContainer(child) ? undefined : kind));
    }
  };
  visit(node, unnamed, undefined);
  return found;
}

function isContainer(node: HeadingNode): boolean {
  return node.section === undefined;
}

function sectionsOfBlocks(page: PageSyntax, node: HeadingNode, name: string, kind: SectionKind | undefined): Section[] {
  const found: Section[] = [];
  let current = { name, kind, node, blocks: [] as Block[] };
  const close = (): void => {
    const isOnlyText = current.node === node && current.name === name && !current.blocks.some(block => block.type === 'list');
    // Words right under a level's heading introduce it.
    if (current.blocks.length > 0 && !(isOnlyText && kind === undefined && found.length === 0 && node.children.length > 0))
      found.push(new OwnSection(page, current.kind ?? ownKind(current.name), current.node, current.blocks));
  };
  for (const block of node.blocks) {
    const bold = block.type === 'paragraph' ? boldLine(textOf(page.text, block.span)) : undefined;
    if (bold !== undefined) {
      close();
      current = { name: bold, kind: undefined, node: standIn(node, bold, block.span), blocks: [] };
    } else if (block.type === 'list' && block.items.some(item => namesItsPoints(page, item))) {
      for (const item of block.items) {
        if (!namesItsPoints(page, item)) {
          current.blocks.push(listOf([item], item.span));
          continue;
        }
        const group = plainName(shownText(page, item.contentSpan).text);
        found.push(
          new OwnSection(page, ownKind(group), standIn(node, group, item.contentSpan), [listOf(item.children, item.span)]),
        );
      }
    } else current.blocks.push(block);
  }
  close();
  return found;
}

/** "**Dough**" or "__Dough__:" as the whole of a paragraph; undefined for any other. */
function boldLine(text: string): string | undefined {
  const bold = text.length > MAX_NAME + 6 ? null : /^(?:\*\*([^*\n]+)\*\*|__([^_\n]+)__)\s*:?$/.exec(text.trim());
  return bold ? plainName(bold[1] ?? bold[2] ?? '') : undefined;
}

/** True for a point that only names those below it. */
function namesItsPoints(page: PageSyntax, { children, contentSpan }: ListItem): boolean {
  if (children.length === 0 || contentSpan.end - contentSpan.start > MAX_NAME) return false;
  const text = shownText(page, contentSpan).text.trim();
  return text !== '' && text.split(/\s+/).length <= MAX_NAME_WORDS;
}

/** The sections of a level that cells or keys contain. */
export function sectionsOfCells(
  page: PageSyntax,
  node: HeadingNode,
  sections: readonly OpenSection[],
  unnamed: string,
): Section[] {
  return sections.map(({ name, nameSpan, items }) => {
    const title = name === '' ? unnamed : plainName(name);
    const points = items.map(pointOf);
    const span = { start: points[0]!.span.start, end: points.at(-1)!.span.end };
    return new OwnSection(page, ownKind(title), standIn(node, title, nameSpan), [listOf(points, span)]);
  });
}

/** A section whose tables count too: each cell with a text is a point. */
class OwnSection extends PageSection {
  private points: readonly Bullet[] | undefined;

  constructor(
    private readonly ownPage: PageSyntax,
    kind: SectionKind,
    node: HeadingNode,
    blocks: readonly Block[],
  ) {
    super(ownPage, kind, node, blocks, NO_ITEMS);
  }

  override get bullets(): readonly Bullet[] {
    this.points ??= this.blocks.flatMap(block =>
      itemsOf(this.ownPage, block).map(item => new SectionBullet(this.ownPage, item, false)),
    );
    return this.points;
  }
}

function itemsOf(page: PageSyntax, block: Block): readonly ListItem[] {
  if (block.type === 'list') return block.items;
  if (block.type !== 'table') return [];
  return block.rows.flatMap(row => row.cells.filter(cell => shownText(page, cell).text.trim() !== '').map(pointOf));
}

function pointOf(span: Span): ListItem {
  return { span, contentSpan: span, markSpan: { start: span.start, end: span.start }, children: [] };
}

/** The kind of a section that has only a name of its own. */
export function ownKind(name: string): OwnSectionKind {
  return `own:${name}`;
}

function listOf(items: readonly ListItem[], span: Span): List {
  return { type: 'list', ordered: false, items, span, part: NO_PART };
}

/** What questions about whole blocks find in a list that is a part of one: nothing. */
const NO_PART = new PagePart('', Tree.empty, [], 'github');

/** A heading for what has none: a cell, a key, a line in bold. No link leads to it unless it has an id. */
export function standIn(
  parent: HeadingNode | undefined,
  text: string,
  span: Span,
  whole = span,
  id = '',
  index = -1,
): HeadingNode {
  return {
    heading: { level: Math.min(6, (parent?.heading.level ?? 1) + 1), span, contentSpan: span, text, id, structural: true },
    parent,
    children: [],
    blocks: [],
    span: whole,
    section: undefined,
    name: text,
    grade: undefined,
    index: index < 0 ? (parent?.index ?? 0) : index,
  };
}
