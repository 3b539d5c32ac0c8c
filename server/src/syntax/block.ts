import { type Span, shifted } from '../text/span.ts';
import type { BlockText, OfBlock } from './blockText.ts';
import { isHeading } from './heading.ts';
import { type ListItem, placedItems } from './listItems.ts';
import { blockSpan } from './markdown.ts';
import type { TableRow } from './tableRows.ts';

/** A paragraph at the top of the page's structure. */
export interface Paragraph extends OfBlock {
  readonly type: 'paragraph';
}

export interface List extends OfBlock {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

export interface Table extends OfBlock {
  readonly type: 'table';
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

/** Code, quotations, raw HTML, rules: nothing the model looks into. */
export interface OtherBlock extends OfBlock {
  readonly type: 'code' | 'other';
}

export type Block = Paragraph | List | Table | OtherBlock;

/** A top-level block where it stands on the page; undefined for a heading. */
export function blockAt(text: string, start: number, own: BlockText): Block | undefined {
  const { tree } = own;
  const { name } = tree.type;
  const span = blockSpan(text, { from: start, to: start + tree.length });
  switch (name) {
    case 'Paragraph':
      return new PlacedParagraph(span, own);
    case 'BulletList':
    case 'OrderedList':
      return new PlacedList(span, own);
    case 'Table':
      return new PlacedTable(span, own);
    case 'FencedCode':
    case 'CodeBlock':
      return new PlacedOther('code', span, own);
    default:
      return isHeading(name) ? undefined : new PlacedOther('other', span, own);
  }
}

/** What all kinds of block have. `own` is no part of what a block is equal by. */
class Placed implements OfBlock {
  readonly #own: BlockText;

  constructor(
    readonly span: Span,
    own: BlockText,
  ) {
    this.#own = own;
  }

  get own(): BlockText {
    return this.#own;
  }
}

class PlacedParagraph extends Placed implements Paragraph {
  readonly type = 'paragraph';
}

class PlacedOther extends Placed implements OtherBlock {
  constructor(
    readonly type: 'code' | 'other',
    span: Span,
    own: BlockText,
  ) {
    super(span, own);
  }
}

/** A list whose points are made when somebody first asks for them: at an edit, few do. */
class PlacedList extends Placed implements List {
  readonly type = 'list';
  #items: readonly ListItem[] | undefined;

  get ordered(): boolean {
    return this.own.tree.type.name === 'OrderedList';
  }

  get items(): readonly ListItem[] {
    this.#items ??= placedItems(this.own.items, this.span.start);
    return this.#items;
  }
}

class PlacedTable extends Placed implements Table {
  readonly type = 'table';
  #rows: readonly TableRow[] | undefined;

  get header(): TableRow {
    return this.all[0]!;
  }

  get rows(): readonly TableRow[] {
    return this.all.slice(1);
  }

  private get all(): readonly TableRow[] {
    this.#rows ??= this.own.rows.map(({ span, cells }) => ({
      span: shifted(span, this.span.start),
      cells: cells.map(cell => shifted(cell, this.span.start)),
    }));
    return this.#rows;
  }
}
